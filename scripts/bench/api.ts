/* The API under load: 100,000 invented people, row security on, every read and act in the ledger, 32 connections, several officers of different offices at
 * once. Server, database and load generator share the machine. Beside each figure stands what the usual pick did without row security or ledger. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { chanceOf } from '../../db/seed/chance.ts';
import { inventName } from '../../db/seed/names.ts';
import { seedIfEmpty } from '../../db/seed/write.ts';
import { root } from '../../server/root.ts';
import { openBase } from '../../server/system.ts';

const size = Number(process.env.BENCH_SIZE ?? 100_000);
const seconds = Number(process.env.BENCH_SECONDS ?? 15);
const connections = 32;
const home = process.env.BENCH_HOME ?? join(root, '.chungtay', `bench-${size}`);

/**
 * Directus 11 on PostgreSQL 15 on such a machine, without row security or ledger (shared/stack.md): requests a second. It creates one row of one table;
 * beside it stand an act that adds one record to a file, and the registering of a person: some nine rows in six tables after a search for doubles.
 */
const usualPick = { list: 212, read: 332, act: 167, register: 167 } as const;

/** Officers of the cast who read and write at once: a station, a commune, police, identification, social affairs. */
const readers = ['phua', 'quyet', 'san', 'nhai', 'lan-anh', 'pao'];
const writers = ['phua', 'quyet', 'san', 'dao', 'pao'];

/** What is added to an open file most often: a paper (its number checked and sealed), a consent, a child who is with her. */
const everydayActs: ((turn: number) => { act: string; input: object })[] = [
  turn => ({
    act: 'identityPaper.record',
    input: { paperKind: 'cccd', paperNumber: `010303${String(100_000 + (turn % 900_000))}` },
  }),
  () => ({
    act: 'consent.record',
    input: {
      consentPurpose: 'services',
      given: 'yes',
      givenBy: 'herself',
      language: 'hmn',
      explained: { interview: 'yes', purpose: 'yes', how_to_withdraw: 'yes' },
    },
  }),
  turn => ({
    act: 'child.record',
    input: {
      childName: { unanswered: 'declined' },
      born: String(2015 + (turn % 8)),
      sex: 'male',
      relation: 'own_child',
    },
  }),
];

export interface Figures {
  readonly rps: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly errors: number;
}

const note = (text: string) => process.stderr.write(`${text}\n`);

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** A home with the invented people in it; kept for the next run. */
export async function benchHome(): Promise<string> {
  await mkdir(home, { recursive: true });
  if (existsSync(join(home, 'ready'))) return home;
  note(`inventing ${size} people…`);
  const base = await openBase({ home });
  const began = Date.now();
  await seedIfEmpty(base, { size, onProgress: people => people % 10_000 === 0 && note(`  ${people}`) });
  await base.stop();
  await writeFile(join(home, 'ready'), '');
  note(`  ${Math.round((Date.now() - began) / 1000)} s`);
  return home;
}

export interface BenchServer {
  readonly url: string;
  readonly process: ChildProcess;
  readonly startMs: number;
  stop(): Promise<void>;
}

/** The real server in a process of its own. Only the limits on requests a minute are lifted: one machine plays many offices here. */
export async function startServer(folder: string): Promise<BenchServer> {
  const port = await freePort();
  const began = Date.now();
  const child = spawn(process.execPath, [join(root, 'server/main.ts')], {
    env: {
      ...process.env,
      PORT: String(port),
      CHUNGTAY_HOME: folder,
      CHUNGTAY_REQUESTS_PER_ADDRESS: '100000000',
      CHUNGTAY_REQUESTS_PER_SESSION: '100000000',
      CHUNGTAY_LOG: 'quiet',
      CHUNGTAY_PAGES: 'off',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://localhost:${port}`;
  for (;;) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) break;
    if (child.exitCode !== null) throw new Error('the server did not start');
    await new Promise(done => setTimeout(done, 20));
  }
  return {
    url,
    process: child,
    startMs: Date.now() - began,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

const headersOf = (url: string, cookie = '') => ({
  'content-type': 'application/json',
  'x-chungtay': '1',
  origin: url,
  cookie,
});

export async function call<T>(
  url: string,
  cookie: string,
  path: string,
  body: object,
): Promise<{ answer: T; cookie: string }> {
  const response = await fetch(`${url}/api/${path}`, {
    method: 'POST',
    headers: headersOf(url, cookie),
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return {
    answer: (await response.json()) as T,
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie,
  };
}

/** The answers a second and their latencies, with every connection asking again as soon as it was answered. */
export function load(
  url: string,
  requestOf: () => { path: string; cookie: string; body: object },
  atOnce = connections,
): Promise<Figures> {
  // autocannon's own percentiles stop at 97.5; every latency is kept here instead.
  const latencies: number[] = [];
  let refused = 0;
  return new Promise((resolve, reject) => {
    const instance = autocannon(
      {
        url,
        connections: atOnce,
        duration: seconds,
        timeout: 30,
        requests: [
          {
            method: 'POST',
            setupRequest: request => {
              const { path, cookie, body } = requestOf();
              return {
                ...request,
                path: `/api/${path}`,
                headers: headersOf(url, cookie),
                body: JSON.stringify(body),
              };
            },
          },
        ],
      },
      (error, result) => {
        if (error) return reject(error);
        latencies.sort((a, b) => a - b);
        const at = (share: number) =>
          Math.round(
            (latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0) * 10,
          ) / 10;
        resolve({
          rps: Math.round(latencies.length / result.duration),
          p50: at(0.5),
          p95: at(0.95),
          p99: at(0.99),
          errors: refused + result.errors + result.timeouts,
        });
      },
    );
    instance.on('response', (_client, status, _bytes, milliseconds) => {
      latencies.push(milliseconds);
      if (status !== 200) refused++;
    });
  });
}

/** Resident memory of a process and all below it, in MB. */
function memoryOf(pid: number): number {
  const children = (of: number): number[] => {
    const below = readFileSync(`/proc/${of}/task/${of}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
    return [of, ...below.flatMap(children)];
  };
  const kilobytes = children(pid).map(one =>
    Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0),
  );
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024);
}

export async function benchApi(): Promise<object> {
  const folder = await benchHome();
  const server = await startServer(folder);
  try {
    const { url } = server;
    const restMb = memoryOf(server.process.pid!);
    const enter = async (key: string) => (await call(url, '', 'auth/cast', { key })).cookie;
    const cookies = new Map<string, string>();
    for (const key of new Set([...readers, ...writers])) cookies.set(key, await enter(key));
    const seen: { key: string; cookie: string; id: string }[] = [];
    const known: Record<string, string[]> = {};
    for (const key of readers) {
      const cookie = cookies.get(key)!;
      let after: string | null = null;
      for (let page = 0; page < 20; page++) {
        const {
          answer,
        }: { answer: { rows: { id: string; fullName: string | null }[]; next: string | null } } = await call(
          url,
          cookie,
          'list',
          { record: 'person', limit: 100, after },
        );
        for (const row of answer.rows) seen.push({ key, cookie, id: row.id });
        known[key] = [...(known[key] ?? []), ...answer.rows.flatMap(row => row.fullName ?? [])];
        after = answer.next;
        if (!after) break;
      }
    }
    note(`officers see ${readers.map(key => `${key}:${known[key]?.length ?? 0}`).join(' ')} (first pages)`);
    let turn = 0;
    // Other people at every run: the home is kept, and the same again would all be doubles of those before.
    const run = Date.now() % 1_000_000_000;
    const next = <T>(list: readonly T[]): T => list[turn++ % list.length]!;
    const sexes = ['female', 'male'];
    const only = process.env.BENCH_ONLY?.split(',');
    const wanted = (name: string) => !only || only.includes(name);
    const figures: Record<string, Figures> = {};
    const withPeople = readers.filter(key => (known[key]?.length ?? 0) > 0);
    const measure = async (name: string, requestOf: () => { path: string; cookie: string; body: object }) => {
      if (!wanted(name)) return;
      note(`${name}…`);
      figures[name] = await load(url, requestOf);
      note(JSON.stringify(figures[name]));
    };
    await measure('list', () => ({
      path: 'list',
      cookie: cookies.get(next(withPeople))!,
      body: {
        record: 'person',
        filter: { sex: { is: sexes[turn % 2] } },
        sort: { by: turn % 3 ? 'fullName' : 'born' },
        limit: 25,
        brief: true,
      },
    }));
    await measure('read', () => {
      const { cookie, id } = next(seen);
      return { path: 'get', cookie, body: { record: 'person', id } };
    });
    await measure('search', () => {
      const key = next(withPeople);
      return { path: 'search', cookie: cookies.get(key)!, body: { text: next(known[key]!).toLowerCase() } };
    });
    const files = seen.filter(({ key }) => writers.includes(key));
    await measure('act', () => {
      const { cookie, id } = next(files);
      const { act, input } = everydayActs[turn % everydayActs.length]!(turn);
      return {
        path: `act/${act}`,
        cookie,
        body: { id: randomUUID(), subject: randomUUID(), input: { person: id, ...input } },
      };
    });
    await measure('register', () => {
      const chance = chanceOf(run, turn++);
      return {
        path: 'act/person.register',
        cookie: cookies.get(next(writers))!,
        body: {
          id: randomUUID(),
          subject: randomUUID(),
          input: {
            entry: 'api',
            fullName: inventName(chance, ['08', '09', '02', '25', '01'][turn % 5]!, 'female'),
            born: String(1985 + (turn % 22)),
            sex: 'female',
            ethnicity: ['08', '09', '02', '25', '01'][turn % 5],
            spoken: ['hmn'],
            phone: `0300${String(1_000_000 + (turn % 1_000_000))}`,
            address: { unanswered: 'declined' },
            route: 'self_return',
            arrivedAt: new Date().toISOString(),
            fromCountry: 'CN',
            safety: 'yes',
            medical: 'unknown',
            food: 'yes',
          },
        },
      };
    });
    const rush = wanted('rush') ? await signInRush(url) : undefined;
    const ratios = Object.fromEntries(
      Object.entries(usualPick).flatMap(([name, rps]) =>
        figures[name] ? [[name, Math.round((figures[name].rps / rps) * 10) / 10]] : [],
      ),
    );
    return {
      ...figures,
      rush,
      people: size,
      connections,
      startMs: server.startMs,
      restMb,
      afterMb: memoryOf(server.process.pid!),
      timesTheUsualPick: ratios,
    };
  } finally {
    await server.stop();
  }
}

/** A hundred and fifty officers sign in at once: nobody may be turned away. */
async function signInRush(url: string): Promise<object> {
  const began = Date.now();
  const results = await Promise.all(
    Array.from({ length: 150 }, (_, index) =>
      call(url, '', 'auth/cast', { key: readers[index % readers.length]! }).then(
        () => true,
        () => false,
      ),
    ),
  );
  return { signIns: results.length, errors: results.filter(ok => !ok).length, ms: Date.now() - began };
}
