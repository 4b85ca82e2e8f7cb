/* The engine of acts: parse, load facts, decide, apply, enter in the ledger, commit; whole or not at all. An act carries an id made by the caller, so that
 * sending it again after a broken line answers what it answered before instead of doing it twice. */
import { createHash } from 'node:crypto';
import type { Act, Actor, Change, FactSource, Given, Notice, Outcome, Row } from '../kernel/act/act.ts';
import type { Day, Instant } from '../kernel/day.ts';
import { parseInstant } from '../kernel/day.ts';
import { parseFields } from '../kernel/fields/shape.ts';
import { isId, newId } from '../kernel/id.ts';
import { groundsToAct, mayAct } from '../kernel/policy/policy.ts';
import { type FieldIssue, invalid, Problem } from '../kernel/problem.ts';
import { columnOf, hasAnswers, indexColumnOf, type RecordDeclaration } from '../kernel/record/record.ts';
import { tableOf } from '../kernel/record/sql.ts';
import { getAct, getRecord, policy } from '../modules/index.ts';
import { exactSearchText } from '../modules/people/index.ts';
import { nameKeys } from '../modules/people/names/index.ts';
import { rules } from '../rules/index.ts';
import { findRow } from './datasource.ts';
import type { Db, Door, Standing } from './db/door.ts';
import { makeFor } from './documents/makers.ts';
import { tell } from './ledger/write.ts';
import { findAlike } from './likeness.ts';
import { blindIndex } from './seal/blind.ts';
import { seal } from './seal/envelope.ts';
import type { Keyring } from './seal/keyring.ts';
import { findChecklist, findTerm } from './terms.ts';

export interface Performing {
  readonly door: Door;
  readonly keyring: Keyring;
  now(): Instant;
  /** Told after an act was committed: the sequencer need not wait, and what is remembered of posts is forgotten. */
  committed?(act: Act): void;
}

export interface ActRequest {
  readonly id: string;
  readonly act: string;
  readonly subject: string;
  readonly input: unknown;
  readonly purpose?: string | null;
  readonly madeAt?: string;
}

export interface ActAnswer {
  readonly subject: string;
  readonly number?: string;
  readonly warnings: readonly FieldIssue[];
  readonly [more: string]: unknown;
}

const bytesOf = (request: ActRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([request.act, request.subject, request.input, request.purpose ?? null]))
    .digest('hex');

/** Looks for rows before anything is written: the file an act is judged by is most often a fact of it too, and is asked for once. */
function finder(db: Db, actor: Actor): FactSource['find'] {
  const asked = new Map<string, Promise<Row | null>>();
  return (record, id) => {
    const key = `${record} ${id}`;
    const found = asked.get(key) ?? findRow(db, actor, record, id);
    asked.set(key, found);
    return found;
  };
}

/** Facts under the actor's own rights, in the act's own transaction. */
function factsFrom(
  { keyring }: Performing,
  db: Db,
  actor: Actor,
  standing: Standing,
  now: Instant,
  find: FactSource['find'],
): FactSource {
  return {
    query: (sql, values) => db.query(sql, values),
    find,
    async alike(candidate, except) {
      // The matcher's role for one query, and back; the session's secret stays what it was.
      const [, found] = await Promise.all([
        db.query("select set_config('role', 'ct_matcher', true)"),
        findAlike(db, candidate, except),
        db.query("select set_config('role', $1, true)", [`ct_${(standing as { role: string }).role}`]),
      ]);
      return found;
    },
    term: (family: string, start: Day) => findTerm(family, start),
    checklist: (family: string, on: Day) => findChecklist(family, on),
    rules,
    make: (maker, request) => makeFor({ db, keyring, actor, now }, maker, request),
  };
}

/** The columns and values of a change; sealed values leave here only as ciphertext, with their exact-search key. */
function cells(
  keyring: Keyring,
  record: RecordDeclaration,
  id: string,
  values: Readonly<Record<string, unknown>>,
): [string, unknown][] {
  const out: [string, unknown][] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = record.fields[name];
    if (!field) throw new Error(`${record.name} has no field ${name}`);
    const column = columnOf(record, name);
    if (field.tier !== 'sealed') {
      out.push([
        column,
        field.kind.column === 'jsonb' && value !== null && value !== undefined
          ? JSON.stringify(value)
          : (value ?? null),
      ]);
      continue;
    }
    const index = indexColumnOf(record, name);
    const place = { table: tableOf(record), column, recordId: id };
    out.push([column, typeof value === 'string' ? seal(keyring, place, value) : null]);
    if (!index) continue;
    const text = typeof value === 'string' ? exactSearchText(field.options.format!, value) : '';
    out.push([index, text ? blindIndex(keyring, place, text) : null]);
  }
  return out;
}

type Insert = Extract<Change, { insert: string }>;
type Update = Extract<Change, { update: string }>;

/** A new row's columns and values, those every row has first. */
function newRow(keyring: Keyring, actor: Actor, now: Instant, change: Insert): [string, unknown][] {
  const record = getRecord(change.insert);
  return [
    ['id', change.id],
    ['province', actor.province],
    ...(record.held ? [['office', change.office ?? actor.office] as [string, unknown]] : []),
    ...(record.partOf === 'person' ? [['person', change.person] as [string, unknown]] : []),
    ['made_at', now],
    ['made_by', actor.officer],
    ['changed_at', now],
    ...(hasAnswers(record)
      ? [['unanswered', JSON.stringify(change.unanswered ?? {})] as [string, unknown]]
      : []),
    ...cells(keyring, record, change.id, change.values),
  ];
}

/** Changes in their order; new rows of one record that follow each other are together, to be inserted with one statement. */
function together(changes: readonly Change[]): (readonly Insert[] | Update)[] {
  const groups: (Insert[] | Update)[] = [];
  const shape = (change: Insert) => `${change.insert} ${Object.keys(change.values).join(' ')}`;
  for (const change of changes) {
    const last = groups.at(-1);
    if ('update' in change) groups.push(change);
    else if (
      Array.isArray(last) &&
      !getRecord(change.insert).numbered &&
      shape(last[0]!) === shape(change) &&
      last.length < 50
    )
      last.push(change);
    else groups.push([change]);
  }
  return groups;
}

/** `issued` are numbers given out beforehand, by id; a numbered row without one takes the next. */
async function insert(
  db: Db,
  keyring: Keyring,
  actor: Actor,
  now: Instant,
  changes: readonly Insert[],
  issued: ReadonlyMap<string, string>,
): Promise<void> {
  const record = getRecord(changes[0]!.insert);
  const values: unknown[] = [];
  let columns: string[] = [];
  const lines = changes.map(change => {
    const row = newRow(keyring, actor, now, change);
    columns = row.map(([column]) => column);
    const places = row.map(([, value]) => `$${values.push(value)}`);
    if (record.numbered) {
      const number = issued.get(change.id);
      columns.push('number');
      places.push(number ? `$${values.push(number)}` : `ct.next_number('${record.numbered}')`);
    }
    return `(${places.join(', ')})`;
  });
  await db.query(`insert into ${tableOf(record)} (${columns.join(', ')}) values ${lines.join(', ')}`, values);
}

async function update(db: Db, keyring: Keyring, now: Instant, change: Update): Promise<void> {
  const record = getRecord(change.update);
  const set = cells(keyring, record, change.id, change.set);
  const values: unknown[] = [change.id, now, ...set.map(([, value]) => value)];
  const parts = [
    'changed_at = $2',
    'version = version + 1',
    ...set.map(([column], index) => `${column} = $${index + 3}`),
  ];
  const asked = Object.keys(change.set).filter(name => record.fields[name]?.asked);
  if (asked.length > 0) {
    values.push(asked, JSON.stringify(change.unanswered ?? {}));
    parts.push(`unanswered = (unanswered - $${values.length - 1}::text[]) || $${values.length}::jsonb`);
  }
  let where = 'id = $1';
  if (change.version !== undefined) {
    values.push(change.version);
    where += ` and version = $${values.length}`;
  }
  const rows = await db.query<{ id: string }>(
    `update ${tableOf(record)} set ${parts.join(', ')} where ${where} returning id`,
    values,
  );
  // Without a version to compare, a row that was there and cannot be changed is one that row security keeps from being changed.
  if (rows.length === 0) throw new Problem(change.version === undefined ? 'act.not_yours' : 'record.changed');
}

const tellNotice = `insert into notice (id, province, made_at, made_by, changed_at, notice_kind, to_office, to_officer, about, subject)
  values ($1, $2, $3, $4, $3, $5, $6, $7, $8, $9)`;

const noteDown = (db: Db, actor: Actor, now: Instant, notice: Notice) =>
  db.query(tellNotice, [
    newId(),
    actor.province,
    now,
    actor.officer,
    notice.kind,
    notice.office ?? null,
    notice.officer ?? null,
    notice.record,
    notice.subject,
  ]);

/** What the ledger's body keeps of changes: every value but sealed ones, of which only that they changed. */
function remembered(changes: readonly Change[]): unknown[] {
  return changes.map(change => {
    const record = getRecord('insert' in change ? change.insert : change.update);
    const values = 'insert' in change ? change.values : change.set;
    const kept = Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) =>
        value === null || value === undefined
          ? []
          : [[name, record.fields[name]?.tier === 'sealed' ? { sealed: true } : value]],
      ),
    );
    return {
      [('insert' in change ? 'insert' : 'update') as string]: record.name,
      id: change.id,
      values: kept,
    };
  });
}

function checkRequest(request: ActRequest): void {
  const issues: FieldIssue[] = [];
  if (!isId(request.id)) issues.push({ field: 'id', reason: 'id' });
  if (!isId(request.subject)) issues.push({ field: 'subject', reason: 'id' });
  if (
    request.purpose !== undefined &&
    request.purpose !== null &&
    (typeof request.purpose !== 'string' ||
      request.purpose.length > 300 ||
      request.purpose.includes('\u0000'))
  )
    issues.push({ field: 'purpose', reason: 'text' });
  if (request.madeAt !== undefined && !parseInstant(request.madeAt))
    issues.push({ field: 'madeAt', reason: 'instant' });
  if (issues.length > 0) throw invalid(...issues);
}

async function decideIn(
  performing: Performing,
  db: Db,
  actor: Actor,
  standing: Standing,
  now: Instant,
  act: Act,
  request: ActRequest,
): Promise<{ given: Given<Act['input']>; outcome: Outcome }> {
  const { values, unanswered } = parseFields(act.input, request.input);
  if (act.needsPurpose && !request.purpose?.trim())
    throw new Problem('act.purpose_missing', {}, [{ field: 'purpose', reason: 'required' }]);
  const find = finder(db, actor);
  const row = act.creates ? null : await find(act.record, request.subject);
  if (!act.creates && !row)
    throw new Problem(
      getRecord(act.record).partOf || getRecord(act.record).isFile ? 'person.not_shared' : 'record.not_found',
    );
  // An act that adds to a person's file is judged by the file; one that is not within reach only leaves grounds that hold for any file.
  const file = act.creates && act.input.person ? await find('person', values.person as string) : null;
  const judged = act.creates && act.input.person ? (file ?? ({ id: values.person } as Row)) : row;
  if (!mayAct(policy, actor, act, judged))
    throw new Problem(
      file || !act.input.person ? 'act.not_yours' : 'person.not_shared',
      file || !act.input.person ? { act: act.name } : {},
    );
  const state = getRecord(act.record).state;
  if (row && act.states && state && !act.states.includes(row[state] as string))
    throw new Problem('act.wrong_state', { state: String(row[state]) });
  const given: Given<Act['input']> = {
    now,
    actor,
    subject: request.subject,
    row,
    input: values,
    unanswered,
    purpose: request.purpose ?? null,
    newId,
  };
  const facts = await act.facts(factsFrom(performing, db, actor, standing, now, find), given);
  const outcome = act.decide(given, facts);
  if (outcome instanceof Problem) throw outcome;
  return { given, outcome };
}

/** What PostgreSQL refuses is a refusal the reader can understand, or it is our defect. */
function refusalOf(error: unknown): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === '42501') return new Problem('act.not_yours');
  if (code === '23503')
    return invalid({ field: constraint?.replace(/^.*?_|_fk$/g, '') ?? '', reason: 'reference' });
  // Two who came at once with one value of which there may be one, an e-mail address: the field is named, as it would have been a moment later.
  const taken = code === '23505' && /^[a-z]+_(\w+)_taken$/.exec(constraint ?? '')?.[1];
  if (taken) return invalid({ field: taken, reason: `${taken}_taken` });
  if (code === '23505') return new Problem('record.changed');
  if (constraint === 'post_last_administrator_check') return new Problem('post.last_administrator');
  if (code === '23514' || code?.startsWith('22')) return invalid({ field: '', reason: 'value' });
  return error;
}

/** What an act of this id answered before; null when it was never kept, or is not the actor's. */
async function answeredBefore(db: Db, request: ActRequest): Promise<ActAnswer | null> {
  const [kept] = await db.query<{ body: { request: string; answer: ActAnswer } }>(
    'select b.body from ledger.entry e join ledger.body b on b.entry_id = e.id where e.id = $1',
    [request.id],
  );
  if (!kept) return null;
  if (kept.body.request !== bytesOf(request)) throw new Problem('act.repeated_differently');
  return kept.body.answer;
}

async function attempt(
  performing: Performing,
  standing: Standing,
  actor: Actor,
  act: Act,
  request: ActRequest,
): Promise<ActAnswer> {
  const now = performing.now();
  return performing.door.as(standing, async db => {
    const { numbered } = getRecord(act.record);
    // Asked for with the first statements: with the number at hand, everything that follows can leave in one write. A refused act leaves a gap.
    const numbering =
      act.creates && numbered
        ? db.query<{ number: string }>('select ct.next_number($1) as number', [numbered])
        : Promise.resolve([]);
    numbering.catch(() => undefined);
    const { outcome } = await decideIn(performing, db, actor, standing, now, act, request);
    const number = (await numbering)[0]?.number;
    const issued = new Map(number ? [[request.subject, number]] : []);
    const writes: Promise<unknown>[] = together(outcome.changes).map(group =>
      'update' in group
        ? update(db, performing.keyring, now, group)
        : insert(db, performing.keyring, actor, now, group, issued),
    );
    if (outcome.foundBy) {
      const { person, names, born } = outcome.foundBy;
      writes.push(
        db.query('select ct.keep_person_keys($1, $2, current_user::text)', [
          person,
          nameKeys([...names], born),
        ]),
      );
    }
    for (const notice of outcome.notices ?? []) writes.push(noteDown(db, actor, now, notice));
    // An update may find that somebody was faster, which is known only when it has answered; an insert that fails undoes the commit that follows it.
    if (outcome.changes.some(change => 'update' in change)) await Promise.all(writes);
    const answer: ActAnswer = {
      ...outcome.answer,
      subject: request.subject,
      ...(number ? { number } : {}),
      warnings: outcome.warnings ?? [],
    };
    const told = tell(db, actor, now, {
      id: request.id,
      kind: 'act',
      name: act.name,
      subjectRecord: act.record,
      subject: request.subject,
      persons: outcome.persons ?? [],
      purpose: request.purpose ?? null,
      ground: outcome.ground ?? null,
      madeAt: request.madeAt ? parseInstant(request.madeAt)! : now,
      body: { request: bytesOf(request), changes: remembered(outcome.changes), answer },
      last: true,
    });
    await Promise.all([...writes, told]);
    return answer;
  });
}

/** Does an act for a signed-in person. @throws Problem; nothing has changed then. */
export async function perform(
  performing: Performing,
  standing: Standing,
  actor: Actor,
  request: ActRequest,
): Promise<ActAnswer> {
  checkRequest(request);
  const act = getAct(request.act);
  if (groundsToAct(policy, actor.role, act.name).length === 0)
    throw new Problem('act.not_yours', { act: act.name });
  for (let tries = 0; ; tries++) {
    try {
      const answer = await attempt(performing, standing, actor, act, request);
      performing.committed?.(act);
      return answer;
    } catch (error) {
      const code = (error as { code?: string }).code;
      // Done once, the facts are others: the file is closed, the consent withdrawn, the share gone. A repetition is answered by what was kept, not by them.
      const mayBeRepeat =
        code?.startsWith('23') || code === '42501' || (error instanceof Problem && error.status < 500);
      if (mayBeRepeat) {
        const before = await performing.door.as(standing, db => answeredBefore(db, request));
        if (before) return before;
      }
      if ((code === '40001' || code === '40P01') && tries < 3) continue;
      throw refusalOf(error);
    }
  }
}
