/* What every other database test stands on: each file's database is its own, has the newest schema, and leaves nothing behind. */
import { expect, test } from 'vitest';
import { onForeignServer, query, testDatabase } from './testcluster.ts';

test('two databases do not see each other, and a dropped one is gone although somebody is connected', async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
  await query(one.connection, 'create table only_here (n integer)');
  expect(await query(two.connection, "select to_regclass('only_here') as found")).toEqual([{ found: null }]);
  const connected = query(one.connection, 'select pg_sleep(60)').catch(() => 'cut');
  await query(one.connection, 'select 1');
  await one.drop();
  expect(await connected).toBe('cut');
  await expect(query(one.connection, 'select 1')).rejects.toThrow('does not exist');
  await two.drop();
});

test('the embedded server of the tests does not wait for the disk', async () => {
  if (onForeignServer()) return;
  const { connection, drop } = await testDatabase();
  expect(await query(connection, 'show fsync')).toEqual([{ fsync: 'off' }]);
  await drop();
});
