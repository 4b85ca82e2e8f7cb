/* Import jobs at work. A job runs under the rights of the officer who started it and only as long as her session lives: nothing of her session is written
 * down, so a job that outlives it waits until she is back. Rows are acts, one by one, each whole or not at all; the number of a row's act follows from the
 * job and the line, and its key from what is in it, so that going on after a crash or starting again changes nothing that was done. */
import { createHash, createHmac } from 'node:crypto';
import type { Actor, Alike } from '../../kernel/act/act.ts';
import { type Instant, instantOf, millisOf } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { type FieldIssue, Problem } from '../../kernel/problem.ts';
import { tableOf } from '../../kernel/record/sql.ts';
import { importJob } from '../../modules/exchange/record.ts';
import type { Caller } from '../actor.ts';
import type { Db } from '../db/door.ts';
import { tell } from '../ledger/write.ts';
import { type Performing, perform } from '../perform.ts';
import { openText, seal } from '../seal/envelope.ts';
import type { Keyring } from '../seal/keyring.ts';
import { openReader, type Reader } from './reader.ts';
import type { ImportPlan, PlannedRow } from './understand.ts';
import { withUnits } from './units.ts';

export type RowOutcome = 'in' | 'double' | 'already' | 'refused';

/** What became of a row. No content of the row: a number to find the file by, or a field and a reason. */
export interface ReportLine {
  readonly line: number;
  readonly outcome: RowOutcome;
  readonly number?: string;
  readonly person?: string;
  readonly code?: string;
  readonly fields?: readonly FieldIssue[];
  /** How many files may be the same person. */
  readonly doubles?: number;
}

interface JobRow {
  readonly id: string;
  readonly file_name: string;
  readonly plan: string;
  readonly content_sealed: Buffer | null;
  readonly version: number;
}

const batch = 25;
/** A killed process's job is free again after this. */
const leaseSeconds = 8;
const place = (column: 'content' | 'report', id: string) => ({
  table: tableOf(importJob),
  column: `${column}_sealed`,
  recordId: id,
});
const columnOfImportKey = 'chungtay import v1|';

/** The keys a row may be known under, the present one first: rows that came in before the keys were turned over must be known too. */
export function importKeys(keyring: Keyring, fingerprint: string): string[] {
  const keys = keyring.keys
    .filter(key => key.purpose === 'index')
    .sort(
      (a, b) =>
        Number(a.retired_at !== null) - Number(b.retired_at !== null) || (a.made_at < b.made_at ? 1 : -1),
    );
  return keys.map(key =>
    createHmac('sha256', key.key)
      .update(columnOfImportKey)
      .update(fingerprint.normalize('NFC'))
      .digest('base64url')
      .slice(0, 43),
  );
}

/** The id of a row's act and of the file it opens: the same whenever the job comes by again. Looks like any other id (RFC 9562, version 8). */
export function rowId(job: string, line: number): string {
  const hash = createHash('sha256').update(`${job}|${line}`).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** The file of a job as it was kept, or null when it is gone. Under the caller's own rights. */
export async function contentOf(
  db: Db,
  keyring: Keyring,
  job: string,
): Promise<{ packed: Uint8Array; fileName: string; plan: ImportPlan; version: number } | null> {
  const [row] = await db.query<JobRow>(
    'select id, file_name, plan, content_sealed, version from import_job where id = $1',
    [job],
  );
  if (!row?.content_sealed) return null;
  return {
    packed: Buffer.from(openText(keyring, place('content', row.id), row.content_sealed), 'base64'),
    fileName: row.file_name,
    plan: JSON.parse(row.plan) as ImportPlan,
    version: row.version,
  };
}

export async function reportOf(db: Db, keyring: Keyring, job: string): Promise<ReportLine[] | null> {
  const [row] = await db.query<{ report_sealed: Buffer | null }>(
    'select report_sealed from import_job where id = $1',
    [job],
  );
  return row?.report_sealed
    ? (JSON.parse(openText(keyring, place('report', job), row.report_sealed)) as ReportLine[])
    : null;
}

interface Counts {
  done: number;
  broughtIn: number;
  alreadyThere: number;
  refused: number;
  withDouble: number;
}

export function countsOf(lines: readonly ReportLine[]): Counts {
  const of = (outcome: RowOutcome) => lines.filter(line => line.outcome === outcome).length;
  const double = of('double');
  return {
    done: lines.length,
    broughtIn: of('in') + double,
    alreadyThere: of('already'),
    refused: of('refused'),
    withDouble: double,
  };
}

interface Known {
  readonly id: string;
  readonly import_key: string;
  readonly number: string;
  readonly doubles: number;
}

/** Files of the office that a batch's rows were already brought in as, by key. */
async function findKnown(db: Db, actor: Actor, keys: readonly string[]): Promise<Map<string, Known>> {
  const rows = await db.query<Known>(
    `select p.id, p.import_key, p.number, (select count(*)::int from likeness l where l.person = p.id) as doubles
       from person p where p.office = $1 and p.import_key = any ($2)`,
    [actor.office, keys],
  );
  return new Map(rows.map(row => [row.import_key, row]));
}

export interface ImportRows {
  readonly job: string;
  readonly performing: Performing;
  readonly caller: Caller;
}

/** Brings in one row. @throws Problem only for what stops the whole job: the session ended, the database is away. */
async function bringIn(
  { job, performing, caller }: ImportRows,
  row: PlannedRow,
  key: string,
): Promise<ReportLine> {
  if (row.issues.length > 0)
    return { line: row.line, outcome: 'refused', code: 'input.invalid', fields: row.issues };
  const id = rowId(job, row.line);
  try {
    const answer = await perform(performing, caller.standing, caller.actor, {
      id,
      subject: id,
      act: 'person.import',
      input: { ...row.input, importKey: key, job, line: row.line },
    });
    if (answer.outcome === 'already')
      return { line: row.line, outcome: 'already', number: answer.number, person: answer.person as string };
    const alike = (answer.alike as readonly Alike[] | undefined) ?? [];
    return {
      line: row.line,
      outcome: alike.length > 0 ? 'double' : 'in',
      number: answer.number,
      person: id,
      ...(alike.length > 0 ? { doubles: alike.length } : {}),
    };
  } catch (error) {
    if (!(error instanceof Problem) || stops(error)) throw error;
    return { line: row.line, outcome: 'refused', code: error.code, fields: error.fields };
  }
}

const stops = (problem: Problem): boolean =>
  problem.status === 503 ||
  problem.status === 401 ||
  problem.code === 'act.not_yours' ||
  problem.code === 'view_as.no_acts';

/** A batch of rows in the order of the file; those already there are found with one question. */
export async function bringInBatch(work: ImportRows, rows: readonly PlannedRow[]): Promise<ReportLine[]> {
  const { performing, caller, job } = work;
  const keys = rows.map(row => importKeys(performing.keyring, row.fingerprint));
  const known = await performing.door.as(caller.standing, async db => {
    await stillThere(db, caller);
    const found = await findKnown(db, caller.actor, keys.flat());
    const shown = [...found.values()]
      .filter(one => !rows.some(row => rowId(job, row.line) === one.id))
      .map(one => one.id);
    if (shown.length > 0)
      await tell(db, caller.actor, performing.now(), {
        kind: 'list',
        name: 'person.import.known',
        subjectRecord: 'person',
        persons: shown,
      });
    return found;
  });
  const lines: ReportLine[] = [];
  for (const [at, row] of rows.entries()) {
    const there = keys[at]!.flatMap(key => known.get(key) ?? [])[0];
    if (!there) lines.push(await bringIn(work, row, keys[at]![0]!));
    else if (there.id !== rowId(job, row.line))
      lines.push({ line: row.line, outcome: 'already', number: there.number, person: there.id });
    else
      lines.push({
        line: row.line,
        outcome: there.doubles > 0 ? 'double' : 'in',
        number: there.number,
        person: there.id,
        ...(there.doubles > 0 ? { doubles: there.doubles } : {}),
      });
  }
  return lines;
}

/** The database itself says whether the session still lives. @throws Problem `session.ended`. */
async function stillThere(db: Db, { actor }: Caller): Promise<void> {
  const [row] = await db.query<{ reach: string[] }>('select ct.reach(current_user::text) as reach', []);
  if (!row?.reach?.includes(actor.office)) throw new Problem('session.ended');
}

const claim = `update import_job set runner = $2, lease_until = $3 where id = $1 and state = 'running' and (runner = $2 or lease_until is null or lease_until < $4) returning id`;
const progress = `update import_job set done = $2, brought_in = $3, already_there = $4, refused = $5, with_double = $6, lease_until = $7, changed_at = $8
  where id = $1 and runner = $9 and state = 'running' returning id`;
const settle = `update import_job set state = $2, report_sealed = $3, content_sealed = case when $4 then null else content_sealed end, ended_at = case when $4 then $5::timestamptz end,
  done = $6, brought_in = $7, already_there = $8, refused = $9, with_double = $10, runner = null, lease_until = null, changed_at = $5
  where id = $1 and runner = $11 and state = any ($12)`;

export interface Jobs {
  /** Goes on with a running job, unless it is already being worked on, here or elsewhere. */
  goOn(job: string, caller: Caller): void;
  /** Whether this process works on it. */
  isAtWork(job: string): boolean;
  /** When the job this process works on has come to rest. */
  rest(job: string): Promise<void>;
  close(): Promise<void>;
}

/** `log` gets no personal data: ids and counts. */
export function makeJobs(performing: Performing, log: (line: object) => void): Jobs {
  const me = newId();
  const atWork = new Map<string, Promise<void>>();
  let closing = false;
  const asSystem = <T>(work: (db: Db) => Promise<T>) => performing.door.as({ system: 'ct_system' }, work);
  const lease = (now: Instant): Instant => instantOf(millisOf(now) + leaseSeconds * 1000);

  async function run(job: string, caller: Caller): Promise<void> {
    const now = performing.now();
    const claimed = await asSystem(db => db.query(claim, [job, me, lease(now), now]));
    if (claimed.length === 0) return;
    const lines: ReportLine[] = [];
    let reader: Reader | null = null;
    let state: 'done' | 'waiting' | 'stopped' = 'done';
    try {
      const kept = await performing.door.as(caller.standing, db => contentOf(db, performing.keyring, job));
      if (!kept) throw new Problem('session.ended');
      reader = await openReader();
      await reader.open(kept.packed, kept.fileName);
      const { understanding } = await reader.read(kept.plan);
      for (let from = 0; from < understanding.rows && state === 'done'; from += batch) {
        if (closing) return;
        lines.push(
          ...(await bringInBatch(
            { job, performing, caller },
            withUnits(await reader.rows(from, batch), performing.now()),
          )),
        );
        const counts = countsOf(lines);
        const at = performing.now();
        const kept = await asSystem(db =>
          db.query(progress, [
            job,
            counts.done,
            counts.broughtIn,
            counts.alreadyThere,
            counts.refused,
            counts.withDouble,
            lease(at),
            at,
            me,
          ]),
        );
        if (kept.length === 0) state = 'stopped';
      }
    } catch (error) {
      if (!(error instanceof Problem))
        log({
          level: 'error',
          at: new Date().toISOString(),
          what: 'import',
          job,
          error: (error as Error).name,
          code: (error as { code?: string }).code,
        });
      state = 'waiting';
    } finally {
      await reader?.close();
    }
    await settleAs(job, state, lines);
  }

  async function settleAs(
    job: string,
    state: 'done' | 'waiting' | 'stopped',
    lines: readonly ReportLine[],
  ): Promise<void> {
    const counts = countsOf(lines);
    const report = seal(performing.keyring, place('report', job), JSON.stringify(lines));
    const from = state === 'stopped' ? ['stopped'] : ['running'];
    await asSystem(db =>
      db.query(settle, [
        job,
        state,
        report,
        state === 'done',
        performing.now(),
        counts.done,
        counts.broughtIn,
        counts.alreadyThere,
        counts.refused,
        counts.withDouble,
        me,
        from,
      ]),
    );
  }

  return {
    goOn(job, caller) {
      if (closing || atWork.has(job)) return;
      const work = run(job, caller)
        // The database went away in the middle: the lease runs out and the job is taken up again.
        .catch(error =>
          log({
            level: 'error',
            at: new Date().toISOString(),
            what: 'import',
            job,
            error: (error as Error).name,
            code: (error as { code?: string }).code,
          }),
        )
        .finally(() => atWork.delete(job));
      atWork.set(job, work);
    },
    isAtWork: job => atWork.has(job),
    rest: async job => atWork.get(job),
    async close() {
      closing = true;
      await Promise.allSettled(atWork.values());
    },
  };
}

/** Files nobody came back for do not lie around for longer than a week. */
export async function sweepImports(db: Db, now: Instant): Promise<void> {
  await db.query(
    `update import_job set content_sealed = null, report_sealed = null, state = 'discarded', changed_at = $1
      where state in ('draft', 'stopped', 'waiting') and content_sealed is not null and changed_at < $1::timestamptz - interval '7 days'`,
    [now],
  );
}
