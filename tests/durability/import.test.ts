/* An import killed in the middle, again and again: the server goes without a word while rows come in, is started anew, and the officer's next look at the job
 * lets it go on. In the end every row is there exactly once, the report knows them all, and the ledger verifies. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeCsv } from '../../modules/exchange/index.ts';
import { openDoor } from '../../server/db/door.ts';
import type { Connection } from '../../server/db/embedded.ts';
import { quickFolder } from '../../server/db/testcluster.ts';
import { verifyLedger } from '../../server/ledger/verify.ts';

const rows = 240;
const kills = 3;
let home: string;
let port: number;
let server: ChildProcess;
let connection: Connection;
const origin = () => `http://127.0.0.1:${port}`;

async function start(): Promise<void> {
  const script = new URL('./server.ts', import.meta.url).pathname;
  server = spawn(process.execPath, [script, home, String(port)], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, DATABASE_URL: '', CHUNGTAY_CONNECTIONS: '4' },
  });
  await new Promise<void>((done, fail) => {
    let text = '';
    server.stdout!.on('data', chunk => {
      text += chunk;
      const lines = text.split('\n');
      text = lines.pop()!;
      for (const line of lines.filter(one => one.startsWith('{'))) {
        const news = JSON.parse(line) as { ready?: true; connection?: Connection };
        if (news.connection) connection = news.connection;
        if (news.ready) done();
      }
    });
    server.once('exit', code => fail(new Error(`the server ended with ${code}`)));
  });
}

async function kill(): Promise<void> {
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
}

let cookie = '';

// biome-ignore lint/suspicious/noExplicitAny: tests read whatever an answer holds
async function ask(path: string, body: object | FormData): Promise<any> {
  const isForm = body instanceof FormData;
  const answer = await fetch(`${origin()}/api/${path}`, {
    method: 'POST',
    headers: {
      origin: origin(),
      'x-chungtay': '1',
      ...(cookie ? { cookie } : {}),
      ...(isForm ? {} : { 'content-type': 'application/json' }),
    },
    body: isForm ? body : JSON.stringify(body),
  });
  const set = answer.headers.get('set-cookie')?.split(';')[0];
  if (set) cookie = set;
  const said = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${said}`);
  return said === '' ? null : JSON.parse(said);
}

beforeAll(async () => {
  home = await quickFolder('import');
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  port = (probe.address() as { port: number }).port;
  await new Promise(done => probe.close(done));
  await start();
}, 120_000);
afterAll(async () => {
  if (server.exitCode === null && server.signalCode === null) {
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    await Promise.race([gone, sleep(8000)]);
    server.kill('SIGKILL');
  }
  await rm(home, { recursive: true, force: true });
});

async function query<T>(sql: string): Promise<T[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

it('goes on after each kill and doubles nothing', { timeout: 240_000 }, async () => {
  await ask('auth/cast', { key: 'phua' });
  const form = new FormData();
  const people = Array.from({ length: rows }, (_, at) => [
    `Người Thử ${at}`,
    'Vàng',
    'Married',
    `ghi chú ${at}`,
  ]);
  const file = writeCsv([
    ['prs_FirstName', 'prs_SecondName', 'prs_MaritalStatus', 'cco_CaseComment'],
    ...people,
  ]);
  form.append('file', new Blob([new Uint8Array(file)]), 'danh-sach.csv');
  const { job } = await ask('imports/upload', form);
  await ask('imports/plan', { id: job.id, plan: { arrival: null } });
  await ask('imports/start', { id: job.id });
  const there = async () => (await query<{ n: number }>('select count(*)::int as n from person'))[0]!.n;
  let before = 0;
  for (let struck = 1; struck <= kills; struck++) {
    // Somewhere in the middle, past what was there before.
    while ((await there()) < before + 20) await sleep(5);
    await kill();
    const left = await query<{ n: number }>(
      `select count(*)::int as n from person p where not exists (select from imported i where i.person = p.id)
         or not exists (select from ledger.entry e where e.id = p.id) or not exists (select from person_key k where k.person = p.id)`,
    ).catch(() => null);
    if (left) expect(left[0]!.n).toBe(0);
    await start();
    before = await there();
    expect(before).toBeLessThan(rows);
    // Her own next look is enough; what the killed process held is free after some seconds.
    await ask('imports/get', { id: job.id });
    const began = Date.now();
    while ((await there()) === before && Date.now() - began < 30_000) {
      await sleep(200);
      await ask('imports/get', { id: job.id });
    }
  }
  for (let tries = 0; tries < 600; tries++) {
    const { job: now } = await ask('imports/get', { id: job.id });
    if (now.state !== 'running') break;
    await sleep(100);
  }
  const done = (await ask('imports/get', { id: job.id })).job;
  expect(done).toMatchObject({ state: 'done', done: rows, refused: 0, alreadyThere: 0, hasFile: false });
  expect(await there()).toBe(rows);
  const { lines, total } = await ask('imports/report', { id: job.id });
  expect(total).toBe(rows);
  expect(new Set(lines.map((line: { number: string }) => line.number)).size).toBe(lines.length);
  const door = openDoor({ ...connection, user: 'chungtay_app' });
  try {
    expect((await verifyLedger(door)).ok).toBe(true);
  } finally {
    await door.close();
  }
});
