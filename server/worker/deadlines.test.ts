/* Limits made by themselves: nothing is written by a page. What must not happen first: a limit that is told of twice, in quiet hours, or to somebody above with the case's name. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { seedIfEmpty } from '../../db/seed/write.ts';
import { addDays, addHours, type Day, dayOf, type Instant, instantOf, startOfDay } from '../../kernel/day.ts';
import { type Door, openDoor } from '../db/door.ts';
import { query, type TestDatabase, temporaryFolder, testDatabase } from '../db/testcluster.ts';
import { openKeyring } from '../seal/keyring.ts';
import { limitsFollow, markForLaw, remakeDeadlines } from './deadlines.ts';
import { remindOfLimits } from './ladder.ts';

let database: TestDatabase;
let door: Door;
const now = instantOf(Date.now());
const today = dayOf(now);
/** Nine in the morning of a day: nobody is quiet then. */
const nineOn = (day: Day) => instantOf(Date.parse(startOfDay(day)) + 9 * 3_600_000);
const ask = (sql: string) => query(database.connection, sql);
const limits = () =>
  ask(
    'select limit_family as family, due_on::text as due, force, told, version from deadline where criminal_case is not null order by limit_family, due_on',
  );
type Found = { due: string; told: number };
const investigation = async () =>
  (await limits()).find(one => one.family === 'investigation.limit') as unknown as Found;
const notices = (kind: string) =>
  ask(
    `select about, subject, to_office, to_officer from notice where notice_kind = '${kind}' order by made_at`,
  );

beforeAll(async () => {
  database = await testDatabase();
  const { keyring } = openKeyring({ home: await temporaryFolder('deadlines'), now });
  await seedIfEmpty({ owner: database.connection, keyring }, { size: 120 });
  door = openDoor({ ...database.connection, user: 'chungtay_app' }, { most: 2 });
  await markForLaw(door, now);
});
afterAll(async () => {
  await door.close();
  await database.drop();
});

test('what the records say leaves a mark, each of them, and nothing else does', async () => {
  const marked = await ask(
    "select event_object_table as name from information_schema.triggers where trigger_name in ('mark_case', 'mark_report') group by 1",
  );
  const snake = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
  expect(marked.map(row => row.name).sort()).toEqual([...limitsFollow].map(snake).sort());
});

describe('limits follow the acts', () => {
  test('they are made once; asked again, nothing is another', async () => {
    expect(await remakeDeadlines(door, now)).toBeGreaterThan(2);
    expect(await investigation()).toMatchObject({ force: 'binds', told: 0, version: 1 });
    expect(await remakeDeadlines(door, now)).toBe(0);
  });

  test('the same law marks nothing; another law everything', async () => {
    await markForLaw(door, now);
    expect(await ask('select n from ct.deadline_mark')).toEqual([]);
    await ask("update ct.deadline_law set made_by = 'another'");
    await markForLaw(door, now);
    const marks = await ask('select n from ct.deadline_mark');
    const files = await ask('select id from criminal_case union all select id from crime_report');
    expect(marks.length).toBe(files.length);
    expect(await remakeDeadlines(door, now)).toBe(0);
  });

  test('a day that is set right moves the limit, and a limit that ended is gone', async () => {
    const before = await investigation();
    await ask("update case_step set on_day = on_day - 10 where step_kind = 'initiated'");
    expect(await remakeDeadlines(door, now)).toBeGreaterThan(0);
    const after = await investigation();
    expect(after.due < before.due).toBe(true);
    await ask("update criminal_case set state = 'ended'");
    await remakeDeadlines(door, now);
    expect(await limits()).toEqual([]);
    await ask("update criminal_case set state = 'investigation'");
    await ask("update case_step set on_day = on_day + 10 where step_kind = 'initiated'");
    await remakeDeadlines(door, now);
    expect(await investigation()).toMatchObject({ due: before.due });
  });

  test('a case that cannot be worked on stays marked, is told of, and keeps nobody else waiting', async () => {
    const [report] = await ask('select id from crime_report limit 1');
    await ask('alter table deadline add constraint broken check (criminal_case is null) not valid');
    await ask("update case_step set on_day = on_day - 1 where step_kind = 'initiated'");
    await ask(
      `update crime_report set received_at = received_at - interval '1 day', handed_at = handed_at - interval '1 day' where id = '${report!.id}'`,
    );
    await expect(remakeDeadlines(door, now)).rejects.toThrow();
    const failed = vi.fn();
    await remakeDeadlines(door, now, failed);
    expect(failed).toHaveBeenCalled();
    const left = await ask('select distinct criminal_case is not null as of_case from ct.deadline_mark');
    expect(left).toEqual([{ of_case: true }]);
    await ask('alter table deadline drop constraint broken');
    await ask("update case_step set on_day = on_day + 1 where step_kind = 'initiated'");
    await remakeDeadlines(door, now);
    expect(await ask('select n from ct.deadline_mark')).toEqual([]);
  });

  test('two servers at once make each limit once', async () => {
    await ask("update ct.deadline_law set made_by = 'yet another'");
    await ask('delete from deadline');
    await markForLaw(door, now);
    await Promise.all([remakeDeadlines(door, now), remakeDeadlines(door, now)]);
    const twice = await ask(
      'select limit_key from deadline group by coalesce(criminal_case, crime_report), limit_key having count(*) > 1',
    );
    expect([twice, await ask('select n from ct.deadline_mark')]).toEqual([[], []]);
    expect(await investigation()).toBeDefined();
  });
});

describe('the ladder', () => {
  /** Moves the end of the investigation so that it lies so many days from today. */
  async function endsIn(days: number): Promise<void> {
    const { due } = await investigation();
    const move = Math.round((Date.parse(addDays(today, days)) - Date.parse(due)) / 86_400_000);
    await ask(`update case_step set on_day = on_day + ${move} where step_kind = 'initiated'`);
    await remakeDeadlines(door, now);
    // What a day off did to it, once more.
    const off = Math.round(
      (Date.parse(addDays(today, days)) - Date.parse((await investigation()).due)) / 86_400_000,
    );
    if (off !== 0)
      await ask(
        `update deadline set due_on = due_on + ${off}, due_by = due_by + interval '${off} days', tell_at = tell_at + interval '${off} days' where limit_family = 'investigation.limit'`,
      );
    await ask("update deadline set tell_at = null where limit_family <> 'investigation.limit'");
    await ask('delete from notice');
  }
  const kinds = async () =>
    (
      await ask(
        "select distinct notice_kind as kind from notice where notice_kind like 'limit\\_%' order by 1",
      )
    ).map(row => row.kind);
  const atNight = (day: Day): Instant => instantOf(Date.parse(startOfDay(day)) + 2 * 3_600_000);

  test('a day far away is told to nobody, and at night nobody is told', async () => {
    await endsIn(60);
    await remindOfLimits(door, nineOn(today));
    expect(await kinds()).toEqual([]);
    await endsIn(1);
    await remindOfLimits(door, atNight(today));
    expect(await kinds()).toEqual([]);
  });

  test('the officer first, once; on the last day the head; then above, without the case', async () => {
    await remindOfLimits(door, nineOn(today));
    expect(await kinds()).toEqual(['limit_officer']);
    const [told] = await notices('limit_officer');
    expect(told).toMatchObject({ about: 'criminalCase', to_office: null });
    const before = await notices('limit_officer');
    await remindOfLimits(door, nineOn(today));
    expect(await notices('limit_officer')).toHaveLength(before.length);
    await remindOfLimits(door, nineOn(addDays(today, 1)));
    expect(await kinds()).toEqual(['limit_head', 'limit_officer']);
    await remindOfLimits(door, nineOn(addDays(today, 4)));
    expect(await kinds()).toEqual(['limit_committee', 'limit_head', 'limit_officer', 'limit_superior']);
    const cases = (await ask('select id from criminal_case')).map(row => row.id);
    for (const kind of ['limit_superior', 'limit_committee'])
      for (const notice of await notices(kind)) {
        expect(notice.about).toBe('deadline');
        expect(cases).not.toContain(notice.subject);
      }
    // Whoever asks the ledger of the case finds who was told of which limit.
    const entries = await ask(
      "select subject_record, subject_id, body from ledger.entry join ledger.body on entry_id = id where name = 'deadline.tell' order by n",
    );
    expect(entries[0]).toMatchObject({
      subject_record: 'criminalCase',
      subject_id: cases[0],
      body: {
        told: [
          { limit: 'investigation.limit', to: [{ kind: 'limit_officer', officer: before[0]!.to_officer }] },
        ],
      },
    });
    expect(entries.map(({ body }) => (body as { told: unknown[] }).told.length)).toEqual(
      entries.map(() => 1),
    );
  });

  test('a limit that moved away begins at the first rung again', async () => {
    await endsIn(40);
    expect(await investigation()).toMatchObject({ told: 0 });
    await remindOfLimits(door, nineOn(today));
    expect(await kinds()).toEqual([]);
  });

  const atTen = (day: Day): Instant => addHours(startOfDay(day), 22);
  const untold = () =>
    Promise.all(['digest', 'ct.morning_given', 'notice'].map(table => ask(`delete from ${table}`)));

  test('nobody gets her morning before seven, nor so late that the hours are quiet again', async () => {
    await endsIn(0);
    await untold();
    for (const quiet of [atNight(today), addHours(startOfDay(today), 6), atTen(today)])
      expect((await remindOfLimits(door, quiet)).mornings).toBe(0);
    expect(await ask('select day from ct.morning_given')).toEqual([]);
  });

  test('a morning waits until what changed in the night is counted, and not for ever', async () => {
    await untold();
    await ask('insert into ct.deadline_mark (criminal_case) select id from criminal_case limit 1');
    expect((await remindOfLimits(door, addHours(startOfDay(today), 7))).mornings).toBe(0);
    expect((await remindOfLimits(door, addHours(startOfDay(today), 8))).mornings).toBeGreaterThan(0);
    await ask('delete from ct.deadline_mark');
  });

  test('in the morning everybody finds one count of her own, whichever server gives it and however often it is asked', async () => {
    await untold();
    const both = await Promise.all([nineOn(today), nineOn(today)].map(at => remindOfLimits(door, at)));
    expect(both.map(({ mornings }) => mornings > 0).sort()).toEqual([false, true]);
    await ask('delete from digest where due_today = 0');
    expect((await remindOfLimits(door, nineOn(today))).mornings).toBe(0);
    const told = await ask(
      "select to_officer from notice where notice_kind = 'limits_morning' and read_at is null",
    );
    expect(new Set(told.map(row => row.to_officer)).size).toBe(told.length);
    const rows = await ask(
      'select o.cast_key as who, d.due_today as today from digest d join officer o on o.id = d.to_officer',
    );
    expect(rows.find(row => row.who === 'khai')?.today).toBeGreaterThan(0);
    expect(rows.map(row => row.who)).not.toContain('lan-anh');
  });

  test('whoever has not read the notice of yesterday has one, of today', async () => {
    await untold();
    for (const day of [today, addDays(today, 1)]) await remindOfLimits(door, nineOn(day));
    const told = await ask(
      "select n.to_officer, g.on_day::text as on_day from notice n join digest g on g.id::text = n.subject where n.notice_kind = 'limits_morning'",
    );
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(row => row.to_officer)).size).toBe(told.length);
    expect(new Set(told.map(row => row.on_day))).toContain(addDays(today, 1));
    expect(await ask('select count(distinct on_day)::int as days from digest')).toEqual([{ days: 2 }]);
  });
});
