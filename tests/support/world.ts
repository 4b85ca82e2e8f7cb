/* A province of one's own for a test file: a database with units, offices and the standing cast but nobody in it, and the whole server over it, reached only
 * as a browser reaches it. The clock of the application can be moved; the database's cannot, so a session or a share of the past is made by moving ours. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { FastifyInstance, InjectOptions } from 'fastify';
import pg from 'pg';
import { seedIfEmpty } from '../../db/seed/write.ts';
import { type Day, dayOf, type Instant, instantOf } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import type { Connection } from '../../server/db/embedded.ts';
import { query, quickFolder, temporaryFolder, testTemplate } from '../../server/db/testcluster.ts';
import { type Keyring, openKeyring } from '../../server/seal/keyring.ts';
import { makeSystem, type System } from '../../server/system.ts';

export const ORIGIN = 'http://localhost:3000';

// biome-ignore lint/suspicious/noExplicitAny: tests read whatever an answer holds
export type Json = any;

export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** What a person gets instead of an answer. `code` is the catalogue's; the message is the sentence on her screen. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: Json;
  constructor(url: string, answer: Answer) {
    super(
      `${url} → ${answer.status} ${answer.body?.code}: ${answer.body?.message} ${JSON.stringify(answer.body?.fields ?? [])} ${JSON.stringify(answer.body?.details ?? {})}`,
    );
    this.name = 'Refused';
    this.status = answer.status;
    this.code = answer.body?.code;
    this.body = answer.body;
  }
}

export interface ActOptions {
  /** The row the act is about; an act that creates may leave it out. */
  readonly subject?: string;
  readonly purpose?: string;
  readonly id?: string;
  readonly madeAt?: string;
}

export interface Done {
  readonly ok: true;
  readonly id: string;
  readonly number?: string;
  readonly warnings: readonly { field: string; reason: string; params?: Json }[];
  readonly [more: string]: Json;
}

/** Somebody at a browser of her own. Every method but `post` throws `Refused` when the answer is a problem. */
export interface Person {
  readonly key: string;
  readonly officer: string;
  readonly role: string;
  readonly office: string;
  readonly postId: string;
  readonly posts: readonly { id: string; role: string; office: string; delegated: boolean }[];
  readonly cookie: string;
  /** Any request, answered whatever it is. */
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  ask(url: string, body?: unknown): Promise<Json>;
  act(name: string, input?: Json, options?: ActOptions): Promise<Done>;
  get(record: string, id: string): Promise<Json>;
  list(record: string, request?: Json): Promise<Json[]>;
  path(person: string): Promise<Json>;
  search(text: string): Promise<Json[]>;
  open(record: string, id: string, field: string, purpose?: string): Promise<string | null>;
  /** What waits, each with the article and the reasons of its day. */
  work(): Promise<Json[]>;
  notices(): Promise<Json[]>;
}

export interface World {
  readonly app: FastifyInstance;
  readonly system: System;
  readonly keyring: Keyring;
  readonly connection: Connection;
  /** Lines the server logged. */
  readonly log: object[];
  /** Signs in by the cast's key; with two posts, `role` says in which. */
  as(key: string, role?: string): Promise<Person>;
  now(): Instant;
  today(): Day;
  /** Sets the application's clock that many minutes off the real one; 0 brings it back. */
  shift(minutes: number): void;
  /** As the owner, past every rule; for looking behind the scenes and for tampering. */
  owner<T = Record<string, Json>>(sql: string, values?: readonly unknown[]): Promise<T[]>;
  request(options: InjectOptions): Promise<Answer>;
  stop(): Promise<void>;
}

/** A database with the seeded province without people, made once per run and copied for each world. */
async function provinceTemplate(): Promise<{ connection: Connection; name: string }> {
  const { connection, template } = testTemplate();
  const name = `${template}_province`;
  const client = new pg.Client({ ...connection });
  await client.connect();
  try {
    // Two test processes may come at once: the second waits and finds it made.
    await client.query('select pg_advisory_lock(7213599)');
    const { rows } = await client.query('select from pg_database where datname = $1', [name]);
    if (rows.length === 0) {
      const raw = `${name}_raw`;
      await client.query(`drop database if exists ${raw} with (force)`);
      await client.query(`create database ${raw} template ${template} strategy file_copy`);
      const home = await temporaryFolder('keys');
      try {
        const { keyring } = openKeyring({ home, now: instantOf(Date.now()) });
        await seedIfEmpty({ owner: { ...connection, database: raw }, keyring }, { size: 0 });
      } finally {
        await rm(home, { recursive: true, force: true });
      }
      if (connection.password)
        await client.query(`alter role chungtay_app password ${pg.escapeLiteral(connection.password)}`);
      await client.query(`alter database ${raw} rename to ${name}`);
    }
    return { connection, name };
  } finally {
    await client.end();
  }
}

/** A fresh province in a database of its own, with a server over it. Stop it in `afterAll`. */
export async function makeWorld(
  options: { readonly connections?: number; readonly pages?: boolean } = {},
): Promise<World> {
  const { connection: cluster, name } = await provinceTemplate();
  const database = `${name}_${randomBytes(4).toString('hex')}`;
  await query(cluster, `create database ${database} template ${name} strategy file_copy`);
  // A copy does not take along what the migration said about the database itself.
  await query(cluster, `revoke temporary on database ${database} from public`);
  const connection = { ...cluster, database };
  const home = await quickFolder('keys');
  const { keyring } = openKeyring({ home, now: instantOf(Date.now()) });
  const log: object[] = [];
  let offset = 0;
  const now = () => instantOf(Date.now() + offset);
  const app = { ...connection, user: 'chungtay_app' };
  const system = await makeSystem(
    { app, keyring },
    {
      now,
      pages: options.pages ?? false,
      log: line => log.push(line),
      connections: options.connections ?? 8,
    },
  );
  const owner = new pg.Pool({ ...connection, max: 2 });
  owner.on('error', () => undefined);

  async function request(inject: InjectOptions): Promise<Answer> {
    const reply = await system.app.inject(inject);
    // One value; a download of many lines (`x-ndjson`) stays text.
    const json = /\bjson\b/.test(String(reply.headers['content-type'] ?? ''));
    return {
      status: reply.statusCode,
      body: json && reply.body !== '' ? JSON.parse(reply.body) : null,
      text: reply.body,
      headers: reply.headers,
    };
  }

  return {
    app: system.app,
    system,
    keyring,
    connection,
    log,
    now,
    today: () => dayOf(now()),
    shift(minutes) {
      offset = minutes * 60_000;
    },
    as: (key, role) => signIn(request, key, role),
    async owner<T>(sql: string, values: readonly unknown[] = []) {
      return (await owner.query(sql, [...values])).rows as T[];
    },
    request,
    async stop() {
      await system.stop();
      await owner.end();
      await query(cluster, `drop database if exists ${database} with (force)`);
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** The headers our own pages send. */
export const pageHeaders = (cookie?: string): Record<string, string> => ({
  host: new URL(ORIGIN).host,
  origin: ORIGIN,
  'x-chungtay': '1',
  'user-agent': 'Mozilla/5.0 (Android 14) Chrome/150.0',
  ...(cookie ? { cookie } : {}),
});

const cookieOf = (answer: Answer): string => {
  const set = answer.headers['set-cookie'];
  if (typeof set !== 'string') throw new Error(`no session was given: ${answer.status} ${answer.text}`);
  return set.split(';')[0]!;
};

async function signIn(request: World['request'], key: string, role?: string): Promise<Person> {
  const entering = await request({
    method: 'POST',
    url: '/api/auth/cast',
    headers: pageHeaders(),
    payload: { key },
  });
  let cookie = cookieOf(entering);
  const session = async () =>
    (await request({ method: 'GET', url: '/api/session', headers: pageHeaders(cookie) })).body;
  let found = await session();
  if (role && found.post.role !== role) {
    const wanted = found.posts.find((post: { role: string }) => post.role === role);
    if (!wanted) throw new Error(`${key} has no post as ${role}`);
    cookie = cookieOf(
      await request({
        method: 'POST',
        url: '/api/session/post',
        headers: pageHeaders(cookie),
        payload: { post: wanted.id },
      }),
    );
    found = await session();
  }
  const post: Person['post'] = (url, body, headers = {}) =>
    request({
      method: 'POST',
      url,
      headers: { ...pageHeaders(cookie), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
  const ask: Person['ask'] = async (url, body = {}) => {
    const answer = await post(url, body);
    if (answer.status !== 200) throw new Refused(url, answer);
    return answer.body;
  };
  return {
    key,
    officer: found.officer.id,
    role: found.post.role,
    office: found.post.office,
    postId: found.post.id,
    posts: found.posts,
    cookie,
    post,
    ask,
    async act(name, input = {}, { subject, purpose, id = newId(), madeAt } = {}) {
      const done = await ask(`/api/act/${name}`, { id, subject, purpose, madeAt, input });
      return { ...done, id: done.subject.id };
    },
    get: (record, id) => ask('/api/get', { record, id }),
    list: async (record, more = {}) => (await ask('/api/list', { record, limit: 100, ...more })).rows,
    path: person => ask('/api/path', { person }),
    search: async text => (await ask('/api/search', { text })).hits,
    open: async (record, id, field, purpose = 'liên hệ với chị ấy') =>
      (await ask('/api/open', { record, id, field, purpose })).value,
    work: async () => {
      const { items, terms } = await ask('/api/work');
      return items.map((item: Json) => ({ ...item, ...(item.term === null ? {} : terms[item.term]) }));
    },
    notices: async () => (await ask('/api/notifications')).items,
  };
}

/** The problem a promise is refused with; fails when there is none. */
export async function refusal(
  promise: Promise<unknown>,
): Promise<{ code: string; status: number; message: string; fields: Json[]; details: Json }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Refused) return error.body;
    throw error;
  }
  throw new Error('This should have been refused, and was not.');
}

/** What a promise is refused for, as `field reason`. */
export const reasonsOf = async (promise: Promise<unknown>): Promise<string[]> =>
  (await refusal(promise)).fields.map(({ field, reason }) => `${field} ${reason}`);
export const codeOf = async (promise: Promise<unknown>): Promise<string> => (await refusal(promise)).code;

/** Runs work as any role of the database with any session, past the application: what somebody who broke into it could send. */
export async function asDatabaseRole<T>(
  world: World,
  role: string,
  cookie: string | null,
  work: (query: (sql: string, values?: unknown[]) => Promise<T[]>) => Promise<unknown>,
): Promise<void> {
  const { createHash } = await import('node:crypto');
  const client = new pg.Client({ ...world.connection, user: 'chungtay_app' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    const token =
      cookie === null ? '' : createHash('sha256').update(cookie.split('=')[1]!, 'utf8').digest('hex');
    await client.query("select set_config('ct.session', $1, true), set_config('role', $2, true)", [
      token,
      role,
    ]);
    await work(async (sql, values = []) => (await client.query(sql, values)).rows);
    await client.query('rollback');
  } finally {
    await client.end();
  }
}
