/* The file a backup is: tar, gzip, age, in that order, so that in need it opens without us (`age -d FILE | tar xz`). It appears under its name only when it
 * is whole and on the disk. Entries are held in memory one at a time, on both ways; nothing else is. */
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline as pipe, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createTarDecoder, createTarPacker } from 'modern-tar';
import { isStartError } from '../db/start-error.ts';
import { syncFolder } from '../seal/whole-file.ts';
import { refusal } from './refusals.ts';

/** What a backup is closed with. Recipients (`age1…`) let a server make backups it cannot open itself. */
export type Lock = { readonly passphrase: string } | { readonly recipients: readonly string[] };
/** What opens it. */
export type Key = { readonly passphrase: string } | { readonly identity: string };

export interface ArchiveWriter {
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** Puts the file in its place; its size in bytes. */
  finish(): Promise<number>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

const MAGIC = 'age-encryption.org/v1\n';
const SHORTEST_PASSPHRASE = 12;
/** Text of a database shrinks to a fifth at this level; higher ones cost more than they save. */
const GZIP_LEVEL = 4;

/** A fresh pair: the recipient goes to the server, the identity into the safe. */
export async function newBackupKey(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Begins an archive. Refuses to overwrite a file. `logN` is scrypt's work factor, for tests. */
export async function createArchive(
  file: string,
  lock: Lock,
  options: { at: Date; logN?: number },
): Promise<ArchiveWriter> {
  const encrypter = encrypterFor(lock, options.logN);
  await refuseToOverwrite(file);
  const beside = `${file}.${process.pid}.part`;
  const { readable, controller } = createTarPacker();
  let size = 0;
  const written = pipeline(
    Readable.fromWeb(readable as never),
    createGzip({ level: GZIP_LEVEL }),
    async function* encrypt(source: AsyncIterable<Uint8Array>) {
      for await (const chunk of await encrypter.encrypt(webStream(source))) {
        size += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(beside, { flags: 'wx', mode: 0o600, flush: true }),
  );
  // A full disk shows here first; `add` and `finish` tell it.
  let failure: unknown;
  written.catch(error => {
    failure = error;
  });

  return {
    async add(name, bytes) {
      try {
        const writer = controller
          .add({ name, size: bytes.length, type: 'file', mode: 0o600, mtime: options.at })
          .getWriter();
        if (bytes.length) await writer.write(bytes);
        await writer.close();
      } catch (error) {
        await written.catch(() => {});
        throw failure ?? error;
      }
    },
    async finish() {
      controller.finalize();
      await written;
      // A hard link refuses where a rename would overwrite what came there meanwhile.
      await link(beside, file).catch(error => {
        throw error.code === 'EEXIST' ? refusal.exists(file) : error;
      });
      rmSync(beside);
      syncFolder(dirname(file));
      return size;
    },
    async discard() {
      controller.error(new Error('backup given up'));
      await written.catch(() => {});
      await rm(beside, { force: true });
    },
  };
}

/**
 * The entries of an archive in order, to its very end: only then is it known not to be cut short. Throws start errors: no backup,
 * wrong key, damaged.
 */
export async function* readArchive(file: string, key: Key): AsyncGenerator<ArchiveEntry> {
  await refuseForeign(file);
  const decrypter = decrypterFor(key);
  const source = createReadStream(file, { highWaterMark: 64 * 1024 });
  const gunzip = createGunzip();
  try {
    const plain = await decrypter.decrypt(webStream(source));
    pipe(plain, gunzip, () => {});
    const entries = webStream(gunzip).pipeThrough(createTarDecoder({ strict: true }));
    for await (const { header, body } of entries) {
      yield { name: header.name, bytes: Buffer.concat(await Array.fromAsync(body)) };
    }
  } catch (error) {
    if (isStartError(error)) throw error;
    throw /no identity matched/.test((error as Error).message)
      ? refusal.wrongKey(file)
      : refusal.damaged(file, error);
  } finally {
    gunzip.destroy();
    source.destroy();
  }
}

/** Node's web streams are the browser's; only their types do not know it. */
function webStream(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return NodeReadableStream.from(source) as unknown as ReadableStream<Uint8Array>;
}

function encrypterFor(lock: Lock, logN?: number): Encrypter {
  const encrypter = new Encrypter();
  if ('passphrase' in lock) {
    if (lock.passphrase.length < SHORTEST_PASSPHRASE) throw refusal.weakPassphrase();
    // Vietnamese letters come composed or not, depending on the keyboard.
    encrypter.setPassphrase(lock.passphrase.normalize('NFC'));
    if (logN) encrypter.setScryptWorkFactor(logN);
    return encrypter;
  }
  if (!lock.recipients.length) throw refusal.badKey();
  try {
    for (const recipient of lock.recipients) encrypter.addRecipient(recipient.trim());
  } catch {
    throw refusal.badKey();
  }
  return encrypter;
}

function decrypterFor(key: Key): Decrypter {
  const decrypter = new Decrypter();
  if ('passphrase' in key) {
    decrypter.addPassphrase(key.passphrase.normalize('NFC'));
    return decrypter;
  }
  try {
    decrypter.addIdentity(key.identity.trim());
  } catch {
    throw refusal.badKey();
  }
  return decrypter;
}

async function refuseToOverwrite(file: string): Promise<void> {
  const there = await open(file, 'r').catch(() => null);
  await there?.close();
  if (there) throw refusal.exists(file);
}

async function refuseForeign(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    if (buffer.toString('latin1', 0, bytesRead) !== MAGIC) throw refusal.notBackup(file);
  } finally {
    await handle.close();
  }
}
