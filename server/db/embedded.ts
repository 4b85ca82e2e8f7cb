/* The database that comes with the system: a real PostgreSQL, started and watched by the application on a folder of its own, reachable over a
 * unix socket only. If the server dies it is started again; if the application is killed, the next start takes the folder over. */
import type { ChildProcess } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Hold, holdFolder } from './hold.ts';
import { findPlace, makeHome, type Place } from './home.ts';
import {
  clearRemains,
  configure,
  databaseName,
  endServer,
  hasSetpriv,
  launch,
  makeCluster,
  superuser,
  takeOverOrphan,
} from './postmaster.ts';
import type { Settings } from './settings.ts';
import { startError } from './start-error.ts';

/** What `pg` needs to connect; `host` is the folder of the unix socket. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
}

export interface EmbeddedOptions {
  /** Wins over the settings of settings.ts; for benches and tests. */
  readonly settings?: Settings;
  /** Another PostgreSQL's folder of programs (tests run on Debian's too). */
  readonly binaries?: string;
  /** Where things go that root's unprivileged user cannot reach in their own place; /var/lib/chungtay by default. */
  readonly elsewhere?: string;
  /** False leaves the server running when this process is killed; it is how systems without setpriv behave. */
  readonly dieWithUs?: boolean;
  /** Told each time the server had died and takes connections again; `attempts` is how many starts that took. */
  readonly onRestart?: (event: { readonly attempts: number; readonly milliseconds: number }) => void;
  readonly log?: (line: string) => void;
}

export interface Embedded {
  readonly url: string;
  readonly connection: Connection;
  readonly place: Place;
  /** Process id of the server's main process; undefined while it is down. */
  pid(): number | undefined;
  /** Fast shutdown: open transactions are rolled back, sessions closed. Resolves when the server is gone and the folder is free. */
  stop(): Promise<void>;
}

/** The connection as a URL that `pg` and its friends read. */
export function urlOf(connection: Connection): string {
  const login = [connection.user, connection.password]
    .filter(part => part !== undefined)
    .map(encodeURIComponent)
    .join(':');
  const where = `host=${encodeURIComponent(connection.host)}&port=${connection.port}`;
  return `postgresql://${login}@localhost/${encodeURIComponent(connection.database)}?${where}`;
}

async function holdOrRefuse(home: string): Promise<Hold> {
  const { hold, ...refused } = await holdFolder(home);
  if (hold) return hold;
  const pid = 'heldBy' in refused && refused.heldBy ? refused.heldBy : '?';
  throw startError(
    'database.already_running',
    `Chung Tay đang chạy trên thư mục ${home} rồi (tiến trình ${pid}). Hãy dùng bản đang chạy, dừng nó trước, hoặc đặt CHUNGTAY_HOME sang thư mục khác.`,
    `Chung Tay already runs on the folder ${home} (process ${pid}). Use that one, stop it first, or set CHUNGTAY_HOME to another folder.`,
  );
}

const longestPause = 5_000;

/** Keeps a server running: starts it again whenever it ends unasked, sooner at first, then every five seconds. */
function supervise(
  place: Place,
  first: ChildProcess,
  dieWithUs: boolean,
  options: EmbeddedOptions,
  log: (line: string) => void,
) {
  let server: ChildProcess | undefined;
  let stopping = false;
  let restarting: Promise<void> | undefined;
  const endWithUs = () => server?.kill('SIGINT');

  const restart = async (started: number) => {
    for (let attempts = 1; !stopping; attempts++) {
      try {
        await clearRemains(place);
        watch(await launch(place, dieWithUs));
        const milliseconds = Date.now() - started;
        log(`database: running again after ${milliseconds} ms / cơ sở dữ liệu đã chạy lại`);
        options.onRestart?.({ attempts, milliseconds });
        return;
      } catch (error) {
        log(`database: ${(error as Error).message.split('\n').at(-1)}`);
        await sleep(Math.min(longestPause, 100 * 2 ** attempts), undefined, { ref: false });
      }
    }
  };
  const watch = (child: ChildProcess) => {
    server = child;
    child.unref();
    child.once('exit', (code, signal) => {
      server = undefined;
      if (stopping) return;
      log(
        `database: the server ended unasked (${signal ?? code}); starting it again / máy chủ dừng đột ngột, đang chạy lại`,
      );
      restarting = restart(Date.now());
    });
  };
  watch(first);
  process.on('exit', endWithUs);

  return {
    pid: () => server?.pid,
    async stop() {
      stopping = true;
      await restarting;
      const child = server;
      if (child?.pid) {
        child.ref();
        await endServer(child.pid, () => child.exitCode === null && child.signalCode === null);
      }
      process.off('exit', endWithUs);
    },
  };
}

/**
 * Starts the embedded database on `home` (made if missing) and keeps it running until `stop`. The database `chungtay` is there and, the
 * first time, empty; the role in `connection` is its superuser. Throws a start error whose text a person can act on: another application
 * runs on this folder, the programs do not run here, the data is of another version.
 */
export async function startEmbedded(home: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const log = options.log ?? (line => process.stderr.write(`${line}\n`));
  await makeHome(home);
  const folder = await realpath(home);
  const hold = await holdOrRefuse(folder);
  try {
    const place = await findPlace(folder, { binaries: options.binaries, elsewhere: options.elsewhere, log });
    if ((await makeCluster(place)) === 'found' && (await takeOverOrphan(place)) === 'ended') {
      log(
        'database: ended a server that an earlier run had left behind / đã dừng máy chủ còn sót của lần chạy trước',
      );
    }
    await configure(place, options.settings);
    const dieWithUs = options.dieWithUs !== false && (await hasSetpriv(place.owner));
    const supervisor = supervise(place, await launch(place, dieWithUs), dieWithUs, options, log);
    const connection = { host: place.sockets, port: 5432, user: superuser, database: databaseName };
    let stopped: Promise<void> | undefined;
    const stop = () => {
      stopped ??= supervisor.stop().then(() => hold.release());
      return stopped;
    };
    return { url: urlOf(connection), connection, place, pid: supervisor.pid, stop };
  } catch (error) {
    await hold.release();
    throw error;
  }
}
