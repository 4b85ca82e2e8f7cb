/* Measures the law gives no length of their own: bail, surety, bans on leaving. Each lasts as its order says and never beyond the limit of the stage it stands in, and is renewed before it
 * ends (article 23 of joint circular 04/2018), so that a limit that is lengthened or goes over to the next body carries nobody's measure past its day unseen. */
import { addDays, type Day, dayIn, type Instant } from '../../kernel/day.ts';
import { spanDays } from '../../kernel/rule/length.ts';
import type { Reason } from '../../kernel/rule/reason.ts';
import type { CaseClock } from './case-clocks.ts';
import { type Law, limitOf } from './limits.ts';
import { legOfFamily } from './stages.ts';

type Row = Readonly<Record<string, unknown>>;

const withStage: readonly unknown[] = ['bail', 'surety', 'residence_ban', 'exit_ban'];

/** The last day an order names: thirty-day months, the first day counted, which is never later than another count; null where it names none. */
export function orderEnd({ fromAt, orderedMonths, orderedDays }: Row): Day | null {
  const { left } = spanDays({ months: Number(orderedMonths ?? 0), days: Number(orderedDays ?? 0), hours: 0 });
  return left > 0 ? addDays(dayIn(fromAt as Instant), left - 1) : null;
}

/** When such a measure must be renewed. @param stages the limits of the case itself, ended and running. None where no limit of a stage ran beside it. */
export function renewalOf(law: Law, measure: Row, stages: readonly CaseClock[]): CaseClock[] {
  if (!withStage.includes(measure.measureKind)) return [];
  const doneOn = (measure.endedOn as Day | null) ?? null;
  const beside = stages
    .filter(one => one.accused === null && legOfFamily(one.family) !== null)
    .findLast(one => (doneOn ? dayIn(one.start) <= doneOn : one.doneOn === null));
  const stageEnd = beside?.limit.term.due;
  if (!beside || !stageEnd) return [];
  const { line, term: ofStage } = beside.limit;
  const ordered = orderEnd(measure);
  const end = ordered && ordered < dayIn(stageEnd) ? ordered : dayIn(stageEnd);
  const limit = limitOf(law, 'measure.renew', end);
  if (!limit) return [];
  const because: Reason =
    end === ordered
      ? { code: 'measure_as_ordered', params: { day: end } }
      : { code: 'measure_with_stage', params: { day: end }, article: line.article };
  const term = {
    ...limit.term,
    advisory: limit.term.advisory || (end !== ordered && ofStage.advisory),
    provisional: limit.term.provisional || (end !== ordered && ofStage.provisional),
    steps: [because, ...limit.term.steps],
  };
  const start = measure.fromAt as Instant;
  return [
    { family: 'measure.renew', accused: measure.accused as string, start, doneOn, limit: { ...limit, term } },
  ];
}
