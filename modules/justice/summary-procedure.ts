/* The summary procedure (chapter XXXI of the Criminal Procedure Code): from the decision to use it the limits of each stage are others, until it is cancelled or the case comes to a stage it is
 * not meant for (articles 457.1 and 458). It is for offences of the least grave class alone (article 456.1), and used by whoever has the case. */
import { type Day, dayIn } from '../../kernel/day.ts';
import type { CaseClock } from './case-clocks.ts';
import { advised, type Law, limitOf } from './limits.ts';
import { type CaseState, type Seat, type StepKind, seatIn } from './lists.ts';
import { notNoted } from './receipts.ts';

type Row = Readonly<Record<string, unknown>>;

export const conditionsArticle = 'Điều 456.1 BLTTHS 2015';

/** The line that stands in the place of another while it is used. */
const instead: Readonly<Record<string, string>> = {
  'investigation.limit': 'summary.investigate',
  'prosecution.decide': 'summary.prosecute',
  'trial.prepare': 'summary.trial_prepare',
  'trial.open': 'summary.trial_open',
  'trial.serve': 'summary.serve',
};
/** A line as the summary procedure has it; itself where that has none of its own. */
export const summaryFamily = (family: string): string => instead[family] ?? family;
/** The line of the general procedure that one of the summary procedure stands for. */
export const generalFamily = (family: string): string =>
  Object.keys(instead).find(general => instead[general] === family) ?? family;

/** What is suspended, or goes back to be investigated more, goes on by the general procedure. */
const ends: readonly unknown[] = [
  'summary_cancelled',
  'investigation_suspended',
  'trial_suspended',
  'returned_by_procuracy',
  'returned_by_court',
  'appeal_quashed',
  'appeal_remanded',
] satisfies StepKind[];

/** When it was used. @param steps in their order. `to` is the day it ended, null while it is used. */
function uses(steps: readonly Row[]): { readonly from: Day; readonly to: Day | null }[] {
  const found: { from: Day; to: Day | null }[] = [];
  for (const { stepKind, onDay } of steps) {
    const last = found.at(-1);
    const inUse = last !== undefined && last.to === null;
    if (stepKind === 'summary_applied' && !inUse) found.push({ from: onDay as Day, to: null });
    else if (ends.includes(stepKind) && inUse) last.to = onDay as Day;
  }
  return found;
}

/** Whether it is used after these steps. @param steps in their order. */
export const isSummary = (steps: readonly Row[]): boolean => uses(steps).at(-1)?.to === null;

/** Where the body that has the case may decide on it, and the procuracy cancel what the unit it supervises decided. */
const decidedIn: readonly CaseState[] = ['investigation', 'prosecution', 'trial_preparing'];
export const summarySteps = ['summary_applied', 'summary_cancelled'] as const;
export type SummaryStep = (typeof summarySteps)[number];

/** Which of the two decisions can be taken next, by whoever sits in these seats; null when neither. */
export function summaryStepNow(
  state: string,
  steps: readonly Row[],
  held: readonly (Seat | null)[],
): SummaryStep | null {
  const used = isSummary(steps);
  const mayDecide = decidedIn.includes(state as CaseState) || (used && state === 'hearing');
  const whose: (Seat | null)[] = [
    seatIn(state),
    ...(used && state === 'investigation' ? ['procuracy' as const] : []),
  ];
  if (!mayDecide || !held.some(seat => whose.includes(seat))) return null;
  return used ? 'summary_cancelled' : 'summary_applied';
}

/**
 * The limits of the stages with those of the summary procedure in their place while it is used. Once it is cancelled the general limit goes on; the text says that it does and not from which day
 * (article 458), so it is counted from its own beginning and only advises.
 * @param clocks those of the case itself. @param steps in their order.
 */
export function shortened(law: Law, steps: readonly Row[], clocks: readonly CaseClock[]): CaseClock[] {
  const used = uses(steps);
  return clocks.flatMap(clock => {
    const family = instead[clock.family];
    const began = dayIn(clock.start);
    const isOver = (day: Day) => clock.doneOn !== null && clock.doneOn <= day;
    const use = used.findLast(({ from, to }) => !isOver(from) && (to === null || to > began));
    const counted = family && use ? limitOf(law, family, clock.start) : null;
    if (!family || !use || !counted) return [clock];
    // Counted from a receipt nobody noted, it is as unsure as the general one.
    const isUnsure = clock.limit.term.steps.some(({ code }) => code === notNoted);
    const limit = isUnsure ? advised(counted, notNoted) : counted;
    const cancelled = use.to !== null && !isOver(use.to);
    const short = { ...clock, family, limit, doneOn: cancelled ? use.to : clock.doneOn };
    return cancelled ? [short, { ...clock, limit: advised(clock.limit, 'summary_cancelled') }] : [short];
  });
}
