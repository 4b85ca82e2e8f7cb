/* Keeps a folder to one running application. The hold is a listening socket whose name belongs to the folder: the kernel takes the name
 * back when its holder dies, even by kill -9, so that there is no stale lock to judge and no race in taking it over. The holder answers
 * with its process id, which is how the second start can say who is in the way. */
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, constants, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

export interface Hold {
  release(): Promise<void>;
}

/** `heldBy` is the process id of the holder, undefined if it did not say. */
export type HoldResult = { readonly hold: Hold } | { readonly hold?: undefined; readonly heldBy?: number };

/** A name nobody can guess from the path, and that a copy of the folder does not share: the inode is part of it. */
function nameOf(folder: string): string {
  const file = join(folder, 'hold');
  try {
    writeFileSync(file, `${randomUUID()}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const { dev, ino } = statSync(file);
  return createHash('sha256')
    .update(`${readFileSync(file, 'utf8')} ${dev} ${ino}`)
    .digest('hex')
    .slice(0, 32);
}

function askHolder(name: string): Promise<number | undefined> {
  return new Promise(done => {
    let said = '';
    const socket = connect(name);
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('data', chunk => {
      said += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => done(Number(said) || undefined));
  });
}

/** macOS has no socket names outside the file system; there the kernel's lock on an open file (O_EXLOCK) does the same. */
function holdByOpenFile(folder: string): HoldResult {
  const exclusive = 0x20;
  try {
    const file = openSync(join(folder, 'hold'), constants.O_RDWR | constants.O_NONBLOCK | exclusive);
    return { hold: { release: async () => closeSync(file) } };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    return {};
  }
}

/**
 * Holds `folder` (which must exist) until released or until this process ends. Never waits.
 * The hold does not reach across containers that share only the folder; PostgreSQL's own postmaster.pid is the second line there.
 */
export function holdFolder(folder: string): Promise<HoldResult> {
  const key = nameOf(folder);
  if (process.platform !== 'linux' && process.platform !== 'win32')
    return Promise.resolve(holdByOpenFile(folder));
  const name = process.platform === 'linux' ? `\0chungtay-${key}` : `\\\\.\\pipe\\chungtay-${key}`;
  return new Promise((done, fail) => {
    const server = createServer(socket => {
      socket.on('error', () => {});
      socket.end(String(process.pid));
    });
    server.once('error', error => {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') fail(error);
      else askHolder(name).then(heldBy => done({ heldBy }), fail);
    });
    server.listen(name, () => {
      server.unref();
      done({ hold: { release: () => new Promise(closed => server.close(() => closed())) } });
    });
  });
}
