import LeftOutlined from '@ant-design/icons/es/icons/LeftOutlined';
import RightOutlined from '@ant-design/icons/es/icons/RightOutlined';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Empty, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import type { Page } from '../../../shared/listState';
import { RefusalAlert } from '../../../shared/RefusalText';
import { Refusal } from '../../../shared/refusal';
import { daysOfMonth, isWeekend, today } from './days';
import type { Absence, Ref } from './types';

// A month of a department of hundreds stays below this; beyond it the list is the right place.
const most = '200';

/** Who is away on which day of a month: a row for each person who is. */
export function AbsenceMonth(props: { month: string | undefined; onMonth: (month: string) => void }) {
  const { t } = useTranslation();
  const month = props.month ?? today().slice(0, 7);
  const days = daysOfMonth(month);
  const found = useQuery({
    queryKey: ['staff', 'absences', 'month', month],
    queryFn: ({ signal }) =>
      get<Page<Absence>>('/api/v1/absences', { from: days[0], to: days.at(-1), limit: most }, signal),
    placeholderData: keepPreviousData,
  });
  const move = (by: number) => props.onMonth(dayjs(`${month}-01`).add(by, 'month').format('YYYY-MM'));
  return (
    <section aria-label={t('staff.absences.month')}>
      <div className="month-choice">
        <Button icon={<LeftOutlined />} aria-label={t('staff.absences.earlier')} onClick={() => move(-1)} />
        <h2 className="number" aria-live="polite">
          {month}
        </h2>
        <Button icon={<RightOutlined />} aria-label={t('staff.absences.later')} onClick={() => move(1)} />
      </div>
      {found.isPending && <Skeleton active title={false} />}
      {found.isError && (
        <RefusalAlert refusal={found.error instanceof Refusal ? found.error : new Refusal(0)} />
      )}
      {found.data && <Board days={days} absences={found.data.items ?? []} />}
    </section>
  );
}

function Board({ days, absences }: { days: string[]; absences: Absence[] }) {
  const { t } = useTranslation();
  const board = useRef<HTMLElement>(null);
  const now = today();
  const shown = days[0];
  // On a phone the month is wider than the window: begin at today.
  useEffect(() => {
    const column = board.current?.querySelector<HTMLElement>('.month-today');
    if (shown && board.current) board.current.scrollLeft = column ? column.offsetLeft - 120 : 0;
  }, [shown]);
  const people = new Map<string, { person: Ref; absences: Absence[] }>();
  for (const one of absences) {
    const row = people.get(one.person.id) ?? { person: one.person, absences: [] };
    row.absences.push(one);
    people.set(one.person.id, row);
  }
  if (people.size === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('staff.absences.nobody')} />;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
    <section ref={board} className="month" tabIndex={0} aria-label={t('staff.absences.board')}>
      <table>
        <thead>
          <tr>
            <th scope="row">{t('staff.person.name')}</th>
            {days.map((day) => (
              <th key={day} scope="col" className={day === now ? 'month-today' : undefined}>
                {Number(day.slice(8))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...people.values()].map((row) => (
            <tr key={row.person.id}>
              <th scope="row">
                <Link to="/staff" search={{ person: row.person.id }}>
                  {row.person.name}
                </Link>
              </th>
              {days.map((day) => (
                <Cell key={day} day={day} absences={row.absences} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ day, absences }: { day: string; absences: Absence[] }) {
  const { t } = useTranslation();
  const away = absences.find((one) => one.from_day <= day && day <= one.to_day);
  if (!away) return <td className={isWeekend(day) ? 'weekend' : undefined} />;
  const reason = away.reason ? t(`staff.absence.reason.${away.reason}`) : t('staff.absence.away');
  return (
    <td className="away" title={reason}>
      <span aria-hidden="true">{away.reason ? t(`staff.absence.mark.${away.reason}`) : '•'}</span>
      <span className="visually-hidden">{reason}</span>
    </td>
  );
}
