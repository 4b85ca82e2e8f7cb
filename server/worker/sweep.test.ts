/* Time passing, on a small invented province: what must not happen first (nothing twice, nothing too early), then what must. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedIfEmpty } from '../../db/seed/write.ts';
import { instantOf } from '../../kernel/day.ts';
import { type Door, openDoor } from '../db/door.ts';
import { query, type TestDatabase, temporaryFolder, testDatabase } from '../db/testcluster.ts';
import { openKeyring } from '../seal/keyring.ts';
import { sweep } from './sweep.ts';

let database: TestDatabase;
let door: Door;
const now = () => instantOf(Date.now());

beforeAll(async () => {
  database = await testDatabase();
  const { keyring } = openKeyring({ home: await temporaryFolder('sweep'), now: now() });
  await seedIfEmpty({ owner: database.connection, keyring }, { size: 120 });
  door = openDoor({ ...database.connection, user: 'chungtay_app' }, { most: 2 });
  await query(
    database.connection,
    "update referral set state = 'completed', reminded_at = null",
    'update share set revoked_at = coalesce(revoked_at, now())',
  );
});

afterAll(async () => {
  await door.close();
  await database.drop();
});

test('a quiet province is left alone', async () => {
  expect(await sweep(door, now())).toEqual({ closed: 0, reminded: 0 });
});

test('a referral is brought to mind once, after its day and not on it, to both sides', async () => {
  const [referral] = await query(database.connection, 'select id from referral limit 1');
  const set = (day: string) =>
    query(
      database.connection,
      `update referral set state = 'sent', reminded_at = null, remind_on = ${day} where id = '${referral!.id}'`,
    );
  await set('ct.today()');
  expect((await sweep(door, now())).reminded).toBe(0);
  await set('ct.today() - 1');
  expect((await sweep(door, now())).reminded).toBe(1);
  expect((await sweep(door, now())).reminded).toBe(0);
  const notices = await query(
    database.connection,
    `select count(*)::int as count from notice where notice_kind = 'referral_unanswered' and subject = '${referral!.id}'`,
  );
  expect(notices).toEqual([{ count: 2 }]);
  const entries = await query(
    database.connection,
    `select kind, person_ids is not null as about_somebody from ledger.entry where name = 'referral.remind'`,
  );
  expect(entries).toEqual([{ kind: 'system', about_somebody: true }]);
});

test('a share whose time is over is closed, and with it the keys it could be found by', async () => {
  const [share] = await query(
    database.connection,
    "select id, person from share where shared_fields @> array['person.fullName'] limit 1",
  );
  await query(
    database.connection,
    `update share set revoked_at = null, until = now() - interval '1 hour' where id = '${share!.id}'`,
    `insert into person_key (key, office, person, share) select 'n:mot', to_office, person, id from share where id = '${share!.id}'`,
  );
  expect((await sweep(door, now())).closed).toBe(1);
  const [after] = await query(
    database.connection,
    `select revoked_why, (select count(*)::int from person_key k where k.share = s.id) as keys from share s where id = '${share!.id}'`,
  );
  expect(after).toEqual({ revoked_why: 'ran_out', keys: 0 });
});
