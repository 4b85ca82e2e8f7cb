/* What joining and splitting do to the limits of a case. Cases that were joined count from the first of them, in the heaviest of their classes (article 14 of the joint circular
 * 04/2018), with what was granted in that first one; a case that was split off takes the time along that was used before. How limits of different kinds are put together nobody
 * has read: then the one that runs is only advice, and says so. */
import { type Day, dayIn } from '../../kernel/day.ts';
import type { Reason } from '../../kernel/rule/reason.ts';
import type { CaseClock } from './case-clocks.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

const article = 'Điều 14 TTLT 04/2018';
const isJoined = (step: Row) => step.stepKind === 'joined';

/** Whether joining or splitting did anything to this case; to most it did nothing. */
export const wasJoined = (steps: readonly Row[]): boolean =>
  steps.some(step => isJoined(step) || step.stepKind === 'split_off');

/** The step the investigation counts from: the first of those that were joined. `steps` in their order. */
export const countsFrom = (steps: readonly Row[]): Row | undefined =>
  steps.find(step => step.stepKind === 'initiated');

/** The extensions that count: those granted in the case the limit counts from, and those granted after it was joined. */
export function strandOf(
  extensions: readonly Row[],
  steps: readonly Row[],
  first: Row | undefined,
): readonly Row[] {
  const from = first?.otherCase ?? null;
  const joined = steps.find(step => isJoined(step) && step.otherCase === from);
  const of = (row: Row) => row.otherCase ?? null;
  if (from === null) return extensions.filter(one => of(one) === null);
  return extensions.filter(
    one =>
      of(one) === from || (of(one) === null && joined && (one.decidedOn as Day) >= (joined.onDay as Day)),
  );
}

/** The clock with the words for what joining and splitting did to it. */
export function afterJoining(clock: CaseClock, steps: readonly Row[], first: Row | undefined): CaseClock {
  if (clock.accused !== null) return clock;
  const isWithin = (step: Row) =>
    (step.onDay as Day) >= dayIn(clock.start) &&
    (clock.doneOn === null || (step.onDay as Day) <= clock.doneOn);
  const reasons: Reason[] = [];
  const joins = steps.filter(step => isJoined(step) && isWithin(step));
  const begun = steps.filter(step => step.stepKind === 'initiated');
  // Each case that was joined brought the day it began, where its limit was of the same kind.
  const isRead =
    clock.family === 'investigation.limit' &&
    joins.every(join => begun.some(step => step.otherCase === join.otherCase));
  if (joins.length > 0)
    reasons.push(
      isRead
        ? { code: 'joined', params: { count: begun.length, day: first!.onDay as Day }, article }
        : { code: 'joined_unread', params: {} },
    );
  const split = steps.find(step => step.stepKind === 'split_off' && isWithin(step));
  if (split) reasons.push({ code: 'split_off', params: { day: split.onDay as Day } });
  if (reasons.length === 0) return clock;
  const { limit } = clock;
  const { term } = limit;
  return {
    ...clock,
    limit: {
      ...limit,
      term: {
        ...term,
        advisory: term.advisory || (joins.length > 0 && !isRead),
        steps: term.steps.toSpliced(1, 0, ...reasons),
      },
    },
  };
}
