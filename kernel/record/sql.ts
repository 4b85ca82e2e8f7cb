/* From a declaration to SQL: the table, its constraints and indexes, and the view through which a shared file is read. Sortable fields get an index that
 * leads with the office, because lists are walked office by office; code lists become check constraints, so that the database refuses what the parser would. */
import type { Field } from '../fields/kind.ts';
import {
  columnOf,
  hasAnswers,
  indexColumnOf,
  isProtected,
  type RecordDeclaration,
  snake,
  standardColumns,
} from './record.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const tableOf = (record: RecordDeclaration | string): string =>
  snake(typeof record === 'string' ? record : record.name);

function check(column: string, field: Field): string | null {
  const { codes } = field.options;
  if (field.kind.name === 'answer')
    return `check (${column} in ('yes', 'no', 'unknown', 'declined', 'not_asked'))`;
  if (!codes || codes.length === 0 || codes.length > 70) return null;
  const list = codes.map(quote).join(', ');
  return field.kind.column === 'text[]'
    ? `check (${column} <@ array[${list}])`
    : `check (${column} in (${list}))`;
}

function fieldColumns(record: RecordDeclaration, name: string, field: Field): string[] {
  const column = columnOf(record, name);
  // Sorted text follows the Vietnamese alphabet, not code points.
  const sortedText = field.sorted && field.kind.name === 'text';
  const parts = [column, sortedText ? 'text collate "vi-x-icu"' : field.kind.column];
  if (field.required) parts.push('not null');
  const limit = check(column, field);
  if (limit) parts.push(limit);
  const index = indexColumnOf(record, name);
  return index ? [parts.join(' '), `${index} bytea`] : [parts.join(' ')];
}

/** `create table` with its indexes, without foreign keys (those come after every table exists). */
export function tableSql(record: RecordDeclaration): string {
  const table = tableOf(record);
  const columns = ['id uuid primary key', 'province text not null'];
  if (record.held) columns.push('office uuid not null');
  if (record.numbered) columns.push('number text not null unique');
  if (record.partOf === 'person') columns.push('person uuid not null');
  columns.push(
    'made_at timestamptz not null',
    'made_by uuid not null',
    'changed_at timestamptz not null',
    'version integer not null default 1',
  );
  if (hasAnswers(record)) columns.push("unanswered jsonb not null default '{}'");
  for (const [name, field] of Object.entries(record.fields))
    columns.push(...fieldColumns(record, name, field));
  const lines = [`create table ${table} (\n  ${columns.join(',\n  ')}\n);`];
  const index = (list: readonly string[], where = '') =>
    lines.push(
      `create index ${table}_${list.slice(0, 4).join('_')}_idx on ${table} (${list.join(', ')})${where && ` where ${where}`};`,
    );
  if (record.held) index(['office', 'made_at', 'id']);
  if (record.partOf === 'person') index(['person']);
  for (const one of record.indexes) {
    const { fields, where } = 'fields' in one ? one : { fields: one, where: '' };
    index(
      fields.map(name => columnOf(record, name)),
      where,
    );
  }
  // Lists filter by their choices while they walk in order: with the choices behind the order, what is filtered out is never fetched.
  const choices = Object.entries(record.fields)
    .filter(([, field]) => field.listed && field.kind.name === 'choice')
    .map(([name]) => columnOf(record, name));
  for (const [name, field] of Object.entries(record.fields)) {
    if (field.sorted && record.held) index(['office', columnOf(record, name), 'id', ...choices]);
    const exact = indexColumnOf(record, name);
    if (exact) index([exact]);
  }
  return lines.join('\n');
}

/** The foreign keys of a record, to be added when all tables exist. */
export function foreignKeysSql(record: RecordDeclaration): string {
  if (record.derived) return '';
  const table = tableOf(record);
  const keys: [string, string][] = [];
  if (record.held) keys.push(['office', 'office']);
  if (record.partOf === 'person') keys.push(['person', 'person']);
  for (const [name, field] of Object.entries(record.fields)) {
    const column = columnOf(record, name);
    if (field.kind.name === 'record' && field.options.to) keys.push([column, tableOf(field.options.to)]);
    if (['unit', 'office', 'officer'].includes(field.kind.name)) keys.push([column, field.kind.name]);
  }
  return keys
    .map(
      ([column, to]) =>
        `alter table ${table} add constraint ${table}_${column}_fk foreign key (${column}) references ${to} (id);`,
    )
    .join('\n');
}

/** What a live share names, in the words of `sharedFields`: `person.fullName`, `arrival.route`. */
export const sharedFieldName = (record: RecordDeclaration, field: string): string =>
  `${record.name}.${field}`;

/**
 * The view a receiver reads: the same columns, each empty unless a live share to one of the reader's offices names it. The row is there when any of its
 * fields was shared; its skeleton (ids, dates, milestone fields) comes with it. The mask is in the value, so a masked field can be neither filtered nor sorted by.
 */
export function sharedViewSql(record: RecordDeclaration, sharedWhen: string): string | null {
  if (!isProtected(record)) return null;
  const table = tableOf(record);
  const person = record.isFile ? 'r.id' : 'r.person';
  const masked = (name: string, expression: string, alias: string) =>
    `case when s.fields @> array[${quote(sharedFieldName(record, name))}] then ${expression} end as ${alias}`;
  const columns = standardColumns(record)
    .filter(column => column !== 'unanswered')
    .map(column => `r.${column}`);
  if (hasAnswers(record))
    columns.push(
      `coalesce((select jsonb_object_agg(u.key, u.value) from jsonb_each(r.unanswered) u where s.fields @> array[${quote(`${record.name}.`)} || u.key]), '{}'::jsonb) as unanswered`,
    );
  for (const [name, field] of Object.entries(record.fields)) {
    const column = columnOf(record, name);
    if (field.milestone) columns.push(`r.${column}`);
    else columns.push(masked(name, `r.${column}`, column));
  }
  const any = Object.keys(record.fields).map(name => quote(sharedFieldName(record, name)));
  return [
    `create view shared.${table} with (security_barrier = true) as`,
    `select ${columns.join(',\n  ')}`,
    // Looked up row by row: the view is read by id, or along the shares, never from end to end.
    `from ${table} r cross join lateral (select ct.all_fields(shared_fields) as fields from share`,
    `  where share.person = ${person} and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()\n    and ${sharedWhen}) s`,
    `where s.fields && array[${any.join(', ')}];`,
    `alter view shared.${table} owner to ct_sharer;`,
  ].join('\n');
}
