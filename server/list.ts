/* A page of rows. Each office's rows come off an index in order, so that only the first of each are looked at, whatever the size of the table; what was
 * shared is walked along the shares, which carry the sort values (only those that were shared). What is reached in another way, through the file a row is part
 * of or by the officer's own name, is looked for by itself, so that a list shows every row there is to see. A field that may not be read can be neither filtered nor
 * sorted by, and what was shown of people's files is entered in the ledger. */
import type { Actor, Row } from '../kernel/act/act.ts';
import { type Instant, instantOf, millisOf, parseDay, parseInstant } from '../kernel/day.ts';
import type { FilterOperator } from '../kernel/fields/kind.ts';
import { isId } from '../kernel/id.ts';
import { always, type Predicate, partsOf, type Sentence, type SessionSql } from '../kernel/policy/policy.ts';
import { sessionSql } from '../kernel/policy/sql.ts';
import { type FieldIssue, invalid, Problem } from '../kernel/problem.ts';
import { ours } from '../kernel/record/board.ts';
import { columnOf, isProtected, type RecordDeclaration } from '../kernel/record/record.ts';
import { tableOf } from '../kernel/record/sql.ts';
import { getRecord, policy } from '../modules/index.ts';
import { abilitiesOn, type ShownRow } from './datasource.ts';
import { type Db, lastReading } from './db/door.ts';
import { tell } from './ledger/write.ts';
import { fromJson, type Reading, readingsOf, toRow, wayIn } from './rows.ts';

export interface ListRequest {
  readonly record: string;
  readonly filter?: Readonly<Record<string, Readonly<Partial<Record<FilterOperator, unknown>>>>>;
  readonly sort?: { readonly by: string; readonly descending?: boolean };
  readonly after?: string | null;
  readonly limit?: number;
  /** Only what lists show: a screen of many rows has no use for the rest, and need not be sent it. */
  readonly brief?: boolean;
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

/** Whether the record's rows carry the column at all: units have no office, and only some records a number. */
const hasColumn = (record: RecordDeclaration, name: string): boolean =>
  name === 'office' ? record.held : name === 'person' ? record.partOf === 'person' : record.numbered !== null;

interface Prepared {
  readonly record: RecordDeclaration;
  /** Each over the alias `r` of the rows, with the field it tests. */
  readonly conditions: readonly { readonly field: string; readonly sql: string }[];
  readonly values: readonly unknown[];
  readonly sortField: string;
  readonly down: boolean;
  readonly limit: number;
  readonly brief: boolean;
  /** The last row of the page before: its sort value and id. */
  readonly after: readonly [string | null, string] | null;
}

/** @param values what the statement is asked with already; the tests of the request add theirs. */
function prepare(
  request: ListRequest,
  readings: readonly Reading[],
  reach: readonly string[],
  values: unknown[] = [],
): Prepared {
  const record = getRecord(request.record);
  const conditions: Prepared['conditions'][number][] = [];
  const issues: FieldIssue[] = [];
  const seen = (name: string) => readings.every(reading => reading.fields.has(name));
  if (
    request.filter !== undefined &&
    (typeof request.filter !== 'object' || request.filter === null || Array.isArray(request.filter))
  )
    throw invalid({ field: 'filter', reason: 'object' });
  for (const [name, test] of Object.entries(request.filter ?? {})) {
    const standard =
      Object.hasOwn(standardFilters, name) && hasColumn(record, name) ? standardFilters[name] : undefined;
    const field = Object.hasOwn(record.fields, name) ? record.fields[name] : undefined;
    if (!field && !standard)
      throw new Problem('field.unknown', {}, [{ field: name.slice(0, 80), reason: 'not_known' }]);
    if (field && (field.tier === 'sealed' || !seen(name)))
      throw new Problem('field.not_yours', {}, [{ field: name, reason: 'not_yours' }]);
    const entries = typeof test === 'object' && test !== null ? Object.entries(test) : [];
    // Two tests of one field make a range: born from, born to.
    if (entries.length === 0 || entries.length > 2) throw invalid({ field: name, reason: 'filter' });
    const allowed = field ? field.kind.filters : (['is', 'in'] as const);
    const column = `r.${field ? columnOf(record, name) : name}`;
    const one = (item: unknown, operator: FilterOperator): unknown => {
      if (!field)
        return (standard === 'uuid' ? isId(item) : typeof item === 'string' && /^[\w-]{1,40}$/.test(item))
          ? item
          : undefined;
      const parsed = field.kind.parse(operator === 'has' ? [item] : item, field.options);
      if ('issues' in parsed || parsed.value === null) return undefined;
      return operator === 'has' ? (parsed.value as unknown[])[0] : parsed.value;
    };
    const isOffice = name === 'office' || field?.kind.name === 'office';
    for (const [operator, given] of entries as [FilterOperator, unknown][]) {
      const raw = isOffice && operator === 'in' && given === ours ? reach : given;
      if (!(allowed as readonly string[]).includes(operator)) {
        issues.push({ field: name, reason: 'filter' });
        continue;
      }
      const isMany = Array.isArray(raw) && raw.length <= 200;
      const value =
        operator !== 'in' ? one(raw, operator) : isMany ? raw.map(item => one(item, operator)) : undefined;
      if (value === undefined || (Array.isArray(value) && value.includes(undefined))) {
        issues.push({ field: name, reason: 'value' });
        continue;
      }
      values.push(value);
      conditions.push({ field: name, sql: operators[operator](column, `$${values.length}`) });
    }
  }
  if (issues.length > 0) throw invalid(...issues);
  const sortField: unknown = request.sort?.by ?? 'madeAt';
  if (typeof sortField !== 'string') throw invalid({ field: 'sort', reason: 'text' });
  if (sortField !== 'madeAt') {
    const field = Object.hasOwn(record.fields, sortField) ? record.fields[sortField] : undefined;
    if (!field)
      throw new Problem('field.unknown', {}, [{ field: sortField.slice(0, 80), reason: 'not_known' }]);
    if (field.tier === 'sealed' || !seen(sortField))
      throw new Problem('field.not_yours', {}, [{ field: sortField, reason: 'not_yours' }]);
    if (!field.sorted) throw invalid({ field: sortField, reason: 'not_sorted' });
  }
  const limit = request.limit ?? 25;
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw invalid({ field: 'limit', reason: 'between', params: { least: 1, most: 100 } });
  const down = request.sort ? request.sort.descending === true : true;
  const after =
    request.after === undefined || request.after === null
      ? null
      : readPlace(request.after, record, sortField);
  return { record, conditions, values, sortField, down, limit, brief: request.brief === true, after };
}

/** The place a page ended, as `next` gave it. @throws Problem when it is none of ours. */
function readPlace(
  after: unknown,
  record: RecordDeclaration,
  sortField: string,
): readonly [string | null, string] {
  if (typeof after !== 'string') throw invalid({ field: 'after', reason: 'text' });
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch {
    throw invalid({ field: 'after', reason: 'value' });
  }
  const [value, id] = Array.isArray(place) ? place : [];
  const isText = typeof value === 'string' && value.length <= 400 && !value.includes('\u0000');
  if (!isId(id) || (value !== null && !isText)) throw invalid({ field: 'after', reason: 'value' });
  const { column } = record.fields[sortField]?.kind ?? { column: 'timestamptz' };
  const read = column === 'timestamptz' ? parseInstant : column === 'date' ? parseDay : () => value;
  if (sortField === 'madeAt' || value !== null)
    if (!isText || read(value) === null) throw invalid({ field: 'after', reason: 'value' });
  return [value as string | null, id];
}

/** The order of a page over a sort column and an id, and the condition to go on after a place. Empty values come last going up, first going down. */
function ordering(
  { down, limit, after }: Prepared,
  sort: string,
  id: string,
  values: unknown[],
): { order: string; goOn: string[] } {
  const way = down ? 'desc' : 'asc';
  const order = `order by ${sort} ${way}, ${id} ${way} limit ${limit + 1}`;
  if (!after) return { order, goOn: [] };
  const [value, lastId] = after;
  const sign = down ? '<' : '>';
  values.push(lastId);
  const idAt = `$${values.length}`;
  if (value === null)
    return {
      order,
      goOn: [`((${sort} is null and ${id} ${sign} ${idAt})${down ? ` or ${sort} is not null` : ''})`],
    };
  values.push(value);
  const at = `$${values.length}`;
  return {
    order,
    goOn: [
      `(${sort} ${sign} ${at} or (${sort} = ${at} and ${id} ${sign} ${idAt})${down ? '' : ` or ${sort} is null`})`,
    ],
  };
}

/** One way to a role's rows of a record: along a column that names an office, or by a predicate that is asked of each row. */
type Way = { readonly column: string } | { readonly when: Predicate };

const ways = new Map<string, readonly Way[]>();

/**
 * The ways to all rows a role may see of a record, each column and each predicate once; none when every row is anybody's. A list that left one out would
 * show less than row security lets through, and nobody would know.
 */
function waysOf(record: RecordDeclaration, role: string): readonly Way[] {
  const key = `${record.name}/${role}`;
  const known = ways.get(key);
  if (known) return known;
  const parts = policy.flatMap((sentence: Sentence) =>
    sentence.verb === 'see' && sentence.record.name === record.name && sentence.roles.includes(role)
      ? partsOf(sentence.when)
      : [],
  );
  const columns = new Set(parts.flatMap(part => part.columns ?? []));
  const others = new Map(parts.filter(part => !part.columns).map(part => [part.name, part]));
  const found = others.has(always.name)
    ? []
    : [...[...columns].map(column => ({ column })), ...[...others.values()].map(when => ({ when }))];
  ways.set(key, found);
  return found;
}

interface Arm {
  readonly sql: string;
  readonly arm: Reading['arm'];
}

/** Where a share keeps what the file it opens is sorted and filtered by; the columns are masked like the file itself. */
const keptByShare: Readonly<Record<string, string>> = {
  madeAt: 's.file_made_at',
  fullName: 's.file_name',
  born: 's.file_born',
  sex: 's.file_sex',
  ethnicity: 's.file_ethnicity',
  state: 's.file_state',
};
const liveShare = 's.revoked_at is null and s.starts_at <= now() and s.until > now()';

/** What SQL asks of the session, as parameters of one statement: each is added when it is first asked for. */
export function sessionOf(actor: Actor, values: unknown[]): SessionSql {
  let [reach, officer] = ['', ''];
  return {
    get reach() {
      reach ||= `$${values.push(actor.reach)}::uuid[]`;
      return reach;
    },
    get officer() {
      officer ||= `$${values.push(actor.officer)}::uuid`;
      return officer;
    },
    head: sessionSql.head,
    exceptions: sessionSql.exceptions,
  };
}

/** One page of what a reading gives under conditions, in order. @param values what the statement is asked with; the page adds its own. */
function pageOf(
  prepared: Prepared,
  values: unknown[],
  reading: Reading,
  extra: readonly string[],
  from = `${reading.from} r`,
): string {
  const { record, conditions, sortField } = prepared;
  const sort = sortField === 'madeAt' ? 'r.made_at' : `r.${columnOf(record, sortField)}`;
  const { order, goOn } = ordering(prepared, sort, 'r.id', values);
  const all = [...extra, ...conditions.map(one => one.sql), ...goOn];
  return `select ${prepared.brief ? reading.brief : reading.select} from ${from} ${all.length > 0 ? `where ${all.join(' and ')}` : ''} ${order}`;
}

/** @param values what the statement of all arms is asked with; each arm adds its own. */
function armsOf(
  actor: Actor,
  prepared: Prepared,
  readings: readonly Reading[],
  byPerson: boolean,
  values: unknown[],
): Arm[] {
  const { record } = prepared;
  return readings.flatMap(reading => {
    const { arm } = reading;
    const page = (extra: readonly string[]) => pageOf(prepared, values, reading, extra);
    if (arm === 'shared' && record.isFile)
      return [{ sql: sharedFiles(actor, prepared, reading, values), arm }];
    const known = arm === 'held' && !byPerson ? waysOf(record, actor.role) : [];
    if (known.length === 0) return [{ sql: page([]), arm }];
    // The database says itself for which files the glass is broken; whoever broke it on none is spared the question.
    const needed = known.filter(
      way => !('when' in way && (way.when.along || (way.when.exceptional && actor.exceptions?.length === 0))),
    );
    return needed.map(way => {
      if ('when' in way) return { sql: page([way.when.sql('r', sessionOf(actor, values))]), arm };
      const { column } = way;
      if (actor.reach.length === 1)
        return { sql: page([`r.${column} = $${values.push(actor.reach[0])}`]), arm };
      const offices = `unnest($${values.push(actor.reach)}::uuid[]) o(id)`;
      return {
        sql: `select q.* from ${offices} cross join lateral (${page([`r.${column} = o.id`])}) q`,
        arm,
      };
    });
  });
}

/**
 * Rows of other offices that another table leads to, such as what was done to a file of ours by whoever had it before. They cannot be walked in order, so they
 * are looked for last and only as far as the page goes: with `bound`, the moment of the first row beyond it, office by office from that moment on; without
 * one, when ours do not fill the page, through all files.
 */
function armsAlong(
  actor: Actor,
  prepared: Prepared,
  readings: readonly Reading[],
  bound: string | null,
  values: unknown[],
): Arm[] {
  const { record, down } = prepared;
  return readings
    .filter(({ arm }) => arm === 'held')
    .flatMap(reading =>
      waysOf(record, actor.role).flatMap(way => {
        const along = 'when' in way ? way.when.along : undefined;
        if (!along) return [];
        const from = along(reading.from, sessionOf(actor, values));
        const page = (extra: readonly string[]) => pageOf(prepared, values, reading, extra, from);
        if (!record.held) return [{ sql: page([]), arm: reading.arm }];
        const ours = `$${values.push(actor.reach)}::uuid[]`;
        if (bound === null) return [{ sql: page([`r.office <> all (${ours})`]), arm: reading.arm }];
        const beyond = `r.made_at ${down ? '>=' : '<='} $${values.push(bound)}::timestamptz`;
        const sql = `select q.* from office o cross join lateral (${page(['r.office = o.id', beyond])}) q where o.id <> all (${ours})`;
        return [{ sql, arm: reading.arm }];
      }),
    );
}

/** Whether a list asks for rows of our own offices only: then nothing that other offices wrote is in it. */
const onlyOurs = (actor: Actor, { office }: NonNullable<ListRequest['filter']>): boolean => {
  const named = office?.is ?? office?.in;
  return named !== undefined && [named].flat().every(id => actor.reach.includes(id as string));
};

/** Files shared with the actor's offices, along their shares. `offset 0` keeps the planner from reading the whole view before it looks one file up. */
function sharedFiles(actor: Actor, prepared: Prepared, reading: Reading, values: unknown[]): string {
  const reach = `$${values.push(actor.reach)}::uuid[]`;
  const sort = keptByShare[prepared.sortField] ?? 's.file_made_at';
  const { order, goOn } = ordering(prepared, sort, 's.person', values);
  // The same tests on the share itself, where its index answers them, before a file is looked up.
  const kept = prepared.conditions.flatMap(({ field, sql }) => {
    const column = keptByShare[field];
    return column ? [sql.replace(`r.${columnOf(prepared.record, field)}`, column)] : [];
  });
  const inner = `select ${prepared.brief ? reading.brief : reading.select} from share s cross join lateral (select * from ${reading.from} v where v.id = s.person offset 0) r
    where ${['s.to_office = o.id', liveShare, ...kept, ...prepared.conditions.map(one => one.sql), ...goOn].join(' and ')} ${order}`;
  return `select q.* from unnest(${reach}) o(id) cross join lateral (${inner}) q`;
}

/** All arms in one statement, each page as one value: a page of rows is dearer to send and to take apart row by row than as a text. */
async function fetchPages(
  ask: Db['query'],
  arms: readonly Arm[],
  values: readonly unknown[],
  { record }: Prepared,
  actor: Actor,
): Promise<Row[][]> {
  if (arms.length === 0) return [];
  const [pages] = await ask<Record<string, Record<string, unknown>[] | null>>(
    `select ${arms.map(({ sql }, index) => `(select json_agg(q) from (${sql}) q) as page_${index}`).join(', ')}`,
    values,
  );
  return arms.map(({ arm }, index) =>
    (pages?.[`page_${index}`] ?? []).map(raw => toRow(record, fromJson(record, raw), arm, actor.reach)),
  );
}

/** The pages of all arms as one, each row once, in order; one page of one office is in order as the database gave it. */
function merged(found: readonly (readonly Row[])[], prepared: Prepared, actor: Actor): Row[] {
  const unique = new Map<string, Row>();
  for (const rows of found) for (const row of rows) if (!unique.has(row.id)) unique.set(row.id, row);
  const rows = [...unique.values()];
  const several = found.filter(part => part.length > 0).length > 1 || actor.reach.length > 1;
  return several ? rows.sort(comparing(prepared)) : rows;
}

/** The moment of the first row beyond the page. The database keeps microseconds and we milliseconds: going up, the rest of that millisecond counts as well. */
const boundOf = (row: Row, { down }: Prepared): Instant =>
  instantOf(millisOf(row.madeAt as Instant) + (down ? 0 : 1));

/** A page of rows. What is shown of people's files is entered in the ledger with their ids. */
export async function listRows(
  db: Db,
  actor: Actor,
  now: Instant,
  request: ListRequest,
  { walking = false }: { readonly walking?: boolean } = {},
): Promise<{ rows: (Row & Partial<ShownRow>)[]; next: string | null }> {
  const record = getRecord(request.record);
  const readings = readingsOf(record, actor.role);
  if (readings.length === 0) throw new Problem(isProtected(record) ? 'list.not_yours' : 'record.not_found');
  const prepared = prepare(request, readings, actor.reach);
  const byPerson = record.partOf === 'person' && request.filter?.person !== undefined;
  const alongside =
    !byPerson &&
    !onlyOurs(actor, request.filter ?? {}) &&
    readings.some(({ arm }) => arm === 'held') &&
    waysOf(record, actor.role).some(way => 'when' in way && way.when.along);
  // The planner cannot know how many rows an office has or how many of them row security leaves, and would rather gather and sort them all than walk the
  // index that has them in order. The door says so when it opens for a list; elsewhere it travels with the first query.
  if (!walking)
    db.query(
      "select set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)",
    ).catch(() => undefined);
  const values = [...prepared.values];
  const found = await fetchPages(
    alongside ? db.query : lastReading(db),
    armsOf(actor, prepared, readings, byPerson, values),
    values,
    prepared,
    actor,
  );
  let rows = merged(found, prepared, actor);
  if (alongside) {
    const beyond = prepared.sortField === 'madeAt' ? rows[prepared.limit] : undefined;
    const again = [...prepared.values];
    const others = armsAlong(actor, prepared, readings, beyond ? boundOf(beyond, prepared) : null, again);
    found.push(...(await fetchPages(lastReading(db), others, again, prepared, actor)));
    rows = merged(found, prepared, actor);
  }
  const page = rows.slice(0, prepared.limit);
  const last = page.at(-1);
  // One file may have come by several shares: whether there is more is told by what an arm gave, not by what is left of it.
  const more = rows.length > prepared.limit || found.some(part => part.length > prepared.limit);
  const next =
    more && last
      ? Buffer.from(JSON.stringify([last[prepared.sortField] ?? null, last.id])).toString('base64url')
      : null;
  const ways = [...new Set(page.map(row => wayIn(row, actor.reach)))];
  if (isProtected(record) && page.length > 0)
    await tell(db, actor, now, {
      kind: 'list',
      name: `${record.name}.list`,
      subjectRecord: record.name,
      persons: [...new Set(page.map(row => (record.isFile ? row.id : (row.person as string))))],
      ground: ways.length === 1 ? ways[0] : 'several',
    });
  // A brief page is looked at, not worked on: what may be done with each row is told where the row is opened.
  return {
    rows: prepared.brief ? page : page.map(row => ({ ...row, abilities: abilitiesOn(record, row, actor) })),
    next,
  };
}

/**
 * How many rows each request finds, in one statement. Each must be narrowed to offices of ours on one of its columns, which is what keeps counting to an
 * index; rows that came by a share or by the glass are not among them.
 */
export async function countRows(db: Db, actor: Actor, requests: readonly ListRequest[]): Promise<number[]> {
  const values: unknown[] = [];
  const counts = requests.map(request => {
    const record = getRecord(request.record);
    const held = readingsOf(record, actor.role).filter(reading => reading.arm === 'held');
    if (held.length === 0) throw new Problem('record.not_found');
    const where = prepare(request, held, actor.reach, values).conditions.map(({ sql }) => sql);
    return `(select count(*)::int from ${tableOf(record)} r where ${where.join(' and ') || 'true'})`;
  });
  if (counts.length === 0) return [];
  const [row] = await lastReading(db)<Record<string, number>>(
    `select ${counts.map((sql, index) => `${sql} as n${index}`).join(', ')}`,
    values,
  );
  return counts.map((_, index) => row?.[`n${index}`] ?? 0);
}

const alphabet = new Intl.Collator('vi');

function comparing({ sortField, down }: Prepared): (a: Row, b: Row) => number {
  const sign = down ? -1 : 1;
  return (a, b) => {
    const [left, right] = [a[sortField], b[sortField]] as [string | number | null, string | number | null];
    if (left === right) return a.id < b.id ? -sign : sign;
    if (left === null || left === undefined) return sign;
    if (right === null || right === undefined) return -sign;
    if (typeof left === 'number' || sortField === 'madeAt') return left < right ? -sign : sign;
    return sign * alphabet.compare(String(left), String(right));
  };
}
