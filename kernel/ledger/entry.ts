/* The exact bytes an entry of the ledger is hashed over. Field names are the column names of `ledger.entry`, so a row is an entry. What is
 * surprising: a body is only committed to (salted hash), so that it can be erased later while the chain above it stays valid. */
import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EntryKind } from './kinds.ts';

export type { EntryKind } from './kinds.ts';

/** One row of `ledger.entry` without `n` and `leaf`. Times: an `Instant`, or PostgreSQL's own text with up to six decimals. */
export interface LedgerEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly name: string;
  readonly officer: string | null;
  readonly post: string | null;
  readonly role: string | null;
  readonly agency: string | null;
  readonly office: string | null;
  readonly session: string | null;
  readonly subject_record: string | null;
  readonly subject_id: string | null;
  readonly person_ids: readonly string[] | null;
  readonly purpose: string | null;
  readonly ground: string | null;
  readonly made_at: string | Date;
  readonly received_at: string | Date;
  readonly declaration: number | null;
  /** sha256(salt || canonical body), 32 bytes; null for an entry that never had a body. */
  readonly commitment: Uint8Array | null;
}

/** A row of `ledger.body`: the salt is 32 random bytes, the body any JSON value. */
export interface LedgerBody {
  readonly salt: Uint8Array;
  readonly body: unknown;
}

export const SALT_BYTES = 32;

/** A line of text in front, so that a leaf can never be read as a link of the chain (two hashes and a number) or as a body. */
const LEAF_PREFIX = 'chungtay ledger entry v1\n';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}(?:\d{3})?Z$/;
const TIMESTAMP =
  /^([1-9]\d{3})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?(?:Z|([+-])(\d{2})(?::?(\d{2})(?::?(\d{2}))?)?)$/;

/**
 * A moment as it is hashed: UTC, always six decimals (`2026-11-24T01:02:03.456000Z`), whatever the session's time zone made of it.
 * A `Date` carries milliseconds only: readers of the database must select text, or a change of microseconds goes unseen.
 * Throws on infinity, on years outside 1000–9999, on days that do not exist, on more than six decimals.
 */
export function ledgerTime(value: string | Date): string {
  if (typeof value !== 'string') return ledgerTime(value.toISOString());
  if (INSTANT.test(value)) {
    if (!isMoment(value)) throw new RangeError('ledger: no such moment');
    return value.length === 24 ? `${value.slice(0, 23)}000Z` : value;
  }
  const match = TIMESTAMP.exec(value);
  if (!match) throw new RangeError('ledger: not a moment');
  const [
    ,
    year,
    month,
    day,
    hour,
    minute,
    second,
    decimals = '',
    sign,
    offHour = '0',
    offMinute = '0',
    offSecond = '0',
  ] = match;
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  if (new Date(local).toISOString().slice(0, 19) !== `${year}-${month}-${day}T${hour}:${minute}:${second}`)
    throw new RangeError('ledger: no such moment');
  const offset = (Number(offHour) * 3600 + Number(offMinute) * 60 + Number(offSecond)) * 1000;
  const utc = new Date(sign === '-' ? local + offset : local - offset).toISOString();
  if (utc.length !== 24) throw new RangeError('ledger: year outside 1000 to 9999');
  return `${utc.slice(0, 19)}.${decimals.padEnd(6, '0')}Z`;
}

/**
 * The entry as RFC 8785 canonical JSON over a fixed list of fields: absent fields are null, ids lower case, bytes hex, times as
 * `ledgerTime`. Written out by hand in sorted order because it is the hot path; the tests hold it to the canonicalize library.
 * Throws TypeError or RangeError on a value the columns could not hold.
 */
export function canonicalText(entry: LedgerEntry): string {
  return JSON.stringify({
    agency: word(entry.agency),
    commitment: entry.commitment == null ? null : hex32(entry.commitment),
    declaration: whole(entry.declaration),
    ground: word(entry.ground),
    id: uuid(entry.id),
    kind: mustWord(entry.kind),
    made_at: ledgerTime(entry.made_at),
    name: mustWord(entry.name),
    office: maybeUuid(entry.office),
    officer: maybeUuid(entry.officer),
    person_ids: entry.person_ids == null ? null : entry.person_ids.map(uuid),
    post: maybeUuid(entry.post),
    purpose: word(entry.purpose),
    received_at: ledgerTime(entry.received_at),
    role: word(entry.role),
    session: maybeUuid(entry.session),
    subject_id: maybeUuid(entry.subject_id),
    subject_record: word(entry.subject_record),
  });
}

/** The bytes under the leaf hash: a fixed first line, then `canonicalText` in UTF-8. */
export function canonicalEntry(entry: LedgerEntry): Buffer {
  return Buffer.from(LEAF_PREFIX + canonicalText(entry), 'utf8');
}

/** sha256 of `canonicalEntry`, 32 bytes. */
export function leafOf(entry: LedgerEntry): Buffer {
  return hash('sha256', LEAF_PREFIX + canonicalText(entry), 'buffer');
}

/**
 * The body as RFC 8785 text. Refuses whole numbers beyond 2^53: they come back from `jsonb` rounded, so a change of their last
 * digits would not be seen (amounts of money that large are written as text).
 */
export function canonicalBody(body: unknown): string {
  refuseUnsafe(body);
  const text = canonicalize(body);
  if (text === undefined) throw new TypeError('ledger: a body must be a JSON value');
  return text;
}

/** What an entry holds of its body: sha256(salt || canonical body). The salt has a fixed length, so the border cannot be moved. */
export function commitmentOf(salt: Uint8Array, body: unknown): Buffer {
  if (salt.length !== SALT_BYTES) throw new RangeError('ledger: a salt has 32 bytes');
  return hash('sha256', Buffer.concat([salt, Buffer.from(canonicalBody(body), 'utf8')]), 'buffer');
}

/** The hot path, so without `Date`: which also would turn 30 February into 2 March. A leap second is refused, as PostgreSQL rolls it over. */
function isMoment(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days =
    month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  if (month < 1 || month > 12 || day < 1 || day > days) return false;
  return (
    Number(text.slice(11, 13)) < 24 && Number(text.slice(14, 16)) < 60 && Number(text.slice(17, 19)) < 60
  );
}

function word(value: string | null | undefined): string | null {
  return value == null ? null : mustWord(value);
}

function mustWord(value: string): string {
  if (typeof value !== 'string' || !value.isWellFormed()) throw new TypeError('ledger: not well-formed text');
  return value;
}

function uuid(value: string): string {
  if (typeof value !== 'string') throw new TypeError('ledger: not an id');
  if (UUID.test(value)) return value;
  const lower = value.toLowerCase();
  if (!UUID.test(lower)) throw new TypeError('ledger: not an id');
  return lower;
}

function maybeUuid(value: string | null | undefined): string | null {
  return value == null ? null : uuid(value);
}

function whole(value: number | null | undefined): number | null {
  if (value == null) return null;
  if (!Number.isSafeInteger(value)) throw new TypeError('ledger: not a whole number');
  return value;
}

function hex32(bytes: Uint8Array): string {
  if (!(bytes instanceof Uint8Array) || bytes.length !== 32)
    throw new TypeError('ledger: a commitment has 32 bytes');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

function refuseUnsafe(value: unknown): void {
  if (typeof value === 'number') {
    if (Number.isInteger(value) && !Number.isSafeInteger(value))
      throw new RangeError('ledger: a number beyond 2^53');
    return;
  }
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    throw new TypeError('ledger: a body must be a JSON value');
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) refuseUnsafe(inner);
}
