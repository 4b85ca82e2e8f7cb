/* The clocks of a verification request: the initial check the law of 2024 opens with, and the verification as a whole. Both run from the day the asked body
 * had the request; which of them exists on that day is the law's to say. */

import type { FoundTerm } from '../../kernel/act/act.ts';
import { type Day, dayOf, type Instant } from '../../kernel/day.ts';
import type { ClockSource, RunningTerm } from '../../kernel/rule/clock.ts';

/** What runs for a request received on that day. */
export const verificationTerms = (receivedOn: Day, doneOn: Day | null = null): RunningTerm[] =>
  ['victim.initial_check', 'victim.verify'].map(family => ({ family, start: receivedOn, doneOn }));

/** When the body that owes the answer is reminded, and when its superior is told: at the end of a binding term, else as practice has it. `find` counts a family from a day. */
export function silenceOf(
  find: (family: string, from: Day) => FoundTerm | null,
  term: FoundTerm | null,
  receivedOn: Day,
): { readonly remindOn: Day | null; readonly escalateOn: Day | null } {
  const remindOn =
    term?.due && !term.advisory ? term.due : (find('practice.verification_silence', receivedOn)?.due ?? null);
  return {
    remindOn,
    escalateOn: remindOn && (find('practice.verification_escalation', remindOn)?.due ?? null),
  };
}

/** The day a request was answered; null while it was not. */
export const answeredOn = (row: Readonly<Record<string, unknown>>): Day | null =>
  row.state === 'answered' && typeof row.answeredAt === 'string' ? dayOf(row.answeredAt as Instant) : null;

export const verificationClocks: ClockSource = {
  record: 'verification',
  clocks: row => verificationTerms(row.receivedOn as Day, answeredOn(row)),
};
