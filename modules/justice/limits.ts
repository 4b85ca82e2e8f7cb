/* The limits of a case by the lines of the law: when one ends with what was granted, what may still be granted and by whom, by when that must be asked for,
 * and the last day on which the step could still be lawful. Nothing here is stored: every date is computed from the acts again. */
import { addDays, addHours, type Day, dayIn, type Instant, startOfDay } from '../../kernel/day.ts';
import { extensionsFor, type Granted } from '../../kernel/rule/length.ts';
import {
  isBinding,
  isInForce,
  type Length,
  type Parameter,
  parameterOn,
} from '../../kernel/rule/parameter.ts';
import { computeTerm, type Term, type TermFacts } from '../../kernel/rule/term.ts';
import type { Rules } from '../../rules/schema.ts';

/** The rules that limits are counted by. */
export type Law = Pick<Rules, 'parameters' | 'calendar' | 'granting' | 'fractions' | 'offences'>;
export type Point = Day | Instant;

/** The line of a family in force when the clock started. */
export const lineFrom = (law: Law, family: string, start: Point): Parameter | null =>
  parameterOn(law.parameters, family, dayIn(start));

/** Where a limit in hours begins with a day and nobody noted the hour, it begins when the day is over: nobody is called late too early. */
export function pointOf(law: Law, family: string, start: Point): Point {
  const line = lineFrom(law, family, start);
  return line?.unit === 'hour' && start.length === 10 ? startOfDay(addDays(start as Day, 1)) : start;
}

export interface Limit {
  readonly line: Parameter;
  readonly term: Term;
  /** The end before anything was granted, then after each extension. */
  readonly ends: readonly (Point | null)[];
  /** The last day on which the next extension may be asked for; null where there is none, or no such day. */
  readonly askUntil: Day | null;
  /** The most the next extension may give. */
  readonly next: Length | null;
  /** The end if every ordinary extension is granted at its longest. */
  readonly last: Point | null;
}

/** A limit with what was granted; null when no line was in force. */
export function limitOf(law: Law, family: string, start: Point, facts: TermFacts = {}): Limit | null {
  const line = lineFrom(law, family, start);
  if (!line) return null;
  const { kind = null, granted = [] } = facts;
  const termWith = (given: readonly Granted[]) =>
    computeTerm(line, start, law.calendar, { ...facts, granted: given });
  const terms = Array.from({ length: granted.length + 1 }, (_, turn) => termWith(granted.slice(0, turn)));
  const term = terms.at(-1)!;
  const left = extensionsFor(line, kind, granted.length);
  const ordinary = left.filter(({ extension }) => !extension.special);
  const inFull = ordinary.map(({ most }): Granted => ({ number: '', day: dayIn(start), length: most }));
  return {
    line,
    term,
    ends: terms.map(each => each.due),
    askUntil: left.length > 0 ? askUntilOf(line, term.due) : null,
    next: left[0]?.most ?? null,
    last: ordinary.length > 0 ? termWith([...granted, ...inFull]).due : term.due,
  };
}

/** The same limit as advice, with the word why. */
export const advised = (limit: Limit, code: string): Limit => ({
  ...limit,
  term: { ...limit.term, advisory: true, steps: [...limit.term.steps, { code, params: {} }] },
});

/** The last day on which to ask for more than what ends on a day; null where the law names no such day. */
export function askUntilOf({ ask_before: lead }: Parameter, due: Point | null): Day | null {
  if (!lead || due === null) return null;
  return lead.unit === 'hour'
    ? dayIn(addHours(due as Instant, -lead.value))
    : addDays(dayIn(due), -lead.value);
}

export interface Grantor {
  /** The kind of body; null where the law gives no such extension. */
  readonly body: string | null;
  readonly article: string;
  /** False where nobody has read the split of powers: then another body's decision is warned of, not refused. */
  readonly binds: boolean;
}

/** Which body may grant an extension of a family on a day: by the level that handles the case, the kind of limit and the turn (from 0). */
export function grantorOf(
  law: Law,
  family: string,
  { day, level, kind, turn }: { day: Day; level: string; kind: string; turn: number },
): Grantor | null {
  const table = law.granting.find(each => each.family === family && isInForce(each, day));
  if (!table) return null;
  const kinds = table.by_level[level] ?? table.by_level.any;
  return {
    body: (kinds?.[kind] ?? kinds?.any)?.[turn] ?? null,
    article: table.article,
    binds: isBinding(table),
  };
}

/** The part of a limit that holds on a day for whoever is under 18; null where the limit is the same for all. */
export function partOf({ fractions }: Pick<Law, 'fractions'>, family: string, day: Day): TermFacts['part'] {
  const found = fractions.find(each => each.applies_to.includes(family) && isInForce(each, day));
  if (!found) return null;
  return found.part ? { ...found.part, article: found.article } : 'unread';
}
