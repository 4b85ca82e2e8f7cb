/* Limits that run from the day a body receives the file (articles 174.2, 240.1 and 341.1 of the Criminal Procedure Code). Where nobody noted that day, the day the file was sent stands for it, which
 * is never later: so the limit counted from it is told of, and nobody is called late by it. */
import type { Day } from '../../kernel/day.ts';
import { advised, type Limit } from './limits.ts';
import { receiptOf, type StepKind } from './lists.ts';

type Row = Readonly<Record<string, unknown>>;

export interface Receipt {
  /** The day the limit is counted from. */
  readonly from: Day;
  /** False where it is the day the file was sent. */
  readonly isNoted: boolean;
}

/** When the file that goes with a step was received. @param later the steps after it, in turn. @returns null for a step with which no file goes. */
export function receiptAfter(step: Row, later: readonly Row[]): Receipt | null {
  const receipt = receiptOf[step.stepKind as StepKind];
  if (!receipt) return null;
  // A file that went on, or was sent anew, was received in between or not at all.
  const sentAnew = later.findIndex(one => receiptOf[one.stepKind as StepKind] === receipt);
  const within = sentAnew < 0 ? later : later.slice(0, sentAnew);
  const noted = within.find(one => one.stepKind === receipt);
  return { from: (noted ?? step).onDay as Day, isNoted: noted !== undefined };
}

/** Said of a limit that is counted from the day the file was sent. */
export const notNoted = 'receipt_not_noted';

/** The limits counted from a receipt: advice where it was not noted. */
export const asReceived = <Clock extends { readonly limit: Limit }>(
  clocks: Clock[],
  receipt: Receipt | null,
): Clock[] =>
  receipt && !receipt.isNoted ? clocks.map(one => ({ ...one, limit: advised(one.limit, notNoted) })) : clocks;
