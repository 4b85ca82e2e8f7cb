/* Putting a backup back into an empty database: everything is loaded in one transaction, read back and compared, the ledger verified, and only then committed. The
 * database is migrated to the backup's own version first; bringing it to the present is the next start's work. */
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { quote, quoteName } from '../db/quote.ts';
import { restoreKeyring } from '../seal/keyring.ts';
import { type ArchiveEntry, type Key, readArchive } from './archive.ts';
import {
  FORMAT,
  HEADER,
  type Header,
  KEYRING,
  MANIFEST,
  type Manifest,
  type Progress,
  partFolder,
  type TableSum,
  VERSION,
} from './backup.ts';
import { type LedgerVerdict, verifyLedger } from './ledger.ts';
import { refusal } from './refusals.ts';
import { type RowSum, rowCounter } from './rows.ts';
import { copyOut, findSequences, findTables, plainText, type Sequence, type Table } from './shape.ts';

export interface RestoreOptions {
  /** A connection of its own to the empty database, not in a transaction; a superuser, or the owner of everything. */
  readonly client: pg.Client;
  readonly file: string;
  readonly key: Key;
  /** Every migration this program has. */
  readonly knownMigrations: readonly string[];
  /** Brings the empty database to exactly these migrations. */
  readonly migrate: (migrations: readonly string[]) => Promise<void>;
  /** Tables that may hold rows although the database counts as empty, because migrations put them there. */
  readonly filledByMigrations?: readonly string[];
  /** Where the keyring goes if there is none; `keyIds` are those of the one that is there. */
  readonly keyring?: { readonly home: string; readonly keyIds?: readonly string[] };
  /** Checkpoints kept elsewhere: the restored ledger must pass through each that is not later than the backup. */
  readonly held?: readonly { readonly seq: number; readonly hash: Uint8Array }[];
  readonly onProgress?: (state: Progress) => void;
}

export interface RestoreResult {
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly ledger: LedgerVerdict | null;
  readonly keyring: 'restored' | 'kept' | 'none';
  /** False when the role could not switch triggers off, and rows went in with their triggers, parents first. */
  readonly triggersOff: boolean;
  /** Held checkpoints later than the backup: acts after it are lost, and these say how far the ledger had come. */
  readonly checkpointsBeyond: number;
}

/** What a backup says of itself when every byte of it was read, without a database. */
export interface CheckResult {
  readonly header: Header;
  readonly tables: readonly TableSum[];
  readonly hasKeyring: boolean;
}

/**
 * Restores, or leaves the database without a row (perhaps migrated). Start errors: not a backup, wrong key, damaged, newer, not
 * empty, another shape, rows that differ after loading, a broken ledger, a foreign keyring in the home.
 */
export async function restore(options: RestoreOptions): Promise<RestoreResult> {
  const { client, file } = options;
  const entries = peekable(readArchive(file, options.key));
  try {
    const header = await readHeader(entries, file);
    const unknown = header.migrations.filter(name => !options.knownMigrations.includes(name));
    if (unknown.length) throw refusal.newer(unknown.join(', '));
    await refuseFilled(client, header, options.filledByMigrations ?? []);
    const keyringBytes = (await entries.peek())?.name === KEYRING ? (await entries.next())!.bytes : null;
    const { home, keyIds } = options.keyring ?? {};
    const missing = keyIds ? header.keyIds.filter(id => !keyIds.includes(id)) : [];
    if (missing.length) throw refusal.keysMissing(missing);

    await options.migrate(header.migrations);
    await client.query(`begin; ${plainText}`);
    const triggersOff = await switchTriggersOff(client);
    await compareShape(client, header);
    await clear(client, header);
    const loaded = await load(client, entries, header, options);
    await setSequences(client, header);
    await compareRows(client, header, loaded, options);
    const ledger = header.ledger ? await compareLedger(client, header, options) : null;
    // Before the commit: keys without data do no harm, data without keys is lost.
    const restored = home !== undefined && keyringBytes !== null && restoreKeyring(home, keyringBytes);
    await client.query('commit');
    await client.query(`analyze ${header.tables.map(table => quoteName(table.name)).join(', ')}`);
    return {
      madeAt: header.madeAt,
      tables: header.tables.length,
      rows: loaded.reduce((sum, table) => sum + table.rows, 0),
      ledger,
      keyring: restored ? 'restored' : home !== undefined && keyringBytes ? 'kept' : 'none',
      triggersOff,
      checkpointsBeyond: (options.held ?? []).filter(point => point.seq > (header.ledger?.seq ?? 0)).length,
    };
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    await entries.close();
  }
}

/** Reads a backup from end to end and compares every checksum: the drill that needs no database. */
export async function checkBackup(file: string, key: Key): Promise<CheckResult> {
  const entries = peekable(readArchive(file, key));
  try {
    const header = await readHeader(entries, file);
    const hasKeyring = (await entries.peek())?.name === KEYRING && (await entries.next()) !== null;
    const sums: TableSum[] = [];
    for (const [index, table] of header.tables.entries()) {
      const parts = partsOf(entries, partFolder(index, table));
      for await (const _ of parts.stream());
      sums.push(parts.sum(table.name));
    }
    await compareManifest(entries, sums, file);
    return { header, tables: sums, hasKeyring };
  } finally {
    await entries.close();
  }
}

interface Peekable {
  peek(): Promise<ArchiveEntry | null>;
  next(): Promise<ArchiveEntry | null>;
  close(): Promise<void>;
}

function peekable(source: AsyncGenerator<ArchiveEntry>): Peekable {
  let ahead: ArchiveEntry | null | undefined;
  const pull = async () => {
    const step = await source.next();
    return step.done ? null : step.value;
  };
  const peek = async () => {
    if (ahead === undefined) ahead = await pull();
    return ahead;
  };
  return {
    peek,
    async next() {
      const entry = await peek();
      ahead = undefined;
      return entry;
    },
    close: async () => void (await source.return(undefined)),
  };
}

async function readHeader(entries: Peekable, file: string): Promise<Header> {
  const entry = await entries.next();
  if (entry?.name !== HEADER) throw refusal.notBackup(file);
  const header = JSON.parse(entry.bytes.toString('utf8')) as Header;
  if (header.format !== FORMAT) throw refusal.notBackup(file);
  if (header.version > VERSION) throw refusal.newer(`format ${header.version}`);
  return header;
}

async function refuseFilled(
  client: pg.Client,
  header: Header,
  filledByMigrations: readonly string[],
): Promise<void> {
  const ignored = [...header.leftOut, ...filledByMigrations];
  // In a transaction for its settings: where row security would hide rows it must be an error, not an empty table.
  await client.query(`begin read only; ${plainText}`);
  for (const table of await findTables(client, header.schemas, ignored))
    if (await isFilled(client, table)) throw refusal.notEmpty(table.name);
  await client.query('rollback');
}

/** Foreign keys and triggers stay silent for this transaction, if the role may do that; else parents come before children. */
async function switchTriggersOff(client: pg.Client): Promise<boolean> {
  await client.query('savepoint triggers');
  try {
    await client.query('set local session_replication_role = replica');
    return true;
  } catch {
    await client.query('rollback to savepoint triggers');
    await client.query('set constraints all deferred');
    return false;
  }
}

async function compareShape(client: pg.Client, header: Header): Promise<void> {
  const { rows } = await client.query("select current_setting('search_path') as path");
  await client.query("set local search_path = 'pg_catalog'");
  const here = new Map(
    (await findTables(client, header.schemas, header.leftOut)).map(table => [table.name, table]),
  );
  await client.query("select set_config('search_path', $1, true)", [rows[0].path]);
  for (const table of header.tables) {
    const twin = here.get(table.name);
    here.delete(table.name);
    if (!twin) throw refusal.otherShape(`${table.name} –`);
    const columns = (one: Table) => one.columns.map(column => `${column.name} ${column.type}`).sort();
    const [there, found] = [columns(table), columns(twin)];
    const odd =
      there.find(column => !found.includes(column)) ?? found.find(column => !there.includes(column));
    if (odd) throw refusal.otherShape(`${table.name}: ${odd}`);
  }
  const [extra] = here.keys();
  if (extra) throw refusal.otherShape(`${extra} +`);
}

/** Takes out what migrations put in; the backup brings its own, children first. */
async function clear(client: pg.Client, header: Header): Promise<void> {
  for (const table of header.tables.toReversed())
    if (await isFilled(client, table)) await client.query(`delete from ${quoteName(table.name)}`);
}

async function isFilled(client: pg.Client, { name }: Table): Promise<boolean> {
  return (await client.query(`select exists (select from ${quoteName(name)}) as filled`)).rows[0].filled;
}

async function load(
  client: pg.Client,
  entries: Peekable,
  header: Header,
  options: RestoreOptions,
): Promise<TableSum[]> {
  const sums: TableSum[] = [];
  for (const [index, table] of header.tables.entries()) {
    const parts = partsOf(entries, partFolder(index, table));
    const columns = table.columns.map(column => quote(column.name)).join(', ');
    if (await parts.any())
      await pipeline(
        parts.stream(),
        client.query(from(`copy ${quoteName(table.name)} (${columns}) from stdin`)),
      );
    const sum = parts.sum(table.name);
    sums.push(sum);
    options.onProgress?.({
      step: 'copy',
      table: table.name,
      rows: sum.rows,
      number: index + 1,
      tables: header.tables.length,
    });
  }
  await compareManifest(entries, sums, options.file);
  return sums;
}

/** The parts of one table as a stream, summed up on their way. */
function partsOf(entries: Peekable, folder: string) {
  const counter = rowCounter();
  const sha256 = createHash('sha256');
  let bytes = 0;
  const any = async () => (await entries.peek())?.name.startsWith(folder) ?? false;
  return {
    any,
    async *stream(): AsyncGenerator<Buffer> {
      while (await any()) {
        const part = (await entries.next())!.bytes;
        counter.take(part);
        sha256.update(part);
        bytes += part.length;
        yield part;
      }
    },
    sum(name: string): TableSum {
      const { rows, sum } = counter.result();
      return { name, rows, bytes, sha256: sha256.digest('hex'), rowsum: sum };
    },
  };
}

async function compareManifest(entries: Peekable, sums: readonly TableSum[], file: string): Promise<void> {
  const last = await entries.next();
  if (last?.name !== MANIFEST) throw refusal.damaged(file);
  const manifest = JSON.parse(last.bytes.toString('utf8')) as Manifest;
  // Reads on to the end, where the encryption says whether the file is whole.
  if ((await entries.next()) !== null) throw refusal.damaged(file);
  for (const [index, sum] of sums.entries()) {
    const { name, rows, bytes, sha256, rowsum } = manifest.tables[index] ?? {};
    if (JSON.stringify({ name, rows, bytes, sha256, rowsum }) !== JSON.stringify(sum))
      throw refusal.damaged(file, sum.name);
  }
}

async function setSequences(client: pg.Client, header: Header): Promise<void> {
  const here = new Set((await findSequences(client, header.schemas)).map(sequence => sequence.name));
  for (const sequence of header.sequences) {
    if (!here.has(sequence.name)) await makeSequence(client, sequence);
    await client.query('select setval($1::text::regclass, $2::bigint, $3)', [
      quoteName(sequence.name),
      sequence.last,
      sequence.called,
    ]);
  }
}

async function makeSequence(client: pg.Client, { name, owner, definition }: Sequence): Promise<void> {
  if (!/^as [a-z]+( [a-z]+ -?\d+)+( cycle)?$/.test(definition))
    throw new Error(`backup: sequence ${name} is not defined`);
  await client.query(`create sequence ${quoteName(name)} ${definition}`);
  const { rows } = await client.query(
    "select from pg_roles where rolname = $1 and pg_has_role(oid, 'member')",
    [owner],
  );
  if (rows.length) await client.query(`alter sequence ${quoteName(name)} owner to ${quote(owner)}`);
}

/** Reads every table back: what counts is what the database holds now, not what was sent to it. */
async function compareRows(
  client: pg.Client,
  header: Header,
  loaded: readonly TableSum[],
  options: RestoreOptions,
): Promise<void> {
  for (const [index, table] of header.tables.entries()) {
    const { rows, sum } = await countRows(copyOut(client, table));
    const sent = loaded[index]!;
    if (rows !== sent.rows || sum !== sent.rowsum) throw refusal.rowsDiffer(table.name);
    options.onProgress?.({
      step: 'check',
      table: table.name,
      rows,
      number: index + 1,
      tables: header.tables.length,
    });
  }
}

async function countRows(source: AsyncIterable<Buffer>): Promise<RowSum> {
  const counter = rowCounter();
  for await (const chunk of source) counter.take(chunk);
  return counter.result();
}

async function compareLedger(
  client: pg.Client,
  header: Header,
  options: RestoreOptions,
): Promise<LedgerVerdict> {
  const { seq, hash } = header.ledger!;
  const held = (options.held ?? []).filter(point => point.seq <= seq);
  const verdict = await verifyLedger(
    async (sql, values) => (await client.query(sql, values as unknown[])).rows,
    {
      held: [...held, { seq, hash: Buffer.from(hash, 'hex') }],
    },
  );
  if (verdict.firstBroken) throw refusal.ledgerBroken(verdict.firstBroken.seq, verdict.firstBroken.why);
  return verdict;
}
