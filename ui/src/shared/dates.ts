import dayjs, { type Dayjs } from 'dayjs';
import { currentLanguage } from './i18n';

/** All days and hours of the regulation are counted in this zone. */
export const zone = 'Asia/Shanghai';

/** A moment as the server sends it: RFC 3339 text, or milliseconds since 1970 UTC. */
export type Moment = string | number;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const language = currentLanguage();
  const key = language + JSON.stringify(options);
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: zone, ...options });
    formatters.set(key, found);
  }
  return found;
}

function at(moment: Moment | undefined | null): Date | undefined {
  if (moment === undefined || moment === null || moment === '' || moment === 0) return undefined;
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Year, month and day in Shanghai; empty text when there is no moment. */
export function formatDate(moment: Moment | undefined | null): string {
  const date = at(moment);
  return date ? formatter({ year: 'numeric', month: '2-digit', day: '2-digit' }).format(date) : '';
}

/** Day and time to the minute in Shanghai; empty text when there is no moment. */
export function formatDateTime(moment: Moment | undefined | null): string {
  const date = at(moment);
  if (!date) return '';
  return formatter({
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(date);
}

/**
 * Month, day, weekday and time, for due times: the weekday is what people plan by. What is due at midnight is due by
 * 24:00 of the day before, as the regulation says it.
 */
export function formatDue(moment: Moment | undefined | null): string {
  const date = at(moment);
  if (!date) return '';
  const midnight = toPicker(date.getTime())?.format('HH:mm') === '00:00';
  const day = formatter({ month: '2-digit', day: '2-digit', weekday: 'short' });
  const time = formatter({ hour: '2-digit', minute: '2-digit', hour12: false });
  if (midnight) return `${day.format(date.getTime() - 1)} 24:00`;
  return `${day.format(date)} ${time.format(date)}`;
}

/** How far a span of milliseconds reaches, in its two largest units: days and hours, hours and minutes. */
export function span(milliseconds: number): { days: number; hours: number; minutes: number } {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  return {
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
  };
}

/** The wall clock a picker shows, as a moment in Shanghai: RFC 3339 with +08:00. */
export function fromPicker(value: Dayjs | null | undefined): string | undefined {
  return value?.isValid() ? `${value.format('YYYY-MM-DDTHH:mm:ss')}+08:00` : undefined;
}

/** The day a picker shows: YYYY-MM-DD. */
export function dayFromPicker(value: Dayjs | null | undefined): string | undefined {
  return value?.isValid() ? value.format('YYYY-MM-DD') : undefined;
}

/** A moment as a picker's value whose wall clock reads as in Shanghai, wherever the browser is. */
export function toPicker(moment: Moment | undefined | null): Dayjs | undefined {
  const date = at(moment);
  if (!date) return undefined;
  const parts: Record<string, string> = {};
  const reader = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  for (const part of reader.formatToParts(date)) parts[part.type] = part.value;
  return dayjs(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`);
}
