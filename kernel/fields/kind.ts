/* Field kind: one object with every facet of a type of value, so that table, parser, form, list, filter, export and merge agree. A kind that lacks a
 * facet does not compile. `input` and `cell` name a widget; web/ui maps each name to a component, and a name without a component does not compile. */
import type { FieldIssue } from '../problem.ts';

export type Tier = 'open' | 'restricted' | 'sealed';
export type Language = 'vi' | 'en';

/** How an interview question may stand without a value. `not_asked` is the state of a question nobody reached. */
export const unansweredStates = ['unknown', 'declined', 'not_asked'] as const;
export type Unanswered = (typeof unansweredStates)[number];

export const widgets = [
  'text',
  'longText',
  'names',
  'choice',
  'choices',
  'answer',
  'answers',
  'flag',
  'whole',
  'partialDay',
  'day',
  'instant',
  'unit',
  'office',
  'offices',
  'officer',
  'record',
  'sealed',
  'corrections',
] as const;
export type Widget = (typeof widgets)[number];

export type FilterOperator = 'is' | 'in' | 'from' | 'to' | 'starts' | 'has';
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What parsing gives: a value, nothing, or why not (reason keys without the field's path; the caller adds it). */
export type Parsed<V> = { readonly value: V | null } | { readonly issues: readonly FieldIssue[] };

export interface Options {
  /** Longest text in characters. */
  readonly max?: number;
  readonly min?: number;
  /** Codes a choice may take; their labels are `list.<labels>.<code>`. */
  readonly codes?: readonly string[];
  readonly labels?: string;
  /** The record a reference points to. */
  readonly to?: string;
  /** The format a sealed text is normalised by before its exact-search key is made. */
  readonly format?: 'identity_number' | 'phone' | 'text';
}

export interface FieldKind<V> {
  readonly name: string;
  /** PostgreSQL type of the column. */
  readonly column: string;
  parse(raw: unknown, options: Options): Parsed<V>;
  empty(value: V | null): boolean;
  readonly input: Widget;
  readonly cell: Widget;
  readonly filters: readonly FilterOperator[];
  schema(options: Options): JsonSchema;
  /** Text for a spreadsheet cell or a printed page. Codes stay codes; the caller translates them. */
  toText(value: V): string;
  /** What stands in the place of the value for a reader who may know that it exists but not what it is. */
  redact(value: V): V | '•••';
  /** Two values for one field: the one to keep, or null when a person must choose. */
  merge(a: V, b: V): V | null;
  /** A plainly invented value, for previews and tests. */
  example(options: Options): V;
}

/** A field of a record or of an act's input. */
export interface Field<V = unknown> {
  readonly kind: FieldKind<V>;
  readonly options: Options;
  readonly required: boolean;
  readonly tier: Tier;
  /** An interview answer: may stand unanswered, with a state of its own. */
  readonly asked: boolean;
  /** May be sorted by; an index (office, field, id) stands behind it. */
  readonly sorted: boolean;
  /** Shown in lists. */
  readonly listed: boolean;
  /** Part of the record's skeleton: visible to whoever may see that the record exists (a date, an office, a state). */
  readonly milestone: boolean;
}

export type FieldSettings = Options & {
  readonly required?: boolean;
  readonly tier?: Tier;
  readonly asked?: boolean;
  readonly sorted?: boolean;
  readonly listed?: boolean;
  readonly milestone?: boolean;
};

export type Fields = Readonly<Record<string, Field>>;
export type ValueOf<F> = F extends Field<infer V> ? V : never;
/** The values of a set of fields, each possibly missing. */
export type ValuesOf<F extends Fields> = { -readonly [K in keyof F]: ValueOf<F[K]> | null };

export function field<V>(kind: FieldKind<V>, settings: FieldSettings): Field<V> {
  const { required, tier, asked, sorted, listed, milestone, ...options } = settings;
  return {
    kind,
    options,
    required: required ?? false,
    tier: tier ?? 'restricted',
    asked: asked ?? false,
    sorted: sorted ?? false,
    listed: listed ?? false,
    milestone: milestone ?? false,
  };
}
