/* The ladder of reminders: which of its rungs a limit has come to at a moment, and whether it is an hour in which nobody is told of what is counted in days. */
import { addDays, addHours, type Day, dayOf, type Instant, localText, startOfDay } from '../../kernel/day.ts';
import { isInForce } from '../../kernel/rule/parameter.ts';
import type { Rules } from '../../rules/schema.ts';
import { type Escalation, isWithin } from '../../rules/schema-justice.ts';

export interface Falling {
  readonly dueOn: Day;
  readonly dueBy: Instant;
  readonly askUntil: Day | null;
  readonly toTheHour: boolean;
}

/** The ladder of a day; none where the province climbs none. */
export const ladderOn = ({ escalation }: Pick<Rules, 'escalation'>, on: Day): Escalation | null =>
  escalation.find(line => line.family === 'escalation.limits' && isInForce(line, on)) ?? null;

const timeOfDay = (at: Instant): string => localText(at).slice(11, 16);

export const isQuiet = ({ quiet }: Escalation, now: Instant): boolean => isWithin(quiet, timeOfDay(now));

/** When each rung is come to, in turn. */
export function rungMoments(ladder: Escalation, limit: Falling): Instant[] {
  const nearest = limit.askUntil && limit.askUntil < limit.dueOn ? limit.askUntil : limit.dueOn;
  return ladder.rungs.map(({ days, hours, asks }) =>
    limit.toTheHour ? addHours(limit.dueBy, hours) : startOfDay(addDays(asks ? nearest : limit.dueOn, days)),
  );
}

/** The day whose digest may be given now; null before its hour, and where it comes so late that the hours are quiet again. */
export const digestDay = (ladder: Escalation, now: Instant): Day | null =>
  timeOfDay(now) >= ladder.digest_at && !isQuiet(ladder, now) ? dayOf(now) : null;
