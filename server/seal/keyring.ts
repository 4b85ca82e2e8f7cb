/* The keys, kept outside the database in `<home>/keys/keyring.json`: whoever takes the database (or a dump of it) takes no sealed field with it.
 * Keys are never deleted here, only retired, and a key's id is derived from the key itself, so a damaged file or a keyring of another installation
 * is recognised instead of failing later on somebody's name. */
import { createCipheriv, createDecipheriv, hash, randomBytes, scryptSync } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startError } from '../db/start-error.ts';
import { writeNew, writeOver } from './whole-file.ts';

export type KeyPurpose = 'seal' | 'index' | 'ledger-sign' | 'backup';

export interface KeyVersion {
  /** 16 hex digits: the first 8 bytes of a hash over purpose and key. */
  readonly id: string;
  readonly purpose: KeyPurpose;
  /** An `Instant`. */
  readonly made_at: string;
  /** Since when nothing new is sealed with it; it still opens what it sealed. */
  readonly retired_at: string | null;
  /** 32 bytes. */
  readonly key: Buffer;
}

/** The open keyring. It reads its file again when another process has changed it (rotation), so hold on to it and not to keys. */
export interface Keyring {
  readonly file: string;
  /** Newest last. */
  keys: readonly KeyVersion[];
  readonly passphrase: string | null;
  readonly logN: number;
  /** Of the file when it was last read. */
  stamp: string;
  lookedAt: number;
}

export interface OpenKeyring {
  readonly keyring: Keyring;
  /** True the first time: the caller shows `keyringWarning`. */
  readonly madeNow: boolean;
  readonly wrapped: boolean;
  /** The file could be read by others than its owner; it has been closed to them, but may have been read. */
  readonly wasOpenToOthers: boolean;
}

/** What is shown once, when the keyring is made. `file` is to be put in for `{file}`. */
export const keyringWarning = {
  vi: `Đã tạo bộ khóa mã hóa tại {file}
Số giấy tờ, số điện thoại, địa chỉ và tài khoản của nạn nhân được niêm phong bằng các khóa này. MẤT TỆP NÀY LÀ MẤT DỮ LIỆU: không ai mở lại được, kể cả nhà cung cấp.
Hãy chép ngay tệp này ra một USB, cất trong két, tách khỏi máy chủ. Ai có cả tệp này và cơ sở dữ liệu thì đọc được tất cả.
Muốn khóa tệp bằng mật khẩu, đặt CHUNGTAY_KEY_PASSPHRASE (và cất mật khẩu ở một nơi khác).`,
  en: `The keys have been made at {file}
Victims' document numbers, telephone numbers, addresses and bank accounts are sealed with these keys. WHOEVER LOSES THIS FILE LOSES THE DATA: nobody can open it again.
Copy the file to a USB stick now and put that in a safe, away from the server. Whoever has both this file and the database reads everything.
To lock the file with a passphrase set CHUNGTAY_KEY_PASSPHRASE (and keep the passphrase in yet another place).`,
} as const;

const FORMAT = 'chungtay keyring';
const FIRST_KEYS: readonly KeyPurpose[] = ['seal', 'index', 'ledger-sign'];
const PURPOSES: readonly KeyPurpose[] = [...FIRST_KEYS, 'backup'];
/** scrypt 2^17, r 8: a third of a second and 128 MB, OWASP's figure. Only for a passphrase; the keys themselves are random. */
const LOG_N = 17;
const LOOK_AGAIN_AFTER = 2_000;

export function keyringFile(home: string): string {
  return join(home, 'keys', 'keyring.json');
}

/**
 * Opens the keyring of a home, or makes it on the first start. `knownKeyIds` are the ids the database remembers: with any of them
 * and no file, the file is lost and a new one would only bury that, so this refuses. Throws a start error a person can act on.
 */
export function openKeyring(options: {
  readonly home: string;
  /** An `Instant`. */
  readonly now: string;
  readonly knownKeyIds?: readonly string[];
  readonly passphrase?: string | null;
  /** scrypt work, for tests. */
  readonly logN?: number;
}): OpenKeyring {
  const file = keyringFile(options.home);
  const passphrase = options.passphrase || null;
  const logN = options.logN ?? LOG_N;
  const known = options.knownKeyIds ?? [];
  mkdirSync(join(options.home, 'keys'), { recursive: true, mode: 0o700 });
  let madeNow = false;
  if (!exists(file)) {
    if (known.length) throw lost(file, known);
    const keys = FIRST_KEYS.map(purpose => freshKey(purpose, options.now));
    // Two first starts at once: one file wins, both read it.
    madeNow = writeNew(file, encode(keys, passphrase, logN));
  }
  const wasOpenToOthers = closeToOthers(file);
  const { keys, wrapped } = decode(readFileSync(file), passphrase, file);
  const keyring: Keyring = { file, keys, passphrase, logN, stamp: stampOf(file), lookedAt: Date.now() };
  requireKeys(keyring, known);
  return { keyring, madeNow, wrapped, wasOpenToOthers };
}

/** Refuses when the database was written with keys this keyring lacks: a restored database beside a foreign or older keyring. */
export function requireKeys(keyring: Keyring, knownKeyIds: readonly string[]): void {
  const missing = knownKeyIds.filter(id => !keyring.keys.some(key => key.id === id));
  if (missing.length) throw lacking(keyring.file, missing);
}

/** The key that new values are sealed with. Looks every two seconds whether another process has turned the keys over. */
export function currentKey(keyring: Keyring, purpose: KeyPurpose): KeyVersion {
  if (Date.now() - keyring.lookedAt > LOOK_AGAIN_AFTER) reloadKeyring(keyring);
  const key = keyring.keys.findLast(
    candidate => candidate.purpose === purpose && candidate.retired_at === null,
  );
  if (!key) throw lacking(keyring.file, [purpose]);
  return key;
}

/** A key by its id, retired or not. Throws a start error when the keyring lacks it, after one more look at the file. */
export function getKey(keyring: Keyring, id: string, purpose: KeyPurpose): KeyVersion {
  const find = () => keyring.keys.find(key => key.id === id && key.purpose === purpose);
  const key = find() ?? (reloadKeyring(keyring) ? find() : undefined);
  if (!key) throw lacking(keyring.file, [id]);
  return key;
}

/** Reads the file again if it has changed; true when it had. */
export function reloadKeyring(keyring: Keyring): boolean {
  keyring.lookedAt = Date.now();
  const stamp = stampOf(keyring.file);
  if (stamp === keyring.stamp) return false;
  keyring.keys = decode(readFileSync(keyring.file), keyring.passphrase, keyring.file).keys;
  keyring.stamp = stamp;
  return true;
}

/** Adds a version for each purpose, current from now on, in one write: a kill leaves all of them or none. On the disk on return. */
export function addKeys(keyring: Keyring, purposes: readonly KeyPurpose[], now: string): KeyVersion[] {
  reloadKeyring(keyring);
  const fresh = purposes.map(purpose => freshKey(purpose, now));
  save(keyring, [...keyring.keys, ...fresh]);
  return fresh;
}

/** Marks keys as no longer used for sealing. The last key of a purpose cannot be retired. */
export function retireKeys(keyring: Keyring, ids: readonly string[], now: string): void {
  reloadKeyring(keyring);
  const keys = keyring.keys.map(key =>
    ids.includes(key.id) && !key.retired_at ? { ...key, retired_at: now } : key,
  );
  for (const purpose of new Set(keys.map(key => key.purpose)))
    if (!keys.some(key => key.purpose === purpose && !key.retired_at))
      throw new Error(`seal: the last ${purpose} key cannot be retired`);
  save(keyring, keys);
}

/** Writes the keyring under another passphrase, or in the open (null). The old file's bytes may survive on the disk and in copies. */
export function rewrapKeyring(keyring: Keyring, passphrase: string | null): Keyring {
  reloadKeyring(keyring);
  const rewrapped = { ...keyring, passphrase };
  save(rewrapped, keyring.keys);
  return rewrapped;
}

/** The public part for a person's eyes and for the database: never the keys. */
export function listKeys(keyring: Keyring): Omit<KeyVersion, 'key'>[] {
  return keyring.keys.map(({ key: _, ...rest }) => rest);
}

/** The keyring from a backup, put in place only if the home has none; false when it has one. Throws if these are no keyring's bytes. */
export function restoreKeyring(home: string, bytes: Uint8Array): boolean {
  const { format } = JSON.parse(Buffer.from(bytes).toString('utf8'));
  if (format !== FORMAT) throw damaged('backup');
  mkdirSync(join(home, 'keys'), { recursive: true, mode: 0o700 });
  return writeNew(keyringFile(home), Buffer.from(bytes));
}

function freshKey(purpose: KeyPurpose, now: string): KeyVersion {
  const key = randomBytes(32);
  return { id: keyIdOf(purpose, key), purpose, made_at: now, retired_at: null, key };
}

function keyIdOf(purpose: KeyPurpose, key: Uint8Array): string {
  return hash(
    'sha256',
    Buffer.concat([Buffer.from(`chungtay key id v1\n${purpose}\n`), key]),
    'buffer',
  ).toString('hex', 0, 8);
}

function save(keyring: Keyring, keys: readonly KeyVersion[]): void {
  writeOver(keyring.file, encode(keys, keyring.passphrase, keyring.logN));
  keyring.keys = keys;
  keyring.stamp = stampOf(keyring.file);
}

function encode(keys: readonly KeyVersion[], passphrase: string | null, logN: number): Buffer {
  const plain = keys.map(key => ({ ...key, key: key.key.toString('base64') }));
  if (!passphrase)
    return Buffer.from(`${JSON.stringify({ format: FORMAT, version: 1, keys: plain }, null, 2)}\n`);
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', wrapKey(passphrase, salt, logN), nonce);
  cipher.setAAD(wrapLabel(logN));
  const text = Buffer.concat([
    cipher.update(JSON.stringify(plain), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const wrapped = {
    kdf: 'scrypt',
    logN,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    text: text.toString('base64'),
  };
  return Buffer.from(`${JSON.stringify({ format: FORMAT, version: 1, wrapped }, null, 2)}\n`);
}

function decode(
  bytes: Buffer,
  passphrase: string | null,
  file: string,
): { keys: KeyVersion[]; wrapped: boolean } {
  let content: {
    format: string;
    version: number;
    keys?: unknown;
    wrapped?: Record<string, string> & { logN: number };
  };
  try {
    content = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw damaged(file);
  }
  if (content?.format !== FORMAT || content.version !== 1) throw damaged(file);
  const { wrapped } = content;
  const keys = wrapped ? unwrap(wrapped, passphrase, file) : content.keys;
  if (!Array.isArray(keys) || !keys.length) throw damaged(file);
  return { keys: keys.map(key => readKey(key, file)), wrapped: Boolean(wrapped) };
}

function readKey(raw: Record<string, string | null>, file: string): KeyVersion {
  const key = Buffer.from(String(raw?.key), 'base64');
  const purpose = raw?.purpose as KeyPurpose;
  if (key.length !== 32 || !PURPOSES.includes(purpose) || raw.id !== keyIdOf(purpose, key))
    throw damaged(file);
  return { id: raw.id!, purpose, made_at: String(raw.made_at), retired_at: raw.retired_at ?? null, key };
}

function unwrap(
  wrapped: Record<string, string> & { logN: number },
  passphrase: string | null,
  file: string,
): unknown {
  if (!passphrase)
    throw startError(
      'keyring.passphrase_missing',
      `Bộ khóa ${file} được khóa bằng mật khẩu. Hãy đặt mật khẩu vào biến CHUNGTAY_KEY_PASSPHRASE rồi chạy lại.`,
      `The keyring ${file} is locked with a passphrase. Set it in CHUNGTAY_KEY_PASSPHRASE and start again.`,
    );
  const logN = Number(wrapped.logN);
  const part = (name: string) => Buffer.from(String(wrapped[name]), 'base64');
  const text = part('text');
  if (
    wrapped.kdf !== 'scrypt' ||
    !(logN >= 10 && logN <= 20) ||
    part('nonce').length !== 12 ||
    text.length < 17
  )
    throw damaged(file);
  const decipher = createDecipheriv('aes-256-gcm', wrapKey(passphrase, part('salt'), logN), part('nonce'), {
    authTagLength: 16,
  });
  decipher.setAAD(wrapLabel(logN));
  decipher.setAuthTag(text.subarray(-16));
  try {
    return JSON.parse(
      Buffer.concat([decipher.update(text.subarray(0, -16)), decipher.final()]).toString('utf8'),
    );
  } catch {
    throw startError(
      'keyring.passphrase_wrong',
      `Mật khẩu không mở được bộ khóa ${file}: sai mật khẩu, hoặc tệp đã hỏng. Không có gì bị thay đổi.`,
      `The passphrase does not open the keyring ${file}: it is the wrong one, or the file is damaged. Nothing was changed.`,
    );
  }
}

function wrapKey(passphrase: string, salt: Buffer, logN: number): Buffer {
  const N = 2 ** logN;
  return scryptSync(passphrase.normalize('NFC'), salt, 32, { N, r: 8, p: 1, maxmem: 256 * N * 8 });
}

function wrapLabel(logN: number): Buffer {
  return Buffer.from(`${FORMAT}\n1\nscrypt\n${logN}`);
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

function stampOf(file: string): string {
  const { mtimeMs, size, ino } = statSync(file);
  return `${ino}/${mtimeMs}/${size}`;
}

function closeToOthers(file: string): boolean {
  if (process.platform === 'win32' || (statSync(file).mode & 0o077) === 0) return false;
  chmodSync(file, 0o600);
  return true;
}

function damaged(file: string) {
  return startError(
    'keyring.damaged',
    `Tệp bộ khóa ${file} đã hỏng hoặc không phải là bộ khóa. Hãy chép lại bản cất giữ của tệp này; đừng tạo tệp mới.`,
    `The keyring ${file} is damaged or is no keyring. Put back your copy of the file; do not make a new one.`,
  );
}

function lost(file: string, ids: readonly string[]) {
  return startError(
    'keyring.lost',
    `Không thấy bộ khóa ${file}, trong khi cơ sở dữ liệu có dữ liệu niêm phong bằng khóa ${ids.join(', ')}. Hãy chép lại bản cất giữ của tệp (hoặc phục hồi từ bản sao lưu). Không tạo khóa mới.`,
    `There is no keyring ${file}, but the database holds data sealed with the keys ${ids.join(', ')}. Put back your copy of the file (or restore it from a backup). No new keys were made.`,
  );
}

function lacking(file: string, ids: readonly string[]) {
  return startError(
    'keyring.key_missing',
    `Bộ khóa ${file} thiếu khóa ${ids.join(', ')} mà cơ sở dữ liệu đang dùng: đây là bộ khóa của máy khác hoặc bản cũ. Hãy chép lại đúng tệp.`,
    `The keyring ${file} lacks the keys ${ids.join(', ')}, which the database uses: it is another system's keyring or an old copy. Put back the right file.`,
  );
}
