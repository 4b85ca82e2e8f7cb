/* Starts, kills and takes over real database servers. Each test has a server of its own with the settings of production (fsync on), because
 * what is promised here is that an answered row survives. As root these run PostgreSQL as an unprivileged user, else as the user we are. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Connection, type Embedded, type EmbeddedOptions, startEmbedded, urlOf } from './embedded.ts';
import { homeFolder } from './home.ts';
import { postgresqlConf } from './settings.ts';
import { isStartError } from './start-error.ts';
import { connectionOf, query, quickFolder } from './testcluster.ts';

const isRoot = process.getuid?.() === 0;
let folder: string;
let running: Embedded[];
let children: ChildProcess[];
let said: string[];

/** Making a cluster takes most of a second; tests that are not about that copy one. */
let readyMade: string;

beforeAll(async () => {
  readyMade = await quickFolder('ready');
  const server = await startEmbedded(join(readyMade, 'home'), { log: () => {} });
  await server.stop();
});

afterAll(() => rm(readyMade, { recursive: true, force: true }));

beforeEach(async () => {
  folder = await quickFolder('cluster');
  running = [];
  children = [];
  said = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const server of running) await server.stop();
  // A killed child's server may still be writing its last files.
  await rm(folder, { recursive: true, force: true, maxRetries: 30, retryDelay: 100 });
});

async function start(home = join(folder, 'home'), options: EmbeddedOptions = {}): Promise<Embedded> {
  const server = await startEmbedded(home, {
    log: line => said.push(line),
    elsewhere: join(folder, 'elsewhere'),
    ...options,
  });
  running.push(server);
  return server;
}

/** A home whose cluster is made, and stopped. */
async function copyHome(name = 'home'): Promise<string> {
  const home = join(folder, name);
  const [code] = await once(spawn('cp', ['-a', join(readyMade, 'home'), home]), 'exit');
  expect(code).toBe(0);
  return home;
}

/** Another process that starts the database on `home` and stays; resolves with the server's process id once it is up. */
async function startInAnotherProcess(
  home: string,
  dieWithUs: boolean,
): Promise<{ child: ChildProcess; server: number }> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)};
    const { pid } = await startEmbedded(${JSON.stringify(home)}, { dieWithUs: ${dieWithUs} });
    console.log(pid());
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = await once(createInterface({ input: child.stdout! }), 'line');
  return { child, server: Number(line) };
}

async function killHard(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** A dead process whose parent has not asked for its exit code yet (a container's first process may never) counts as gone. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Asks until the server answers, as a pool of connections would. */
async function askAgain(connection: Connection, statement: string): Promise<Record<string, unknown>[]> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await query(connection, statement);
    } catch (error) {
      if (attempt > 200) throw error;
      await sleep(50);
    }
  }
}

async function refusal(work: Promise<unknown>): Promise<{ code: string; vi: string; en: string }> {
  const error = await work.then(
    () => undefined,
    thrown => thrown,
  );
  if (!isStartError(error)) throw error ?? new Error('was not refused');
  return error;
}

describe('refusals', () => {
  test('a second start in this process is refused, naming the first', async () => {
    await start(await copyHome());
    const error = await refusal(start());
    expect(error.code).toBe('database.already_running');
    expect(error.en).toContain(`process ${process.pid}`);
    expect(error.vi).toContain('đang chạy trên thư mục');
  });

  test('a second start is refused while another process holds the folder, and its server lives on', async () => {
    const home = await copyHome();
    const { child, server } = await startInAnotherProcess(home, true);
    const error = await refusal(start(home));
    expect(error.code).toBe('database.already_running');
    expect(error.en).toContain(`process ${child.pid}`);
    expect(isAlive(server)).toBe(true);
  });

  test('data of another major version is not passed over for an empty database', async () => {
    const home = join(folder, 'home');
    await mkdir(join(home, 'postgres-17'), { recursive: true, mode: 0o711 });
    expect((await refusal(start(home))).code).toBe('database.other_version');
    expect(await readdir(home)).not.toContain('postgres-18');
  });

  test('a server that cannot start says why', async () => {
    const error = await refusal(start(await copyHome(), { settings: { shared_buffers: 'plenty' } }));
    expect(error.code).toBe('database.start_failed');
    expect(error.en).toContain('shared_buffers');
  });

  test('programs that do not run are named', async () => {
    expect((await refusal(start(join(folder, 'home'), { binaries: folder }))).code).toBe(
      'database.programs_fail',
    );
  });

  test('a refused start leaves the folder free', async () => {
    const home = await copyHome();
    await refusal(start(home, { binaries: folder }));
    const { connection } = await start(home);
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a cluster', () => {
  test('is durable, checked, in UTF-8, closed to the network and to everybody but its user', async () => {
    const { connection, place } = await start();
    const [row] = await query(
      connection,
      `select current_setting('fsync') as fsync, current_setting('data_checksums') as sums, current_setting('server_encoding') as encoding,
        current_setting('listen_addresses') as addresses, current_setting('full_page_writes') as pages,
        current_setting('synchronous_commit') as commit, lower('ĐƯỜNG HÙNG') as lower, inet_server_addr() as address`,
    );
    const safe = { fsync: 'on', pages: 'on', commit: 'on', sums: 'on', encoding: 'UTF8' };
    expect(row).toEqual({ ...safe, addresses: '', lower: 'đường hùng', address: null });
    for (const path of [place.cluster, place.sockets]) {
      const { mode, uid } = await stat(path);
      expect([path, mode & 0o077]).toEqual([path, 0]);
      expect(uid === 0).toBe(false);
    }
    expect(await query(connection, 'select usename from pg_user')).toEqual([{ usename: 'postgres' }]);
  });

  test('keeps its rows over a stop and a start, and is reachable by its URL', async () => {
    const first = await start(await copyHome());
    await query(first.connection, 'create table kept (word text)', "insert into kept values ('còn')");
    const pid = first.pid()!;
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await start();
    expect(await query(connectionOf(second.url), 'select word from kept')).toEqual([{ word: 'còn' }]);
  });

  test('stops although a session is open in a transaction', async () => {
    const server = await start(await copyHome());
    const hanging = query(
      server.connection,
      'begin',
      'create table undone (word text)',
      'select pg_sleep(60)',
    ).catch(() => 'cut');
    await askAgain(
      server.connection,
      "select 1 / count(*) from pg_stat_activity where query like '%pg_sleep(60)'",
    );
    await server.stop();
    expect(await hanging).toBe('cut');
  });

  test('writes no value of a failing statement into its log', async () => {
    const { connection, place } = await start(await copyHome());
    await query(
      connection,
      'create table named (name text primary key)',
      "insert into named values ('Thào Thị Kín')",
    );
    await expect(query(connection, "insert into named values ('Thào Thị Kín')")).rejects.toThrow();
    await expect(query(connection, "select 'Thào Thị Kín'::uuid")).rejects.toThrow();
    const log = await readFile(join(place.base, 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('Kín');
  });

  test("reads an administrator's local.conf last", async () => {
    const first = await start(await copyHome());
    await first.stop();
    await writeFile(join(first.place.cluster, 'local.conf'), 'work_mem = 7MB\n', { mode: 0o644 });
    const { connection } = await start();
    expect(await query(connection, 'show work_mem')).toEqual([{ work_mem: '7MB' }]);
  });

  test('is made whole or not at all: a kill in the middle leaves the next start a clean folder', async () => {
    const home = join(folder, 'home');
    const script = `
      import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)};
      await startEmbedded(${JSON.stringify(home)});`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' });
    children.push(child);
    const halfMade = async () =>
      existsSync(home) && (await readdir(home)).find(name => name.startsWith('.making-'));
    while (!(await halfMade())) await sleep(5);
    await sleep(150);
    await killHard(child);
    expect(await halfMade()).toBeDefined();
    expect(existsSync(join(home, 'postgres-18'))).toBe(false);
    const { connection } = await start(home);
    expect(await query(connection, 'select current_database() as name')).toEqual([{ name: 'chungtay' }]);
    expect(await halfMade()).toBeUndefined();
  });
});

describe('a killed server', () => {
  test('is started again, with every answered row, and its old sessions are gone', async () => {
    const restarts: number[] = [];
    const server = await start(await copyHome(), { onRestart: ({ attempts }) => restarts.push(attempts) });
    const { connection } = server;
    await query(connection, 'create table answered (n integer primary key)');
    // A session busy for a minute would not notice its main process's death by itself.
    const busy = query(connection, 'select count(*) from generate_series(1, 2000000000)').catch(() => 'cut');
    let answered = 0;
    const writing = (async () => {
      for (let n = 1; n <= 100_000; n++) {
        await query(connection, `insert into answered values (${n})`);
        answered = n;
      }
    })().catch(() => 'cut');
    while (answered < 50) await sleep(5);
    const killed = server.pid()!;
    process.kill(killed, 'SIGKILL');
    expect(await writing).toBe('cut');
    const rows = await askAgain(connection, 'select count(*)::int as n from answered');
    expect(await busy).toBe('cut');
    // One more than answered is right too: committed, and killed before the answer.
    expect([answered, answered + 1]).toContain(rows[0]?.n);
    expect(server.pid()).not.toBe(killed);
    expect(restarts).toHaveLength(1);
  });

  test('is started again each time', async () => {
    const server = await start(await copyHome());
    await query(server.connection, 'create table kept (n integer)');
    for (let round = 1; round <= 3; round++) {
      await query(server.connection, `insert into kept values (${round})`);
      process.kill(server.pid()!, 'SIGKILL');
      expect(await askAgain(server.connection, 'select count(*)::int as n from kept')).toEqual([
        { n: round },
      ]);
      while (server.pid() === undefined) await sleep(10);
    }
  });

  test('stays down when it was stopped right after the kill, and comes back with the next start', async () => {
    const home = await copyHome();
    const server = await start(home);
    await query(server.connection, 'create table kept (n integer)', 'insert into kept values (1)');
    process.kill(server.pid()!, 'SIGKILL');
    await server.stop();
    await sleep(500);
    expect(server.pid()).toBeUndefined();
    await expect(query(server.connection, 'select 1')).rejects.toThrow();
    const next = await start(home);
    expect(await query(next.connection, 'select n from kept')).toEqual([{ n: 1 }]);
  });
});

describe('a killed application', () => {
  test('takes its server with it where the kernel can be asked to', async () => {
    const home = await copyHome();
    const { child, server } = await startInAnotherProcess(home, true);
    await killHard(child);
    const { connection } = await start(home);
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(isAlive(server)).toBe(false);
  });

  test('leaves an orphan that the next start takes over, rows and all', async () => {
    const home = await copyHome();
    const { child, server } = await startInAnotherProcess(home, false);
    const connection = {
      host: join(home, 'socket'),
      port: 5432,
      user: 'postgres',
      database: 'chungtay',
    };
    await query(connection, 'create table kept (word text)', "insert into kept values ('còn')");
    await killHard(child);
    await sleep(100);
    expect(isAlive(server)).toBe(true);
    const next = await start(home);
    expect(said.join()).toContain('earlier run had left behind');
    expect(isAlive(server)).toBe(false);
    expect(await query(next.connection, 'select word from kept')).toEqual([{ word: 'còn' }]);
  });

  test('and its server with it: the pid file that stays is no hindrance, even when its number is another program’s now', async () => {
    const first = await start(await copyHome());
    await first.stop();
    const pidFile = join(first.place.cluster, 'postmaster.pid');
    for (const pid of [4_194_300, process.pid]) {
      await writeFile(
        pidFile,
        `${pid}\n${first.place.cluster}\n1\n5432\n${first.place.sockets}\n\n  1  1\nready   \n`,
      );
      const server = await start();
      expect(await query(server.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
      await server.stop();
    }
  });
});

describe('places', () => {
  test('the data folder is CHUNGTAY_HOME, else .chungtay in the repository', () => {
    expect(homeFolder({ CHUNGTAY_HOME: '/srv/chungtay' })).toBe('/srv/chungtay');
    expect(homeFolder({})).toMatch(/\/\.chungtay$/);
  });

  test('a path longer than a socket may have, with a space and a quote in it, works', async () => {
    const home = join(folder, `${'rất-dài-'.repeat(14)}`, "ngăn kéo 'cũ'");
    const { connection, place } = await start(home);
    expect(Buffer.byteLength(join(place.sockets, '.s.PGSQL.5432'))).toBeLessThan(104);
    expect(place.sockets.startsWith(home)).toBe(false);
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await rm(place.sockets, { recursive: true, force: true });
  });

  test('under a private folder (0700) root keeps the data elsewhere, says so, and finds it again', async () => {
    const home = join(folder, 'private', 'home');
    await mkdir(home, { recursive: true });
    await chmod(join(folder, 'private'), 0o700);
    const first = await start(home);
    await query(first.connection, 'create table kept (word text)', "insert into kept values ('còn')");
    await first.stop();
    const second = await start(home);
    expect(await query(second.connection, 'select word from kept')).toEqual([{ word: 'còn' }]);
    expect(second.place.base).toBe(isRoot ? first.place.base : home);
    if (!isRoot) return;
    expect(first.place.base.startsWith(join(folder, 'elsewhere'))).toBe(true);
    expect(said.filter(line => line.includes(first.place.base))).toHaveLength(2);
  });

  test('data elsewhere is never taken over by a new home at an old path, and missing data is not replaced by nothing', async () => {
    if (!isRoot) return;
    const home = join(folder, 'private', 'home');
    await mkdir(join(folder, 'private'), { mode: 0o700 });
    const first = await start(home);
    await first.stop();
    await rm(home, { recursive: true });
    const second = await start(home);
    await second.stop();
    expect(second.place.base).not.toBe(first.place.base);
    await rm(second.place.base, { recursive: true });
    expect((await refusal(start(home))).code).toBe('database.elsewhere_missing');
  });

  test('a copy of a data folder is another folder: both run', async () => {
    await copyHome();
    await copyHome('copy');
    const [one, two] = [await start(), await start(join(folder, 'copy'))];
    expect(one.pid()).not.toBe(two.pid());
  });
});

test('a URL says what the connection says', () => {
  const connection = { host: '/tmp/ngăn kéo', port: 5433, user: 'a b', database: 'x', password: 'p@/:ss' };
  expect(connectionOf(urlOf(connection))).toEqual(connection);
  const plain = { host: 'db.example', port: 5432, user: 'admin', database: 'postgres' };
  expect(connectionOf('postgresql://admin@db.example')).toEqual(plain);
});

test('settings are quoted as PostgreSQL reads them', () => {
  expect(postgresqlConf(18, "/tmp/it's", { cluster_name: "o'clock" })).toContain("cluster_name = 'o''clock'");
  expect(postgresqlConf(15, '/tmp/x')).not.toContain('io_method');
});
