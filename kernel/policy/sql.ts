/* From policy sentences to the database: column grants and row security per role, so that the database refuses what the server would. A role may insert or
 * update only what the acts it may do declare; nothing grants delete. Run anew whenever the policy changes: it drops what it made before. */
import type { Act } from '../act/act.ts';
import { columnOf, indexColumnOf, type RecordDeclaration, snake, standardColumns } from '../record/record.ts';
import { sharedViewSql, tableOf } from '../record/sql.ts';
import {
  always,
  fieldsOpenedBy,
  fieldsSeenBy,
  groundsToAct,
  type Predicate,
  type Sentence,
  type SessionSql,
} from './policy.ts';

/** The session's rights in SQL: sub-selects, so that PostgreSQL computes each once per query and not once per row. */
export const sessionSql: SessionSql = {
  reach: '(select ct.reach(current_user::text))::uuid[]',
  head: '(select ct.heads(current_user::text))',
  officer: '(select ct.officer(current_user::text))',
  exceptions: '(select ct.exceptions(current_user::text))::uuid[]',
};

const distinct = (predicates: readonly Predicate[]): Predicate[] => [
  ...new Map(predicates.map(predicate => [predicate.name, predicate])).values(),
];

const anyOf = (table: string, predicates: readonly Predicate[]): string =>
  distinct(predicates)
    .map(predicate => predicate.sql(table, sessionSql))
    .join('\n    or ');

interface Rights {
  readonly see: Predicate[];
  readonly columns: Set<string>;
  readonly sealed: Set<string>;
  readonly insert: boolean;
  /** Some act adds a row about a file that is not within reach; breaking the glass is one. */
  readonly insertAnywhere: boolean;
  readonly update: Set<string>;
  readonly updateWhen: Predicate[];
}

function rightsOf(
  role: string,
  record: RecordDeclaration,
  sentences: readonly Sentence[],
  acts: readonly Act[],
): Rights {
  const see = sentences.flatMap(sentence =>
    (sentence.verb === 'see' || sentence.verb === 'open') &&
    sentence.record.name === record.name &&
    sentence.roles.includes(role)
      ? [sentence.when]
      : [],
  );
  const columns = new Set<string>(standardColumns(record));
  for (const name of fieldsSeenBy(sentences, role, record)) columns.add(columnOf(record, name));
  const sealed = new Set<string>();
  for (const name of fieldsOpenedBy(sentences, role, record)) {
    sealed.add(columnOf(record, name));
    const index = indexColumnOf(record, name);
    if (index) sealed.add(index);
  }
  let [insert, insertAnywhere] = [false, false];
  const update = new Set<string>();
  const updateWhen: Predicate[] = [];
  for (const act of acts) {
    const grounds = groundsToAct(sentences, role, act.name);
    const writes = act.writes[record.name];
    if (grounds.length === 0 || !writes) continue;
    if (writes.insert) insert = true;
    if (writes.insert && grounds.includes(always)) insertAnywhere = true;
    for (const name of writes.update ?? []) {
      update.add(columnOf(record, name));
      const index = indexColumnOf(record, name);
      if (index) update.add(index);
    }
    if (writes.update) updateWhen.push(...(act.record === record.name ? grounds : see));
  }
  return { see, columns, sealed, insert, insertAnywhere, update, updateWhen };
}

function insertCheck(record: RecordDeclaration, table: string, anywhere: boolean): string {
  if (record.partOf === 'person' && !anywhere)
    return `ct.may_add(${table}.person, ${table}.office, ${sessionSql.reach}, current_user::text)`;
  return record.held && record.name !== 'post' ? `${table}.office = any (${sessionSql.reach})` : 'true';
}

function policySql(
  role: string,
  record: RecordDeclaration,
  sentences: readonly Sentence[],
  acts: readonly Act[],
): string[] {
  const table = tableOf(record);
  const rights = rightsOf(role, record, sentences, acts);
  const to = `ct_${role}`;
  const lines: string[] = [];
  if (rights.see.length > 0) {
    const columns = [...rights.columns, ...rights.sealed];
    lines.push(`grant select (${columns.join(', ')}) on ${table} to ${to};`);
    lines.push(
      `create policy see_${role} on ${table} for select to ${to} using (\n    ${anyOf(table, rights.see)});`,
    );
  }
  if (rights.insert) {
    lines.push(`grant insert on ${table} to ${to};`);
    lines.push(
      `create policy add_${role} on ${table} for insert to ${to} with check (${insertCheck(record, table, rights.insertAnywhere)});`,
    );
  }
  if (rights.update.size > 0 && !record.appendOnly) {
    const standard = [
      'changed_at',
      'version',
      ...(standardColumns(record).includes('unanswered') ? ['unanswered'] : []),
    ];
    lines.push(`grant update (${[...rights.update, ...standard].join(', ')}) on ${table} to ${to};`);
    lines.push(
      `create policy change_${role} on ${table} for update to ${to} using (\n    ${anyOf(table, rights.updateWhen)}) with check (true);`,
    );
  }
  return lines;
}

/** Roles that may read a shared file through the `shared` views. */
function sharedGrants(record: RecordDeclaration, roles: readonly string[]): string[] {
  return roles.map(role => `grant select on shared.${tableOf(record)} to ct_${role};`);
}

export interface PolicyInput {
  readonly roles: readonly string[];
  readonly sharedWithRoles: readonly string[];
  readonly records: readonly RecordDeclaration[];
  readonly acts: readonly Act[];
  readonly sentences: readonly Sentence[];
  /** What else a share must fulfil to count for the role that reads (SQL on its columns). */
  readonly sharedWhen: string;
}

/** The whole repeatable script: drop what an earlier one made, enable and force row security, grant, and create the policies and views. */
export function policiesSql({
  roles,
  sharedWithRoles,
  records,
  acts,
  sentences,
  sharedWhen,
}: PolicyInput): string {
  const lines: string[] = ['drop schema if exists shared cascade;', 'create schema shared;'];
  lines.push('grant usage, create on schema shared to ct_sharer;');
  for (const role of roles) lines.push(`grant usage on schema public, shared, ct, ledger to ct_${role};`);
  for (const record of records) {
    const table = tableOf(record);
    lines.push('', `-- ${record.name}`);
    lines.push(`select ct.forget_policies('${table}');`);
    lines.push(
      `alter table ${table} enable row level security;`,
      `alter table ${table} force row level security;`,
    );
    lines.push(`create policy owner_all on ${table} to chungtay_owner using (true) with check (true);`);
    lines.push(`create policy system_all on ${table} to ct_system using (true) with check (true);`);
    lines.push(`grant select, insert, update on ${table} to ct_system;`);
    for (const role of roles) lines.push(...policySql(role, record, sentences, acts));
    const view = sharedViewSql(record, sharedWhen);
    if (view) {
      lines.push(`grant select on ${table} to ct_sharer;`);
      lines.push(`create policy sharer on ${table} for select to ct_sharer using (true);`);
      lines.push(view, ...sharedGrants(record, sharedWithRoles));
    }
    if (record.isFile) {
      const match = [
        'id',
        'office',
        ...['fullName', 'otherNames', 'born', 'sex', 'origin', 'ethnicity', 'importKey'].map(snake),
      ];
      lines.push(`grant select (${match.join(', ')}) on ${table} to ct_matcher;`);
      lines.push(`create policy matcher on ${table} for select to ct_matcher using (true);`);
    }
  }
  return `${lines.join('\n')}\n`;
}
