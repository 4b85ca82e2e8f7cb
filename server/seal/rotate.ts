/* Turning the keys over: a new version, every sealed value re-encrypted in batches while the system runs, the old version retired at the end.
 * There is no progress file: which rows are left is read from the rows themselves, so a run that was killed is simply started again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { quote, quoteName } from '../db/quote.ts';
import { blindIndexWith, INDEX_VERSION_BYTES, indexVersion } from './blind.ts';
import { keyIdInSql, open, sealWith } from './envelope.ts';
import { addKeys, currentKey, type Keyring, type KeyVersion, reloadKeyring, retireKeys } from './keyring.ts';

/** A query through the door. Each call must be its own transaction: in one long one a kill would undo everything. */
export interface Db {
  query(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
}

export interface SealedColumn {
  /** With its schema, exactly as it was given to `seal`. */
  readonly table: string;
  readonly idColumn: string;
  readonly sealedColumn: string;
  readonly indexColumn?: string;
  /** From the opened text to the value that is indexed; null for none. Needed with `indexColumn`. */
  readonly indexOf?: (plaintext: string) => string | null;
}

export interface Rotation {
  readonly keyId: string;
  readonly indexKeyId: string | null;
  /** True when an earlier run had made the key and not come to its end. */
  readonly resumed: boolean;
  readonly rows: number;
  /** Rows whose value could not be opened: left as they are; while there are any, nothing is retired. At most a hundred. */
  readonly unreadable: readonly { readonly table: string; readonly id: string }[];
  readonly retired: readonly string[];
}

export interface RotateOptions {
  /** An `Instant`, passed in. */
  readonly now: string;
  readonly batch?: number;
  /** Milliseconds until every process of this machine has seen the new key; they look every two seconds. */
  readonly settle?: number;
  readonly onProgress?: (state: {
    readonly table: string;
    readonly column: string;
    readonly rows: number;
  }) => void;
}

const BATCH = 500;
const SETTLE = 5_000;
const NAMED_AT_MOST = 100;
const ROUNDS = 5;

/**
 * Re-encrypts every row of the columns with a new key (or with the newest, if an earlier run was cut off) and retires the older
 * keys once no row uses them. `columns` must name every sealed column there is: a column left out keeps its old key in use, and
 * retired keys stay in the keyring, so nothing is lost by it. Rows changed meanwhile by others are met again in the next round.
 */
export async function rotateSealed(
  db: Db,
  keyring: Keyring,
  columns: readonly SealedColumn[],
  options: RotateOptions,
): Promise<Rotation> {
  reloadKeyring(keyring);
  const indexed = columns.some(column => column.indexColumn);
  // An unfinished turn-over shows itself: more than one key of a purpose is not retired.
  const resumed = (['seal', 'index'] as const).some(purpose => unretired(keyring, purpose).length > 1);
  if (!resumed) {
    addKeys(keyring, indexed ? ['seal', 'index'] : ['seal'], options.now);
    await sleep(options.settle ?? SETTLE);
  }
  const key = currentKey(keyring, 'seal');
  const indexKey = indexed ? currentKey(keyring, 'index') : null;

  let rows = 0;
  const unreadable: { table: string; id: string }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let changed = 0;
    for (const column of columns) {
      const step = await turnColumn(
        db,
        keyring,
        column,
        key,
        indexKey,
        options,
        round === 0 ? unreadable : [],
      );
      changed += step;
      rows += step;
    }
    if (changed === 0) break;
  }

  const left = await countLeft(db, columns, key, indexKey);
  const retired = left ? [] : olderKeys(keyring, key, indexKey);
  if (retired.length) retireKeys(keyring, retired, options.now);
  return {
    keyId: key.id,
    indexKeyId: indexKey?.id ?? null,
    resumed,
    rows,
    unreadable: unreadable.slice(0, NAMED_AT_MOST),
    retired,
  };
}

/** The ids of the keys that any row of the columns was sealed with. Reads whole tables: for a check, not for a start. */
export async function keyIdsInUse(db: Db, columns: readonly SealedColumn[]): Promise<string[]> {
  const ids = new Set<string>();
  for (const column of columns) {
    const sealed = quote(column.sealedColumn);
    const found = await db.query(
      `select distinct encode(${keyIdInSql(sealed)}, 'hex') as id from ${quoteName(column.table)} where ${sealed} is not null`,
    );
    for (const row of found) ids.add(String(row.id));
  }
  return [...ids].sort();
}

async function turnColumn(
  db: Db,
  keyring: Keyring,
  column: SealedColumn,
  key: KeyVersion,
  indexKey: KeyVersion | null,
  options: RotateOptions,
  unreadable: { table: string; id: string }[],
): Promise<number> {
  const { table, sealedColumn } = column;
  const [id, sealed] = [quote(column.idColumn), quote(sealedColumn)];
  const index = column.indexColumn && indexKey ? quote(column.indexColumn) : null;
  if (index && !column.indexOf)
    throw new Error(`seal: ${table}.${sealedColumn} has an index but no way to make it`);
  const idType = await typeOf(db, column);
  const [old, values] = leftCondition(column, key, indexKey);
  const select = (after: boolean) =>
    `select ${id}::text as id, ${sealed} as sealed from ${quoteName(table)}
      where ${old}${after ? ` and ${id} > $${values.length + 2}::${idType}` : ''} order by ${id} limit $${values.length + 1}`;
  const update = `update ${quoteName(table)} t set ${sealed} = v.fresh${index ? `, ${index} = v.index` : ''}
      from unnest($1::${idType}[], $2::bytea[], $3::bytea[], $4::bytea[]) as v(id, old, fresh, index)
      where t.${id} = v.id and t.${sealed} = v.old returning t.${id}`;

  let changed = 0;
  let after: string | null = null;
  for (;;) {
    const batch: readonly Record<string, unknown>[] = await db.query(select(after !== null), [
      ...values,
      options.batch ?? BATCH,
      ...(after === null ? [] : [after]),
    ]);
    if (!batch.length) return changed;
    const [ids, olds, fresh, indexes]: [string[], Buffer[], Buffer[], (Buffer | null)[]] = [[], [], [], []];
    for (const row of batch) {
      const place = { table, column: sealedColumn, recordId: String(row.id) };
      after = place.recordId;
      try {
        const plaintext = open(keyring, place, row.sealed as Buffer);
        const value = index ? column.indexOf!(plaintext.toString('utf8')) : null;
        indexes.push(
          value === null ? null : blindIndexWith(indexKey!, { table, column: sealedColumn }, value),
        );
        fresh.push(sealWith(key, place, plaintext));
        ids.push(place.recordId);
        olds.push(row.sealed as Buffer);
      } catch {
        if (unreadable.length < NAMED_AT_MOST) unreadable.push({ table, id: place.recordId });
      }
    }
    // Only a row that still holds what was read is written: an officer's change in between is kept.
    changed += (await db.query(update, [ids, olds, fresh, indexes])).length;
    options.onProgress?.({ table, column: sealedColumn, rows: changed });
  }
}

/** Rows that still hang on an older key, by the sealed value or by its index. */
function leftCondition(
  column: SealedColumn,
  key: KeyVersion,
  indexKey: KeyVersion | null,
): [string, Buffer[]] {
  const sealed = quote(column.sealedColumn);
  const condition = `${sealed} is not null and (${keyIdInSql(sealed)} <> $1`;
  const keyId = Buffer.from(key.id, 'hex');
  if (!column.indexColumn || !indexKey) return [`${condition})`, [keyId]];
  const version = `substring(${quote(column.indexColumn)} from 1 for ${INDEX_VERSION_BYTES})`;
  return [`${condition} or ${version} <> $2)`, [keyId, indexVersion(indexKey)]];
}

async function countLeft(
  db: Db,
  columns: readonly SealedColumn[],
  key: KeyVersion,
  indexKey: KeyVersion | null,
): Promise<number> {
  let left = 0;
  for (const column of columns) {
    const [old, values] = leftCondition(column, key, indexKey);
    const [row] = await db.query(
      `select count(*)::int as left from ${quoteName(column.table)} where ${old}`,
      values,
    );
    left += Number(row!.left);
  }
  return left;
}

async function typeOf(db: Db, { table, idColumn }: SealedColumn): Promise<string> {
  const [row] = await db.query(
    `select format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::text::regclass and attname = $2`,
    [quoteName(table), idColumn],
  );
  if (!row) throw new Error(`seal: no column ${table}.${idColumn}`);
  return String(row.type);
}

function unretired(keyring: Keyring, purpose: 'seal' | 'index'): KeyVersion[] {
  return keyring.keys.filter(key => key.purpose === purpose && !key.retired_at);
}

function olderKeys(keyring: Keyring, key: KeyVersion, indexKey: KeyVersion | null): string[] {
  const older = unretired(keyring, 'seal').filter(other => other.id !== key.id);
  const olderIndex = indexKey ? unretired(keyring, 'index').filter(other => other.id !== indexKey.id) : [];
  return [...older, ...olderIndex].map(other => other.id);
}
