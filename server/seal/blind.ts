/* Blind indexes: a keyed hash beside a sealed field, so that an exact value (document number, phone) can be found without opening every row.
 * The index tells who has the database that two rows hold the same value, and nothing else; never make one over a surname or an ethnic group alone,
 * which frequency gives away. Layout: first 4 bytes of the key id, then 16 bytes of HMAC-SHA-256. */
import { createHmac } from 'node:crypto';
import { currentKey, type Keyring, type KeyVersion } from './keyring.ts';

/** `column` is the sealed column's name, not that of the column the index stands in. */
export interface IndexedColumn {
  readonly table: string;
  readonly column: string;
}

export const INDEX_VERSION_BYTES = 4;
const INDEX_BYTES = 16;

/** The index of a value under the current key. The field's own normalising (spaces, dots, capitals) comes first and is the caller's. */
export function blindIndex(keyring: Keyring, column: IndexedColumn, value: string): Buffer {
  return blindIndexWith(currentKey(keyring, 'index'), column, value);
}

/** The index under every key still in use: search with `column = any($1)`, so that a search is right while keys are turned over. */
export function blindIndexes(keyring: Keyring, column: IndexedColumn, value: string): Buffer[] {
  const newest = currentKey(keyring, 'index');
  const others = keyring.keys.filter(
    key => key.purpose === 'index' && !key.retired_at && key.id !== newest.id,
  );
  return [newest, ...others].map(key => blindIndexWith(key, column, value));
}

export function blindIndexWith(key: KeyVersion, { table, column }: IndexedColumn, value: string): Buffer {
  if (key.purpose !== 'index') throw new RangeError('seal: not an index key');
  if (!value || [table, column].some(part => !part || part.includes('|')))
    throw new RangeError('seal: nothing to index');
  // One key per column, so that the same number in two columns does not show.
  const columnKey = createHmac('sha256', key.key).update(`chungtay blind v1|${table}|${column}`).digest();
  const mac = createHmac('sha256', columnKey).update(value.normalize('NFC'), 'utf8').digest();
  return Buffer.concat([indexVersion(key), mac.subarray(0, INDEX_BYTES)]);
}

/** The first bytes of every index made with this key. */
export function indexVersion(key: KeyVersion): Buffer {
  return Buffer.from(key.id, 'hex').subarray(0, INDEX_VERSION_BYTES);
}
