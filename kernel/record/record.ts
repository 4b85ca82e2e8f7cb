/* Record: a noun of the domain, declared once as plain data. From it come the table, its row security, the parser, the API, lists, export columns,
 * the data dictionary. Every record is held by one office and lies in one province (so that tables can be partitioned or distributed later). */
import type { Fields } from '../fields/kind.ts';

export interface Retention {
  /** Years after the file was closed; null while nobody has decided, which the dictionary says. */
  readonly years: number | null;
  readonly basis: string;
}

export interface RecordDeclaration<F extends Fields = Fields> {
  readonly name: string;
  readonly fields: F;
  /** The record belongs to a person's file: it gets a `person` column, reading it is logged, and it can be shared field by field. */
  readonly partOf: 'person' | null;
  /** The file itself (the person) rather than a part of it. */
  readonly isFile: boolean;
  /** Held by an office. What belongs to everybody (units, agencies, offices, officers) is not. */
  readonly held: boolean;
  /** A prefix for the human number the server issues (`NN-2026-000123`), if it has one. */
  readonly numbered: string | null;
  /** The field that holds the state, if the record has states. */
  readonly state: string | null;
  /** Fields that name the record in a list or a link; none of them may be sealed. */
  readonly caption: readonly string[];
  /** Looking at one is entered in the ledger though it is part of nobody's file: it is a file of another kind. */
  readonly readingEntered: boolean;
  /** Only inserted, never changed: the database grants no update. */
  readonly appendOnly: boolean;
  /** Made by the system from other rows and made again at any time: what it points to is checked there, not here. */
  readonly derived: boolean;
  /** Indexes beyond the usual ones; one with `where` holds only the rows of that condition. */
  readonly indexes: readonly (
    | readonly string[]
    | { readonly fields: readonly string[]; readonly where: string }
  )[];
  readonly retention: Retention;
}

type Settings<F extends Fields> = { readonly fields: F } & Partial<
  Omit<RecordDeclaration<F>, 'name' | 'fields'>
>;

export const undecidedRetention: Retention = { years: null, basis: 'not decided' };

export function record<F extends Fields>(name: string, settings: Settings<F>): RecordDeclaration<F> {
  return {
    name,
    partOf: null,
    isFile: false,
    held: true,
    numbered: null,
    state: null,
    caption: [],
    readingEntered: false,
    appendOnly: false,
    derived: false,
    indexes: [],
    retention: undecidedRetention,
    ...settings,
  };
}

/** What every row carries besides its declared fields. `unanswered` exists where a field is an interview answer. */
export const standardFields = [
  'id',
  'province',
  'office',
  'number',
  'person',
  'madeAt',
  'madeBy',
  'changedAt',
  'version',
] as const;

export function hasAnswers(record: RecordDeclaration): boolean {
  return Object.values(record.fields).some(field => field.asked);
}

export function isProtected(record: RecordDeclaration): boolean {
  return record.isFile || record.partOf === 'person';
}

export function snake(name: string): string {
  return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

/** The column a field is kept in; a sealed field's column holds ciphertext. */
export function columnOf(record: RecordDeclaration, name: string): string {
  return record.fields[name]?.tier === 'sealed' ? `${snake(name)}_sealed` : snake(name);
}

/** The column of a sealed field's exact-search key, if it has one. */
export function indexColumnOf(record: RecordDeclaration, name: string): string | null {
  const field = record.fields[name];
  return field?.tier === 'sealed' && field.options.format ? `${snake(name)}_index` : null;
}

/** The columns of a row's skeleton, in order, without the declared fields. */
export function standardColumns(record: RecordDeclaration): string[] {
  const columns = record.held ? ['id', 'province', 'office'] : ['id', 'province'];
  if (record.numbered) columns.push('number');
  if (record.partOf === 'person') columns.push('person');
  columns.push('made_at', 'made_by', 'changed_at', 'version');
  if (hasAnswers(record)) columns.push('unanswered');
  return columns;
}
