/* Cases for trying the engine by hand: each vector names a way of counting and what is at hand, and is answered with its dates and the reasons. The file of
 * `npx chungtay clock` holds such vectors; a lawyer writes her own beside the official examples. */
import { type Day, type Instant, localText, parseDay, parseInstant } from '../../kernel/day.ts';
import type { Bilingual, Parameter, Unit } from '../../kernel/rule/parameter.ts';
import type { Reason } from '../../kernel/rule/reason.ts';
import { computeTerm, type TermFacts } from '../../kernel/rule/term.ts';
import type { Rules } from '../../rules/schema.ts';
import { SEVERITIES, type Severity } from '../../rules/schema-justice.ts';
import { custodyEnds, detentionOrder, reclassify } from './detention.ts';
import { limitOf, lineFrom, type Point, partOf } from './limits.ts';

export const vectorKinds = ['day_term', 'month_term', 'detention', 'custody', 'reclassify', 'cap'] as const;
export type VectorKind = (typeof vectorKinds)[number];

export interface Answered {
  /** The fields of the vector's `expect`, and what belongs beside them. */
  readonly answer: Readonly<Record<string, unknown>>;
  readonly article: string;
  readonly reasons: readonly Reason[];
}

/** What is wrong with a vector: the field, and what is wanted there. */
export class BadVector extends Error {
  readonly field: string;
  readonly wanted: Bilingual;
  constructor(field: string, wanted: Bilingual) {
    super(`${field}: ${wanted.en}`);
    this.field = field;
    this.wanted = wanted;
  }
}

type Input = Readonly<Record<string, unknown>>;
const fieldOf = <Value>(
  input: Input,
  name: string,
  read: (value: unknown) => Value | null,
  wanted: Bilingual,
): Value => {
  const value = read(input[name]);
  if (value === null) throw new BadVector(`input.${name}`, wanted);
  return value;
};
const optional = <Value>(
  input: Input,
  name: string,
  read: (value: unknown) => Value | null,
  wanted: Bilingual,
  otherwise: Value,
): Value => (input[name] === undefined ? otherwise : fieldOf(input, name, read, wanted));
const whole = (value: unknown): number | null =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 10_000
    ? (value as number)
    : null;
const wholeAbove = (value: unknown): number | null => (whole(value) ? (value as number) : null);
const truth = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);
const point = (value: unknown): Point | null => parseDay(value) ?? parseInstant(value);
const severity = (value: unknown): Severity | null =>
  SEVERITIES.includes(value as Severity) ? (value as Severity) : null;
const units: readonly Unit[] = ['hour', 'day', 'working_day', 'month'];
const unit = (value: unknown): Unit | null => (units.includes(value as Unit) ? (value as Unit) : null);
const numbers = (value: unknown): number[] | null =>
  Array.isArray(value) && value.every(each => wholeAbove(each) !== null) ? (value as number[]) : null;

const oneOf = (allowed: readonly string[]): Bilingual => ({
  vi: `một trong: ${allowed.join(', ')}`,
  en: `one of ${allowed.join(', ')}`,
});
const words = {
  day: { vi: 'một ngày như 2021-06-01', en: 'a day like 2021-06-01' },
  point: {
    vi: 'một ngày như 2021-06-01, hoặc một thời điểm như 2021-07-02T22:15:00+07:00',
    en: 'a day like 2021-06-01, or a moment like 2021-07-02T22:15:00+07:00',
  },
  count: { vi: 'số nguyên từ 1 đến 10000', en: 'a whole number from 1 to 10000' },
  countOrNone: { vi: 'số nguyên từ 0 đến 10000', en: 'a whole number from 0 to 10000' },
  severity: oneOf(SEVERITIES),
  unit: oneOf(units),
  counts: { vi: 'danh sách các số nguyên lớn hơn 0', en: 'a list of whole numbers above 0' },
  truth: { vi: 'true hoặc false', en: 'true or false' },
  limit: {
    vi: 'tên một thời hạn, như investigation.limit',
    en: 'the name of a limit, like investigation.limit',
  },
  kind: oneOf(vectorKinds),
  input: { vi: 'một đối tượng với các dữ kiện', en: 'an object with what is at hand' },
  later: { vi: 'một ngày không trước ngày bắt đầu', en: 'a day on or after the start' },
  unread: {
    vi: 'chưa ai đối chiếu được phần thời hạn áp dụng từ ngày đó',
    en: 'the part that holds from that day has not been read',
  },
} as const;

/** Moments as a lawyer writes them; days stay days. */
const localPoint = (at: Point | null): string | null =>
  at === null || parseDay(at) ? at : localText(at as Instant);

/** A line that says nothing but how procedure counts (article 134): for terms given bare. */
const bareLine = (unit: Unit, value: number, input: Input): Parameter => ({
  id: 'bare',
  family: 'bare',
  article: 'Điều 134 BLTTHS 2015',
  title: { vi: 'Thời hạn', en: 'Term' },
  holder: { vi: '', en: '' },
  trigger: 'event',
  unit,
  value,
  counting: {
    start_day_included: optional(input, 'start_day_included', truth, words.truth, unit === 'hour'),
    roll_to_working_day: optional(input, 'roll_to_working_day', truth, words.truth, unit !== 'hour'),
    month_as_30_days: optional(input, 'month_as_30_days', truth, words.truth, false),
  },
  counting_article: 'Điều 134 BLTTHS 2015',
  line_chosen_by: 'trigger_day',
  valid_from: '2018-01-01' as Day,
  valid_to: null,
  confidence: 'high',
  source: 'the vector',
});

function needLine(rules: Rules, family: string, start: Point): Parameter {
  const line = lineFrom(rules, family, start);
  if (!line)
    throw new BadVector('input.start', {
      vi: `một ngày mà ${family} có quy định`,
      en: `a day on which a line of ${family} is in force`,
    });
  return line;
}

const decided = (length: number, unit: Unit, on: Point, turn: number) => ({
  number: String(turn + 1),
  day: on as Day,
  length: { unit, value: length },
});

function term(input: Input, { calendar }: Rules, unit: Unit): Answered {
  const start = fieldOf(input, 'start', point, words.point);
  const line = bareLine(unit, fieldOf(input, 'value', wholeAbove, words.count), input);
  const unrolled = { ...line, counting: { ...line.counting, roll_to_working_day: false } };
  const counted = computeTerm(line, start, calendar);
  return {
    answer: {
      raw_end: localPoint(computeTerm(unrolled, start, calendar).due),
      end: localPoint(counted.due),
      provisional: counted.provisional,
    },
    article: line.article,
    reasons: counted.steps,
  };
}

function partFor(input: Input, rules: Rules, family: string, day: Day): TermFacts['part'] {
  const part = optional(input, 'under_18', truth, words.truth, false) ? partOf(rules, family, day) : null;
  if (part === 'unread') throw new BadVector('input.under_18', words.unread);
  return part;
}

const answers: Readonly<Record<VectorKind, (input: Input, rules: Rules) => Answered>> = {
  day_term: (input, rules) => term(input, rules, optional(input, 'unit', unit, words.unit, 'day')),
  month_term: (input, rules) => term(input, rules, optional(input, 'unit', unit, words.unit, 'month')),
  detention(input, rules) {
    const start = fieldOf(input, 'order_start', parseDay, words.day);
    const line = needLine(rules, 'detention.investigation', start);
    const span = detentionOrder(line, rules.calendar, {
      start,
      months: fieldOf(input, 'months', wholeAbove, words.count),
      served: optional(input, 'custody_days', whole, words.countOrNone, 0),
      part: partFor(input, rules, line.family, start),
    });
    return {
      answer: { days: span.days, end: span.end, written: span.written },
      article: line.counting_article,
      reasons: span.steps,
    };
  },
  custody(input, rules) {
    const start = fieldOf(input, 'start', point, words.point);
    const line = needLine(rules, 'custody.tam_giu', start);
    const [first, ext1, ext2] = custodyEnds(line, rules.calendar, start).map(localPoint);
    return {
      answer: { first, ext1, ext2 },
      article: line.article,
      reasons: computeTerm(line, start, rules.calendar).steps,
    };
  },
  reclassify(input, rules) {
    const start = fieldOf(input, 'start', parseDay, words.day);
    const change = fieldOf(input, 'change', parseDay, words.day);
    if (change < start) throw new BadVector('input.change', words.later);
    const line = needLine(rules, 'detention.investigation', start);
    const done = reclassify(line, {
      from: fieldOf(input, 'from_', severity, words.severity),
      to: fieldOf(input, 'to', severity, words.severity),
      start,
      change,
      served: optional(input, 'custody_days', whole, words.countOrNone, 0),
    });
    return {
      answer: {
        used_months_30: inMonths(done.used),
        remaining_detention_months: inMonths(done.days),
        used_days: done.used,
        remaining_days: done.days,
        end: done.end,
      },
      article: line.article,
      reasons: done.steps,
    };
  },
  cap(input, rules) {
    const family = optional(
      input,
      'limit',
      value => (typeof value === 'string' ? value : null),
      words.limit,
      'investigation.limit',
    );
    const start = fieldOf(input, 'start', point, words.point);
    const kind = fieldOf(input, 'class_', severity, words.severity);
    const line = needLine(rules, family, start);
    const extended = line.extensions?.[0];
    const unitOf = (extended?.add ?? extended?.to_total)?.[kind]?.unit ?? 'month';
    const exts = optional(input, 'exts', numbers, words.counts, []);
    const limit = limitOf(rules, family, start, {
      kind,
      granted: line.extensions ? exts.map((length, turn) => decided(length, unitOf, start, turn)) : [],
    })!;
    return {
      answer: {
        ends: limit.ends.map(localPoint),
        last: localPoint(limit.last),
        advisory: limit.term.advisory,
      },
      article: line.article,
      reasons: limit.term.steps,
    };
  },
};

/** Months of thirty days, to four places where they are not whole. */
const inMonths = (days: number): number => Math.round((days / 30) * 10_000) / 10_000;

/** @throws BadVector when the vector cannot be read. */
export function answerVector(vector: unknown, rules: Rules): Answered {
  const { kind, input } = (vector ?? {}) as { kind?: unknown; input?: unknown };
  if (!vectorKinds.includes(kind as VectorKind)) throw new BadVector('kind', words.kind);
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new BadVector('input', words.input);
  return answers[kind as VectorKind](input as Input, rules);
}
