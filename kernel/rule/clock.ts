/* Clocks of rows: a module declares for one of its records which terms run for a row and from when; the server and the screens compute them by the same dated
 * lines. What makes a term mere advice for this very row is said as a reason, so that nobody is called late on a basis nobody has read. */
import type { Row } from '../act/act.ts';
import { type Day, dayIn, type Instant } from '../day.ts';
import type { Calendar } from './calendar.ts';
import type { Granted } from './length.ts';
import { type Parameter, parameterOn } from './parameter.ts';
import type { Reason } from './reason.ts';
import { computeTerm, type Term } from './term.ts';

/** A term asked for: of which family, from which day, or moment where hours are counted. */
export interface RunningTerm {
  readonly family: string;
  readonly start: Day | Instant;
  /** By what the length differs, where it does. */
  readonly kind?: string | null;
  /** Extensions that were decided, in turn. */
  readonly granted?: readonly Granted[];
  /** The day that chooses the dated line, where it is not the start (the day somebody was identified). */
  readonly lineDay?: Day;
  /** Why the term is only advice for this row, whatever its line says. */
  readonly onlyAdvice?: readonly Reason[];
  /** The day the duty was done; null or nothing while it was not. */
  readonly doneOn?: Day | null;
}

/** What a module declares in `clocks.ts`. The rules are those the server has; what they hold is the domain's to know. */
export interface ClockSource {
  readonly record: string;
  clocks(row: Row, rules: object): readonly RunningTerm[];
}

export interface Counted extends Term {
  readonly family: string;
  readonly met: boolean;
  /** Done, but after a day that binds. */
  readonly late: boolean;
}

/** The term of one question, with its reasons; null when no line was in force on the day that chooses. */
export function countClock(
  rules: { readonly parameters: readonly Parameter[]; readonly calendar: Calendar },
  {
    family,
    start,
    kind = null,
    granted = [],
    lineDay = dayIn(start),
    onlyAdvice = [],
    doneOn = null,
  }: RunningTerm,
): Counted | null {
  const line = parameterOn(rules.parameters, family, lineDay);
  if (!line) return null;
  const term = computeTerm(line, start, rules.calendar, { kind, granted });
  const advisory = term.advisory || onlyAdvice.length > 0;
  return {
    ...term,
    advisory,
    steps: [...term.steps, ...onlyAdvice],
    family,
    met: doneOn !== null,
    late: doneOn !== null && !advisory && term.due !== null && doneOn > dayIn(term.due),
  };
}
