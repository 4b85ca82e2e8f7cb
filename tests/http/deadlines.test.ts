/* The board of limits: refusals first, then numbers that are as long as their lists, and a calendar that knows days and numbers and nobody's name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { getOfficer } from '../../db/seed/cast.ts';
import { addDays } from '../../kernel/day.ts';
import type { DeadlineBoard, Tally } from '../../modules/justice/index.ts';
import {
  filterOf,
  numberOf,
  type Show,
  shows,
  type Wanted,
} from '../../modules/justice/web/deadlines-data.ts';
import { remakeDeadlines } from '../../server/worker/deadlines.ts';
import { opening } from '../support/cases.ts';
import { makeWorld, type Person, pageHeaders, refusal, type World } from '../support/world.ts';

const procuracy = getOffice('vks/tinh@2025').id;
const pc02 = getOffice('cong-an/pc02@2025').id;

let world: World;
let khai: Person;
let chau: Person;
let ha: Person;
const board = (who: Person): Promise<DeadlineBoard> => who.ask('/api/deadlines', {});
const listed = (who: Person, at: DeadlineBoard, wanted: Wanted) =>
  who.list('deadline', { filter: filterOf(at, wanted), limit: 100 });
const openCase = (who: Person, daysAgo: number) =>
  who.act(
    'criminalCase.open',
    opening(addDays(world.today(), -daysAgo), { title: `Vụ mở cách đây ${daysAgo} ngày` }),
  );
const made: string[] = [];
/** Notes as done what goes with the opening of a case: it was sent to the procuracy. */
async function send(who: Person, criminalCase: string, doneOn: string, more: object = {}): Promise<unknown> {
  const [step] = await khai.list('caseStep', { filter: { criminalCase: { is: criminalCase } } });
  const duty = { criminalCase, limitFamily: 'case.send_vks', ofRow: step!.id, doneOn };
  return who.act('dutyDone.record', { ...duty, ...more });
}

beforeAll(async () => {
  world = await makeWorld();
  [khai, chau, ha] = (await Promise.all(['khai', 'chau', 'ha'].map(key => world.as(key)))) as [
    Person,
    Person,
    Person,
  ];
  // Four months of a very grave crime: one past, one that ends in days, one far away.
  for (const daysAgo of [140, 118, 5]) made.push((await openCase(khai, daysAgo)).id);
  await send(khai, made[0]!, addDays(world.today(), -140));
  await send(khai, made[1]!, addDays(world.today(), -117));
  await remakeDeadlines(world.system.door, world.now());
});
afterAll(() => world?.stop());

describe('nobody outside the three bodies', () => {
  it.each(['lan-anh', 'my', 'pao', 'son', 'hoai-nam'])('%s: sees no limit', async key => {
    const who = await world.as(key);
    expect((await refusal(board(who))).code).toBe('list.not_yours');
    expect((await refusal(who.list('deadline', {}))).code).toBe('record.not_found');
  });
  it('a court that has no case of ours sees none of it', async () => {
    expect((await board(ha)).tallies).toEqual([]);
    expect(await listed(ha, await board(ha), {})).toEqual([]);
  });
  it('the secretary of the committee has numbers of offices, no case and no officer', async () => {
    const vinh = await world.as('vinh');
    const seen = await board(vinh);
    expect(seen.seat).toBeNull();
    expect(seen.tallies).toEqual([expect.objectContaining({ office: pc02, officer: null, overdue: 2 })]);
    expect((await refusal(vinh.list('deadline', {}))).code).toBe('record.not_found');
  });
});

describe('what goes with a step', () => {
  const reasons = async (promise: Promise<unknown>) =>
    (await refusal(promise)).fields.map(({ field, reason }) => `${field} ${reason}`);
  it('is noted by whose duty it is, once, not before it began and not ahead', async () => {
    const today = world.today();
    expect((await refusal(send(chau, made[2]!, today))).code).toBe('case.not_your_turn');
    expect(await reasons(send(khai, made[2]!, addDays(today, -6)))).toEqual(['doneOn before_earlier_step']);
    expect(await reasons(send(khai, made[2]!, addDays(today, 1)))).toEqual(['doneOn in_future']);
    expect(await reasons(send(khai, made[2]!, today, { limitFamily: 'trial.assign' }))).toEqual([
      'limitFamily no_such_duty',
    ]);
    await send(khai, made[2]!, addDays(today, -5));
    expect(await reasons(send(khai, made[2]!, today))).toEqual(['limitFamily duty_was_done']);
    expect(await reasons(send(ha, made[2]!, today))).toEqual(['criminalCase no_such_case']);
  });
  it('stops running, and what follows from it begins', async () => {
    const families = async () =>
      (await khai.list('deadline', { filter: { criminalCase: { is: made[2]! } } })).map(
        row => row.limitFamily,
      );
    await expect.poll(families, { timeout: 5000 }).toEqual(['investigation.limit']);
  });
});

describe('a number', () => {
  it.each(['khai', 'chau'])(
    '%s: each opens a list as long as itself, whole, by office and by officer',
    async key => {
      const who = await world.as(key);
      const at = await board(who);
      expect(at.tallies.length).toBeGreaterThan(0);
      for (const show of shows) {
        expect(await listed(who, at, { show })).toHaveLength(numberOf(at.tallies, show));
        for (const tally of at.tallies) {
          const whom = tally.officer ? { officer: tally.officer } : { unnamed: true };
          expect(await listed(who, at, { show, office: tally.office, ...whom })).toHaveLength(
            tally[show] ?? 0,
          );
        }
      }
      expect([numberOf(at.tallies, 'overdue'), numberOf(at.tallies, 'week')]).toEqual([1, 1]);
    },
  );

  it('moves when the case moves, by itself', async () => {
    await khai.act(
      'criminalCase.step',
      { stepKind: 'concluded', onDay: world.today(), decisionNumber: '2/KL' },
      { subject: made[0]! },
    );
    const numbers = async (who: Person, show: Show, of: (tally: Tally) => boolean) =>
      numberOf((await board(who)).tallies.filter(of), show);
    await expect.poll(() => numbers(khai, 'overdue', () => true), { timeout: 5000 }).toBe(0);
    // Now the procuracy has a limit of its own, which nobody carries by name until it is given to somebody.
    const rows = await listed(chau, await board(chau), { office: procuracy });
    expect(rows).toMatchObject([{ limitFamily: 'prosecution.decide', dutyOfficer: null, named: false }]);
  });
});

describe('who has it', () => {
  const assign = (who: Person, input: object) => who.act('criminalCase.assign', input, { subject: made[0]! });
  it('is one of our own office, named by us', async () => {
    const reasons = async (promise: Promise<unknown>) =>
      (await refusal(promise)).fields.map(({ field, reason }) => `${field} ${reason}`);
    expect(await reasons(assign(chau, {}))).toEqual(['procurator required']);
    expect(await reasons(assign(chau, { procurator: getOfficer('toan').id }))).toEqual([
      'procurator not_in_our_office',
    ]);
    // Whoever names an investigator names none of the procuracy's.
    expect(await reasons(assign(chau, { inCharge: getOfficer('chau').id }))).toEqual(['procurator required']);
    await assign(chau, { procurator: getOfficer('chau').id });
    await assign(khai, { inCharge: getOfficer('toan').id });
    await expect
      .poll(async () => (await listed(chau, await board(chau), { office: procuracy }))[0]?.dutyOfficer, {
        timeout: 5000,
      })
      .toBe(getOfficer('chau').id);
  });
  it('finds it in her work, due first', async () => {
    const work = await chau.work();
    expect(work.filter(item => item.kind === 'limit_due')).toMatchObject([]);
    const own = (await khai.work()).filter(item => item.kind === 'limit_due');
    // The first is Toàn's now, and what goes with it too.
    expect(own.map(item => [item.record, item.id])).toEqual([['criminalCase', made[1]]]);
  });
});

describe('the calendar', () => {
  const read = async (path: string) => world.request({ method: 'GET', url: path, headers: {} });
  it('is opened by its address alone, of which only the newest lives', async () => {
    expect((await read('/api/calendar/nothing')).status).toBe(404);
    const first = (await khai.ask('/api/calendar/make', {})).path as string;
    const second = (await khai.ask('/api/calendar/make', {})).path as string;
    expect((await read(first)).status).toBe(404);
    const answer = await read(second);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('BEGIN:VCALENDAR');
    await khai.ask('/api/calendar/end', {});
    expect((await read(second)).status).toBe(404);
  });
  it('has days, kinds and numbers of cases, and no name or title', async () => {
    const { path } = await khai.ask('/api/calendar/make', {});
    const text = (await read(path)).text.replaceAll('\r\n ', '');
    const [row] = await listed(khai, await board(khai), { show: 'week' });
    expect(text).toContain(String(row!.fileNumber));
    expect(text).toContain(`DTSTART;VALUE=DATE:${String(row!.dueOn).replaceAll('-', '')}`);
    expect(text).not.toContain('Vụ mở cách đây');
    expect(text).not.toContain('Khải');
  });
  it('of somebody without limits is empty, and never anybody else’s', async () => {
    const pao = await world.as('pao');
    const { path } = await pao.ask('/api/calendar/make', {});
    const answer = await read(path);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('BEGIN:VEVENT');
  });
  it('is refused to whoever is not signed in', async () => {
    const answer = await world.request({
      method: 'POST',
      url: '/api/calendar/make',
      headers: pageHeaders(),
      payload: {},
    });
    expect(answer.status).toBe(401);
  });
});

describe('whoever takes reports', () => {
  it.each(['phua', 'dinh'])(
    '%s: is told of the reports that lie with the own office, and of no case',
    async key => {
      const who = await world.as(key);
      expect(await who.list('deadline', {})).toEqual([]);
      await who.act('crimeReport.take', {
        reportKind: 'denunciation',
        reportWay: 'in_person',
        receivedAt: world.now(),
        summary: 'Một người trong bản báo tin',
        looksSerious: 'yes',
        remotePost: 'yes',
      });
      await remakeDeadlines(world.system.door, world.now());
      const limits = await who.list('deadline', {});
      expect(limits.length).toBeGreaterThan(0);
      expect(limits.every(one => one.duty === who.office && one.criminalCase === null)).toBe(true);
      const counted = await board(who);
      expect(counted.seat).toBe('duty');
      expect(new Set(counted.tallies.map(one => one.office))).toEqual(new Set([who.office]));
      for (const show of shows)
        expect([show, numberOf(counted.tallies, show)]).toEqual([
          show,
          (await listed(who, counted, { show })).length,
        ]);
    },
  );
});
