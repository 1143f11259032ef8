import { useTranslation } from 'react-i18next';
import { Clock, type ClockData } from '../../../../shared/Clock';
import { ObligationTag, type RuleKind } from '../../../../shared/ObligationTag';
import type { ComplaintPage, PageClock } from '../types';

function dataOf(clock: PageClock): ClockData {
  return {
    ...clock,
    kind: clock.kind as RuleKind,
    explain: (clock.explain ?? []).map((text, place) => ({ code: String(place), text })),
  };
}

function running(clock: PageClock): boolean {
  return !clock.met_at && !clock.cancelled_at;
}

/** The running clock that is due first. */
export function firstDue(page: ComplaintPage): PageClock | undefined {
  return (page.clocks ?? []).filter(running).sort((a, b) => a.due_at.localeCompare(b.due_at))[0];
}

/** The next due time of the record. */
export function NextDue({ page }: { page: ComplaintPage }) {
  const clock = firstDue(page);
  return clock ? <Clock clock={dataOf(clock)} /> : null;
}

function Line({ clock }: { clock: PageClock }) {
  const { t } = useTranslation();
  return (
    <li className="clock-line">
      <p className="row">
        <ObligationTag id={clock.obligation} kind={clock.kind as RuleKind} />
        <span>{t(`complaint.step.${clock.step}`)}</span>
        <span className="quiet">{clock.owner.name}</span>
      </p>
      <Clock clock={dataOf(clock)} />
      {clock.apart && <span className="quiet">{t('complaint.apart')}</span>}
    </li>
  );
}

/** All clocks of the record, running ones first; each explains how it was counted. */
export function ClockList({ page }: { page: ComplaintPage }) {
  const { t } = useTranslation();
  const clocks = page.clocks ?? [];
  if (clocks.length === 0) return null;
  const open = clocks.filter(running);
  const past = clocks.filter((clock) => !running(clock));
  return (
    <section className="panel" aria-labelledby="clocks-title">
      <h2 id="clocks-title">{t('complaint.clocks')}</h2>
      {open.length === 0 && <p className="quiet">{t('complaint.clocks_none')}</p>}
      <ul className="clock-lines">
        {open.map((clock) => (
          <Line key={clock.id} clock={clock} />
        ))}
      </ul>
      {past.length > 0 && (
        <details className="past">
          <summary>{t('complaint.clocks_past', { n: past.length })}</summary>
          <ul className="clock-lines">
            {past.map((clock) => (
              <Line key={clock.id} clock={clock} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
