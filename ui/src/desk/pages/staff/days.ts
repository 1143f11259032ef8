import dayjs from 'dayjs';
import { serverNow } from '../../../shared/api';
import { toPicker } from '../../../shared/dates';

/** Today in Shanghai by the server's clock, as YYYY-MM-DD. */
export function today(): string {
  return toPicker(serverNow())?.format('YYYY-MM-DD') ?? '';
}

/** A day so many days later. */
export function dayAfter(day: string, days: number): string {
  return dayjs(day).add(days, 'day').format('YYYY-MM-DD');
}

/** How many days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return dayjs(to).diff(dayjs(from), 'day');
}

/** The days of a month given as YYYY-MM. */
export function daysOfMonth(month: string): string[] {
  const first = dayjs(`${month}-01`);
  return Array.from({ length: first.daysInMonth() }, (_, i) => first.add(i, 'day').format('YYYY-MM-DD'));
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(dayjs(day).day());
}
