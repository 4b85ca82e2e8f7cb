/**
 * A parameter: one dated line of law (or of agreed practice) that says how long something may take, who must do it and where
 * that is written. The law changes by adding a line of the same family that starts where the old one ends, never by editing
 * one. A line nobody has compared with the text of the law is shown as advice: it never makes anybody late.
 */
import type { Day } from '../day.ts';
import type { Reason } from './reason.ts';

export type Bilingual = { vi: string; en: string };
export type Unit = 'hour' | 'day' | 'working_day' | 'month';
export type Length = { unit: Unit; value: number };
/** Lengths that differ by what is at hand: the class of an offence, who protests, how remote the post is. `any` stands for all others. */
export type Lengths = Record<string, Length>;
/** From surest to least sure. `practice` is no law at all: a custom of the house, which only ever reminds. */
export const CONFIDENCES = ['high', 'medium-high', 'medium', 'low', 'unknown', 'practice'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** How the term is counted. Criminal procedure has its own article (134); elsewhere the Civil Code counts (147, 148). */
export type Counting = {
  start_day_included: boolean;
  roll_to_working_day: boolean;
  month_as_30_days: boolean;
  /** Days are counted from the moment, and end at the same hour. */
  to_the_hour?: true;
};

/**
 * One lengthening, in turn; it exists only with a written decision. `add` is the most it may add to the end before it; `to_total` the most the whole
 * may then be, counted from the same start. Kinds that are not named have no such extension.
 */
export type Extension = {
  add?: Lengths;
  to_total?: Lengths;
  condition: Bilingual | null;
  /** Only in a case the law calls exceptional: left out where the last possible day is told. */
  special?: true;
};

export type Parameter = {
  id: string;
  /** The question this line answers, the same before and after a change of law: `victim.verify`. */
  family: string;
  article: string;
  title: Bilingual;
  holder: Bilingual;
  /** The event that starts the clock; named in `rule.reason.*` messages. */
  trigger: string;
  /** Null when the law sets no length, when nobody has read it yet, or when `lengths` has them. Then `value` is null too. */
  unit: Unit | null;
  value: number | null;
  /** What makes the length differ, and the lengths. */
  differs_by?: 'severity' | 'level' | 'circumstance' | 'protester';
  lengths?: Lengths;
  /** Something to be done at the latest so long before the event, not after it. */
  before?: true;
  counting: Counting;
  /** Where the way of counting is written, for the steps that move the date. */
  counting_article: string;
  /** Which day decides whether the old or the new line applies: the start of the clock, or the day a victim was identified. */
  line_chosen_by: 'trigger_day' | 'identification_day';
  valid_from: Day;
  /** The first day on which the line no longer applies; null while it is in force. */
  valid_to: Day | null;
  confidence: Confidence;
  source: string;
  verified_by?: string;
  verified_at?: Day;
  extensions?: Extension[];
  /** How long before the end an extension must be asked for. */
  ask_before?: Length;
  /** The most in all with every ordinary extension, as the law sums it up; checked against the parts when the rules are read. */
  in_all?: Lengths;
  /** How often the step may be taken, in the words of the law. */
  times?: Bilingual;
  /** The same in numbers, by who takes it. */
  most_times?: Record<string, number>;
  /** The family of the line that counts anew when what was suspended is taken up again. */
  resumed_by?: string;
  /** Said to the reader beside the date, or instead of one. */
  note?: Bilingual;
};

/**
 * Lines at least this sure count as law without a lawyer's check; lines below are advisory until `verified_at` is set.
 * (facts/law.md J.7: unverified rules produce advice, not "overdue".)
 */
export const BINDING_FROM: Confidence = 'high';

/** Whether a passed date may be called overdue. Practice never may, whoever confirmed it. */
export function isBinding(parameter: Pick<Parameter, 'confidence' | 'verified_at'>): boolean {
  if (parameter.confidence === 'practice') return false;
  if (parameter.verified_at) return true;
  return CONFIDENCES.indexOf(parameter.confidence) <= CONFIDENCES.indexOf(BINDING_FROM);
}

export function isInForce(line: { valid_from: Day; valid_to: Day | null }, day: Day): boolean {
  return line.valid_from <= day && (line.valid_to === null || day < line.valid_to);
}

/** Whether a line holds on some day of a half-open range; `to` is null where the range has no end. */
export const meetsRange = (
  line: { valid_from: Day; valid_to: Day | null },
  from: Day,
  to: Day | null,
): boolean => (to === null || line.valid_from < to) && (line.valid_to === null || line.valid_to > from);

/** The line of a family in force on that day, or null: then `noneInForce` says so on the screen. */
export function parameterOn(parameters: readonly Parameter[], family: string, day: Day): Parameter | null {
  return parameters.find(each => each.family === family && isInForce(each, day)) ?? null;
}

const byId = new WeakMap<readonly Parameter[], ReadonlyMap<unknown, Parameter>>();

/** The line of that id, as rows name it; lists ask for every row, so that the lines are laid out once. */
export function parameterById(parameters: readonly Parameter[], id: unknown): Parameter | undefined {
  let lines = byId.get(parameters);
  if (!lines) {
    lines = new Map(parameters.map(line => [line.id, line]));
    byId.set(parameters, lines);
  }
  return lines.get(id);
}

export function noneInForce(family: string, day: Day): Reason {
  return { code: 'none_in_force', params: { family, day } };
}

/** What any dated rule has, whatever it says. `valid_to` is the first day it no longer holds. */
export type DatedLine = { id: string; family: string; valid_from: Day; valid_to: Day | null };

/** Pairs of lines of one family that claim the same day; empty in a sound set of rules. */
export function overlaps(lines: readonly DatedLine[]): [DatedLine, DatedLine][] {
  const sorted = [...lines].sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1));
  return sorted.flatMap((line, index) =>
    sorted
      .slice(index + 1)
      .filter(later => later.family === line.family && isInForce(line, later.valid_from))
      .map((later): [DatedLine, DatedLine] => [line, later]),
  );
}
