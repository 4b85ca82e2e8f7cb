/* Custody and detention, counted by persons and not by cases: without a break, each month as thirty days, the first day counted, never moved for a day off.
 * Custody served is taken off detention; a heavier class gives its own limit less what was used, a lighter one its own at once. */
import { addDays, type Day, daysBetween, type Instant } from '../../kernel/day.ts';
import type { Calendar } from '../../kernel/rule/calendar.ts';
import {
  baseLength,
  daysInMonth,
  type Granted,
  type Part,
  spanDays,
  sumOf,
} from '../../kernel/rule/length.ts';
import type { Parameter } from '../../kernel/rule/parameter.ts';
import type { Reason } from '../../kernel/rule/reason.ts';
import { computeTerm } from '../../kernel/rule/term.ts';

export interface Span {
  /** How many days may still be served from the order on. */
  readonly days: number;
  /** The last of them; null when none is left. */
  readonly end: Day | null;
  /** As an order writes it. */
  readonly written: { readonly months: number; readonly days: number };
  readonly steps: readonly Reason[];
}

const spanOf = (start: Day, days: number, steps: readonly Reason[]): Span => ({
  days,
  end: days > 0 ? addDays(start, days - 1) : null,
  written: { months: Math.floor(days / daysInMonth), days: days % daysInMonth },
  steps,
});

/**
 * Detention under an order of so many months.
 * @param served days of custody, or of earlier detention in the same case, that count towards it.
 */
export function detentionOrder(
  line: Parameter,
  calendar: Calendar,
  { start, months, served = 0, part }: { start: Day; months: number; served?: number; part?: Part | null },
): Span {
  const ordered: Parameter = { ...line, unit: 'month', value: months, lengths: undefined };
  const { steps } = computeTerm(ordered, start, calendar, { deducted: served, part });
  return spanOf(start, spanDays({ months, days: 0, hours: 0 }, served, part).left, steps);
}

/** Days served from the start up to and with a day. */
export const servedUntil = (start: Day, day: Day): number => Math.max(0, daysBetween(start, day) + 1);

export interface Reclassified extends Span {
  readonly used: number;
}

/** The class changes while somebody is detained: the limit of the new class less what was used, and never less than nothing. */
export function reclassify(
  line: Parameter,
  {
    from,
    to,
    start,
    change,
    served = 0,
  }: { from: string; to: string; start: Day; change: Day; served?: number },
): Reclassified {
  const base = baseLength(line, to);
  const used = servedUntil(start, change) + served;
  const { left } = spanDays(sumOf(base ? [base] : []), used);
  const steps: Reason[] = [
    { code: 'reclassified', params: { from, to, day: change }, article: line.article },
    { code: 'served_deducted', params: { days: used, left }, article: line.counting_article },
  ];
  return { used, ...spanOf(addDays(change, 1), left, steps) };
}

/** The ends of custody: as it stands, and after each extension granted at its longest; to the hour. */
export function custodyEnds(
  line: Parameter,
  calendar: Calendar,
  start: Instant | Day,
): (Instant | Day | null)[] {
  const longest = (line.extensions ?? []).flatMap(({ add }): Granted[] =>
    add?.any ? [{ number: '', day: line.valid_from, length: add.any }] : [],
  );
  return Array.from(
    { length: longest.length + 1 },
    (_, turn) => computeTerm(line, start, calendar, { granted: longest.slice(0, turn) }).due,
  );
}
