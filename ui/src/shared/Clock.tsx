import CheckCircleOutlined from '@ant-design/icons/es/icons/CheckCircleOutlined';
import ClockCircleOutlined from '@ant-design/icons/es/icons/ClockCircleOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/es/icons/ExclamationCircleOutlined';
import MinusCircleOutlined from '@ant-design/icons/es/icons/MinusCircleOutlined';
import WarningOutlined from '@ant-design/icons/es/icons/WarningOutlined';
import { Popover } from 'antd';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatDue, span } from './dates';
import { ObligationTag, type RuleKind } from './ObligationTag';
import { useNow } from './useNow';

/** One step of a clock's arithmetic, in words of the server in the reader's language. */
export interface ExplainStep {
  code: string;
  text: string;
}

/** A clock as the server sends it on a record page and in the to-do list. */
export interface ClockData {
  obligation: string;
  kind?: RuleKind;
  started_at?: string | null;
  due_at?: string | null;
  met_at?: string | null;
  cancelled_at?: string | null;
  late?: boolean;
  overdue?: boolean;
  provisional?: boolean;
  explain?: ExplainStep[] | null;
}

export type ClockState = 'met' | 'met_late' | 'cancelled' | 'overdue' | 'soon' | 'running' | 'undated';

// Within this span of the due time a clock turns from calm to urgent.
const soonWithin = 4 * 3600_000;

/** How a clock stands at a moment. The server's word on overdue counts; the browser only adds what passed since. */
export function clockState(clock: ClockData, now: number): ClockState {
  if (clock.cancelled_at) return 'cancelled';
  if (clock.met_at) return clock.late ? 'met_late' : 'met';
  if (!clock.due_at) return 'undated';
  const left = Date.parse(clock.due_at) - now;
  if (clock.overdue || left < 0) return 'overdue';
  return left <= soonWithin ? 'soon' : 'running';
}

/** A length of time in words, in its two largest units. */
export function spanWords(t: TFunction, milliseconds: number): string {
  const { days, hours, minutes } = span(milliseconds);
  if (days > 0) return t('clock.days_hours', { days, hours });
  if (hours > 0) return t('clock.hours_minutes', { hours, minutes });
  return t('clock.minutes', { minutes });
}

const icons: Record<ClockState, ReactNode> = {
  met: <CheckCircleOutlined />,
  met_late: <WarningOutlined />,
  cancelled: <MinusCircleOutlined />,
  overdue: <ExclamationCircleOutlined />,
  soon: <ClockCircleOutlined />,
  running: <ClockCircleOutlined />,
  undated: <MinusCircleOutlined />,
};

function stateWords(t: TFunction, clock: ClockData, state: ClockState, now: number): string {
  const distance = clock.due_at ? spanWords(t, Date.parse(clock.due_at) - now) : '';
  if (state === 'overdue') return t('clock.overdue', { span: distance });
  if (state === 'soon' || state === 'running') return t('clock.left', { span: distance });
  return t(`clock.${state}`);
}

function Arithmetic({ clock }: { clock: ClockData }) {
  const { t } = useTranslation();
  return (
    <div className="clock-explanation">
      <ObligationTag id={clock.obligation} kind={clock.kind} full />
      <dl>
        <dt>{t('clock.started')}</dt>
        <dd>{formatDateTime(clock.started_at) || t('clock.none')}</dd>
        <dt>{t('clock.due')}</dt>
        <dd>{formatDue(clock.due_at) || t('clock.undated')}</dd>
        {clock.met_at && (
          <>
            <dt>{t('clock.met_at')}</dt>
            <dd>{formatDateTime(clock.met_at)}</dd>
          </>
        )}
      </dl>
      {clock.provisional && <p>{t('clock.provisional_explain')}</p>}
      {clock.explain && clock.explain.length > 0 && (
        <>
          <p className="quiet">{t('clock.arithmetic')}</p>
          <ol>
            {clock.explain.map((step) => (
              <li key={`${step.code} ${step.text}`}>{step.text}</li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

/** A clock in words, colour and icon; pressing it shows how the due time was counted. */
export function Clock({ clock, compact }: { clock: ClockData; compact?: boolean }) {
  const { t } = useTranslation();
  const now = useNow();
  const state = clockState(clock, now);
  const due = formatDue(clock.due_at);
  return (
    <Popover content={<Arithmetic clock={clock} />} trigger="click" placement="bottomLeft">
      <button type="button" className={`clock clock-${state}`}>
        <span aria-hidden="true">{icons[state]}</span>
        <span className="clock-words">{stateWords(t, clock, state, now)}</span>
        {!compact && due && <span className="clock-due">{t('clock.due_at', { time: due })}</span>}
        {clock.provisional && <span className="clock-provisional">{t('clock.provisional')}</span>}
      </button>
    </Popover>
  );
}
