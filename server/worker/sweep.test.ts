/* Time passing, on a small invented province: what must not happen first (nothing twice, nothing too early), then what must. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedIfEmpty } from '../../db/seed/write.ts';
import { addDays, dayOf, instantOf, startOfDay } from '../../kernel/day.ts';
import { type Door, openDoor } from '../db/door.ts';
import { query, type TestDatabase, temporaryFolder, testDatabase } from '../db/testcluster.ts';
import { openKeyring } from '../seal/keyring.ts';
import { startSweeping, sweep } from './sweep.ts';

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
    'update verification set reminded_at = now(), escalated_at = now()',
    'update share set revoked_at = coalesce(revoked_at, now())',
  );
});

afterAll(async () => {
  await door.close();
  await database.drop();
});

test('a quiet province is left alone', async () => {
  expect(await sweep(door, now())).toEqual({
    closed: 0,
    endedWithConsent: 0,
    reminded: 0,
    escalated: 0,
    handedOver: 0,
    reviewsDue: 0,
  });
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

const run = (...sql: string[]) => query(database.connection, ...sql);
const standingOffices = async (order: string): Promise<string[]> => {
  const rows = await run(
    `select id from office where level = 'commune' and valid_to is null order by ${order} limit 3`,
  );
  return rows.map(row => row.id as string);
};

test('what an ended office left open goes to its one successor, with its keys; not to several, and not before its last day is over', async () => {
  const [from, to, other] = await standingOffices('id');
  const [file] = await run('select id, office from person where full_name is not null order by id limit 1');
  const [asked] = await run('select id from verification order by id limit 1');
  const [done] = await run('select id from verification order by id desc limit 1');
  const [share] = await run(
    "select id, person from share where shared_fields @> array['person.fullName'] order by id limit 1",
  );
  await run(
    `update person set office = '${from}' where id = '${file!.id}'`,
    `update verification set state = 'sent', to_office = '${from}' where id = '${asked!.id}'`,
    `update verification set state = 'answered', to_office = '${from}' where id = '${done!.id}'`,
    `update rescue_operation set partners = array['${from}', '${other}', '${to}']::uuid[]`,
    `update share set to_office = '${from}', revoked_at = null, until = now() + interval '1 day' where id = '${share!.id}'`,
    `insert into person_key (key, office, person, share) values ('n:hai', '${from}', '${share!.person}', '${share!.id}')`,
  );
  const ends = (day: string, successors: string[]) =>
    run(
      `update office set valid_to = ${day}, successors = array[${successors.map(id => `'${id}'`).join(', ')}] where id = '${from}'`,
    );
  await ends('ct.today() + 1', [to!]);
  expect((await sweep(door, now())).handedOver).toBe(0);
  await ends('ct.today()', [to!, other!]);
  expect((await sweep(door, now())).handedOver).toBe(0);
  await ends('ct.today()', [to!]);
  expect((await sweep(door, now())).handedOver).toBeGreaterThanOrEqual(3);
  expect((await sweep(door, now())).handedOver).toBe(0);
  const [after] = await run(
    `select (select office from person where id = '${file!.id}') as file,
       (select count(*)::int from person_key where person = '${file!.id}' and share is null and office <> '${to}') as astray,
       (select to_office from verification where id = '${asked!.id}') as asked,
       (select to_office from verification where id = '${done!.id}') as done,
       (select to_office from share where id = '${share!.id}') as share,
       (select array_agg(p order by p) from rescue_operation, unnest(partners) p) as partners,
       (select office from person_key where key = 'n:hai') as key,
       (select count(*)::int from notice where notice_kind = 'handed_over' and to_office = '${to}' and subject = '${from}') as notices,
       (select count(*)::int from ledger.entry e where e.name = 'office.hand_over' and '${file!.id}' = any (e.person_ids)) as entries`,
  );
  expect(after).toEqual({
    file: to,
    astray: 0,
    asked: to,
    done: from,
    share: to,
    partners: [other, to].toSorted(),
    key: to,
    notices: 1,
    entries: 1,
  });
});

test('over two changes it goes to the office that stands today', async () => {
  const [first, second, third] = await standingOffices('id desc');
  const [file] = await run('select id from person order by id desc limit 1');
  await run(
    `update person set office = '${first}' where id = '${file!.id}'`,
    `update office set valid_to = ct.today() - 1, successors = array['${second}'] where id = '${first}'`,
    `update office set valid_to = ct.today(), successors = array['${third}'] where id = '${second}'`,
  );
  await sweep(door, now());
  expect(await run(`select office from person where id = '${file!.id}'`)).toEqual([{ office: third }]);
});

test('what only a new day changes is done at start, once each day, and again when it failed', async () => {
  const done: string[] = [];
  let clock = instantOf(Date.now());
  let isBroken = false;
  const wait = (until: () => boolean) => expect.poll(until, { timeout: 10_000, interval: 10 }).toBe(true);
  let sweeps = 0;
  const watched: Door = {
    ...door,
    as: (who, work) => {
      if ('system' in who && who.system === 'ct_auth') sweeps += 1;
      return door.as(who, work);
    },
  };
  const running = startSweeping(
    watched,
    () => clock,
    async () => {
      if (isBroken) throw new Error('the disk is full');
      done.push(dayOf(clock));
    },
    20,
  );
  const days = [0, 1].map(ahead => addDays(dayOf(clock), ahead));
  await wait(() => sweeps > 3);
  expect(done).toEqual([days[0]]);
  isBroken = true;
  clock = startOfDay(days[1]!);
  await new Promise(resolve => setTimeout(resolve, 200));
  expect(done).toEqual([days[0]]);
  isBroken = false;
  const before = sweeps;
  await wait(() => sweeps > before + 3);
  expect(done).toEqual([days[0], days[1]]);
  await running.stop();
});
