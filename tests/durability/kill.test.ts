/* Killed at any moment of a write: the server, the database, both. Four people write without a pause; whatever was answered is there afterwards with its entry
 * in the ledger, whatever was not is there whole or not at all, and the ledger verifies. The database writes to the disk as in earnest. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/id.ts';
import { openDoor } from '../../server/db/door.ts';
import type { Connection } from '../../server/db/embedded.ts';
import { quickFolder } from '../../server/db/testcluster.ts';
import { verifyLedger } from '../../server/ledger/verify.ts';

/** How often each of the three is killed; fewer in the everyday loop. */
const kills = Number(process.env.CHUNGTAY_KILLS ?? 20);
const origin = () => `http://127.0.0.1:${port}`;

let home: string;
let port: number;
let server: ChildProcess | undefined;
let database: number | undefined;
let connection: Connection;
const said: string[] = [];

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port: free } = probe.address() as { port: number };
  await new Promise(done => probe.close(done));
  return free;
}

async function start(): Promise<void> {
  const child = spawn(
    process.execPath,
    [new URL('./server.ts', import.meta.url).pathname, home, String(port)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        DATABASE_URL: '',
        CHUNGTAY_CONNECTIONS: '6',
        CHUNGTAY_REQUESTS_PER_ADDRESS: '1000000',
        CHUNGTAY_REQUESTS_PER_SESSION: '1000000',
      },
    },
  );
  server = child;
  database = undefined;
  child.stderr!.on('data', chunk => {
    said.push(String(chunk));
    if (said.length > 200) said.shift();
  });
  await new Promise<void>((done, fail) => {
    let text = '';
    child.stdout!.on('data', chunk => {
      text += chunk;
      const lines = text.split('\n');
      text = lines.pop()!;
      for (const line of lines) {
        if (!line.startsWith('{')) continue;
        const news = JSON.parse(line) as { ready?: true; database?: number | null; connection?: Connection };
        if (news.connection) connection = news.connection;
        if (news.database !== undefined) database = news.database ?? undefined;
        if (news.ready) done();
      }
    });
    child.once('exit', code => fail(new Error(`the server ended with ${code}: ${said.slice(-5).join('')}`)));
  });
}

let struck: number | undefined;

/** Kills the database's main process, whichever it is now. */
async function strikeDatabase(): Promise<void> {
  for (;;) {
    try {
      if (database !== undefined) {
        process.kill(database, 'SIGKILL');
        struck = database;
        return;
      }
    } catch {
      // It has just been started anew under another number.
    }
    await sleep(5);
  }
}

async function strikeServer(): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
}

interface Written {
  readonly id: string;
  readonly act: string;
  readonly number?: string;
}

interface Writer {
  cookie: string;
  readonly key: string;
}

const headers = (cookie?: string) => ({
  'content-type': 'application/json',
  origin: origin(),
  'x-chungtay': '1',
  ...(cookie ? { cookie } : {}),
});

async function signIn(key: string): Promise<Writer> {
  for (let tries = 0; ; tries++) {
    const answer = await fetch(`${origin()}/api/auth/cast`, {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify({ key }),
    }).catch(() => null);
    const cookie = answer?.headers.get('set-cookie')?.split(';')[0];
    await answer?.arrayBuffer();
    if (cookie) return { key, cookie };
    if (tries > 100) throw new Error(`${key} cannot sign in: ${answer?.status}`);
    await sleep(30);
  }
}

/** Writes until told to stop. An act without an answer is kept apart: whether it happened is for the database to say. */
async function write(
  writer: Writer,
  until: { over: boolean },
  answered: Written[],
  open: Written[],
): Promise<void> {
  const act = async (name: string, id: string, input: object): Promise<boolean> => {
    const one = { id, act: name };
    open.push(one);
    const answer = await fetch(`${origin()}/api/act/${name}`, {
      method: 'POST',
      headers: headers(writer.cookie),
      body: JSON.stringify({ id, input }),
      signal: AbortSignal.timeout(5000),
    }).catch(() => null);
    const body = (await answer?.json().catch(() => null)) as { number?: string; code?: string } | null;
    if (answer?.status !== 200 || !body) {
      if (answer && body && answer.status < 500)
        throw new Error(`${name} was refused: ${JSON.stringify(body)}`);
      return false;
    }
    open.splice(open.indexOf(one), 1);
    answered.push({ ...one, ...(body.number ? { number: body.number } : {}) });
    return true;
  };
  while (!until.over) {
    const person = newId();
    const there = await act('person.register', person, {
      fullName: `Người Thử ${person.slice(-4)}`,
      born: '1999',
      route: 'self_return',
      arrivedAt: new Date(Date.now() - 60_000).toISOString(),
      food: 'yes',
      entry: 'api',
    });
    if (there)
      await act('consent.record', newId(), {
        person,
        consentPurpose: 'referral',
        given: 'yes',
        givenBy: 'herself',
      });
    else await sleep(20);
  }
}

/** Everything written is there, nothing half; and the chain from its first entry on. */
async function judge(answered: readonly Written[], open: readonly Written[]): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const ids = [...answered, ...open].map(one => one.id);
    const { rows } = await client.query<{
      id: string;
      entry: boolean;
      body: boolean;
      person: boolean;
      arrival: number;
      needs: number;
      keys: boolean;
      consent: boolean;
      number: string | null;
    }>(
      `select i.id, e.id is not null as entry, b.entry_id is not null as body, p.id is not null as person, p.number, c.id is not null as consent,
              (select count(*)::int from arrival a where a.person = i.id) as arrival, (select count(*)::int from needs n where n.person = i.id) as needs,
              exists (select from person_key k where k.person = i.id) as keys
         from unnest($1::uuid[]) i(id) left join ledger.entry e on e.id = i.id left join ledger.body b on b.entry_id = i.id
         left join person p on p.id = i.id left join consent c on c.id = i.id`,
      [ids],
    );
    const found = new Map(rows.map(row => [row.id, row]));
    const whole = (one: Written) => {
      const row = found.get(one.id)!;
      const parts =
        one.act === 'person.register'
          ? [row.entry, row.body, row.person, row.arrival === 1, row.needs === 1, row.keys]
          : [row.entry, row.body, row.consent];
      return parts.every(Boolean)
        ? 'whole'
        : parts.some(Boolean)
          ? `half: ${JSON.stringify(row)}`
          : 'nothing';
    };
    for (const one of answered) {
      expect([one.act, one.id, whole(one)]).toEqual([one.act, one.id, 'whole']);
      if (one.number) expect(found.get(one.id)!.number).toBe(one.number);
    }
    for (const one of open)
      expect([one.act, one.id, whole(one)]).toEqual([
        one.act,
        one.id,
        expect.stringMatching(/^(whole|nothing)$/),
      ]);
  } finally {
    await client.end();
  }
  const door = openDoor({ ...connection, user: 'chungtay_app' }, { most: 2 });
  try {
    const verdict = await verifyLedger(door);
    expect(verdict).toMatchObject({ ok: true, broken: 0, waiting: 0 });
  } finally {
    await door.close();
  }
}

beforeAll(async () => {
  home = await quickFolder('kill');
  port = await freePort();
  await start();
}, 120_000);

afterAll(async () => {
  await strikeServer();
  // The kernel ends the database with its server; wait until it has let go of the folder.
  for (let tries = 0; tries < 100 && database !== undefined; tries++) {
    try {
      process.kill(database, 0);
      await sleep(50);
    } catch {
      break;
    }
  }
  await rm(home, { recursive: true, force: true, maxRetries: 10 });
}, 60_000);

const answered: Written[] = [];
const open: Written[] = [];

describe.each([
  ['the server', strikeServer],
  ['the database', strikeDatabase],
  ['both', () => Promise.all([strikeDatabase(), strikeServer()])],
] as const)('%s is killed', (what, strike) => {
  it.each(Array.from({ length: kills }, (_, turn) => [turn + 1]))(
    '%i',
    async () => {
      if (!server || server.exitCode !== null || server.signalCode !== null) await start();
      const writers = await Promise.all(['phua', 'quyet', 'thang', 'pao'].map(signIn));
      const until = { over: false };
      const before = answered.length;
      const writing = Promise.all(writers.map(writer => write(writer, until, answered, open)));
      try {
        // Some are struck in the first writes of a fresh server, some in full run.
        const from = answered.length;
        while (answered.length === from) await sleep(5);
        await sleep(Math.random() * 250);
        await strike();
        if (what === 'the database') {
          // The application starts it again by itself and goes on; nobody signs in anew.
          const patience = AbortSignal.timeout(20_000);
          while (database === undefined || database === struck) {
            if (patience.aborted)
              throw new Error(`the database did not come back: ${said.slice(-5).join('')}`);
            await sleep(5);
          }
          const back = answered.length;
          while (answered.length <= back + 2) {
            if (patience.aborted) throw new Error(`nobody could go on: ${said.slice(-5).join('')}`);
            await sleep(5);
          }
        }
      } finally {
        // Else the writers of a turn that failed write on into the next ones.
        until.over = true;
        await writing;
      }
      if (what !== 'the database') await start();
      expect(answered.length).toBeGreaterThan(before);
      await judge(answered.slice(before), open.splice(0));
    },
    60_000,
  );
});

it('after all of it, every answered act of every turn is still there', async () => {
  expect(answered.length).toBeGreaterThan(kills * 3);
  await judge(answered, []);
}, 60_000);
