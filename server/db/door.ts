/* The one door to the database. Every piece of work runs in one transaction under one role of the database; a person's work also carries the secret hash of
 * her session, from which the database itself derives what she reaches. Begin, role and first query leave in one write, so that a request costs one trip. */
import pg from 'pg';
import type { LedgerEntry } from '../../kernel/ledger/entry.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Connection } from './embedded.ts';

// Moments arrive as text with microseconds and days as text: the ledger hashes them, and a day is not a moment.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, text => {
  // As PostgreSQL writes most of them: with three or six decimals, in UTC. A date object is dear where a page has a hundred.
  const decimals = text.length - 23;
  if (text.endsWith('+00') && text[10] === ' ' && (decimals === 3 || decimals === 6))
    return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
  return new Date(text).toISOString();
});
pg.types.setTypeParser(pg.types.builtins.DATE, text => text);
pg.types.setTypeParser(pg.types.builtins.INT8, text => Number(text));
// Ids need no quotes in an array, and the ledger's have many: the parser for any array goes letter by letter.
const uuidArray = 2951 as Parameters<typeof pg.types.setTypeParser>[0];
pg.types.setTypeParser(uuidArray, text => (text === '{}' ? [] : text.slice(1, -1).split(',')));

export interface Db {
  query<T>(sql: string, values?: readonly unknown[]): Promise<T[]>;
  /** As `query`, for the last statement of the work: the commit leaves with it. If it or one before it failed, the commit undoes everything. */
  finish?<T>(sql: string, values?: readonly unknown[]): Promise<T[]>;
  /** Takes what the ledger is to say of what was shown; it is entered, together with what others were shown, before the answer leaves. */
  shown?(entry: LedgerEntry): void;
}

/** For the last query of what only reads: where what was shown is entered apart from this transaction, it ends with it, in the same write. */
export const lastReading = (db: Db): Db['query'] => (db.shown && db.finish) || db.query;

/** Who the database is to take a piece of work for: a signed-in person, or one of the system's own narrow roles. */
export type Standing =
  | { readonly role: string; readonly session: Uint8Array }
  | { readonly system: 'ct_auth' | 'ct_system' | 'ct_matcher' | 'ct_ledger' };

export interface How {
  /** Lets lists follow an index (see list.ts). */
  readonly walk?: boolean;
  /** Nothing is written: the answer need not wait for the transaction to end. */
  readonly reading?: boolean;
}

export interface Door {
  /** Runs `work` in one transaction; what it throws rolls everything back. */
  as<T>(standing: Standing, work: (db: Db) => Promise<T>, how?: How): Promise<T>;
  close(): Promise<void>;
}

const begin = { name: 'begin', text: 'begin' };
const commit = { name: 'commit', text: 'commit' };

/** Puts on a role and the hash of a session's token, which are checked to be just that. */
const standing = "select set_config('ct.session', $1, true), set_config('role', $2, true)";
const walking = `${standing}, set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`;

function check(role: string, session: string): void {
  if (!/^[a-z_][a-z0-9_]{1,40}$/.test(role) || !/^([0-9a-f]{64})?$/.test(session))
    throw new Error('door: not a role or not a session');
}

/**
 * Statements are prepared once per connection, named by their text and the role: a plan made under row security holds for one role only, and one that
 * went from role to role would be made anew every time.
 */
const names = new Map<string, string>();
function nameOf(role: string, sql: string): string {
  const key = `${role}:${sql}`;
  let name = names.get(key);
  if (!name) {
    name = `s${names.size}`;
    // Built lists and searches have many shapes; past this, statements go unnamed rather than fill the server's memory.
    if (names.size > 2000) return '';
    names.set(key, name);
  }
  return name;
}

const unavailable = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

/** A lost or starting database is told to the reader as such; everything else stays what it is. */
function explain(error: unknown): unknown {
  const code = (error as { code?: string }).code;
  const lost = code
    ? unavailable.has(code)
    : /terminated|not queryable|Connection/i.test(String((error as Error)?.message));
  return lost ? new Problem('server.unavailable') : error;
}

/** Statements of one turn leave in one write: a write to the socket costs more than what most statements do. */
function corker(client: pg.PoolClient): () => void {
  const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } })
    .connection;
  let corked = false;
  return () => {
    if (corked) return;
    corked = true;
    stream.cork();
    process.nextTick(() => {
      corked = false;
      stream.uncork();
    });
  };
}

export interface DoorSettings {
  readonly most?: number;
  readonly statementTimeout?: number;
}

export function openDoor(connection: Connection, settings: DoorSettings = {}): Door {
  const pool = new pg.Pool({
    ...connection,
    max: settings.most ?? 12,
    pipeline: true,
    application_name: 'chungtay',
    // Every statement here is written for one plan, whatever its values; planning under row security again and again costs more than the statements.
    options: '-c plan_cache_mode=force_generic_plan',
    statement_timeout: settings.statementTimeout ?? 30_000,
    idle_in_transaction_session_timeout: 30_000,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 60_000,
  } as pg.PoolConfig);
  pool.on('error', () => undefined);
  // A connection is listened to all its life: between the pool's care and ours, and after it was thrown away, an error nobody hears would end the server.
  pool.on('connect', client => client.on('error', () => undefined));

  async function as<T>(who: Standing, work: (db: Db) => Promise<T>, how: How = {}): Promise<T> {
    const role = 'system' in who ? who.system : `ct_${who.role}`;
    const session = 'system' in who ? '' : Buffer.from(who.session).toString('hex');
    // Before a connection is taken: what it refuses must not keep one.
    check(role, session);
    let client: pg.PoolClient;
    try {
      client = await pool.connect();
    } catch (error) {
      throw explain(error);
    }
    let broken: Error | undefined;
    const lost = (error: Error) => {
      broken = error;
    };
    client.on('error', lost);
    const together = corker(client);
    together();
    // Not awaited: pipelined with the first query of the work. A failure here fails that query too.
    const text = how.walk ? walking : standing;
    client.query(begin).catch(() => undefined);
    const opened = client.query({ name: how.walk ? 'walk' : 'stand', text, values: [session, role] });
    opened.catch(() => undefined);
    // Statements leave together; after one failed, the others only say that the transaction is over. The first one is the reason.
    let reason: unknown;
    let committed: Promise<unknown> | undefined;
    async function run<R>(sql: string, values: readonly unknown[], last: boolean): Promise<R[]> {
      const name = nameOf(role, sql);
      together();
      try {
        const running = client.query(
          name ? { name, text: sql, values: [...values] } : { text: sql, values: [...values] },
        );
        if (last) {
          committed = client.query(commit);
          committed.catch(() => undefined);
        }
        return (await running).rows as R[];
      } catch (error) {
        reason ??= error;
        throw reason;
      }
    }
    const db: Db = {
      query: (sql, values = []) => run(sql, values, false),
      finish: (sql, values = []) => run(sql, values, true),
    };
    let ending: Promise<unknown> | undefined;
    try {
      const result = await work(db);
      await opened;
      committed ??= client.query(commit);
      if (how.reading) ending = committed;
      else await committed;
      return result;
    } catch (error) {
      const first = await opened.then(
        () => null,
        failure => failure,
      );
      await client.query('rollback').catch(failure => {
        broken = failure as Error;
      });
      throw explain(first ?? error);
    } finally {
      const release = () => {
        client.off('error', lost);
        client.release(broken);
      };
      if (ending)
        ending.then(release, failure => {
          broken = failure as Error;
          release();
        });
      else release();
    }
  }

  return { as, close: () => pool.end() };
}
