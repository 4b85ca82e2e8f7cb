/* The kinds of value that exist here, nineteen of them. Every record and every act's input is made of these. Text is kept as typed (NFC, trimmed,
 * no control characters): folding and matching belong to the modules that need them. */
import type { Day, Instant, PartialDay } from '../day.ts';
import { parseDay, parseInstant, parsePartialDay } from '../day.ts';
import { type Id, isId } from '../id.ts';
import type { FieldIssue } from '../problem.ts';
import { type Field, type FieldKind, type FieldSettings, field, type Options, type Parsed } from './kind.ts';

const bad = (reason: string, params?: FieldIssue['params']): { issues: FieldIssue[] } => ({
  issues: [params ? { field: '', reason, params } : { field: '', reason }],
});
const nothing = { value: null };
const missing = (raw: unknown): boolean => raw === null || raw === undefined || raw === '';
const same = <V>(a: V, b: V): V | null => (JSON.stringify(a) === JSON.stringify(b) ? a : null);

// Control, format and private-direction characters, but for tab and line breaks, which are dealt with apart.
const controls = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;

function cleanText(raw: unknown, options: Options, lines: boolean): Parsed<string> {
  if (missing(raw)) return nothing;
  if (typeof raw !== 'string') return bad('text');
  if (!raw.isWellFormed()) return bad('text');
  const flat = raw.normalize('NFC').replace(controls, '');
  const value = lines ? flat.replace(/\r\n?/g, '\n').trim() : flat.replace(/\s+/g, ' ').trim();
  if (value === '') return nothing;
  const max = options.max ?? (lines ? 4000 : 200);
  if (value.length > max) return bad('too_long', { max });
  if (options.min && value.length < options.min) return bad('too_short', { min: options.min });
  return { value };
}

const textKind: FieldKind<string> = {
  name: 'text',
  column: 'text',
  parse: (raw, options) => cleanText(raw, options, false),
  empty: value => value === null || value === '',
  input: 'text',
  cell: 'text',
  filters: ['is'],
  schema: options => ({ type: 'string', maxLength: options.max ?? 200 }),
  toText: value => value,
  redact: () => '•••',
  merge: same,
  example: () => 'Ví dụ',
};

const longTextKind: FieldKind<string> = {
  ...textKind,
  name: 'longText',
  parse: (raw, options) => cleanText(raw, options, true),
  input: 'longText',
  cell: 'longText',
  filters: [],
  schema: options => ({ type: 'string', maxLength: options.max ?? 4000 }),
};

export const nameKinds = ['official', 'alias', 'foreign', 'nickname'] as const;
export interface PersonName {
  readonly text: string;
  readonly kind: (typeof nameKinds)[number];
}

const namesKind: FieldKind<readonly PersonName[]> = {
  name: 'names',
  column: 'jsonb',
  parse(raw) {
    if (missing(raw)) return nothing;
    if (!Array.isArray(raw)) return bad('list');
    if (raw.length > 12) return bad('too_many', { max: 12 });
    const names: PersonName[] = [];
    for (const [index, item] of raw.entries()) {
      const kind = (item as PersonName | null)?.kind;
      if (typeof item !== 'object' || item === null || !nameKinds.includes(kind as PersonName['kind']))
        return { issues: [{ field: `${index}.kind`, reason: 'choice' }] };
      const text = cleanText((item as PersonName).text, { max: 120 }, false);
      if ('issues' in text)
        return { issues: text.issues.map(issue => ({ ...issue, field: `${index}.text` })) };
      if (text.value !== null) names.push({ text: text.value, kind: kind as PersonName['kind'] });
    }
    return names.length === 0 ? nothing : { value: names };
  },
  empty: value => value === null || value.length === 0,
  input: 'names',
  cell: 'names',
  filters: [],
  schema: () => ({
    type: 'array',
    maxItems: 12,
    items: {
      type: 'object',
      required: ['text', 'kind'],
      properties: { text: { type: 'string', maxLength: 120 }, kind: { enum: nameKinds } },
    },
  }),
  toText: value => value.map(name => name.text).join('; '),
  redact: () => '•••',
  merge: (a, b) => [...a, ...b.filter(name => !a.some(other => other.text === name.text))],
  example: () => [{ text: 'Ví Thị Dụ', kind: 'official' }],
};

const choiceKind: FieldKind<string> = {
  ...textKind,
  name: 'choice',
  parse(raw, options) {
    if (missing(raw)) return nothing;
    return typeof raw === 'string' && options.codes?.includes(raw) ? { value: raw } : bad('choice');
  },
  input: 'choice',
  cell: 'choice',
  filters: ['is', 'in'],
  schema: options => ({ type: 'string', enum: options.codes }),
  example: options => options.codes?.[0] ?? '',
};

const choicesKind: FieldKind<readonly string[]> = {
  name: 'choices',
  column: 'text[]',
  parse(raw, options) {
    if (missing(raw)) return nothing;
    if (!Array.isArray(raw)) return bad('list');
    if (raw.length > 200) return bad('too_many', { max: 200 });
    for (const [index, code] of raw.entries()) {
      const known = options.codes
        ? options.codes.includes(code)
        : typeof code === 'string' && /^[\w.-]{1,80}$/.test(code);
      if (!known) return { issues: [{ field: String(index), reason: 'choice' }] };
    }
    return raw.length === 0 ? nothing : { value: [...new Set(raw as string[])] };
  },
  empty: value => value === null || value.length === 0,
  input: 'choices',
  cell: 'choices',
  filters: ['has'],
  schema: options => ({
    type: 'array',
    maxItems: 200,
    items: options.codes ? { type: 'string', enum: options.codes } : { type: 'string', maxLength: 80 },
  }),
  toText: value => value.join('; '),
  redact: () => '•••',
  merge: (a, b) => [...new Set([...a, ...b])],
  example: options => (options.codes ?? ['vi_du']).slice(0, 2),
};

export const answerCodes = ['yes', 'no', 'unknown', 'declined', 'not_asked'] as const;
export type Answer = (typeof answerCodes)[number];

const answerKind: FieldKind<Answer> = {
  ...(choiceKind as unknown as FieldKind<Answer>),
  name: 'answer',
  parse(raw) {
    if (missing(raw)) return nothing;
    return answerCodes.includes(raw as Answer) ? { value: raw as Answer } : bad('choice');
  },
  input: 'answer',
  cell: 'answer',
  schema: () => ({ type: 'string', enum: answerCodes }),
  merge: (a, b) => (a === b || b === 'not_asked' ? a : a === 'not_asked' ? b : null),
  example: () => 'not_asked',
};

export type Answers = Readonly<Record<string, Answer>>;

const answersKind: FieldKind<Answers> = {
  name: 'answers',
  column: 'jsonb',
  parse(raw) {
    if (missing(raw)) return nothing;
    if (typeof raw !== 'object' || Array.isArray(raw)) return bad('answers');
    const entries = Object.entries(raw as object);
    if (entries.length > 200) return bad('too_many', { max: 200 });
    for (const [question, answer] of entries) {
      if (!/^[a-z][\w.-]{0,79}$/.test(question)) return bad('answers');
      if (!answerCodes.includes(answer as Answer)) return { issues: [{ field: question, reason: 'choice' }] };
    }
    return { value: Object.fromEntries(entries) as Answers };
  },
  empty: value => value === null || Object.keys(value).length === 0,
  input: 'answers',
  cell: 'answers',
  filters: [],
  schema: () => ({ type: 'object', maxProperties: 200, additionalProperties: { enum: answerCodes } }),
  toText: value =>
    Object.entries(value)
      .map(([question, answer]) => `${question}=${answer}`)
      .join('; '),
  redact: () => '•••',
  merge: same,
  example: () => ({}),
};

const flagKind: FieldKind<boolean> = {
  name: 'flag',
  column: 'boolean',
  parse: raw => (missing(raw) ? nothing : typeof raw === 'boolean' ? { value: raw } : bad('flag')),
  empty: value => value === null,
  input: 'flag',
  cell: 'flag',
  filters: ['is'],
  schema: () => ({ type: 'boolean' }),
  toText: value => (value ? '1' : '0'),
  redact: () => '•••',
  merge: same,
  example: () => false,
};

const wholeKind: FieldKind<number> = {
  name: 'whole',
  column: 'integer',
  parse(raw, options) {
    if (missing(raw)) return nothing;
    if (typeof raw !== 'number' || !Number.isSafeInteger(raw)) return bad('whole');
    const [least, most] = [options.min ?? 0, options.max ?? 2_000_000_000];
    return raw < least || raw > most ? bad('between', { least, most }) : { value: raw };
  },
  empty: value => value === null,
  input: 'whole',
  cell: 'whole',
  filters: ['is', 'from', 'to'],
  schema: options => ({ type: 'integer', minimum: options.min ?? 0, maximum: options.max ?? 2_000_000_000 }),
  toText: String,
  redact: () => '•••',
  merge: same,
  example: () => 1,
};

function temporal<V extends string>(
  name: 'partialDay' | 'day' | 'instant',
  column: string,
  read: (text: string) => V | null,
  schema: object,
  sample: V,
): FieldKind<V> {
  return {
    name,
    column,
    parse(raw) {
      if (missing(raw)) return nothing;
      const value = typeof raw === 'string' ? read(raw) : null;
      return value === null ? bad(name) : { value };
    },
    empty: value => value === null,
    input: name,
    cell: name,
    filters: ['is', 'from', 'to'],
    schema: () => ({ type: 'string', ...schema }),
    toText: value => value,
    redact: () => '•••',
    merge: (a, b) => (a.startsWith(b) ? a : b.startsWith(a) ? b : null),
    example: () => sample,
  };
}

const partialDayKind = temporal<PartialDay>(
  'partialDay',
  'text',
  parsePartialDay,
  { pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' },
  '2001-02' as PartialDay,
);
const dayKind = temporal<Day>('day', 'date', parseDay, { format: 'date' }, '2026-01-15' as Day);
const instantKind = temporal<Instant>(
  'instant',
  'timestamptz',
  parseInstant,
  { format: 'date-time' },
  '2026-01-15T19:10:00.000Z' as Instant,
);

function reference(name: 'unit' | 'office' | 'officer' | 'record'): FieldKind<Id> {
  return {
    ...textKind,
    name,
    column: 'uuid',
    parse: raw => (missing(raw) ? nothing : isId(raw) ? { value: raw } : bad('id')),
    input: name,
    cell: name,
    filters: ['is', 'in'],
    schema: () => ({ type: 'string', format: 'uuid' }),
    example: () => '01900000-0000-7000-8000-000000000000',
  };
}
const [unitKind, officeKind, officerKind, recordKind] = [
  reference('unit'),
  reference('office'),
  reference('officer'),
  reference('record'),
];

/** Any number of offices, each once, in the order they were named. That each exists is for the act to ask: the database holds no reference inside a list. */
const officesKind: FieldKind<readonly Id[]> = {
  ...(choicesKind as unknown as FieldKind<readonly Id[]>),
  name: 'offices',
  column: 'uuid[]',
  parse(raw) {
    if (missing(raw)) return nothing;
    if (!Array.isArray(raw)) return bad('list');
    if (raw.length > 200) return bad('too_many', { max: 200 });
    const wrong = raw.findIndex(id => !isId(id));
    if (wrong >= 0) return { issues: [{ field: String(wrong), reason: 'id' }] };
    return raw.length === 0 ? nothing : { value: [...new Set(raw as Id[])] };
  },
  input: 'offices',
  cell: 'offices',
  schema: () => ({ type: 'array', maxItems: 200, items: { type: 'string', format: 'uuid' } }),
  example: () => ['01900000-0000-7000-8000-000000000000' as Id],
};

const sealedKind: FieldKind<string> = {
  ...textKind,
  name: 'sealed',
  column: 'bytea',
  parse: (raw, options) => cleanText(raw, { max: 300, ...options }, false),
  input: 'sealed',
  cell: 'sealed',
  schema: options => ({ type: 'string', maxLength: options.max ?? 300 }),
};

/** What a row was first said to be, and by whom, when and why it was set right. */
export interface Correction {
  readonly at: Instant;
  /** Empty for what was set right before this was noted. */
  readonly by: Id | null;
  readonly why: string;
  /** The values that were wrong, by their fields. */
  readonly was: Readonly<Record<string, unknown>>;
}

const isCorrection = (raw: unknown): boolean => {
  const { at, by, why, was } = (raw ?? {}) as Record<string, unknown>;
  return (
    typeof at === 'string' &&
    parseInstant(at) !== null &&
    (by === null || isId(by)) &&
    typeof why === 'string' &&
    typeof was === 'object' &&
    was !== null &&
    !Array.isArray(was)
  );
};

/** The corrections of a row in their order: an act adds to them and nobody takes one away (db/migrations/0050-corrections.sql). */
const correctionsKind: FieldKind<readonly Correction[]> = {
  name: 'corrections',
  column: 'jsonb',
  parse(raw) {
    if (missing(raw)) return nothing;
    if (!Array.isArray(raw) || !raw.every(isCorrection)) return bad('list');
    return raw.length === 0 ? nothing : { value: raw as Correction[] };
  },
  empty: value => value === null || value.length === 0,
  input: 'corrections',
  cell: 'corrections',
  filters: [],
  schema: () => ({
    type: 'array',
    items: {
      type: 'object',
      properties: {
        at: { type: 'string', format: 'date-time' },
        by: { type: ['string', 'null'], format: 'uuid' },
        why: { type: 'string' },
        was: { type: 'object' },
      },
    },
  }),
  toText: value => value.map(({ at, why }) => `${at}: ${why}`).join('; '),
  redact: () => '•••',
  merge: same,
  example: () => [],
};

type Settings = FieldSettings;
type Codes = readonly string[];
export const text = (settings: Settings = {}): Field<string> => field(textKind, settings);
export const longText = (settings: Settings = {}): Field<string> => field(longTextKind, settings);
export const names = (settings: Settings = {}): Field<readonly PersonName[]> => field(namesKind, settings);
export const choice = (labels: string, codes: Codes, settings: Settings = {}): Field<string> =>
  field(choiceKind, { ...settings, labels, codes });
export const choices = (labels: string, codes: Codes, settings: Settings = {}): Field<readonly string[]> =>
  field(choicesKind, { ...settings, labels, codes });
/** Codes that are checked by the act, not by a list: the paths of shared fields, for instance. */
export const codes = (settings: Settings = {}): Field<readonly string[]> => field(choicesKind, settings);
export const answer = (settings: Settings = {}): Field<Answer> => field(answerKind, settings);
export const answers = (settings: Settings = {}): Field<Answers> => field(answersKind, settings);
export const flag = (settings: Settings = {}): Field<boolean> => field(flagKind, settings);
export const whole = (settings: Settings = {}): Field<number> => field(wholeKind, settings);
export const partialDay = (settings: Settings = {}): Field<PartialDay> => field(partialDayKind, settings);
export const day = (settings: Settings = {}): Field<Day> => field(dayKind, settings);
export const instant = (settings: Settings = {}): Field<Instant> => field(instantKind, settings);
export const unit = (settings: Settings = {}): Field<Id> => field(unitKind, settings);
export const office = (settings: Settings = {}): Field<Id> => field(officeKind, settings);
export const offices = (settings: Settings = {}): Field<readonly Id[]> => field(officesKind, settings);
export const officer = (settings: Settings = {}): Field<Id> => field(officerKind, settings);
export const corrections = (settings: Settings = {}): Field<readonly Correction[]> =>
  field(correctionsKind, settings);
export const ref = (to: string, settings: Settings = {}): Field<Id> => field(recordKind, { ...settings, to });
/** Encrypted at rest; opening one is an act with a purpose. `format` gives it an exact-search key. */
export const sealed = (settings: Settings = {}): Field<string> =>
  field(sealedKind, { ...settings, tier: 'sealed' });
