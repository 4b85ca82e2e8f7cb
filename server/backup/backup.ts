/* Taking a backup: one snapshot of the database while everybody goes on working, every table as COPY text in parts of whole rows, with the keyring, in one
 * encrypted file. It needs no pg_dump and works on any PostgreSQL from 15 on; the role must see every row, and says so if it does not. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { quoteName } from '../db/quote.ts';
import { type ArchiveWriter, createArchive, type Lock } from './archive.ts';
import { findHead } from './ledger.ts';
import { refusal } from './refusals.ts';
import { rowCounter } from './rows.ts';
import { copyOut, findSequences, findTables, plainText, type Sequence, type Table } from './shape.ts';

export const FORMAT = 'chungtay backup';
export const VERSION = 1;
export const HEADER = 'header.json';
export const KEYRING = 'keyring.json';
export const MANIFEST = 'manifest.json';

/** First in the archive: what a restore must know before it touches anything. */
export interface Header {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** An `Instant`. */
  readonly madeAt: string;
  readonly server: string;
  readonly migrations: readonly string[];
  readonly schemas: readonly string[];
  readonly leftOut: readonly string[];
  /** Ids of the keys in the keyring that travels along, or that the data needs. */
  readonly keyIds: readonly string[];
  readonly tables: readonly Table[];
  readonly sequences: readonly Sequence[];
  readonly ledger: { readonly seq: number; readonly hash: string } | null;
}

export interface TableSum {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  /** Over the parts of the table, one after the other. */
  readonly sha256: string;
  /** Over the rows in any order; see rows.ts. */
  readonly rowsum: string;
}

/** Last in the archive: what must have arrived. */
export interface Manifest {
  readonly tables: readonly TableSum[];
}

export interface Progress {
  readonly step: 'copy' | 'check';
  readonly table: string;
  /** Of this table, so far. */
  readonly rows: number;
  /** Which table this is, from 1, and of how many. */
  readonly number: number;
  readonly tables: number;
}

export interface BackupOptions {
  /** A connection of its own, not in a transaction: a superuser, or a role with BYPASSRLS that may read everything. */
  readonly client: pg.Client;
  readonly file: string;
  readonly lock: Lock;
  readonly schemas: readonly string[];
  /** Tables (`schema.table`) that do not travel: sessions, the list of migrations. */
  readonly leaveOut?: readonly string[];
  /** The migrations the database has had, read inside the snapshot. */
  readonly migrations: (client: pg.Client) => Promise<readonly string[]>;
  /** The keyring file's bytes and the ids of its keys. */
  readonly keyring?: { readonly bytes: Uint8Array; readonly keyIds: readonly string[] };
  /** An `Instant`, passed in. */
  readonly now: string;
  readonly onProgress?: (state: Progress) => void;
  /** scrypt work, for tests. */
  readonly logN?: number;
}

export interface BackupResult {
  readonly file: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly ledger: Header['ledger'];
}

/** Parts are cut at this size, at the end of a row; a longer row is a part of its own. It is what memory holds. */
const PART = 4 * 1024 * 1024;

/** Makes the file, or nothing. Start errors: the file exists, a weak passphrase, a role that may not see every row. */
export async function backup(options: BackupOptions): Promise<BackupResult> {
  const { client, file } = options;
  const archive = await createArchive(file, options.lock, {
    at: new Date(options.now),
    ...(options.logN && { logN: options.logN }),
  });
  try {
    await client.query(`begin isolation level repeatable read read only; ${plainText}`);
    const header = await headerOf(options);
    await archive.add(HEADER, json(header));
    if (options.keyring) await archive.add(KEYRING, options.keyring.bytes);
    const sums: TableSum[] = [];
    for (const [index, table] of header.tables.entries()) {
      const tell = (rows: number) =>
        options.onProgress?.({
          step: 'copy',
          table: table.name,
          rows,
          number: index + 1,
          tables: header.tables.length,
        });
      sums.push(await copyTable(client, archive, table, index, tell));
    }
    await archive.add(MANIFEST, json({ tables: sums } satisfies Manifest));
    await client.query('commit');
    const bytes = await archive.finish();
    return {
      file,
      bytes,
      tables: sums.length,
      rows: sums.reduce((sum, table) => sum + table.rows, 0),
      ledger: header.ledger,
    };
  } catch (error) {
    await archive.discard();
    await client.query('rollback').catch(() => {});
    const { code, message } = error as { code?: string; message: string };
    // row_security = off turns a silent gap into this error.
    throw code === '42501' ? refusal.mayNotRead(message) : error;
  }
}

/** The name a part has in the archive: tables in the order of their loading. */
export function partFolder(index: number, table: Table): string {
  return `tables/${String(index + 1).padStart(4, '0')}-${table.name}/`;
}

async function headerOf(options: BackupOptions): Promise<Header> {
  const { client, schemas, leaveOut = [] } = options;
  const query = async (sql: string, values: readonly unknown[] = []) =>
    (await client.query(sql, values as unknown[])).rows;
  await client.query("set local search_path = 'pg_catalog'");
  const tables = await findTables(client, schemas, leaveOut);
  // As pg_dump does: nobody may drop or alter a table between the list and its copy.
  if (tables.length)
    await client.query(
      `lock table ${tables.map(table => quoteName(table.name)).join(', ')} in access share mode`,
    );
  const hasLedger = tables.some(table => table.name === 'ledger.chain');
  const head = hasLedger ? await findHead(query) : null;
  const [server] = await query("select current_setting('server_version') as version");
  return {
    format: FORMAT,
    version: VERSION,
    madeAt: options.now,
    server: String(server.version),
    migrations: await options.migrations(client),
    schemas,
    leftOut: leaveOut,
    keyIds: options.keyring?.keyIds ?? [],
    tables,
    sequences: await findSequences(client, schemas),
    ledger: head && { seq: head.seq, hash: head.hash.toString('hex') },
  };
}

async function copyTable(
  client: pg.Client,
  archive: ArchiveWriter,
  table: Table,
  index: number,
  tell: (rows: number) => void,
): Promise<TableSum> {
  const folder = partFolder(index, table);
  const counter = rowCounter();
  const sha256 = createHash('sha256');
  let [bytes, parts, held] = [0, 0, 0];
  let pieces: Buffer[] = [];
  const put = async () => {
    const part = Buffer.concat(pieces);
    [pieces, held] = [[], 0];
    sha256.update(part);
    bytes += part.length;
    await archive.add(`${folder}${String(++parts).padStart(6, '0')}.copy`, part);
  };
  for await (const chunk of copyOut(client, table)) {
    const rows = counter.take(chunk);
    pieces.push(rows);
    held += rows.length;
    if (held < PART) continue;
    await put();
    tell(counter.rows());
  }
  if (held) await put();
  const { rows, sum } = counter.result();
  tell(rows);
  return { name: table.name, rows, bytes, sha256: sha256.digest('hex'), rowsum: sum };
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}
