/* A report whose time is extended and suspended until the expertise comes, two cases that turn out to be one, and a man who fell ill and is tried apart: the limits follow, nobody wins
 * time, and everybody sees where each case came from and went. The people are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { type CaseClock, caseClocks } from '../../modules/justice/index.ts';
import { rules } from '../../rules/index.ts';
import { opening } from '../support/cases.ts';
import {
  codeOf,
  type Json,
  makeWorld,
  type Person,
  reasonsOf,
  refusal,
  type World,
} from '../support/world.ts';

const procuracy = getOffice('vks/tinh@2025').id;

let world: World;
let [khai, nam, chau, ha, van]: Person[] = [];
const it1: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld();
  [khai, nam, chau, ha, van] = await Promise.all(
    ['khai', 'nam', 'chau', 'ha', 'van'].map(key => world.as(key)),
  );
});
afterAll(() => world?.stop());

const part = (who: Person, record: string, id: string): Promise<Json[]> =>
  who.list(record, { filter: { criminalCase: { is: id } } });

async function clocks(who: Person, id: string): Promise<CaseClock[]> {
  const [file, steps, accused, charges, measures, extensions] = await Promise.all([
    who.get('criminalCase', id),
    ...['caseStep', 'accused', 'charge', 'measure', 'limitExtension'].map(name => part(who, name, id)),
  ]);
  const { severity } = file;
  return caseClocks(rules, { severity, steps, accused, charges, measures, extensions } as never);
}
const running = async (who: Person, id: string) =>
  (await clocks(who, id)).find(one => one.family === 'investigation.limit' && one.doneOn === null)!;

describe('a report that takes its time', () => {
  const decide = (who: Person, what: string, input: object) =>
    who.act(`crimeReport.${what}`, { decisionNumber: '15/QĐ', ...input }, { subject: it1.report! });
  const extension = {
    lengthUnit: 'month',
    lengthValue: 2,
    grantedBy: 'investigation_head',
    decidedOn: '2025-03-20',
  };

  beforeAll(async () => {
    const taken = await khai!.act('crimeReport.take', {
      reportKind: 'news',
      reportWay: 'phone',
      receivedAt: '2025-03-03T02:00:00Z',
      summary: 'Ba người trong bản được rủ đi làm, gia đình không liên lạc được',
      looksSerious: 'yes',
      remotePost: 'no',
    });
    it1.report = taken.id;
    await khai!.act('crimeReport.takeUp', { takenUpOn: '2025-03-04', procuracy }, { subject: it1.report });
  });

  it('is extended by whoever the article names, and not longer nor oftener than it says', async () => {
    expect(await codeOf(decide(nam!, 'extend', extension))).toBe('record.not_found');
    const wrong = await refusal(decide(khai!, 'extend', { ...extension, grantedBy: 'procuracy' }));
    expect(wrong.fields).toMatchObject([
      {
        field: 'grantedBy',
        reason: 'may_not_grant',
        params: { body: 'investigation_head', article: 'Điều 147.2 BLTTHS 2015' },
      },
    ]);
    expect(await reasonsOf(decide(khai!, 'extend', { ...extension, lengthValue: 3 }))).toEqual([
      'lengthValue longer_than_law',
    ]);
    await decide(khai!, 'extend', extension);
    const again = { ...extension, decidedOn: '2025-04-25' };
    expect(await reasonsOf(decide(khai!, 'extend', again))).toEqual(['grantedBy may_not_grant']);
    await decide(chau!, 'extend', { ...again, grantedBy: 'procuracy' });
    const third = { ...again, grantedBy: 'procuracy', decidedOn: '2025-06-20' };
    expect(await reasonsOf(decide(chau!, 'extend', third))).toEqual(['limitFamily no_extension_left']);
  });

  it('is suspended with a reason the law names, and taken up again for a month', async () => {
    const suspend = { suspendGround: 'expertise_awaited', decidedOn: '2025-06-25' };
    expect(await codeOf(decide(chau!, 'suspend', suspend))).toBe('act.not_yours');
    expect(await reasonsOf(decide(khai!, 'suspend', { ...suspend, suspendGround: null }))).toEqual([
      'suspendGround required',
    ]);
    await decide(khai!, 'suspend', suspend);
    const resolve = { reportOutcome: 'prosecute', resolvedOn: '2025-08-20' };
    expect(await codeOf(decide(khai!, 'resolve', resolve))).toBe('act.wrong_state');
    expect(await codeOf(decide(khai!, 'cancelSuspension', { decidedOn: '2025-08-01' }))).toBe(
      'act.not_yours',
    );
    expect(await reasonsOf(decide(khai!, 'resume', { decidedOn: '2025-06-01' }))).toEqual([
      'decidedOn before_earlier_step',
    ]);
    await decide(khai!, 'resume', { decidedOn: '2025-08-01' });
    expect(await reasonsOf(decide(khai!, 'extend', { ...extension, decidedOn: '2025-08-10' }))).toEqual([
      'limitFamily no_extension_left',
    ]);
    expect((await chau!.list('reportDecision')).map(one => one.decisionKind).toSorted()).toEqual([
      'extended',
      'extended',
      'resumed',
      'suspended',
    ]);
    expect(await codeOf(van!.list('reportDecision'))).toBe('record.not_found');
  });

  it('her worker sees that the report is being resolved, then that there is a case', async () => {
    const file = await van!.act('person.register', {
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'api',
    });
    const notice = await van!.act('statementNotice.send', {
      person: file.id,
      toOffice: khai!.office,
      available: 'unknown',
    });
    const asked = { statementNotice: notice.id, participantRole: 'victim', why: 'Có thể là bị hại' };
    const link = await khai!.act('participation.ask', { ...asked, crimeReport: it1.report });
    await van!.act('participation.accept', {}, { subject: link.id });
    expect(await van!.get('participation', link.id)).toMatchObject({
      caseStage: 'report',
      stageOn: '2025-03-04',
      initiatedOn: null,
    });
    await decide(khai!, 'resolve', { reportOutcome: 'prosecute', resolvedOn: '2025-08-20' });
    it1.first = await openCase(khai!, '2025-08-20', { crimeReport: it1.report });
    expect(await van!.get('participation', link.id)).toMatchObject({
      caseStage: 'investigation',
      initiatedOn: '2025-08-20',
    });
    it1.link = link.id;
  });
});

async function openCase(who: Person, openedOn: string, more: object = {}): Promise<string> {
  const done = await who.act(
    'criminalCase.open',
    opening(openedOn, { title: 'Nhóm hứa việc làm', clause: 1, ...more }),
  );
  return done.id;
}
async function accuse(who: Person, criminalCase: string, fullName: string, clause: number, fromDay: string) {
  const { id } = await who.act('accused.name', { criminalCase, fullName, accusedRole: 'perpetrator' });
  const charge = { offence: 'blhs2015.150', clause, fromDay, decisionNumber: '09/QĐ' };
  await who.act('accused.charge', charge, { subject: id });
  await who.act('measure.order', {
    accused: id,
    measureKind: 'detention',
    fromAt: `${fromDay}T03:00:00Z`,
    orderNumber: '15/L',
  });
  return id;
}

describe('two cases that are one', () => {
  const join = (who: Person, from: string, into: string, more: object = {}) =>
    who.act(
      'criminalCase.join',
      {
        otherCase: into,
        onDay: '2025-10-01',
        decisionNumber: '40/QĐ',
        joiningGround: 'several_accused',
        ...more,
      },
      { subject: from },
    );

  beforeAll(async () => {
    it1.second = await openCase(khai!, '2025-09-10', { title: 'Nhóm ở bến xe' });
    it1.elsewhere = await openCase(nam!, '2025-09-12', { title: 'Vụ của biên phòng' });
    it1.tho = await accuse(khai!, it1.first!, 'Vàng Mí Ví Dụ', 1, '2025-08-25');
    it1.seo = await accuse(khai!, it1.second, 'Lý Seo Ví Dụ', 3, '2025-09-15');
    it1.phone = (
      await khai!.act('exhibit.receive', {
        criminalCase: it1.first,
        exhibitKind: 'device',
        classified: 'no',
        what: 'Điện thoại',
        exhibitWay: 'seized',
        gotAt: '2025-08-26T02:00:00Z',
      })
    ).id;
  });

  it('are joined by the unit that has both, in its turn', async () => {
    expect((await refusal(join(van!, it1.first!, it1.second!))).status).toBeGreaterThan(400);
    expect(await codeOf(join(chau!, it1.first!, it1.second!))).toBe('case.not_your_turn');
    expect(await reasonsOf(join(khai!, it1.first!, it1.elsewhere!))).toEqual(['otherCase no_such_case']);
    expect(await reasonsOf(join(khai!, it1.first!, it1.second!, { onDay: '2025-09-01' }))).toEqual([
      'onDay before_earlier_step',
    ]);
    const own = (await clocks(khai!, it1.first!)).find(one => one.accused === it1.tho)!.limit.term.due;
    await join(khai!, it1.first!, it1.second!);
    const { start, limit } = await running(khai!, it1.second!);
    expect([start, limit.term.due]).toEqual(['2025-08-20', '2025-12-22']);
    expect(limit.term.steps.map(step => step.code)).toContain('joined');
    const after = (await clocks(khai!, it1.second!)).find(one => one.accused === it1.tho)!;
    expect(after.limit.term.due).toBe(own);
  });

  it('the first ends and shows where it went; everybody and everything in it is in the other', async () => {
    expect(await khai!.get('criminalCase', it1.first!)).toMatchObject({ state: 'joined' });
    expect(await part(khai!, 'caseStep', it1.first!)).toContainEqual(
      expect.objectContaining({ stepKind: 'joined_into', otherCase: it1.second }),
    );
    expect((await clocks(khai!, it1.first!)).filter(one => one.doneOn === null)).toEqual([]);
    expect(await part(chau!, 'accused', it1.second!)).toHaveLength(2);
    expect(await part(chau!, 'exhibit', it1.second!)).toMatchObject([{ id: it1.phone }]);
    expect(
      await codeOf(
        khai!.act(
          'criminalCase.step',
          { stepKind: 'closed', onDay: '2025-10-02', decisionNumber: '1' },
          { subject: it1.first! },
        ),
      ),
    ).toBe('act.wrong_state');
    expect(await van!.get('participation', it1.link!)).toMatchObject({
      caseStage: 'investigation',
      initiatedOn: '2025-08-20',
    });
  });

  it('one of the accused is split off, with the time that was used', async () => {
    const split = (who: Person, more: object = {}) =>
      who.act(
        'criminalCase.split',
        {
          accused: [it1.seo],
          title: 'Lý Seo Ví Dụ, bến xe',
          onDay: '2025-11-03',
          decisionNumber: '52/QĐ',
          joiningGround: 'cannot_finish_together',
          ...more,
        },
        { subject: it1.second! },
      );
    expect(await codeOf(split(chau!))).toBe('case.not_your_turn');
    expect(await reasonsOf(split(khai!, { joiningGround: 'seriously_ill' }))).toEqual([
      'joiningGround other_stage_ground',
    ]);
    expect(await reasonsOf(split(khai!, { accused: [it1.seo, it1.tho] }))).toEqual(['accused leaves_nobody']);
    const before = (await running(khai!, it1.second!)).limit.term.due;
    it1.off = (await split(khai!)).split as string;
    const off = await running(khai!, it1.off);
    expect([off.start, off.limit.term.due]).toEqual(['2025-08-20', before]);
    expect(off.limit.term.steps.map(step => step.code)).toContain('split_off');
    // Each is in the class of those who are in it.
    expect(await khai!.get('criminalCase', it1.off)).toMatchObject({ severity: 'DBNT' });
    const left = await running(khai!, it1.second!);
    expect(await khai!.get('criminalCase', it1.second!)).toMatchObject({ severity: 'RNT' });
    expect(left.limit.term.due! <= before!).toBe(true);
    expect(await khai!.get('criminalCase', it1.off)).toMatchObject({
      state: 'investigation',
      openedOn: '2025-09-10',
    });
    expect((await part(khai!, 'accused', it1.off)).map(one => one.id)).toEqual([it1.seo]);
  });

  it('ends with what each of them can and cannot see', async () => {
    const cases = async (who: Person) => (await who.list('criminalCase')).map(one => one.id).toSorted();
    const all = [it1.first, it1.second, it1.off].toSorted();
    expect(await cases(khai!)).toEqual(all);
    expect(await cases(chau!)).toEqual([...all, it1.elsewhere].toSorted());
    expect(await cases(nam!)).toEqual([it1.elsewhere]);
    expect(await cases(ha!)).toEqual([]);
    expect(await codeOf(van!.list('criminalCase'))).toBe('record.not_found');
  });
});
