/* One PostgreSQL server process: making its cluster, starting it, finding one that an earlier run left behind, ending it. Surprising: a
 * server whose main process was killed can live on for a moment as orphaned sessions, and no new one may start before they are gone. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import {
  chown,
  mkdtemp,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Owner, outputAs, type Place } from './home.ts';
import { accessFiles, postgresqlConf, type Settings } from './settings.ts';
import { startError } from './start-error.ts';

export const superuser = 'postgres';
/** The one database of an installation. */
export const databaseName = 'chungtay';

const half = '.making-';

/** What a PostgreSQL program needs to know about where it runs; nothing of the application's environment (keys!) reaches it. */
function spawnOptions(owner: Owner | undefined, more: SpawnOptions): SpawnOptions {
  return { ...owner, cwd: '/', env: { LC_ALL: 'C', PATH: process.env.PATH }, ...more };
}

/** Whether the kernel can be asked to end a server when the application is killed (util-linux, not busybox). */
export async function hasSetpriv(owner: Owner | undefined): Promise<boolean> {
  return (
    process.platform === 'linux' &&
    (await outputAs(owner, 'setpriv', ['--pdeathsig', 'INT', 'true'])) !== undefined
  );
}

/** Runs a program to its end, feeding it `input`; throws a start error with the program's own last words. */
async function run(place: Place, program: string, args: readonly string[], input = ''): Promise<void> {
  const dying = await hasSetpriv(place.owner);
  const file = join(place.binaries, program);
  const command = dying ? ['setpriv', '--pdeathsig', 'KILL', file, ...args] : [file, ...args];
  const child = spawn(command[0]!, command.slice(1), spawnOptions(place.owner, { stdio: 'pipe' }));
  let said = '';
  child.stdout?.on('data', chunk => {
    said += chunk;
  });
  child.stderr?.on('data', chunk => {
    said += chunk;
  });
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  const [code] = await once(child, 'close');
  if (code === 0 && !/^\S+ \S+ \S+ \[\d+\] (ERROR|FATAL|PANIC):/m.test(said)) return;
  throw startError(
    'database.making_failed',
    `Không tạo được cơ sở dữ liệu (${program}): ${said.trim().slice(-500)}`,
    `The database could not be made (${program}): ${said.trim().slice(-500)}`,
  );
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}

/** A server of another major version left its data here: beginning with an empty database would look like losing everything. */
async function refuseOtherMajor(place: Place): Promise<void> {
  const other = (await readdir(place.base)).find(
    name => /^postgres-\d+$/.test(name) && name !== basename(place.cluster),
  );
  if (!other) return;
  throw startError(
    'database.other_version',
    `Thư mục ${place.base} có dữ liệu của ${other}, còn chương trình là PostgreSQL ${place.major}. Xem docs/guides về việc nâng cấp.`,
    `The folder ${place.base} holds data of ${other}, but the programs are PostgreSQL ${place.major}. See docs/guides on upgrading.`,
  );
}

/**
 * Makes the cluster with its empty database unless it exists. It grows under another name and is renamed when it is whole and on the disk,
 * so a kill or a power cut in the middle leaves nothing that looks finished; leavings of such a try are removed.
 */
export async function makeCluster(place: Place): Promise<'made' | 'found'> {
  for (const name of await readdir(place.base)) {
    if (name.startsWith(half))
      await rm(join(place.base, name), { recursive: true, force: true, maxRetries: 5 });
  }
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return 'found';
  await refuseOtherMajor(place);
  const folder = await mkdtemp(join(place.base, half));
  if (place.owner) await chown(folder, place.owner.uid, place.owner.gid);
  // Ordering and case by code point, the same on every computer; Vietnamese order is what our own keys are for.
  const locale =
    place.major >= 17
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C.UTF-8'];
  const encoding = ['--encoding=UTF8', '--data-checksums', '--auth=trust'];
  await run(place, 'initdb', ['--no-sync', '-D', folder, '-U', superuser, ...encoding, ...locale]);
  // The single-user mode needs no server. -F, because everything is brought to the disk at once after it.
  await run(
    place,
    'postgres',
    ['--single', '-F', '-D', folder, 'postgres'],
    `create database ${databaseName}\n`,
  );
  const sync = process.platform === 'linux' && place.major >= 17 ? ['--sync-method=syncfs'] : [];
  await run(place, 'initdb', ['--sync-only', ...sync, '-D', folder]);
  await rename(folder, place.cluster);
  await syncFolder(place.base);
  return 'made';
}

/** Writes a file as the cluster's owner has to find it. */
async function writeOwned(place: Place, name: string, text: string): Promise<void> {
  const path = join(place.cluster, name);
  await writeFile(path, text, { mode: 0o600 });
  if (place.owner) await chown(path, place.owner.uid, place.owner.gid);
}

export async function configure(place: Place, changes: Settings | undefined): Promise<void> {
  const { hba, ident } = accessFiles(place.major);
  await writeOwned(place, 'postgresql.conf', postgresqlConf(place.major, place.sockets, changes));
  await writeOwned(place, 'pg_hba.conf', hba);
  await writeOwned(place, 'pg_ident.conf', ident);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The processes of this cluster that are alive: a server and its sessions work in the data folder. Linux only; elsewhere none are found. */
async function serverProcesses(cluster: string): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const folder = await realpath(cluster);
  const found: number[] = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const [cwd, program] = await Promise.all([
      readlink(`/proc/${pid}/cwd`).catch(() => ''),
      readlink(`/proc/${pid}/exe`).catch(() => ''),
    ]);
    // The program file may have been replaced by an update since: then " (deleted)" follows its name.
    if (cwd === folder && basename(program.replace(/ \(deleted\)$/, '')) === 'postgres')
      found.push(Number(pid));
  }
  return found;
}

async function gone(isThere: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (await isThere()) {
    if (Date.now() > until) return false;
    await sleep(20);
  }
  return true;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has gone by itself.
  }
}

/**
 * Ends the sessions that outlived their server's main process, as that process itself would after a crash, and takes away the lock of its socket:
 * its number may be another program's by now, or that of a dead process nobody has buried (a container whose first process does not), and then no
 * server would ever start again. Call it only while holding the home, with no server running.
 */
export async function clearRemains(place: Place): Promise<void> {
  const remains = () => serverProcesses(place.cluster);
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    const pids = await remains();
    if (pids.length === 0) break;
    for (const pid of pids) send(pid, signal);
    if (await gone(async () => (await remains()).length > 0, 2_000)) break;
  }
  await rm(join(place.sockets, '.s.PGSQL.5432.lock'), { force: true });
}

async function isServerOf(cluster: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') return (await serverProcesses(cluster)).includes(pid);
  return (await outputAs(undefined, 'ps', ['-o', 'command=', '-p', String(pid)]))?.includes(cluster) ?? false;
}

/** Fast shutdown of a server, then harsher ways if it does not come to an end. */
export async function endServer(pid: number, isThere: () => boolean | Promise<boolean>): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    send(pid, signal);
    if (await gone(isThere, patience)) return;
  }
}

/**
 * Ends a server of this cluster that an earlier, killed application left behind, and removes a pid file whose number now belongs to another
 * program. Call it only while holding the home: nobody else's live server can be meant then. Says what it found.
 */
export async function takeOverOrphan(place: Place): Promise<'none' | 'ended' | 'stale'> {
  const file = join(place.cluster, 'postmaster.pid');
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
  if (pid && (await isServerOf(place.cluster, pid))) {
    await endServer(pid, () => isServerOf(place.cluster, pid));
    await clearRemains(place);
    return 'ended';
  }
  await clearRemains(place);
  if (pid === undefined) return 'none';
  // Of a dead process PostgreSQL makes sure itself, by the shared memory that the file names; so the file goes only if it misleads.
  if (!pid || isAlive(pid)) await rm(file, { force: true });
  return 'stale';
}

/** The lines of the server's log since `from`, without its times; the settings keep personal data out of it. */
async function lastWords(log: string, from: number): Promise<string> {
  const text = (await readFile(log)).subarray(from).toString('utf8');
  const lines = text.split('\n').map(line => line.replace(/^\S+ \S+ \S+ \[\d+\] /, ''));
  return lines
    .filter(line => line.trim())
    .slice(-4)
    .join(' · ');
}

async function openLog(
  place: Place,
): Promise<{ path: string; from: number; handle: Awaited<ReturnType<typeof open>> }> {
  const path = join(place.base, 'postgres.log');
  if (existsSync(path) && (await stat(path)).size > 10_000_000) await rename(path, `${path}.1`);
  const handle = await open(path, 'a', 0o600);
  return { path, from: (await handle.stat()).size, handle };
}

/**
 * Starts the server and waits until it takes connections, however long it needs to recover after a crash.
 * With `dieWithUs` the kernel ends it (fast shutdown) when this process ends in whatever way. Throws if the server ends instead.
 */
export async function launch(place: Place, dieWithUs: boolean): Promise<ChildProcess> {
  const server = [join(place.binaries, 'postgres'), '-D', place.cluster];
  const command = dieWithUs ? ['setpriv', '--pdeathsig', 'INT', ...server] : server;
  const log = await openLog(place);
  // Its own session: Ctrl-C at the terminal is for the application, which then ends the server in order.
  const stdio: SpawnOptions['stdio'] = ['ignore', log.handle.fd, log.handle.fd];
  const child = spawn(command[0]!, command.slice(1), spawnOptions(place.owner, { stdio, detached: true }));
  const failed = new Promise<never>((_, fail) => child.once('error', fail));
  failed.catch(() => {});
  await log.handle.close();
  const pidFile = join(place.cluster, 'postmaster.pid');
  while (child.exitCode === null && child.signalCode === null) {
    const lines = await readFile(pidFile, 'utf8').then(
      text => text.split('\n'),
      () => [],
    );
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return child;
    await Promise.race([sleep(10), failed]);
  }
  const words = await lastWords(log.path, log.from);
  throw startError(
    'database.start_failed',
    `PostgreSQL không khởi động được: ${words}`,
    `PostgreSQL did not start: ${words}`,
  );
}
