/* A report at a commune post in the mountains, handed to the border guard and on to the provincial police; a case of trafficking that lives across 1 July 2025, with two extensions, a
 * heavier clause, an indictment, a file that comes back once, a trial and an appeal; and what each of the three bodies, and everybody else, can and cannot see of it. The people are
 * invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { type CaseClock, caseClocks } from '../../modules/justice/index.ts';
import { rules } from '../../rules/index.ts';
import { remakeDeadlines } from '../../server/worker/deadlines.ts';
import { type Json, makeWorld, type Person, reasonsOf, refusal, type World } from '../support/world.ts';

const border = getOffice('bien-phong/pcmt@2025').id;
const otherPost = getOffice('cong-an/xa-02683@2025').id;
const pc02 = getOffice('cong-an/pc02@2025').id;
const procuracy = getOffice('vks/tinh@2025').id;
const court = getOffice('toa-an/tinh@2025').id;

let world: World;
let dinh: Person;
let nam: Person;
let khai: Person;
let chau: Person;
let ha: Person;
const it1: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld();
  [dinh, nam, khai, chau, ha] = (await Promise.all(
    ['dinh', 'nam', 'khai', 'chau', 'ha'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person, Person];
});
afterAll(() => world?.stop());

const ofCase = (who: Person, record: string): Promise<Json[]> =>
  who.list(record, { filter: { criminalCase: { is: it1.case } }, limit: 100 });
/** The limits of the case, as somebody who may see it reckons them. */
async function clocks(who: Person): Promise<CaseClock[]> {
  const [file, steps, accused, charges, measures, extensions] = await Promise.all([
    who.get('criminalCase', it1.case!),
    ...['caseStep', 'accused', 'charge', 'measure', 'limitExtension'].map(name => ofCase(who, name)),
  ]);
  return caseClocks(rules, {
    severity: file.severity,
    steps,
    accused,
    charges,
    measures,
    extensions,
  } as never);
}
const lastDay = async (family: string): Promise<string | null> =>
  (await clocks(khai)).findLast(one => one.family === family)?.limit.term.due ?? null;
const step = (who: Person, stepKind: string, onDay: string, more: object = {}) =>
  who.act('criminalCase.step', { stepKind, onDay, decisionNumber: '12/QĐ', ...more }, { subject: it1.case! });

describe('the report', () => {
  const hand = (who: Person, toOffice: string, handedAt: string) =>
    who.act('crimeReport.handOver', { toOffice, handedAt }, { subject: it1.report! });
  const noteDuty = (who: Person, limitFamily: string, ofRow: string, doneOn: string, more: object = {}) =>
    who.act(
      'crimeReport.noteDuty',
      { limitFamily, ofRow, doneOn, decisionNumber: '04/SGN', ...more },
      { subject: it1.report! },
    );
  /** What still runs for the report, as whoever it is shown to finds it on the board. */
  const running = async (who: Person): Promise<[string, string][]> => {
    await remakeDeadlines(world.system.door, world.now());
    const rows = await who.list('deadline', { filter: { crimeReport: { is: it1.report } }, limit: 100 });
    return rows.map(row => [row.limitFamily as string, row.force as string] as [string, string]).toSorted();
  };
  const families = async (who: Person) => (await running(who)).map(([family]) => family);

  it('is taken at the commune post and handed to the border guard', async () => {
    const report = {
      reportKind: 'denunciation',
      reportWay: 'in_person',
      receivedAt: '2025-01-20T02:00:00Z',
      summary: 'Một người trong bản rủ hai cô gái qua biên giới làm thuê, đã hai tháng không liên lạc được',
      reporter: 'Người nhà của một trong hai cô',
      looksSerious: 'yes',
      remotePost: 'yes',
    };
    expect((await refusal(chau.act('crimeReport.take', report))).code).toBe('act.not_yours');
    it1.report = (await dinh.act('crimeReport.take', report)).id;
    expect(await reasonsOf(hand(dinh, border, '2025-01-19T02:00:00Z'))).toEqual(['handedAt before_received']);
    expect(await reasonsOf(hand(dinh, otherPost, '2025-01-20T06:00:00Z'))).toEqual([
      'toOffice may_not_resolve',
    ]);
    expect((await refusal(khai.get('crimeReport', it1.report!))).code).toBe('record.not_found');
    // All that runs for the post is handing it over, and it finds that among its work.
    expect(await families(dinh)).toEqual(['report.commune_transfer_serious']);
    expect((await dinh.work()).filter(item => item.id === it1.report).map(item => item.kind)).toEqual(
      expect.arrayContaining(['limit_due', 'report_to_hand_over']),
    );
    await hand(dinh, border, '2025-01-20T06:00:00Z');
    expect((await nam.notices())[0]).toMatchObject({ kind: 'report_handed_over' });
    expect(await families(dinh)).toEqual([]);
  });

  it('is classified by the border guard, found to be another body’s, and passed on within a day', async () => {
    expect(await families(nam)).toEqual([
      'report.assign',
      'report.classify',
      'report.notify_reporter',
      'report.notify_vks',
      'report.resolve',
    ]);
    const classify = (who: Person, more: object = {}) =>
      noteDuty(who, 'report.classify', border, '2025-01-20', more);
    // The post that took it has handed it over, and the police it will come to have it not yet.
    expect((await refusal(classify(dinh))).code).toBe('act.not_yours');
    expect((await refusal(classify(khai))).code).toBe('record.not_found');
    expect(await reasonsOf(noteDuty(nam, 'report.result_notify', it1.report!, '2025-01-20'))).toEqual([
      'limitFamily no_such_duty',
    ]);
    expect(await reasonsOf(noteDuty(nam, 'report.classify', border, '2025-01-19'))).toEqual([
      'doneOn before_earlier_step',
    ]);
    expect(await reasonsOf(classify(nam, { notOursAt: '2025-01-20T05:00:00Z' }))).toEqual([
      'notOursAt before_received',
    ]);
    expect(
      await reasonsOf(
        noteDuty(nam, 'report.notify_vks', border, '2025-01-20', { notOursAt: '2025-01-20T08:00:00Z' }),
      ),
    ).toEqual(['notOursAt only_classified']);
    await classify(nam, { notOursAt: '2025-01-20T08:00:00Z' });
    expect(await reasonsOf(classify(nam))).toEqual(['limitFamily duty_was_done']);
    expect(await families(nam)).toContain('report.transfer_incompetent');
    expect(await families(nam)).not.toContain('report.classify');
  });

  it('lies with the provincial police from then on, who win no time by it', async () => {
    await hand(nam, pc02, '2025-01-21T01:00:00Z');
    // The border guard passed it on, and still sees what becomes of it.
    expect(await nam.get('crimeReport', it1.report!)).toMatchObject({
      state: 'handed_over',
      passedBy: border,
    });
    expect((await khai.work()).find(item => item.kind === 'report_to_take_up')).toMatchObject({
      record: 'crimeReport',
      id: it1.report,
    });
    expect(await families(nam)).toEqual([]);
    // The border guard had it first: nobody is late by that day, for the law does not say whose receipt counts.
    expect(await running(khai)).toEqual([
      ['report.assign', 'binds'],
      ['report.classify', 'binds'],
      ['report.notify_reporter', 'binds'],
      ['report.notify_vks', 'binds'],
      ['report.resolve', 'advises'],
    ]);
    const [limit] = await khai.list('deadline', {
      filter: { crimeReport: { is: it1.report }, limitFamily: { is: 'report.resolve' } },
    });
    expect(limit).toMatchObject({ startOn: '2025-01-20', dueOn: '2025-02-10', duty: pc02 });
  });

  it('is taken up and resolved by the body that may; who reported stays sealed', async () => {
    const resolve = (who: Person, more: object = {}) =>
      who.act(
        'crimeReport.resolve',
        { reportOutcome: 'prosecute', resolvedOn: '2025-02-10', decisionNumber: '07/QĐ-PC02', ...more },
        { subject: it1.report! },
      );
    expect((await refusal(resolve(khai))).code).toBe('act.wrong_state');
    await khai.act('crimeReport.takeUp', { takenUpOn: '2025-01-22', procuracy }, { subject: it1.report! });
    expect((await dinh.notices())[0]).toMatchObject({ kind: 'report_taken_up' });
    // The procuracy sees from now on what is owed, and cannot say for the police that it was done.
    expect(await families(chau)).toEqual([
      'report.notify_reporter',
      'report.notify_vks',
      'report.pre_expiry_review',
      'report.resolve',
    ]);
    const told = (who: Person) => noteDuty(who, 'report.notify_vks', pc02, '2025-01-23');
    expect((await refusal(told(chau))).code).toBe('report.not_yours');
    await told(khai);
    expect(await chau.list('reportDutyDone', { filter: { crimeReport: { is: it1.report } } })).toMatchObject([
      { limitFamily: 'report.notify_vks', toOffice: pc02, doneOn: '2025-01-23' },
    ]);
    expect(await dinh.list('reportDutyDone')).toEqual([]);
    expect((await refusal(resolve(dinh))).code).toBe('act.not_yours');
    expect(await reasonsOf(resolve(khai, { reportOutcome: 'not_prosecute' }))).toEqual([
      'decisionGround required',
    ]);
    expect(await reasonsOf(resolve(khai, { resolvedOn: '2025-01-21' }))).toEqual([
      'resolvedOn before_received',
    ]);
    await resolve(khai);
    expect(await chau.get('crimeReport', it1.report!)).toMatchObject({ state: 'resolved' });
    expect((await refusal(chau.open('crimeReport', it1.report!, 'reporter', 'kiểm sát'))).status).toBe(403);
    expect(await khai.open('crimeReport', it1.report!, 'reporter', 'ghi lời khai')).toContain('Người nhà');
  });

  it('is over when who reported has been told of the outcome', async () => {
    expect(await families(khai)).toEqual(['report.result_notify']);
    expect(await reasonsOf(noteDuty(khai, 'report.result_notify', it1.report!, '2025-02-09'))).toEqual([
      'doneOn before_earlier_step',
    ]);
    await noteDuty(khai, 'report.result_notify', it1.report!, '2025-02-12');
    expect(await families(chau)).toEqual([]);
  });
});

describe('the investigation', () => {
  const extend = (who: Person, more: object = {}) =>
    who.act('limitExtension.record', {
      criminalCase: it1.case,
      limitFamily: 'investigation.limit',
      lengthUnit: 'month',
      lengthValue: 4,
      grantedBy: 'procuracy_province',
      decidedOn: '2025-06-04',
      decisionNumber: '31/QĐ-VKS',
      ...more,
    });

  it('begins with the decision; the limit follows the class of the clause', async () => {
    const opening = {
      title: 'Nhóm đưa người qua cầu Kiều',
      crimeReport: it1.report,
      caseLevel: 'province',
      openedOn: '2025-02-10',
      openedDecision: '08/QĐ-PC02',
      procuracy,
      offence: 'blhs2015.150',
      clause: 2,
    };
    expect(await reasonsOf(khai.act('criminalCase.open', { ...opening, clause: 9 }))).toEqual([
      'clause no_such_clause',
    ]);
    expect((await refusal(dinh.act('criminalCase.open', opening))).code).toBe('act.not_yours');
    it1.case = (await khai.act('criminalCase.open', opening)).id;
    expect(await chau.get('criminalCase', it1.case)).toMatchObject({
      state: 'investigation',
      severity: 'RNT',
    });
    expect((await refusal(ha.get('criminalCase', it1.case))).code).toBe('record.not_found');
    expect(await lastDay('investigation.limit')).toBe('2025-06-10');
  });

  it('a suspect is charged before anybody detains him; custody comes off detention', async () => {
    it1.first = (
      await khai.act('accused.name', {
        criminalCase: it1.case,
        fullName: 'Vàng Mí Ví Dụ',
        born: '1988',
        accusedRole: 'organiser',
      })
    ).id;
    const order = (measureKind: string, fromAt: string) =>
      khai.act('measure.order', { accused: it1.first, measureKind, fromAt, orderNumber: '15/L-PC02' });
    const custody = (await order('custody', '2025-02-11T01:00:00Z')).id;
    expect(await reasonsOf(order('detention', '2025-02-14T01:00:00Z'))).toEqual(['measureKind only_accused']);
    const { id } = await khai.act(
      'accused.charge',
      { offence: 'blhs2015.150', clause: 2, point: 'd', fromDay: '2025-02-13', decisionNumber: '09/QĐ-PC02' },
      { subject: it1.first },
    );
    expect(id).toBe(it1.first);
    await khai.act(
      'measure.end',
      { endedOn: '2025-02-14', endedWhy: 'Chuyển tạm giam' },
      { subject: custody },
    );
    await order('detention', '2025-02-14T01:00:00Z');
    // Four months of thirty days, less three days of custody, the first day counted: never moved for a day off.
    expect(await lastDay('detention.investigation')).toBe('2025-06-10');
  });

  it('an extension by a body that may not grant it is refused with the article', async () => {
    const refused = await refusal(extend(khai, { grantedBy: 'investigation_head' }));
    expect(refused.fields).toMatchObject([
      {
        field: 'grantedBy',
        reason: 'may_not_grant',
        params: { body: 'procuracy_province', article: 'Điều 172.5, Điều 172.6 BLTTHS 2015' },
      },
    ]);
    expect(await reasonsOf(extend(khai, { lengthValue: 5 }))).toEqual(['lengthValue longer_than_law']);
    expect(await reasonsOf(extend(khai, { accused: it1.first }))).toEqual(['accused whose_limit']);
    expect(await reasonsOf(extend(khai, { limitFamily: 'trial.prepare' }))).toEqual([
      'limitFamily limit_not_running',
    ]);
    await extend(chau);
    expect(await lastDay('investigation.limit')).toBe('2025-10-10');
  });

  it('after 1 July 2025 nobody has read who grants: another body is warned of and not refused', async () => {
    const done = await extend(chau, {
      grantedBy: 'procuracy_region',
      decidedOn: '2025-10-01',
      decisionNumber: '77/QĐ-VKS',
    });
    expect(done.warnings).toMatchObject([{ field: 'grantedBy', reason: 'grantor_unread' }]);
    expect(await lastDay('investigation.limit')).toBe('2026-02-10');
    expect(await reasonsOf(extend(khai, { decidedOn: '2026-02-01' }))).toEqual([
      'limitFamily no_extension_left',
    ]);
  });

  it('a heavier clause gives the case the limits of its class', async () => {
    const [before] = await ofCase(khai, 'charge');
    const heavier = {
      offence: 'blhs2015.150',
      clause: 3,
      point: 'dd',
      fromDay: '2025-12-01',
      decisionNumber: '60/QĐ-PC02',
      replaces: before.id,
    };
    const change = (input: object) => khai.act('accused.charge', input, { subject: it1.first! });
    expect(await reasonsOf(change(heavier))).toEqual(['why required']);
    await change({ ...heavier, why: 'Sáu nạn nhân trở lên' });
    expect(await khai.get('criminalCase', it1.case!)).toMatchObject({ severity: 'DBNT' });
    await extend(chau, { decidedOn: '2026-02-02', decisionNumber: '08/QĐ-VKS' });
    expect(await lastDay('investigation.limit')).toBe('2026-06-10');
  });
});

describe('prosecution, trial and appeal', () => {
  it('each body acts in its own seat and in its turn', async () => {
    expect((await refusal(step(chau, 'concluded', '2026-05-04'))).code).toBe('case.not_your_turn');
    expect((await refusal(step(khai, 'indicted', '2026-05-04', { court }))).code).toBe('act.wrong_state');
    expect(await reasonsOf(step(khai, 'concluded', '2025-02-09'))).toEqual(['onDay before_earlier_step']);
    expect(await reasonsOf(step(khai, 'concluded', '2026-05-04', { decisionNumber: null }))).toEqual([
      'decisionNumber required',
    ]);
    await step(khai, 'concluded', '2026-05-04');
    expect((await chau.notices())[0]).toMatchObject({ kind: 'case_step' });
  });

  it('the procuracy’s time runs from the day it has the file, which it notes itself', async () => {
    const decide = async () => (await clocks(chau)).findLast(one => one.family === 'prosecution.decide')!;
    const waits = async (who: Person) => (await who.work()).some(item => item.kind === 'file_to_receive');
    expect((await decide()).limit.term).toMatchObject({ due: '2026-06-03', advisory: true });
    await remakeDeadlines(world.system.door, world.now());
    expect([await waits(chau), await waits(khai)]).toEqual([true, false]);
    const note = (who: Person, onDay: string) =>
      step(who, 'procuracy_received', onDay, { decisionNumber: null });
    expect((await refusal(note(khai, '2026-05-06'))).code).toBe('case.not_your_turn');
    expect(await reasonsOf(note(chau, '2026-05-03'))).toEqual(['onDay before_earlier_step']);
    await note(chau, '2026-05-06');
    expect((await decide()).limit.term).toMatchObject({ due: '2026-06-05', advisory: false });
    expect((await refusal(note(chau, '2026-05-07'))).code).toBe('act.wrong_state');
    await remakeDeadlines(world.system.door, world.now());
    expect(await waits(chau)).toBe(false);
    expect(await reasonsOf(step(chau, 'indicted', '2026-05-25'))).toEqual(['court required']);
    await step(chau, 'indicted', '2026-05-25', { court });
    // All of it is before the court now.
    expect((await ofCase(ha, 'charge')).length).toBe(2);
    await step(ha, 'court_accepted', '2026-05-28');
    expect(await lastDay('trial.prepare')).toBe('2026-08-28');
  });

  it('the court returns the file once: it is investigated again for as long as the law gives the court', async () => {
    await step(ha, 'returned_by_court', '2026-07-01');
    await step(chau, 'returned_by_procuracy', '2026-07-03');
    await step(khai, 'handler_received', '2026-07-06', { decisionNumber: null });
    const limits = await clocks(khai);
    expect(limits.findLast(one => one.family.startsWith('investigation.supplementary'))).toMatchObject({
      family: 'investigation.supplementary_court',
      start: '2026-07-06',
      doneOn: null,
    });
    await step(khai, 'concluded', '2026-07-27');
    await step(chau, 'indicted', '2026-08-10');
    await step(ha, 'court_accepted', '2026-08-12');
    const again = await refusal(step(ha, 'returned_by_court', '2026-08-20'));
    expect(again.fields).toMatchObject([
      { field: 'stepKind', reason: 'returned_too_often', params: { article: 'Điều 174.2 BLTTHS 2015' } },
    ]);
    await step(ha, 'trial_ordered', '2026-09-10');
  });

  it('a day that was written wrongly is set right, and the answer says which limits moved', async () => {
    const wrong = (await ofCase(ha, 'caseStep')).find(one => one.stepKind === 'trial_ordered');
    const correct = (who: Person, onDay: string) =>
      who.act('caseStep.correct', { onDay, correctedWhy: 'Ghi nhầm' }, { subject: wrong.id });
    expect((await refusal(correct(khai, '2026-09-14'))).code).toBe('correction.not_yours');
    expect(await reasonsOf(correct(ha, '2026-08-11'))).toEqual(['onDay before_earlier_step']);
    const done = await ha.act(
      'caseStep.correct',
      { onDay: '2026-09-14', correctedWhy: 'Ghi nhầm ngày họp' },
      { subject: wrong.id },
    );
    expect(done.moved).toMatchObject([
      { family: 'trial.open', from: '2026-09-25', to: '2026-09-29' },
      { family: 'trial.send_vks', from: '2026-09-14', to: '2026-09-16' },
    ]);
    expect(await khai.get('caseStep', wrong.id)).toMatchObject({
      onDay: '2026-09-14',
      corrections: [{ by: ha.officer, why: 'Ghi nhầm ngày họp', was: { onDay: '2026-09-10' } }],
    });
  });

  it('judgment, appeal, and the end', async () => {
    await step(ha, 'judged', '2026-09-28');
    expect(await lastDay('appeal.judgment')).toBe('2026-10-13');
    await step(ha, 'appealed', '2026-10-09', { decisionNumber: null });
    const send = (more: object) => step(ha, 'appeal_sent', '2026-10-16', { decisionNumber: null, ...more });
    expect(await reasonsOf(send({ appealCourt: court }))).toEqual([
      'appealProcuracy required',
      'appealCourt heard_below',
    ]);
    // The court above the province does not work with the system: the court below notes what it hears.
    await send({});
    expect((await refusal(step(khai, 'appeal_accepted', '2026-10-20'))).code).toBe('case.not_your_turn');
    await step(ha, 'appeal_judged', '2026-11-20');
    await ha.act(
      'accused.settle',
      { state: 'convicted' },
      { subject: it1.first!, purpose: 'bản án phúc thẩm' },
    );
    await step(ha, 'enforcement', '2026-11-24');
    const still = (await clocks(khai)).filter(one => one.accused === null && one.doneOn === null);
    expect(still.map(one => one.family)).toEqual([]);
  });
});

describe('another unit goes on with a case', () => {
  it('it sees the case once it is named, takes it over itself, and no limit moves', async () => {
    const { id } = await khai.act('criminalCase.open', {
      title: 'Đường dây qua lối mở',
      caseLevel: 'province',
      openedOn: '2026-10-01',
      openedDecision: '88/QĐ-PC02',
      procuracy,
      offence: 'blhs2015.151',
      clause: 1,
    });
    const suspect = await khai.act('accused.name', {
      criminalCase: id,
      fullName: 'Lý Thị Ví Dụ',
      accusedRole: 'not_clear',
    });
    const name = (who: Person, nextHandler: string) =>
      who.act('criminalCase.handOver', { nextHandler }, { subject: id });
    const take = (who: Person) =>
      who.act('criminalCase.takeOver', { procuracy, caseLevel: 'province' }, { subject: id });
    expect((await refusal(take(nam))).code).toBe('record.not_found');
    expect((await refusal(name(chau, border))).code).toBe('act.not_yours');
    expect(await reasonsOf(name(khai, pc02))).toEqual(['nextHandler own_office']);
    await name(khai, border);
    expect((await refusal(take(khai))).code).toBe('act.not_yours');
    expect(
      (
        await refusal(
          nam.act('criminalCase.step', { stepKind: 'closed', onDay: '2026-11-01' }, { subject: id }),
        )
      ).code,
    ).toBe('act.not_yours');
    await take(nam);
    expect((await khai.notices())[0]).toMatchObject({ kind: 'case_taken_over' });
    expect((await refusal(khai.get('criminalCase', id))).code).toBe('record.not_found');
    expect((await refusal(khai.get('accused', suspect.id))).code).toBe('record.not_found');
    expect(await nam.get('accused', suspect.id)).toMatchObject({ handler: border, nextHandler: null });
    expect(await chau.get('criminalCase', id)).toMatchObject({ openedOn: '2026-10-01', handler: border });
  });
});

describe('in the end, what each of them can and cannot see', () => {
  const sight = async (key: string) => {
    const who = await world.as(key);
    const can = async (promise: Promise<unknown>) => {
      try {
        return await promise;
      } catch {
        return null;
      }
    };
    const file = (await can(who.get('criminalCase', it1.case!))) as Json;
    const steps = (await can(ofCase(who, 'caseStep'))) as Json[] | null;
    return { file: file ? (file.state as string) : 'nothing', steps: steps?.length ?? 'refused' };
  };
  it.each([
    ['khai', 'ended', 17],
    ['toan', 'ended', 17],
    ['chau', 'ended', 17],
    ['ha', 'ended', 17],
    // Other investigators, procurators and clerks, whose offices have no seat in it.
    ['nam', 'nothing', 0],
    ['binh', 'nothing', 0],
    ['tuyen', 'nothing', 0],
    // Nobody outside the three bodies, whatever else they may see.
    ['dinh', 'nothing', 'refused'],
    ['nhai', 'nothing', 'refused'],
    ['my', 'nothing', 'refused'],
    ['lien', 'nothing', 'refused'],
    ['vinh', 'nothing', 'refused'],
    ['hang', 'nothing', 'refused'],
    ['hoai-nam', 'nothing', 'refused'],
  ])('%s', async (key, file, steps) => {
    expect(await sight(key)).toEqual({ file, steps });
  });

  it('the ledger has it all, and the chain holds', async () => {
    const [found] = await world.owner<{ count: number }>(
      "select count(*)::int as count from ledger.entry where name in ('criminalCase.step', 'limitExtension.record', 'accused.charge')",
    );
    expect(found!.count).toBe(21);
    const reads = await world.owner<{ officer: string }>(
      "select distinct officer from ledger.entry where kind = 'read' and subject_id = $1",
      [it1.case],
    );
    // Looking at it is entered as well, of each who looked, and of nobody who was refused.
    const lookers = await Promise.all(['khai', 'toan', 'chau', 'ha'].map(key => world.as(key)));
    expect(new Set(reads.map(one => one.officer))).toEqual(new Set(lookers.map(one => one.officer)));
    const hang = await world.as('hang');
    expect(await hang.ask('/api/ledger/verify')).toMatchObject({ ok: true, broken: 0 });
  });
});
