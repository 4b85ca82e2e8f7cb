/**
 * Counting a term: from a parameter and the moment the clock starts to the last day (or hour) on which the duty can still be
 * done, with every step given as a reason. Day and month terms are counted as article 134 of the Criminal Procedure Code and
 * articles 147 and 148 of the Civil Code agree; detention without a break, as its line says.
 */
import {
  addDays,
  addHours,
  addMonths,
  compareInstants,
  type Day,
  dayIn,
  dayOf,
  daysBetween,
  type Instant,
  parseDay,
  startOfDay,
} from '../day.ts';
import {
  addWorkingDays,
  type Calendar,
  type DayOff,
  findDayOff,
  isProvisionalDay,
  rollToWorkingDay,
} from './calendar.ts';
import { baseLength, type Granted, lengthsOf, type Part, type Sum, spanDays, sumOf } from './length.ts';
import { isBinding, type Length, type Parameter } from './parameter.ts';
import type { Reason } from './reason.ts';

export type Term = {
  parameter: string;
  article: string;
  start: Day | Instant;
  /** The last day, until 24:00; a moment for terms in hours; null when there is no length to count. */
  due: Day | Instant | null;
  /** True: shown as advice, never overdue. */
  advisory: boolean;
  /** True: a day off not yet announced could still move it. */
  provisional: boolean;
  steps: Reason[];
};

/** What is at hand beside the line and the day: all of it may be left out. */
export type TermFacts = {
  /** By what the length differs: the class of the offence, the level, who protests. */
  kind?: string | null;
  /** Extensions that were decided, in turn; one exists only with a written decision. */
  granted?: readonly Granted[];
  /** Days already served that count towards the term. */
  deducted?: number;
  part?: Part | null;
};

export type ClockState = 'running' | 'due_soon' | 'due_today' | 'overdue' | 'advisory' | 'met';

/** A term is due soon from this many calendar days before its last day. */
export const DUE_SOON_DAYS = 2;

/**
 * When the term ends. `start` is the day or moment of the event named by `parameter.trigger`.
 * @throws RangeError if something was granted on a line that allows no extension at all.
 */
export function computeTerm(
  parameter: Parameter,
  start: Instant | Day,
  calendar: Calendar,
  facts: TermFacts = {},
): Term {
  const { kind = null, granted = [] } = facts;
  if (granted.length > 0 && !parameter.extensions) throw new RangeError(`${parameter.id} cannot be extended`);
  const steps: Reason[] = [];
  const { lengths, steps: extended } = lengthsOf(parameter, kind, granted);
  const counted = lengths.length === 0 ? null : count(parameter, lengths, start, calendar, facts, steps);
  if (!counted) {
    const isOpen = parameter.lengths !== undefined;
    steps.push({ code: isOpen ? 'kind_not_known' : 'no_length', params: {}, article: parameter.article });
  }
  // Right after how it was counted, before what the calendar did to it.
  steps.splice(1, 0, ...extended);
  const isUnread = facts.part === 'unread';
  if (isUnread) steps.push({ code: 'part_unread', params: {} });
  const advisory = !counted || isUnread || !isBinding(parameter);
  const isPractice = parameter.confidence === 'practice';
  if (counted && advisory && !isPractice)
    steps.push({ code: 'unverified', params: { confidence: parameter.confidence } });
  steps.push({ code: isPractice ? 'practice' : 'cited', params: {}, article: parameter.article });
  return {
    parameter: parameter.id,
    article: parameter.article,
    start,
    due: counted?.due ?? null,
    advisory,
    provisional: counted?.provisional ?? false,
    steps,
  };
}

/** Where the clock stands at `now`. `doneAt` is when the duty was done: then the state is `met`, early or late. */
export function clockState(term: Term, now: Instant, doneAt: Instant | Day | null = null): ClockState {
  if (doneAt !== null) return 'met';
  if (term.advisory || term.due === null) return 'advisory';
  const dueDay = dayIn(term.due);
  const left = daysBetween(dayOf(now), dueDay);
  const hourPassed = !parseDay(term.due) && compareInstants(now, term.due as Instant) > 0;
  if (left < 0 || hourPassed) return 'overdue';
  if (left === 0) return 'due_today';
  return left <= DUE_SOON_DAYS ? 'due_soon' : 'running';
}

type Counted = { due: Day | Instant; provisional: boolean };

function count(
  parameter: Parameter,
  lengths: readonly Length[],
  start: Instant | Day,
  calendar: Calendar,
  { kind = null, deducted = 0, part = null }: TermFacts,
  steps: Reason[],
): Counted {
  const { counting, trigger, article } = parameter;
  const { unit, value } = baseLength(parameter, kind)!;
  const say = (code: string, from: Day | Instant) =>
    steps.push({ code, params: { value, unit, trigger, start: from }, article });
  const sum = sumOf(lengths);
  if (unit === 'hour' || counting.to_the_hour) {
    const exact = parseDay(start) === null;
    say(
      `${unit === 'hour' ? 'counted_hours' : 'counted_to_the_hour'}${exact ? '' : '_from_midnight'}`,
      start,
    );
    return {
      due: addHours(exact ? (start as Instant) : startOfDay(start as Day), sum.hours + 24 * sum.days),
      provisional: false,
    };
  }
  const startDay = dayIn(start);
  if (parameter.before) {
    say('counted_back', startDay);
    return { due: addMonths(addDays(startDay, -sum.days), -sum.months), provisional: false };
  }
  say(counting.start_day_included ? 'counted_with_start' : 'counted_after_start', startDay);
  if (unit === 'working_day')
    return countWorkingDays(startDay, sum.days, counting.start_day_included, calendar, steps);
  const raw = counting.month_as_30_days
    ? lastOfSpan(parameter, sum, startDay, deducted, part, steps)
    : lastDay(parameter, sum, startDay, steps);
  if (!counting.roll_to_working_day) return { due: raw, provisional: false };
  const rolled = rollToWorkingDay(raw, calendar);
  if (rolled.passed.length > 0)
    steps.push({
      code: 'rolled',
      params: { ...offParams(rolled.passed[0]!), to: rolled.day },
      article: parameter.counting_article,
    });
  return { due: rolled.day, provisional: noteProvisional(raw, rolled.day, calendar, steps) };
}

/** Months first, then days: what the law adds in days to a term of months begins where the months end. */
function lastDay(parameter: Parameter, { months, days }: Sum, start: Day, steps: Reason[]): Day {
  const end = addMonths(start, months);
  if (end.slice(8) !== start.slice(8))
    steps.push({
      code: 'month_clamped',
      params: { end, number: Number(start.slice(8)) },
      article: parameter.counting_article,
    });
  return addDays(end, days - (parameter.counting.start_day_included ? 1 : 0));
}

/** Counted without a break, each month as thirty days, less what was served before; never past what remains. */
function lastOfSpan(
  { counting, counting_article: article }: Parameter,
  sum: Sum,
  start: Day,
  deducted: number,
  part: Part | null,
  steps: Reason[],
): Day {
  const { whole, held, left } = spanDays(sum, deducted, part);
  if (sum.months > 0) steps.push({ code: 'thirty_day_months', params: { days: whole }, article });
  if (part && part !== 'unread')
    steps.push({
      code: 'part_of_length',
      params: { of: part.of, from: part.from, days: held },
      article: part.article,
    });
  if (deducted > 0) steps.push({ code: 'served_deducted', params: { days: deducted, left }, article });
  return addDays(start, Math.max(0, left - (counting.start_day_included ? 1 : 0)));
}

function countWorkingDays(
  start: Day,
  value: number,
  startIncluded: boolean,
  calendar: Calendar,
  steps: Reason[],
): Counted {
  const startCounts = startIncluded && findDayOff(start, calendar) === null;
  const end = addWorkingDays(start, startCounts ? value - 1 : value, calendar);
  const days = end.passed.length;
  if (days > 0) {
    const holidays = end.passed.filter(each => each.kind === 'holiday').length;
    steps.push({ code: 'days_off_skipped', params: { days, holidays, from: start, to: end.day } });
  }
  return {
    due: end.day,
    provisional: noteProvisional(startCounts ? start : addDays(start, 1), end.day, calendar, steps),
  };
}

/** Says which days between the two could still turn out free or worked. */
function noteProvisional(from: Day, to: Day, calendar: Calendar, steps: Reason[]): boolean {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!isProvisionalDay(day, calendar)) continue;
    const year = calendar.years[day.slice(0, 4)];
    const announced = year?.status === 'announced';
    steps.push(
      announced
        ? { code: 'day_in_doubt', params: { day, holiday: year.provisional_days[day]! } }
        : { code: 'calendar_computed', params: { year: day.slice(0, 4) } },
    );
    return true;
  }
  return false;
}

function offParams(off: DayOff): Record<string, string | number> {
  const reason = off.kind === 'holiday' ? off.holiday : off.weekday === 7 ? 'sunday' : 'saturday';
  return { day: off.day, reason };
}
