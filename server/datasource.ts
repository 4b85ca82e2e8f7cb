/* Reading: one row, a page of rows. The database decides what is visible; here only the columns a role may name are named, and what was shown of people's
 * files is entered in the ledger, in the same transaction. A field that may not be read can be neither filtered nor sorted by. */
import type { Actor, Row } from '../kernel/act/act.ts';
import type { Instant } from '../kernel/day.ts';
import type { FilterOperator } from '../kernel/fields/kind.ts';
import { isId } from '../kernel/id.ts';
import { mayAct, type Sentence } from '../kernel/policy/policy.ts';
import { type FieldIssue, invalid, Problem } from '../kernel/problem.ts';
import { columnOf, isProtected, type RecordDeclaration } from '../kernel/record/record.ts';
import { acts, getRecord, policy } from '../modules/index.ts';
import { shareCounts } from '../modules/referrals/index.ts';
import type { Db } from './db/door.ts';
import { tell } from './ledger/write.ts';
import { type Reading, readingsOf, toRow } from './rows.ts';

const notShown = (record: RecordDeclaration): Problem =>
  new Problem(isProtected(record) ? 'person.not_shared' : 'record.not_found');

/** One row under the actor's rights, or null; nothing is entered in the ledger. */
export async function findRow(db: Db, actor: Actor, name: string, id: string): Promise<Row | null> {
  const record = getRecord(name);
  const readings = readingsOf(record, actor.role);
  const found = await Promise.all(
    readings.map(reading =>
      db.query<Record<string, unknown>>(`select ${reading.select} from ${reading.from} r where r.id = $1`, [
        id,
      ]),
    ),
  );
  for (const [index, rows] of found.entries())
    if (rows[0]) return toRow(record, rows[0], readings[index]!.arm, actor.reach);
  return null;
}

/** The acts the actor may do on this row now; acts that add to a person's file count as acts on the file. */
export function abilitiesOn(record: RecordDeclaration, row: Row, actor: Actor): string[] {
  return acts
    .filter(act => {
      if (act.creates && !(record.isFile && act.input.person)) return false;
      if (!act.creates && act.record !== record.name) return false;
      if (!act.creates && act.states && record.state && !act.states.includes(row[record.state] as string))
        return false;
      return mayAct(policy, actor, act, row);
    })
    .map(act => act.name);
}

/** What of a shared file was shared with the actor's offices: names of fields. */
async function sharedFieldsOf(db: Db, actor: Actor, person: string): Promise<string[]> {
  const rows = await db.query<{ field: string }>(
    `select distinct f as field from share, unnest(shared_fields) f where person = $1 and to_office = any ($2) and revoked_at is null and starts_at <= now() and until > now() and ${shareCounts}`,
    [person, actor.reach],
  );
  return rows.map(row => row.field);
}

/** Takes away what was not shared, so that an empty answer is never confused with a withheld one; names what is withheld. */
function withoutWithheld(record: RecordDeclaration, row: Row, shared: ReadonlySet<string>): Row {
  const copy: Record<string, unknown> = { ...row };
  const withheld: string[] = [];
  for (const [name, field] of Object.entries(record.fields)) {
    if (field.milestone || shared.has(`${record.name}.${name}`)) continue;
    delete copy[name];
    withheld.push(name);
  }
  return { ...copy, withheld } as unknown as Row;
}

export type ShownRow = Row & { readonly abilities: readonly string[] };

/** One row for the API. Reading a part of a person's file is entered in the ledger. @throws Problem when it is not the actor's to see. */
export async function getRow(
  db: Db,
  actor: Actor,
  now: Instant,
  name: string,
  id: string,
): Promise<ShownRow> {
  const record = getRecord(name);
  if (!isId(id)) throw invalid({ field: 'id', reason: 'id' });
  if (readingsOf(record, actor.role).length === 0) throw notShown(record);
  const row = await findRow(db, actor, name, id);
  if (!row) throw notShown(record);
  const person = record.isFile ? row.id : (row.person as string | undefined);
  const shown =
    row.via === 'share'
      ? withoutWithheld(record, row, new Set(await sharedFieldsOf(db, actor, person!)))
      : row;
  if (isProtected(record) && person)
    await tell(db, actor, now, {
      kind: 'read',
      name: `${name}.read`,
      subjectRecord: name,
      subject: id,
      persons: [person],
    });
  return { ...shown, abilities: abilitiesOn(record, row, actor) };
}

/** Everything of a person's file that the actor may see, each part's rows in the order they were made. One entry in the ledger. */
export async function getPath(
  db: Db,
  actor: Actor,
  now: Instant,
  id: string,
): Promise<{ person: ShownRow; parts: Record<string, ShownRow[]>; shared: string[] | null }> {
  const record = getRecord('person');
  if (!isId(id)) throw invalid({ field: 'id', reason: 'id' });
  const row = readingsOf(record, actor.role).length > 0 ? await findRow(db, actor, 'person', id) : null;
  if (!row) throw notShown(record);
  const shared = row.via === 'share' ? await sharedFieldsOf(db, actor, id) : null;
  const sharedSet = new Set(shared);
  const show = (part: RecordDeclaration, found: Row): ShownRow => ({
    ...(found.via === 'share' ? withoutWithheld(part, found, sharedSet) : found),
    abilities: abilitiesOn(part, found, actor),
  });
  const parts: Record<string, ShownRow[]> = {};
  await Promise.all(
    partsOfFiles.map(async part => {
      const readings = readingsOf(part, actor.role);
      const found = await Promise.all(
        readings.map(async reading => {
          const rows = await db.query<Record<string, unknown>>(
            `select ${reading.select} from ${reading.from} r where r.person = $1 order by r.made_at, r.id limit 500`,
            [id],
          );
          return rows.map(raw => toRow(part, raw, reading.arm, actor.reach));
        }),
      );
      const unique = new Map<string, Row>();
      for (const rows of found) for (const one of rows) if (!unique.has(one.id)) unique.set(one.id, one);
      if (readings.length > 0) parts[part.name] = [...unique.values()].map(one => show(part, one));
    }),
  );
  await tell(db, actor, now, {
    kind: 'read',
    name: 'person.read',
    subjectRecord: 'person',
    subject: id,
    persons: [id],
    purpose: null,
  });
  return { person: show(record, row), parts, shared };
}

const partsOfFiles = [
  'arrival',
  'needs',
  'child',
  'identityPaper',
  'consent',
  'screening',
  'assertion',
  'verification',
  'referral',
  'share',
  'statementNotice',
  'note',
  'likeness',
  'exceptionAccess',
].map(getRecord);

export interface ListRequest {
  readonly record: string;
  readonly filter?: Readonly<Record<string, Readonly<Partial<Record<FilterOperator, unknown>>>>>;
  readonly sort?: { readonly by: string; readonly descending?: boolean };
  readonly after?: string | null;
  readonly limit?: number;
}

const operators: Readonly<Record<FilterOperator, (column: string, value: string) => string>> = {
  is: (column, value) => `${column} = ${value}`,
  in: (column, value) => `${column} = any (${value})`,
  from: (column, value) => `${column} >= ${value}`,
  to: (column, value) => `${column} < ${value}`,
  starts: (column, value) => `starts_with(${column}, ${value})`,
  has: (column, value) => `${value} = any (${column})`,
};

const standardFilters: Readonly<Record<string, string>> = { office: 'uuid', person: 'uuid', number: 'text' };

interface Prepared {
  readonly record: RecordDeclaration;
  readonly conditions: string[];
  readonly values: unknown[];
  readonly sortColumn: string;
  readonly sortField: string;
  readonly down: boolean;
  readonly limit: number;
}

function prepare(actor: Actor, request: ListRequest, readings: readonly Reading[]): Prepared {
  const record = getRecord(request.record);
  const values: unknown[] = [];
  const conditions: string[] = [];
  const issues: FieldIssue[] = [];
  const seen = (name: string) => readings.every(reading => reading.fields.has(name));
  if (
    request.filter !== undefined &&
    (typeof request.filter !== 'object' || request.filter === null || Array.isArray(request.filter))
  )
    throw invalid({ field: 'filter', reason: 'object' });
  for (const [name, test] of Object.entries(request.filter ?? {})) {
    const standard = standardFilters[name];
    const field = Object.hasOwn(record.fields, name) ? record.fields[name] : undefined;
    if (!field && !standard)
      throw new Problem('field.unknown', {}, [{ field: name.slice(0, 80), reason: 'not_known' }]);
    if (field && (field.tier === 'sealed' || !seen(name)))
      throw new Problem('field.not_yours', {}, [{ field: name, reason: 'not_yours' }]);
    if (standard && !field && name === 'person' && record.partOf !== 'person')
      throw new Problem('field.unknown');
    const entries = typeof test === 'object' && test !== null ? Object.entries(test) : [];
    if (entries.length !== 1) throw invalid({ field: name, reason: 'filter' });
    const [operator, raw] = entries[0] as [FilterOperator, unknown];
    const allowed = field ? field.kind.filters : (['is', 'in'] as const);
    if (!(allowed as readonly string[]).includes(operator)) {
      issues.push({ field: name, reason: 'filter' });
      continue;
    }
    const column = `r.${field ? columnOf(record, name) : name}`;
    const one = (item: unknown): unknown => {
      if (!field)
        return (standard === 'uuid' ? isId(item) : typeof item === 'string' && item.length <= 40)
          ? item
          : undefined;
      const parsed = field.kind.parse(operator === 'has' ? [item] : item, field.options);
      if ('issues' in parsed || parsed.value === null) return undefined;
      return operator === 'has' ? (parsed.value as unknown[])[0] : parsed.value;
    };
    const value =
      operator === 'in' ? (Array.isArray(raw) && raw.length <= 200 ? raw.map(one) : undefined) : one(raw);
    if (value === undefined || (Array.isArray(value) && value.includes(undefined))) {
      issues.push({ field: name, reason: 'value' });
      continue;
    }
    values.push(value);
    conditions.push(operators[operator](column, `$${values.length}`));
  }
  if (issues.length > 0) throw invalid(...issues);
  const sortField = request.sort?.by ?? 'madeAt';
  if (sortField !== 'madeAt') {
    const field = Object.hasOwn(record.fields, sortField) ? record.fields[sortField] : undefined;
    if (!field)
      throw new Problem('field.unknown', {}, [
        { field: String(sortField).slice(0, 80), reason: 'not_known' },
      ]);
    if (field.tier === 'sealed' || !seen(sortField))
      throw new Problem('field.not_yours', {}, [{ field: sortField, reason: 'not_yours' }]);
    if (!field.sorted) throw invalid({ field: sortField, reason: 'not_sorted' });
  }
  const sortColumn = sortField === 'madeAt' ? 'r.made_at' : `r.${columnOf(record, sortField)}`;
  const limit = request.limit ?? 25;
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw invalid({ field: 'limit', reason: 'between', params: { least: 1, most: 100 } });
  const down = request.sort ? request.sort.descending === true : true;
  const prepared: Prepared = { record, conditions, values, sortColumn, sortField, down, limit };
  if (request.after !== undefined && request.after !== null) addAfter(prepared, request.after);
  return prepared;
}

/** Goes on after the last row of the page before: by its sort value and id. Empty values come last, whichever way the list is sorted. */
function addAfter({ conditions, values, sortColumn, down }: Prepared, after: unknown): void {
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(String(after), 'base64url').toString('utf8'));
  } catch {
    throw invalid({ field: 'after', reason: 'value' });
  }
  const [value, id] = Array.isArray(place) ? place : [];
  if (
    !isId(id) ||
    (value !== null && typeof value !== 'string') ||
    (typeof value === 'string' && (value.length > 400 || value.includes('\u0000')))
  )
    throw invalid({ field: 'after', reason: 'value' });
  if (sortColumn === 'r.made_at' && (typeof value !== 'string' || Number.isNaN(Date.parse(value))))
    throw invalid({ field: 'after', reason: 'value' });
  const sign = down ? '<' : '>';
  values.push(id);
  const idAt = `$${values.length}`;
  if (value === null) {
    conditions.push(`(${sortColumn} is null and r.id ${sign} ${idAt})`);
    return;
  }
  values.push(value);
  const at = `$${values.length}`;
  conditions.push(
    `(${sortColumn} ${sign} ${at} or (${sortColumn} = ${at} and r.id ${sign} ${idAt}) or ${sortColumn} is null)`,
  );
}

/** The columns along which a role's rows of a record are walked, office by office; empty when every row is anybody's. */
function walkColumns(record: RecordDeclaration, role: string): string[] {
  return [
    ...new Set(
      policy.flatMap((sentence: Sentence) =>
        sentence.verb === 'see' && sentence.record.name === record.name && sentence.roles.includes(role)
          ? [...(sentence.when.columns ?? [])]
          : [],
      ),
    ),
  ];
}

interface Arm {
  readonly sql: string;
  readonly values: readonly unknown[];
  readonly arm: Reading['arm'];
}

function armsOf(
  actor: Actor,
  { record, conditions, values, sortColumn, down, limit }: Prepared,
  readings: readonly Reading[],
  byPerson: boolean,
): Arm[] {
  const order = `order by ${sortColumn} ${down ? 'desc nulls last' : 'asc'}, r.id ${down ? 'desc' : 'asc'} limit ${limit + 1}`;
  const where = (extra: string[]) =>
    extra.length + conditions.length > 0 ? `where ${[...extra, ...conditions].join(' and ')}` : '';
  return readings.flatMap(reading => {
    const plain: Arm = {
      sql: `select ${reading.select} from ${reading.from} r ${where([])} ${order}`,
      values,
      arm: reading.arm,
    };
    if (reading.arm === 'shared' || byPerson) return [plain];
    const columns = walkColumns(record, actor.role);
    if (columns.length === 0) return [plain];
    // Each office's rows come off an index in order; only the first of each are looked at, whatever the size of the table.
    return columns.map((column): Arm => {
      if (actor.reach.length === 1)
        return {
          sql: `select ${reading.select} from ${reading.from} r ${where([`r.${column} = $${values.length + 1}`])} ${order}`,
          values: [...values, actor.reach[0]],
          arm: reading.arm,
        };
      return {
        sql: `select q.* from unnest($${values.length + 1}::uuid[]) o(id) cross join lateral (select ${reading.select} from ${reading.from} r ${where([`r.${column} = o.id`])} ${order}) q`,
        values: [...values, actor.reach],
        arm: reading.arm,
      };
    });
  });
}

/** A page of rows. What is shown of people's files is entered in the ledger with their ids. */
export async function listRows(
  db: Db,
  actor: Actor,
  now: Instant,
  request: ListRequest,
): Promise<{ rows: ShownRow[]; next: string | null }> {
  const record = getRecord(request.record);
  const readings = readingsOf(record, actor.role);
  if (readings.length === 0)
    throw new Problem(isProtected(record) ? 'person.not_shared' : 'record.not_found');
  const prepared = prepare(actor, request, readings);
  const byPerson = record.partOf === 'person' && request.filter?.person !== undefined;
  const arms = armsOf(actor, prepared, readings, byPerson);
  const found = await Promise.all(
    arms.map(async ({ sql, values, arm }) =>
      (await db.query<Record<string, unknown>>(sql, values)).map(raw => toRow(record, raw, arm, actor.reach)),
    ),
  );
  const unique = new Map<string, Row>();
  for (const rows of found) for (const row of rows) if (!unique.has(row.id)) unique.set(row.id, row);
  const rows = [...unique.values()];
  if (found.filter(part => part.length > 0).length > 1 || actor.reach.length > 1)
    rows.sort(comparing(prepared));
  const page = rows.slice(0, prepared.limit);
  const last = page.at(-1);
  const next =
    rows.length > prepared.limit && last
      ? Buffer.from(JSON.stringify([last[prepared.sortField] ?? null, last.id])).toString('base64url')
      : null;
  if (isProtected(record) && page.length > 0)
    await tell(db, actor, now, {
      kind: 'list',
      name: `${record.name}.list`,
      subjectRecord: record.name,
      persons: [...new Set(page.map(row => (record.isFile ? row.id : (row.person as string))))],
    });
  return { rows: page.map(row => ({ ...row, abilities: abilitiesOn(record, row, actor) })), next };
}

const alphabet = new Intl.Collator('vi');

function comparing({ sortField, down }: Prepared): (a: Row, b: Row) => number {
  const sign = down ? -1 : 1;
  return (a, b) => {
    const [left, right] = [a[sortField] as string | null, b[sortField] as string | null];
    if (left === right) return a.id < b.id ? -sign : sign;
    if (left === null || left === undefined) return 1;
    if (right === null || right === undefined) return -1;
    return sortField === 'madeAt' ? (left < right ? -sign : sign) : sign * alphabet.compare(left, right);
  };
}
