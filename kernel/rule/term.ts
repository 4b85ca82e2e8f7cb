/**
 * Counting a term: from a parameter and the moment the clock starts to the last day (or hour) on which the duty can still be
 * done, with every step given as a reason. Day and month terms are counted as article 134 of the Criminal Procedure Code and
 * articles 147 and 148 of the Civil Code agree; detention and custody have their own ways of counting and do not belong here.
 */
import {
  addDays,
  addHours,
  addMonths,
  compareInstants,
  type Day,
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
import { isBinding, type Parameter, type Unit } from './parameter.ts';
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

/** An extension exists only with a written decision. */
export type ExtensionDecision = { number: string; day: Day };

export type ClockState = 'running' | 'due_soon' | 'due_today' | 'overdue' | 'advisory' | 'met';

/** A term is due soon from this many calendar days before its last day. */
export const DUE_SOON_DAYS = 2;

/**
 * When the term ends. `start` is the day or moment of the event named by `parameter.trigger`. With `extension`, the longer
 * length the parameter allows is counted from the same start; throws `RangeError` if the parameter allows none.
 */
export function computeTerm(
  parameter: Parameter,
  start: Instant | Day,
  calendar: Calendar,
  extension?: ExtensionDecision,
): Term {
  const steps: Reason[] = [];
  const { unit, value } = lengthOf(parameter, extension);
  const counted =
    unit === null || value === null ? null : count(parameter, unit, value, start, calendar, steps);
  if (!counted) steps.push({ code: 'no_length', params: {}, article: parameter.article });
  if (counted && extension) {
    const { number, day } = extension;
    steps.push({ code: 'extended', params: { number, day }, article: parameter.article });
  }
  const advisory = !counted || !isBinding(parameter);
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

function lengthOf(
  parameter: Parameter,
  extension?: ExtensionDecision,
): { unit: Unit | null; value: number | null } {
  if (!extension) return parameter;
  if (!parameter.extension) throw new RangeError(`${parameter.id} cannot be extended`);
  return { unit: parameter.extension.unit, value: parameter.extension.max_total };
}

function count(
  parameter: Parameter,
  unit: Unit,
  value: number,
  start: Instant | Day,
  calendar: Calendar,
  steps: Reason[],
): Counted {
  const { counting, trigger, article } = parameter;
  const say = (code: string, from: Day | Instant) =>
    steps.push({ code, params: { value, unit, trigger, start: from }, article });
  if (unit === 'hour') {
    const exact = parseDay(start) === null;
    say(exact ? 'counted_hours' : 'counted_hours_from_midnight', start);
    return {
      due: addHours(exact ? (start as Instant) : startOfDay(start as Day), value),
      provisional: false,
    };
  }
  const startDay = dayIn(start);
  say(counting.start_day_included ? 'counted_with_start' : 'counted_after_start', startDay);
  if (unit === 'working_day')
    return countWorkingDays(startDay, value, counting.start_day_included, calendar, steps);
  const raw = lastDay(parameter, unit, value, startDay, steps);
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

function lastDay(
  parameter: Parameter,
  unit: 'day' | 'month',
  value: number,
  start: Day,
  steps: Reason[],
): Day {
  const { counting, counting_article: article } = parameter;
  const included = counting.start_day_included ? 1 : 0;
  if (unit === 'day') return addDays(start, value - included);
  if (counting.month_as_30_days) {
    steps.push({ code: 'thirty_day_months', params: { days: value * 30 }, article });
    return addDays(start, value * 30 - included);
  }
  const end = addMonths(start, value);
  if (end.slice(8) !== start.slice(8))
    steps.push({
      code: 'month_clamped',
      params: { end, number: Number(start.slice(8)) },
      article,
    });
  return addDays(end, -included);
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

function dayIn(point: Day | Instant): Day {
  return parseDay(point) ?? dayOf(point as Instant);
}
