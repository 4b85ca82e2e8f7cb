/* Sealed fields: AES-256-GCM, bound to the table, column and record they stand in, so that a ciphertext moved to another row or column does not open.
 * Lengths are padded to 32 bytes, because "yes" and "declined" would otherwise be told apart without a key. Layout: format byte 0x01, key id (8),
 * nonce (12), ciphertext, tag (16). */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { currentKey, getKey, type Keyring, type KeyVersion } from './keyring.ts';

/** Where a sealed value stands. `table` with its schema (`people.person`); `recordId` as PostgreSQL writes the id. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly recordId: string;
}

/** Thrown when a sealed value is not one, was altered, or was sealed for another place. A defect or an attack, never a user's mistake. */
export class SealBroken extends Error {
  constructor(reason: string) {
    super(`seal: ${reason}`);
    this.name = 'SealBroken';
  }
}

const FORMAT = 1;
const KEY_ID_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const START = 1 + KEY_ID_BYTES + NONCE_BYTES;
const BLOCK = 32;

/** Bytes 2 to 9 of a sealed value, as SQL counts them, are its key id. */
export const keyIdInSql = (column: string): string => `substring(${column} from 2 for ${KEY_ID_BYTES})`;

/*
 * The key of one field of one record is derived (HKDF-SHA-256, RFC 5869) from the key version and the place; it is not random and
 * wrapped. Why: nothing more to store, to lose or to back up; a random 96-bit nonce only ever meets the few values this one cell
 * has had, so GCM's limit of 2^32 values under one key is out of reach at any size of database; and the place is bound twice, in the
 * key and in the authenticated data. The price: turning keys over re-encrypts every value (rotate.ts does) instead of rewrapping
 * keys, and erasing a record means erasing its row and letting backups age, not destroying its key.
 */
function fieldKey(key: KeyVersion, label: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key.key, '', label, 32));
}

function labelOf({ table, column, recordId }: Place, keyId: string): Buffer {
  const parts = [table, column, recordId.toLowerCase(), keyId];
  if (parts.some(part => !part || part.includes('|'))) throw new RangeError('seal: not a place');
  return Buffer.from(`chungtay seal v${FORMAT}|${parts.join('|')}`, 'utf8');
}

/** Seals a value for its place with the current key. Text goes in as UTF-8. */
export function seal(keyring: Keyring, place: Place, plaintext: string | Uint8Array): Buffer {
  return sealWith(currentKey(keyring, 'seal'), place, plaintext);
}

/** Seals with a given key version; for rotation. */
export function sealWith(key: KeyVersion, place: Place, plaintext: string | Uint8Array): Buffer {
  const label = labelOf(place, key.id);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', fieldKey(key, label), nonce);
  cipher.setAAD(label);
  const body = cipher.update(pad(Buffer.from(plaintext as string)));
  cipher.final();
  return Buffer.concat([Buffer.of(FORMAT), Buffer.from(key.id, 'hex'), nonce, body, cipher.getAuthTag()]);
}

/** Opens a sealed value. Throws SealBroken, or a start error when the keyring lacks the key. */
export function open(keyring: Keyring, place: Place, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length);
  const key = getKey(keyring, keyIdOf(bytes), 'seal');
  const label = labelOf(place, key.id);
  const nonce = bytes.subarray(1 + KEY_ID_BYTES, START);
  const decipher = createDecipheriv('aes-256-gcm', fieldKey(key, label), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(label);
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const padded = decipher.update(bytes.subarray(START, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw new SealBroken('altered, or sealed for another place');
  }
  return unpad(padded);
}

export function openText(keyring: Keyring, place: Place, sealed: Uint8Array): string {
  return open(keyring, place, sealed).toString('utf8');
}

/** The id of the key a value was sealed with, 16 hex digits. Throws SealBroken when it is no sealed value. */
export function keyIdOf(sealed: Uint8Array): string {
  if (sealed.length < START + BLOCK + TAG_BYTES || sealed[0] !== FORMAT)
    throw new SealBroken('not a sealed value');
  return Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length).toString('hex', 1, 1 + KEY_ID_BYTES);
}

/** ISO/IEC 7816-4: 0x80, then zeros up to the next 32 bytes (so a full block gets another one). */
function pad(bytes: Buffer): Buffer {
  const padded = Buffer.alloc((Math.floor(bytes.length / BLOCK) + 1) * BLOCK);
  bytes.copy(padded);
  padded[bytes.length] = 0x80;
  return padded;
}

function unpad(padded: Buffer): Buffer {
  const end = padded.lastIndexOf(0x80);
  if (end < 0) throw new SealBroken('no padding');
  return padded.subarray(0, end);
}
