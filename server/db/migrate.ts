/* Brings a database to the present: numbered migrations once each, in order, inside one transaction; then the generated policies and the rights that belong
 * to no record, whenever their text changed. Runs as the owner; the application's own role never does. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../root.ts';
import type { Connection } from './embedded.ts';
import { startError } from './start-error.ts';

const folder = join(root, 'db/migrations');
const lockKey = 7213549;

export interface MigrateOptions {
  /** The password chungtay_app logs in with, on a server that asks for one. */
  readonly appPassword?: string;
  readonly onStep?: (name: string) => void;
  /** Only these migrations, and no policies: a restore brings a database to the version of its backup first. */
  readonly upTo?: readonly string[];
}

/** The migrations that exist, in order. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(folder)).filter(name => /^\d{4}-[\w-]+\.sql$/.test(name)).sort();
}

async function repeatable(): Promise<{ sql: string; hash: string }> {
  const policies = await readFile(join(root, 'generated/policies.sql'), 'utf8');
  const rights = await readFile(join(root, 'db/repeatable.sql'), 'utf8');
  const sql = `set role chungtay_owner;\n${policies}\n${rights}\nreset role;`;
  return { sql, hash: createHash('sha256').update(sql).digest('hex') };
}

/** @returns the names of the migrations that were applied now. */
export async function migrate(connection: Connection, options: MigrateOptions = {}): Promise<string[]> {
  const client = new pg.Client({ ...connection, application_name: 'chungtay migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query(
      'create table if not exists public.migration (name text primary key, hash text not null, at timestamptz not null default now())',
    );
    const before = new Map(
      (
        await client.query<{ name: string; hash: string }>('select name, hash from public.migration')
      ).rows.map(row => [row.name, row.hash]),
    );
    const known = await migrationNames();
    const newer = [...before.keys()].filter(name => name !== 'repeatable' && !known.includes(name));
    if (newer.length > 0)
      throw startError(
        'database.newer',
        `Cơ sở dữ liệu do một bản Chung Tay mới hơn tạo ra (${newer.join(', ')}). Hãy cập nhật chương trình.`,
        `The database was made by a newer version of Chung Tay (${newer.join(', ')}). Update the program.`,
      );
    const applied: string[] = [];
    for (const name of known) {
      if (before.has(name) || (options.upTo && !options.upTo.includes(name))) continue;
      options.onStep?.(name);
      const sql = await readFile(join(folder, name), 'utf8');
      await client.query('begin');
      try {
        await client.query(sql);
        await client.query('insert into public.migration (name, hash) values ($1, $2)', [
          name,
          createHash('sha256').update(sql).digest('hex'),
        ]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error });
      }
      applied.push(name);
    }
    const { sql, hash } = await repeatable();
    if (!options.upTo && before.get('repeatable') !== hash) {
      options.onStep?.('policies');
      await client.query('begin');
      await client.query(sql);
      await client.query(
        'insert into public.migration (name, hash) values ($1, $2) on conflict (name) do update set hash = excluded.hash, at = now()',
        ['repeatable', hash],
      );
      await client.query('commit');
    }
    if (options.appPassword)
      await client.query(`alter role chungtay_app password ${pg.escapeLiteral(options.appPassword)}`);
    return applied;
  } finally {
    await client.end();
  }
}
