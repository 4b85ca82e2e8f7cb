/* A custody that ends at four in the morning and an investigation that ends while its investigator is away: nobody opens a page, and still everybody learns of it in turn, each as much
 * as is hers to know. The people are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { getOfficer } from '../../db/seed/cast.ts';
import { addDays, addHours, type Day, startOfDay } from '../../kernel/day.ts';
import { remakeDeadlines } from '../../server/worker/deadlines.ts';
import { remindOfLimits } from '../../server/worker/ladder.ts';
import { opening } from '../support/cases.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

let world: World;
let khai: Person;
let toan: Person;
let chau: Person;
let vinh: Person;
let today: Day;
const it1: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [khai, toan, chau, vinh] = (await Promise.all(
    ['khai', 'toan', 'chau', 'vinh'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person];
});
afterAll(() => world?.stop());

/** What time does at a moment: limits are made again, and whoever is to be told is told. */
async function itIs(day: Day, hour: number): Promise<void> {
  await remakeDeadlines(world.system.door, world.now());
  await remindOfLimits(world.system.door, addHours(startOfDay(day), hour));
}
const told = async (who: Person): Promise<string[]> =>
  (await who.notices())
    .map((notice: Json) => notice.kind as string)
    .filter(kind => kind.startsWith('limit'))
    .sort();
const limit = async (family: string): Promise<Json> =>
  (await khai.list('deadline', { filter: { criminalCase: { is: it1.case } } })).find(
    (row: Json) => row.limitFamily === family,
  );

describe('a case that Toàn investigates', () => {
  it('is opened by Khải, who gives it to Toàn', async () => {
    const opened = await khai.act(
      'criminalCase.open',
      opening(addDays(today, -3), {
        title: 'Nhóm chở người đêm',
        clause: 1,
        inCharge: getOfficer('toan').id,
      }),
    );
    it1.case = opened.id;
    const suspect = await khai.act('accused.name', {
      criminalCase: it1.case,
      fullName: 'Vàng Seo Ví Dụ',
      born: '1990',
      accusedRole: 'perpetrator',
    });
    await khai.act('measure.order', {
      accused: suspect.id,
      orderNumber: '32/QĐ',
      measureKind: 'custody',
      fromAt: addHours(startOfDay(addDays(today, -2)), 4),
      orderedDays: 3,
    });
    await remakeDeadlines(world.system.door, world.now());
    expect((await limit('custody.tam_giu')).dueBy).toBe(addHours(startOfDay(addDays(today, 1)), 4));
  });

  it('of the custody that ends to the hour Toàn is told in the night, of the days of the investigation not', async () => {
    await itIs(today, 5);
    expect(await told(toan)).toContain('limit_officer');
    const notices = (await toan.notices()).filter((notice: Json) => notice.kind === 'limit_officer');
    expect(notices.every((notice: Json) => notice.subject.id === it1.case)).toBe(true);
    expect((await limit('custody.tam_giu')).told).toBeGreaterThan(0);
    expect((await limit('investigation.limit')).told).toBe(0);
  });

  it('nobody is told twice of what she has not read', async () => {
    const before = await told(toan);
    await itIs(today, 5);
    expect(await told(toan)).toEqual(before);
  });
});

describe('the end of the investigation, while Toàn is away', () => {
  let end: Day;
  const readAll = async () => world.owner('update notice set read_at = now()');
  it('comes near: first he is told, in time to ask for an extension', async () => {
    await readAll();
    const row = await limit('investigation.limit');
    end = row.dueOn as Day;
    await itIs(addDays(row.askUntil as Day, -6), 9);
    expect((await limit('investigation.limit')).told).toBe(0);
    await itIs(addDays(row.askUntil as Day, -5), 9);
    expect((await limit('investigation.limit')).told).toBe(1);
  });

  it('is there: Khải, who heads the office, is told; a day later the office above; then the committee', async () => {
    await readAll();
    await itIs(end, 9);
    expect((await limit('investigation.limit')).told).toBe(3);
    expect(await told(khai)).toContain('limit_head');
    await readAll();
    await itIs(addDays(end, 4), 9);
    expect((await limit('investigation.limit')).told).toBe(5);
    expect(await told(vinh)).toContain('limit_committee');
  });

  it('is granted longer: the day moves, and the ladder begins anew', async () => {
    await world.owner("update case_step set on_day = on_day + 30 where step_kind = 'initiated'");
    await itIs(today, 9);
    expect(await limit('investigation.limit')).toMatchObject({ told: 0 });
  });
});

describe('at the end', () => {
  it('Toàn and Khải see the limits with the case; the procuracy sees them and is not called late for them', async () => {
    for (const who of [toan, khai, chau])
      expect((await who.list('deadline', {})).some((row: Json) => row.criminalCase === it1.case)).toBe(true);
    expect(await told(chau)).not.toContain('limit_head');
  });
  it('the committee learned that a unit is late, and of which case nobody told it', async () => {
    const notices = (await vinh.notices()).filter((notice: Json) => notice.kind === 'limit_committee');
    expect(notices.length).toBeGreaterThan(0);
    for (const notice of notices) {
      expect(notice.subject.id).toBe(getOffice('cong-an/pc02@2025').id);
      expect(notice.number).toBeNull();
    }
    expect((await refusal(vinh.get('criminalCase', it1.case!))).status).toBe(404);
  });
  it('San, whose post sees the limits of the reports that lie with it, learned nothing of it', async () => {
    const san = await world.as('san');
    expect(await told(san)).toEqual([]);
    expect(await san.list('deadline', {})).toEqual([]);
  });
  it.each(['lan-anh', 'my', 'pao'])('%s, who cares for victims, learned nothing of it', async key => {
    const who = await world.as(key);
    expect(await told(who)).toEqual([]);
    expect((await refusal(who.list('deadline', {}))).code).toBe('record.not_found');
  });
  it('the auditor finds in the ledger who was told by the system, and nobody’s name', async () => {
    const entries = await world.owner(
      "select kind, person_ids, officer from ledger.entry where name = 'deadline.tell'",
    );
    expect(entries.length).toBeGreaterThan(1);
    for (const entry of entries) expect(entry).toEqual({ kind: 'system', person_ids: null, officer: null });
  });
});
