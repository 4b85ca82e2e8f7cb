/* The law's terms for acts and screens: the dated line in force on a day, computed with the calendar, with the reasons the screen shows. */
import type { FoundChecklist, FoundTerm } from '../kernel/act/act.ts';
import { type Day, dayOf } from '../kernel/day.ts';
import { parameterOn } from '../kernel/rule/parameter.ts';
import { computeTerm, type Term } from '../kernel/rule/term.ts';
import { rules } from '../rules/index.ts';

/** The term of a family of rules that begins on a day, with its reasons; null when no line was in force. */
export function termOf(family: string, start: Day): Term | null {
  const parameter = parameterOn(rules.parameters, family, start);
  return parameter ? computeTerm(parameter, start, rules.calendar) : null;
}

/** The term of one line of the law, by its id or its family, from a day; null when there is no such line. */
export function termByRule(rule: string, start: Day): Term | null {
  const line =
    rules.parameters.find(parameter => parameter.id === rule) ?? parameterOn(rules.parameters, rule, start);
  return line ? computeTerm(line, start, rules.calendar) : null;
}

const asDay = (due: string | null): Day | null =>
  due === null ? null : due.length === 10 ? (due as Day) : dayOf(due as never);

export function findTerm(family: string, start: Day): FoundTerm | null {
  const parameter = parameterOn(rules.parameters, family, start);
  if (!parameter) return null;
  const term = computeTerm(parameter, start, rules.calendar);
  return { rule: parameter.id, article: parameter.article, due: asDay(term.due), advisory: term.advisory };
}

/** The checklist of a family in force on a day. */
export const findChecklist = (family: string, on: Day): FoundChecklist | null =>
  rules.standards.find(
    list => list.family === family && list.valid_from <= on && (list.valid_to === null || on < list.valid_to),
  ) ?? null;
