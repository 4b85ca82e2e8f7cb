/* For the tests of this folder: a database with the whole schema, a server over it whose clock can be moved, officers made as they are
 * needed, and browsers that keep their cookie. What is recorded is kept in a list instead of the ledger. */

import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { instantOf } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { Problem } from '../../kernel/problem.ts';
import { type Door, openDoor } from '../db/door.ts';
import { testDatabase } from '../db/testcluster.ts';
import type { AuthDeps, AuthEvent, AuthSettings, Db, Id } from './deps.ts';
import { authRoutes, installGuard, type SessionFinder, setFirstPassword } from './index.ts';

export const ORIGIN = 'http://localhost:3000';
export const PASSWORD = 'bốn con trâu qua suối';

export interface Database extends Db {
  readonly door: Door;
  stop(): Promise<void>;
}

/** A fresh database with the whole schema, and a superuser's view behind the scenes. */
export async function startDatabase(): Promise<Database> {
  const { connection, drop } = await testDatabase();
  const door = openDoor(connection);
  return {
    door,
    query: (sql, values) => asRole(door, connection.user, db => db.query(sql, values)),
    async stop() {
      await door.close();
      await drop();
    },
  };
}

export interface World {
  readonly app: FastifyInstance;
  readonly deps: AuthDeps;
  readonly finder: SessionFinder;
  readonly events: AuthEvent[];
  /** Moves the clock. */
  pass(seconds: number): void;
  /** A new officer with a post, and a password unless told otherwise. */
  officer(options?: { password?: string | null; mustChange?: boolean; posts?: number }): Promise<Person>;
  browser(options?: { origin?: string; address?: string }): Browser;
}

export interface Person {
  readonly id: Id;
  readonly email: string;
  readonly posts: readonly Id[];
}

/** A server over the database; `settings` differ from: invented province off, second factor required, 15 minutes. */
export async function makeWorld(
  database: Database,
  settings: Partial<AuthSettings> = {},
  start = '2026-11-24T02:00:00.000Z',
): Promise<World> {
  let time = Date.parse(start);
  const events: AuthEvent[] = [];
  const key = randomBytes(32);
  const deps: AuthDeps = {
    asAuth: work => database.door.as({ system: 'ct_auth' }, work),
    now: () => instantOf(time),
    seal(plain, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(place));
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    },
    blind: (purpose, value) => createHmac('sha256', key).update(`${purpose}|${value}`).digest(),
    async record(_db, event) {
      events.push(event);
    },
    greet: async found => ({ greeted: found === null ? 'nobody' : found.role }),
    settings: {
      publicUrl: null,
      allowHttp: false,
      invented: false,
      secondFactor: 'required',
      idleMinutes: () => 15,
      ...settings,
    },
  };
  const app = Fastify();
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof Problem) {
      return reply
        .code(error.status)
        .send({ code: error.code, details: error.details, fields: error.fields });
    }
    return reply.code((error as { statusCode?: number }).statusCode ?? 500).send({ code: String(error) });
  });
  await installGuard(app, deps);
  const finder = await authRoutes(app, deps);
  let count = 0;
  return {
    app,
    deps,
    finder,
    events,
    pass(seconds) {
      time += seconds * 1000;
    },
    async officer({ password = PASSWORD, mustChange = false, posts = 1 } = {}) {
      count += 1;
      const id = newId();
      const email = `${id.slice(-12)}-${count}@laocai.example`;
      const ids = Array.from({ length: posts }, newId);
      await insertOfficer(database, { id, email, posts: ids });
      if (password !== null) {
        await deps.asAuth(db => setFirstPassword(db, { officer: id, password, mustChange, now: deps.now() }));
      }
      return { id, email, posts: ids };
    },
    browser: options => makeBrowser(app, options),
  };
}

/** Writes past foreign keys: an office and an agency of their own would add nothing here. */
async function insertOfficer(database: Database, { id, email, posts }: Person): Promise<void> {
  await database.query(
    `with careless as materialized (select set_config('session_replication_role', 'replica', true)), officer as (
       insert into public.officer (id, province, made_at, made_by, changed_at, name, email, lang, cast_key)
       select $1::uuid, 'laocai', now(), $1::uuid, now(), 'Người Thử', $2, 'vi', $3 from careless)
     insert into public.post (id, province, office, made_at, made_by, changed_at, officer, role, extent, valid_from)
     select post, 'laocai', gen_random_uuid(), now(), $1::uuid, now(), $1::uuid, 'police_officer', 'office', '2026-01-01'
       from careless, unnest($4::uuid[]) post`,
    [id, email, email.slice(0, 60), posts],
  );
}

/** Runs `work` in a transaction as any role of the database. */
export function asRole<T>(door: Door, role: string, work: (db: Db) => Promise<T>): Promise<T> {
  return door.as({ system: role as 'ct_auth' }, work);
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever an answer holds
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface Browser {
  cookie: string | null;
  post(url: string, body?: object, headers?: Record<string, string | undefined>): Promise<Answer>;
  get(url: string, headers?: Record<string, string | undefined>): Promise<Answer>;
}

/** Keeps its cookie, sends what our own pages send; single headers can be replaced, or left out with undefined. */
function makeBrowser(app: FastifyInstance, { origin = ORIGIN, address = '10.1.1.1' } = {}): Browser {
  async function send(
    method: 'GET' | 'POST',
    url: string,
    body: object | undefined,
    extra: Record<string, string | undefined>,
  ) {
    const own = {
      host: new URL(origin).host,
      origin,
      'x-chungtay': '1',
      'user-agent': 'Mozilla/5.0 (Android 14) Chrome/150.0',
    };
    const all: Record<string, string | undefined> = { ...own, ...extra };
    if (browser.cookie !== null) all.cookie = browser.cookie;
    const headers = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    const reply = await app.inject({
      method,
      url,
      headers: headers as Record<string, string>,
      remoteAddress: address,
      ...(body === undefined ? {} : { payload: body }),
    });
    const set = reply.headers['set-cookie'];
    if (typeof set === 'string') browser.cookie = /^[^=]+=;/.test(set) ? null : set.split(';')[0]!;
    const text = reply.body;
    return { status: reply.statusCode, body: text === '' ? null : JSON.parse(text), headers: reply.headers };
  }
  const browser: Browser = {
    cookie: null,
    post: (url, body, headers = {}) => send('POST', url, body, headers),
    get: (url, headers = {}) => send('GET', url, undefined, headers),
  };
  return browser;
}
