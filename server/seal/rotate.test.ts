/* Turning keys over against a real database: killed at any statement it is taken up again, rows written meanwhile are kept, damaged rows hold back
 * the retiring and nothing else. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Scratch, startScratch } from '../backup/scratch.ts';
import { blindIndex, blindIndexes } from './blind.ts';
import { keyIdOf, openText, seal } from './envelope.ts';
import { currentKey, getKey, type Keyring, openKeyring } from './keyring.ts';
import { type Db, keyIdsInUse, rotateSealed } from './rotate.ts';

const now = '2026-11-24T01:02:03.456Z';
const options = { now, batch: 10, settle: 0 };
const ROWS = 47;
let scratch: Scratch;
let client: pg.Client;
let home: string;
let keyring: Keyring;
const db: Db = { query: async (sql, values) => (await client.query(sql, values as unknown[])).rows };
const digits = (text: string) => text.replaceAll(/\D/g, '') || null;
const columns = [
  {
    table: 'people.person',
    idColumn: 'id',
    sealedColumn: 'phone',
    indexColumn: 'phone_index',
    indexOf: digits,
  },
  { table: 'people.note', idColumn: 'n', sealedColumn: 'text' },
];
const idOf = (n: number) => `01939d5e-0000-7000-8000-${String(n).padStart(12, '0')}`;
const phoneAt = (n: number) => ({ table: 'people.person', column: 'phone', recordId: idOf(n) });

beforeAll(async () => {
  scratch = await startScratch();
  client = await scratch.connect(await scratch.create());
  await client.query(`create schema people;
    create table people.person (id uuid primary key, phone bytea, phone_index bytea);
    create table people.note (n bigint primary key, text bytea);`);
}, 60_000);
afterAll(() => scratch?.stop());

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'chungtay-rotate-'));
  keyring = openKeyring({ home, now }).keyring;
  await client.query('truncate people.person, people.note');
  for (let n = 1; n <= ROWS; n++) {
    const sealed = n % 9 === 0 ? null : seal(keyring, phoneAt(n), `0912 345 ${n}`);
    const index = sealed && blindIndex(keyring, phoneAt(n), `0912345${n}`);
    await client.query('insert into people.person values ($1, $2, $3)', [idOf(n), sealed, index]);
    const note = { table: 'people.note', column: 'text', recordId: String(n) };
    await client.query('insert into people.note values ($1, $2)', [n, seal(keyring, note, `note ${n}`)]);
  }
  return () => rmSync(home, { recursive: true });
});

const findByPhone = async (digits: string) =>
  (
    await client.query('select id from people.person where phone_index = any($1)', [
      blindIndexes(keyring, phoneAt(1), digits),
    ])
  ).rows;

async function everythingReads() {
  for (const { id, phone } of (await client.query('select * from people.person where phone is not null'))
    .rows)
    expect(openText(keyring, { ...phoneAt(0), recordId: id }, phone)).toBe(
      `0912 345 ${Number(id.slice(-12))}`,
    );
  for (const { n, text } of (await client.query('select * from people.note')).rows)
    expect(openText(keyring, { table: 'people.note', column: 'text', recordId: n }, text)).toBe(`note ${n}`);
  expect(await findByPhone('09123457')).toEqual([{ id: idOf(7) }]);
}

describe('what must not happen', () => {
  test('killed before any statement, it goes on with the same key and loses nothing', async () => {
    const first = currentKey(keyring, 'seal').id;
    let fresh: string | undefined;
    for (let kill = 1; ; kill++) {
      let statements = 0;
      const dying: Db = {
        query: async (sql, values) => {
          if (++statements === kill) throw new Error('killed');
          return db.query(sql, values);
        },
      };
      // A new process each time: it knows only the file and the rows.
      keyring = openKeyring({ home, now }).keyring;
      const done = await rotateSealed(dying, keyring, columns, options).catch(error => error as Error);
      fresh ??= currentKey(keyring, 'seal').id;
      expect(currentKey(keyring, 'seal').id).toBe(fresh);
      if (done instanceof Error) {
        expect(done.message).toBe('killed');
        await everythingReads();
        continue;
      }
      expect(kill).toBeGreaterThan(3);
      expect(done).toMatchObject({ resumed: true, unreadable: [], keyId: fresh });
      break;
    }
    expect(fresh).not.toBe(first);
    expect(getKey(keyring, first, 'seal').retired_at).toBe(now);
    expect(await keyIdsInUse(db, columns)).toEqual([fresh]);
    await everythingReads();
  });

  test('an officer’s change between reading and writing is not lost', async () => {
    let interfered = false;
    const busy: Db = {
      query: async (sql, values) => {
        if (sql.startsWith('update "people"."person"') && !interfered) {
          interfered = true;
          await client.query('update people.person set phone = $2 where id = $1', [
            idOf(3),
            seal(keyring, phoneAt(3), '0999'),
          ]);
        }
        return db.query(sql, values);
      },
    };
    await rotateSealed(busy, keyring, columns, options);
    const { rows } = await client.query('select phone from people.person where id = $1', [idOf(3)]);
    expect(openText(keyring, phoneAt(3), rows[0].phone)).toBe('0999');
  });

  test('a row that cannot be opened is named, left as it is, and its key is not retired', async () => {
    const { rows } = await client.query('select phone from people.person where id = $1', [idOf(1)]);
    await client.query('update people.person set phone = $2 where id = $1', [idOf(5), rows[0].phone]);
    const old = currentKey(keyring, 'seal').id;
    const done = await rotateSealed(db, keyring, columns, options);
    expect(done).toMatchObject({ unreadable: [{ table: 'people.person', id: idOf(5) }], retired: [] });
    expect(getKey(keyring, old, 'seal').retired_at).toBeNull();
    const after = await client.query('select phone from people.person where id = $1', [idOf(5)]);
    expect(after.rows[0].phone).toEqual(rows[0].phone);
  });
});

test('every row and every index comes under the new keys, and the old ones are retired', async () => {
  const old = [currentKey(keyring, 'seal').id, currentKey(keyring, 'index').id];
  const seen: number[] = [];
  const done = await rotateSealed(db, keyring, columns, {
    ...options,
    onProgress: state => seen.push(state.rows),
  });
  expect(done).toMatchObject({ resumed: false, rows: 2 * ROWS - 5, retired: old });
  expect(seen.length).toBeGreaterThan(5);
  const sealed = (await client.query('select text from people.note')).rows.map(row => keyIdOf(row.text));
  expect(new Set(sealed)).toEqual(new Set([done.keyId]));
  await everythingReads();
  const again = await rotateSealed(db, keyring, columns, options);
  expect(again.keyId).not.toBe(done.keyId);
});
