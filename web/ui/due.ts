/*
 * How long is left until something is due, in words, and which heap of the work list it belongs to. A day is due until its end in Vietnam; the
 * week ends on Sunday.
 */
import {
  addDays,
  addHours,
  type Day,
  dayIn,
  dayOf,
  daysBetween,
  type Instant,
  millisOf,
  pastFrom,
  weekday,
} from '../../kernel/day.ts';

export type Due = Day | Instant;
export type Heap = 'overdue' | 'today' | 'week' | 'later' | 'undated' | 'advisory';
export interface Left {
  readonly late: boolean;
  readonly unit: 'minutes' | 'hours' | 'days' | 'today' | 'tomorrow';
  readonly amount: number;
}

/** A moment so many hours ahead is tonight's work, also when it lies after midnight. */
const TONIGHT = 12;

export function isDay(due: Due): due is Day {
  return due.length === 10;
}

/** Hours and minutes only for moments within two days; otherwise calendar days. */
export function timeLeft(due: Due, now: Instant): Left {
  const minutes = Math.round((millisOf(pastFrom(due)) - millisOf(now)) / 60_000);
  const late = minutes < 0;
  if (!isDay(due) && Math.abs(minutes) < 60) return { late, unit: 'minutes', amount: Math.abs(minutes) };
  if (!isDay(due) && Math.abs(minutes) < 48 * 60)
    return { late, unit: 'hours', amount: Math.floor(Math.abs(minutes) / 60) };
  const days = daysBetween(dayOf(now), dayIn(due));
  if (!late && days === 0) return { late, unit: 'today', amount: 0 };
  if (!late && days === 1) return { late, unit: 'tomorrow', amount: 1 };
  return { late, unit: 'days', amount: Math.abs(days) };
}

export function heapOf(item: { due: string | null; state: string }, now: Instant): Heap {
  const isAdvice = item.state === 'advisory';
  if (item.due === null) return isAdvice ? 'advisory' : 'undated';
  const due = item.due as Due;
  // Advice stands at its day like everything else until the day has passed; then it is still advice.
  if (pastFrom(due) < now) return isAdvice ? 'advisory' : 'overdue';
  const today = dayOf(now);
  const day = dayIn(due);
  if (day <= today || (!isDay(due) && due <= addHours(now, TONIGHT))) return 'today';
  return day <= addDays(today, 7 - weekday(today)) ? 'week' : 'later';
}
