/* One database server for all the tests of a run, and a database of one's own for each test file that asks. vitest runs the default export
 * once before the `db` project; the test processes find the server through an environment variable. A fresh database is a copy of a
 * template that was migrated once. TEST_DATABASE_URL (a superuser's) names a server of one's own instead, e.g. Debian's PostgreSQL. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Connection, startEmbedded } from './embedded.ts';
import type { Settings } from './settings.ts';

const variable = 'CHUNGTAY_TEST_CLUSTER';

/** Losing a test's rows in a power cut is no loss; waiting for the disk would be. */
export const carelessSettings: Settings = {
  fsync: false,
  synchronous_commit: false,
  full_page_writes: false,
  max_connections: 100,
  max_wal_size: '256MB',
};

interface TestCluster {
  readonly connection: Connection;
  readonly template: string;
}

export interface TestDatabase {
  /** As superuser. */
  readonly connection: Connection;
  drop(): Promise<void>;
}

/** A folder below the system's temporary one (or `parent`) that the database's unprivileged user can walk through. */
export async function temporaryFolder(name: string, parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, `chungtay-${name}-`));
  await chmod(folder, 0o711);
  return folder;
}

/** Reads a `postgresql://` URL as `urlOf` writes it, and the usual ones with a host name. */
export function connectionOf(url: string): Connection {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    host: searchParams.get('host') ?? decodeURIComponent(hostname),
    port: Number(searchParams.get('port') ?? (port || 5432)),
    user: decodeURIComponent(username) || 'postgres',
    database: decodeURIComponent(pathname.slice(1)) || 'postgres',
    ...(password ? { password: decodeURIComponent(password) } : {}),
  };
}

/** Runs statements one after the other on a connection of its own; the rows of the last. */
export async function query(
  connection: Connection,
  ...statements: string[]
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ ...connection });
  // A server that is killed under a test says so to every client; without a listener that would end the test process.
  client.on('error', () => {});
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Brings the template to the newest schema. Until there are migrations it stays empty. */
async function migrateTemplate(connection: Connection): Promise<void> {
  const file = new URL('./migrate.ts', import.meta.url);
  if (!existsSync(file)) return;
  const { migrate } = (await import(file.href)) as { migrate(connection: Connection): Promise<unknown> };
  await migrate(connection);
}

/** A temporary folder in memory where there is room: a fresh database there takes 12 ms instead of 250. A container's usual 64 MB are too few. */
export async function quickFolder(name: string): Promise<string> {
  const memory = '/dev/shm';
  const room = await statfs(memory).then(
    found => found.bavail * found.bsize,
    () => 0,
  );
  return temporaryFolder(name, room > 3e9 ? memory : undefined);
}

async function startServer(): Promise<{ connection: Connection; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { connection: connectionOf(url), stop: async () => {} };
  const home = await quickFolder('test');
  const { connection, stop } = await startEmbedded(home, { settings: carelessSettings });
  return {
    connection,
    async stop() {
      await stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Starts the server, makes the migrated template and announces both to the test processes; what it returns undoes that. */
export default async function setup(): Promise<() => Promise<void>> {
  const { connection, stop } = await startServer();
  const template = `chungtay_test_${randomBytes(5).toString('hex')}`;
  try {
    await query(connection, `create database ${template} template template0`);
    await migrateTemplate({ ...connection, database: template });
  } catch (error) {
    await query(connection, `drop database if exists ${template} with (force)`);
    await stop();
    throw error;
  }
  process.env[variable] = JSON.stringify({ connection, template } satisfies TestCluster);
  return async () => {
    delete process.env[variable];
    // Copies that a test kept for the whole run (tests/support/world.ts) carry the template's name in front of their own.
    const copies = await query(
      connection,
      `select datname from pg_database where starts_with(datname, '${template}')`,
    );
    for (const { datname } of copies)
      await query(connection, `drop database if exists ${datname} with (force)`);
    await stop();
  };
}

/** The server of this run and its migrated template, for copies that are to outlive one test file. */
export function testTemplate(): TestCluster {
  const text = process.env[variable];
  if (!text)
    throw new Error('No test server: a test that needs a database belongs to the vitest project "db".');
  return JSON.parse(text) as TestCluster;
}

/** Whether the tests run on a server of one's own (then its version is not ours to choose). */
export const onForeignServer = (): boolean => Boolean(process.env.TEST_DATABASE_URL);

/** A fresh database with the newest schema, for one test file; some 12 ms in memory, 250 ms on a disk. Drop it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const { connection, template } = testTemplate();
  const database = `${template}_${randomBytes(4).toString('hex')}`;
  await query(connection, `create database ${database} template ${template} strategy file_copy`);
  return {
    connection: { ...connection, database },
    drop: async () => {
      await query(connection, `drop database if exists ${database} with (force)`);
    },
  };
}
