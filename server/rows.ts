/* How a row is read: which columns a role's select names, and how a database row becomes a row of the API. A field the role may not see is not in the
 * select at all; a sealed one only says that it is there, and only to those who could open it. */
import type { Row } from '../kernel/act/act.ts';
import { fieldsOpenedBy, fieldsSeenBy, maySeeAny } from '../kernel/policy/policy.ts';
import { columnOf, isProtected, type RecordDeclaration, standardColumns } from '../kernel/record/record.ts';
import { tableOf } from '../kernel/record/sql.ts';
import { sharedWithRoles } from '../modules/agencies/index.ts';
import { policy } from '../modules/index.ts';

const camel = (column: string): string =>
  column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

export interface Reading {
  /** `held`: the record's own table under row security; `shared`: the view of what was shared. */
  readonly arm: 'held' | 'shared';
  readonly from: string;
  /** The select list, each column under its field's name. */
  readonly select: string;
  /** The same for a page of a list: what lists show and what says where a row stands, no more. */
  readonly brief: string;
  readonly fields: ReadonlySet<string>;
}

const cache = new Map<string, Reading[]>();

/** The arms by which a role may read a record; none when it may not at all. */
export function readingsOf(record: RecordDeclaration, role: string): Reading[] {
  const key = `${record.name}/${role}`;
  const known = cache.get(key);
  if (known) return known;
  const readings: Reading[] = [];
  const standardOf = (columns: readonly string[]) =>
    columns.map(column => `r.${column} as "${camel(column)}"`);
  const standard = standardOf(standardColumns(record));
  const briefly = standardOf(standardColumns(record).filter(column => !leftOut.has(column)));
  const opened = fieldsOpenedBy(policy, role, record);
  if (maySeeAny(policy, role, record)) {
    const seen = fieldsSeenBy(policy, role, record);
    readings.push({
      arm: 'held',
      from: tableOf(record),
      fields: new Set(seen),
      select: list(record, standard, seen, opened),
      brief: list(record, briefly, seen.filter(isBrief(record)), []),
    });
  }
  if (isProtected(record) && (sharedWithRoles as readonly string[]).includes(role)) {
    const seen = Object.keys(record.fields).filter(name => record.fields[name]!.tier !== 'sealed');
    const sealed = Object.keys(record.fields).filter(name => record.fields[name]!.tier === 'sealed');
    readings.push({
      arm: 'shared',
      from: `shared.${tableOf(record)}`,
      fields: new Set(seen),
      select: list(record, standard, seen, sealed),
      brief: list(record, briefly, seen.filter(isBrief(record)), []),
    });
  }
  cache.set(key, readings);
  return readings;
}

/** What no list shows of a row's making. */
const leftOut: ReadonlySet<string> = new Set(['province', 'made_by', 'changed_at', 'version']);

const isBrief = (record: RecordDeclaration) => (name: string) => {
  const { listed, milestone, sorted } = record.fields[name]!;
  return listed || milestone || sorted;
};

function list(
  record: RecordDeclaration,
  standard: string[],
  seen: readonly string[],
  sealed: readonly string[],
): string {
  return [
    ...standard,
    ...seen.map(name => `r.${columnOf(record, name)} as "${name}"`),
    ...sealed.map(name => `(r.${columnOf(record, name)} is not null) as "${name}"`),
  ].join(', ');
}

const sealedFields = new Map<string, readonly string[]>();
function sealedFieldsOf(record: RecordDeclaration): readonly string[] {
  let known = sealedFields.get(record.name);
  if (!known) {
    known = Object.entries(record.fields).flatMap(([name, { tier }]) => (tier === 'sealed' ? [name] : []));
    sealedFields.set(record.name, known);
  }
  return known;
}

const moments = new Map<string, readonly string[]>();
function momentsOf(record: RecordDeclaration): readonly string[] {
  let known = moments.get(record.name);
  if (!known) {
    const declared = Object.entries(record.fields).filter(([, { kind }]) => kind.column === 'timestamptz');
    known = ['madeAt', 'changedAt', ...declared.map(([name]) => name)];
    moments.set(record.name, known);
  }
  return known;
}

/** A row that came inside a JSON value, as if it had come by itself: there the moments are as the database writes them. Changes the row. */
export function fromJson(record: RecordDeclaration, raw: Record<string, unknown>): Record<string, unknown> {
  for (const name of momentsOf(record))
    if (typeof raw[name] === 'string') raw[name] = new Date(raw[name]).toISOString();
  return raw;
}

/** By which right a row was seen, as the ledger says it: our file, a share, broken glass, sent to us, or a right that holds for any file. */
export type WayIn = 'kept' | 'share' | 'exception' | 'addressed' | 'role';
export function wayIn(row: Row, reach: readonly string[]): WayIn {
  if (row.via) return row.via as WayIn;
  if (reach.includes(row.office)) return 'kept';
  return reach.includes(row.toOffice as string) ? 'addressed' : 'role';
}

/** Turns presence flags of sealed fields into `{sealed: true}` or null, and says by which way the row came. */
export function toRow(
  record: RecordDeclaration,
  raw: Record<string, unknown>,
  arm: Reading['arm'],
  reach: readonly string[],
): Row {
  const row: Record<string, unknown> = { ...raw };
  for (const name of sealedFieldsOf(record)) if (name in row) row[name] = row[name] ? { sealed: true } : null;
  if (arm === 'shared') row.via = 'share';
  else if (record.isFile && !reach.includes(row.office as string)) row.via = 'exception';
  return row as Row;
}
