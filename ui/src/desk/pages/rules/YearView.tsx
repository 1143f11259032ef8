import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../shared/i18n';
import type { CalendarDay, CalendarYear } from './types';

const months = Array.from({ length: 12 }, (_, month) => month);
// Weeks begin on Monday, as on Chinese office calendars.
const weekdays = [1, 2, 3, 4, 5, 6, 0];

/** The day of a year at noon UTC: no zone moves it to another day. */
function dayOf(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month, day, 12));
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function words(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(currentLanguage() === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'UTC',
    ...options,
  });
}

function weeksOf(year: number, month: number): (Date | undefined)[][] {
  const first = dayOf(year, month, 1);
  const cells: (Date | undefined)[] = Array.from({ length: (first.getUTCDay() + 6) % 7 }, () => undefined);
  for (let day = first; day.getUTCMonth() === month; day = dayOf(year, month, day.getUTCDate() + 1)) {
    cells.push(day);
  }
  while (cells.length % 7 !== 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

function Month({ year, month, special, today }: MonthProps) {
  const { t } = useTranslation();
  const name = words({ month: 'long' }).format(dayOf(year, month, 1));
  return (
    <table className="month">
      <caption>{name}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th
              key={weekday}
              scope="col"
              abbr={words({ weekday: 'long' }).format(dayOf(2023, 0, 1 + weekday))}
            >
              {words({ weekday: 'narrow' }).format(dayOf(2023, 0, 1 + weekday))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr key={iso(week.find((day) => day !== undefined) ?? dayOf(year, month, 1))}>
            {week.map((day, place) => {
              if (!day) return <td key={weekdays[place]} />;
              const date = iso(day);
              const found = special.get(date);
              const rest = day.getUTCDay() === 0 || day.getUTCDay() === 6;
              const kind = found?.kind ?? (rest ? 'weekend' : 'workday');
              return (
                <td
                  key={weekdays[place]}
                  className={`day day-${kind} ${date === today ? 'day-today' : ''}`}
                  title={found && `${found.name} ${found.kind_name}`}
                  aria-current={date === today ? 'date' : undefined}
                >
                  {day.getUTCDate()}
                  {found && <span className="visually-hidden">{` ${found.name} ${found.kind_name}`}</span>}
                  {kind === 'makeup_workday' && (
                    <span className="day-mark" aria-hidden="true">
                      {t('rules.calendar.mark_work')}
                    </span>
                  )}
                  {(kind === 'statutory_holiday' || kind === 'in_lieu_off') && (
                    <span className="day-mark" aria-hidden="true">
                      {t('rules.calendar.mark_off')}
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface MonthProps {
  year: number;
  month: number;
  special: Map<string, CalendarDay>;
  today: string;
}

/** A run of days off of one name, with the working days moved for it. */
interface Holiday {
  name: string;
  off: string[];
  worked: string[];
}

function holidaysOf(year: CalendarYear): Holiday[] {
  const holidays: Holiday[] = [];
  for (const day of year.days) {
    if (day.kind === 'workday' || day.kind === 'weekend') continue;
    let holiday = holidays.find((one) => one.name === day.name);
    if (!holiday) {
      holiday = { name: day.name, off: [], worked: [] };
      holidays.push(holiday);
    }
    (day.kind === 'makeup_workday' ? holiday.worked : holiday.off).push(day.date);
  }
  return holidays.sort((a, b) => (a.off[0] ?? '').localeCompare(b.off[0] ?? ''));
}

function spell(date: string): string {
  return words({ month: 'numeric', day: 'numeric', weekday: 'short' }).format(new Date(`${date}T12:00:00Z`));
}

function Holidays({ year }: { year: CalendarYear }) {
  const { t } = useTranslation();
  const separator = t('list.separator');
  return (
    <section className="panel" aria-labelledby="holidays">
      <h2 id="holidays">{t('rules.calendar.holidays')}</h2>
      <ul className="holidays">
        {holidaysOf(year).map((one) => (
          <li key={one.name}>
            <span className="holiday-name">{one.name}</span>
            <span>
              {one.off.length > 1
                ? t('rules.calendar.off_days', {
                    from: spell(one.off[0] ?? ''),
                    to: spell(one.off[one.off.length - 1] ?? ''),
                    n: one.off.length,
                  })
                : one.off.map(spell).join(separator)}
              {one.worked.length > 0 && (
                <span className="holiday-worked">
                  {t('rules.calendar.worked_days', { days: one.worked.map(spell).join(separator) })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const legend = ['statutory_holiday', 'in_lieu_off', 'makeup_workday', 'company_off', 'weekend'] as const;

/** A year at a glance: twelve months with holidays and make-up working days, and the holidays as a list. */
export function YearView({ year, today }: { year: CalendarYear; today: string }) {
  const { t } = useTranslation();
  const special = new Map(year.days.map((day) => [day.date, day]));
  return (
    <div className="year">
      <section className="panel" aria-labelledby="year">
        <h2 id="year" className="visually-hidden">
          {t('rules.calendar.year_n', { year: year.year })}
        </h2>
        <ul className="legend">
          {legend.map((kind) => (
            <li key={kind}>
              <span className={`legend-day day-${kind}`} aria-hidden="true" />
              {t(`rules.calendar.kind.${kind}`)}
            </li>
          ))}
        </ul>
        <div className="months">
          {months.map((month) => (
            <Month key={month} year={year.year} month={month} special={special} today={today} />
          ))}
        </div>
      </section>
      <Holidays year={year} />
    </div>
  );
}
