/* What every part of the matrix tries with: the province, a reader of each role, and the role put on past the application. */
import pg from 'pg';
import type { RecordDeclaration } from '../../../kernel/record/record.ts';
import { sharedWithRoles } from '../../../modules/agencies/index.ts';
import { makeWorld, type World } from '../../support/world.ts';
import { type ModelRow, makeProvince, type Province, type Reader } from '../province.ts';

export let world: World;
export let province: Province;

export const receives = (role: string) => (sharedWithRoles as readonly string[]).includes(role);

export async function begin(): Promise<void> {
  world = await makeWorld();
  province = await makeProvince(world);
}
export const end = () => world?.stop();

/** Versions of rows that acts changed on the way. */
export const versions = new Map<string, number>();

export const rowsOf = (record: RecordDeclaration): ModelRow[] =>
  province.rows.filter(row => row.record === record.name);

export const reader = (role: string): Reader => province.readers.get(role)!;

/** One of her sessions, another after every few hundred requests. */
export const sessionFor = (role: string, sent: number): string => {
  const { cookies } = reader(role);
  return cookies[(sent >> 8) % cookies.length]!;
};

/** A connection as somebody who got past the application: the role put on, her session's secret in hand, every statement by itself. */
export async function asRole<T>(
  role: string,
  work: (query: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>) => Promise<T>,
  session: string | null = reader(role).session,
): Promise<T> {
  const client = new pg.Client({ ...world.connection, user: 'chungtay_app' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query("select set_config('ct.session', $1, false), set_config('role', $2, false)", [
      session ?? '',
      role.includes('_') && role.startsWith('ct_') ? role : `ct_${role}`,
    ]);
    return await work(async (sql, values = []) => (await client.query(sql, values)).rows);
  } finally {
    await client.end();
  }
}

/** The SQLSTATE a statement is refused with, or `done`. */
export const refusedWith = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    error => String((error as { code?: string }).code),
  );
