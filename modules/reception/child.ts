/* Whether somebody is to be treated as a child, and which steps in a child's own interest are still open. Whoever's age is not known for sure is presumed a child; nothing here
 * decides where a child goes: a named person does, and says why. */
import { type Day, isUnder18, type PartialDay } from '../../kernel/day.ts';
import { type InterestStep, interestSteps } from './record.ts';

/** `yes`: under 18 whatever the half-known birth means. `presumed`: it cannot be said, so yes. */
export function childOn(born: unknown, onDay: Day): 'yes' | 'presumed' | 'no' {
  if (typeof born !== 'string') return 'presumed';
  const under = isUnder18(born as PartialDay, onDay);
  return under === 'unknown' ? 'presumed' : under;
}

/** A row of `bestInterests` as it is read; what was withheld is absent. */
export interface InterestRow {
  readonly id: string;
  readonly interestStep?: unknown;
  readonly outcome?: unknown;
  readonly doneOn?: unknown;
  readonly reviewOn?: unknown;
}

export interface StepState<R> {
  readonly step: InterestStep;
  /** The latest row of this step. */
  readonly row: R | null;
  readonly earlier: readonly R[];
}

/** Outcomes after which the step is still to be done. */
const unfinished: readonly unknown[] = ['guardian_none', 'tracing_running', 'return_unclear', 'view_not_now'];

/** The steps in their order with what was done last; a review is only awaited once something was decided. */
export function interestsOf<R extends InterestRow>(rows: readonly R[]): readonly StepState<R>[] {
  const decided = rows.some(row => row.interestStep === 'decision');
  return interestSteps
    .filter(step => step !== 'review' || decided)
    .map(step => {
      const own = rows.filter(row => row.interestStep === step);
      return { step, row: own.at(-1) ?? null, earlier: own.slice(0, -1) };
    });
}

export const isOpen = ({ row, step }: StepState<InterestRow>): boolean =>
  step !== 'review' && (row === null || unfinished.includes(row.outcome));

/** The day on which the placement is looked at again: that of the latest decision or review that names one. */
export function reviewDay(rows: readonly InterestRow[]): Day | null {
  const last = rows.filter(row => row.interestStep === 'decision' || row.interestStep === 'review').at(-1);
  return (last?.reviewOn as Day | null | undefined) ?? null;
}
