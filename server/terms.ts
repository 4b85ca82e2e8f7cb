/* The law's terms for acts and screens: the dated line in force on a day, computed with the calendar, with the reasons the screen shows. */
import type { FoundChecklist, FoundTerm, Row } from '../kernel/act/act.ts';
import { type Day, dayIn } from '../kernel/day.ts';
import { type ClockSource, type Counted, countClock } from '../kernel/rule/clock.ts';
import { parameterById, parameterOn } from '../kernel/rule/parameter.ts';
import { computeTerm, type Term } from '../kernel/rule/term.ts';
import { rules } from '../rules/index.ts';

/** What runs for a row, as its module declares it, each with the row it runs for. */
export function clocksOfRow(source: ClockSource, row: Row): (Counted & { record: string; row: string })[] {
  return source.clocks(row, rules).flatMap(asked => {
    const counted = countClock(rules, asked);
    return counted ? [{ record: source.record, row: row.id, ...counted }] : [];
  });
}

const terms = new Map<string, Term | null>();
const mostTerms = 20_000;

/**
 * The term of one line of the law, by its id or its family, from a day; null when there is no such line. Kept: rules and calendar are read once, and what
 * waits for an office began on few days.
 */
export function termByRule(rule: string, start: Day): Term | null {
  const key = `${rule} ${start}`;
  const known = terms.get(key);
  if (known !== undefined) return known;
  const line = parameterById(rules.parameters, rule) ?? parameterOn(rules.parameters, rule, start);
  const term = line ? computeTerm(line, start, rules.calendar) : null;
  if (terms.size >= mostTerms) terms.clear();
  terms.set(key, term);
  return term;
}

export function findTerm(family: string, start: Day): FoundTerm | null {
  const parameter = parameterOn(rules.parameters, family, start);
  if (!parameter) return null;
  const term = computeTerm(parameter, start, rules.calendar);
  return {
    rule: parameter.id,
    article: parameter.article,
    due: term.due && dayIn(term.due),
    advisory: term.advisory,
  };
}

/** The checklist of a family in force on a day. */
export const findChecklist = (family: string, on: Day): FoundChecklist | null =>
  rules.standards.find(
    list => list.family === family && list.valid_from <= on && (list.valid_to === null || on < list.valid_to),
  ) ?? null;
