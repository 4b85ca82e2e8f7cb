/* The clocks of a verification request: the initial check the law of 2024 opens with, and the verification as a whole. Both run from the day the asked body
 * had the request; which of them exists on that day is the law's to say. */
import { type Day, dayOf, type Instant } from '../../kernel/day.ts';
import type { ClockSource, RunningTerm } from '../../kernel/rule/clock.ts';

/** What runs for a request received on that day. */
export const verificationTerms = (receivedOn: Day, doneOn: Day | null = null): RunningTerm[] =>
  ['victim.initial_check', 'victim.verify'].map(family => ({ family, start: receivedOn, doneOn }));

/** The day a request was answered; null while it was not. */
export const answeredOn = (row: Readonly<Record<string, unknown>>): Day | null =>
  row.state === 'answered' && typeof row.answeredAt === 'string' ? dayOf(row.answeredAt as Instant) : null;

export const verificationClocks: ClockSource = {
  record: 'verification',
  clocks: row => verificationTerms(row.receivedOn as Day, answeredOn(row)),
};
