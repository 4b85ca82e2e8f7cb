/* What was entered wrongly is set right by the body that entered it: the limits are counted again, what was first written stays readable with who changed it and why, and nothing is
 * corrected into an order that makes no sense. The people are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { records } from '../../modules/index.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

const border = getOffice('bien-phong/pcmt@2025').id;
const pc02 = getOffice('cong-an/pc02@2025').id;
const procuracy = getOffice('vks/tinh@2025').id;

let world: World;
let dinh: Person;
let nam: Person;
let khai: Person;
let chau: Person;
const its: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld();
  [dinh, nam, khai, chau] = (await Promise.all(
    ['dinh', 'nam', 'khai', 'chau'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person];
});
afterAll(() => world?.stop());

const why = 'Ghi nhầm so với quyết định';
const correct = (who: Person, act: string, subject: string, input: object) =>
  who.act(act, { correctedWhy: why, ...input }, { subject });
const codeOf = async (promise: Promise<unknown>): Promise<string> => (await refusal(promise)).code;
/** Each refused field with its reason and the other day it names. */
const reasonsOf = async (promise: Promise<unknown>): Promise<string[]> => {
  const { code, fields } = await refusal(promise);
  if (fields.length === 0) return [code];
  return fields.map(({ field, reason, params }) => [field, reason, params?.day].filter(Boolean).join(' '));
};
const ofCase = (record: string): Promise<Json[]> =>
  khai.list(record, { filter: { criminalCase: { is: its.case } }, limit: 100 });
/** What the ledger has of an act, as entered. */
const entered = (act: string, subject: string) =>
  world.owner(
    `select e.officer, b.body -> 'changes' as changes from ledger.entry e join ledger.body b on b.entry_id = e.id where e.name = $1 and e.subject_id = $2`,
    [act, subject],
  );

describe('a case', () => {
  const charge = {
    offence: 'blhs2015.150',
    clause: 2,
    point: 'd',
    fromDay: '2026-03-04',
    decisionNumber: '09/QĐ',
  };
  const extension = {
    lengthValue: 4,
    lengthUnit: 'month',
    grantedBy: 'procuracy_province',
    decidedOn: '2026-06-20',
    decisionNumber: '31/QĐ-VKS',
  };
  const ordered = {
    fromAt: '2026-03-05T01:00:00.000Z',
    orderNumber: '15/L-PC02',
    orderedMonths: 4,
    orderedDays: null,
  };
  const held = { ...ordered, endedOn: null, endedWhy: null };

  it('stands as it was entered', async () => {
    its.case = (
      await khai.act('criminalCase.open', {
        title: 'Nhóm đưa người qua lối mở',
        caseLevel: 'province',
        openedOn: '2026-03-02',
        openedDecision: '08/QĐ-PC02',
        procuracy,
        offence: 'blhs2015.150',
        clause: 2,
      })
    ).id;
    its.first = (
      await khai.act('accused.name', {
        criminalCase: its.case,
        fullName: 'Vàng Mí Ví Dụ',
        born: '2009-05',
        accusedRole: 'helper',
      })
    ).id;
    await khai.act('accused.charge', charge, { subject: its.first });
    its.measure = (
      await khai.act('measure.order', { accused: its.first, measureKind: 'detention', ...ordered })
    ).id;
    its.extension = (
      await chau.act('limitExtension.record', {
        criminalCase: its.case,
        limitFamily: 'investigation.limit',
        ...extension,
      })
    ).id;
    its.charge = (await ofCase('charge'))[0].id;
    its.opened = (await ofCase('caseStep'))[0].id;
    const duty = (limitFamily: string, ofRow: string, doneOn: string, who = khai) =>
      who.act('dutyDone.record', {
        criminalCase: its.case,
        limitFamily,
        ofRow,
        doneOn,
        decisionNumber: '14/SGN',
      });
    its.sent = (await duty('accused.send_vks', its.charge!, '2026-03-05')).id;
    its.ratified = (await duty('accused.vks_ratify', its.charge!, '2026-03-07', chau)).id;
  });

  it('only the body that entered something sets it right, with a reason, and only where something is another', async () => {
    const asked = { ...held, fromAt: '2026-03-06T01:00:00.000Z' };
    expect(await codeOf(correct(dinh, 'measure.correct', its.measure!, asked))).toBe('act.not_yours');
    expect(await codeOf(correct(chau, 'measure.correct', its.measure!, asked))).toBe('correction.not_yours');
    expect(await codeOf(correct(khai, 'limitExtension.correct', its.extension!, extension))).toBe(
      'correction.not_yours',
    );
    expect(
      await reasonsOf(
        khai.act('measure.correct', { ...asked, correctedWhy: null }, { subject: its.measure! }),
      ),
    ).toEqual(['correctedWhy required']);
    expect(await reasonsOf(correct(khai, 'measure.correct', its.measure!, held))).toEqual([
      'fromAt nothing_corrected',
    ]);
  });

  it('nothing is corrected into an order that makes no sense: the refusal names the field and the other day', async () => {
    const refused = (act: string, subject: string, input: object, who = khai) =>
      reasonsOf(correct(who, act, subject, input));
    // Detention before the charge, an end before the beginning, an end nobody noted.
    expect(
      await refused('measure.correct', its.measure!, { ...held, fromAt: '2026-03-03T01:00:00.000Z' }),
    ).toEqual(['fromAt before_charged 2026-03-04']);
    expect(
      await refused('measure.correct', its.measure!, {
        ...held,
        endedOn: '2026-05-04',
        endedWhy: 'Thay đổi',
      }),
    ).toEqual(['endedOn not_ended']);
    expect(
      await refused('measure.correct', its.measure!, { ...held, fromAt: '2099-01-01T01:00:00.000Z' }),
    ).toEqual(['fromAt in_future']);
    // A charge before the case, or after somebody was detained for it, or after it was sent to the procuracy.
    expect(await refused('charge.correct', its.charge!, { ...charge, fromDay: '2026-03-01' })).toEqual([
      'fromDay before_opened 2026-03-02',
    ]);
    expect(await refused('charge.correct', its.charge!, { ...charge, fromDay: '2026-03-06' })).toEqual([
      'fromDay after_detention 2026-03-05',
    ]);
    expect(await refused('charge.correct', its.charge!, { ...charge, clause: 9 })).toEqual([
      'clause no_such_clause',
    ]);
    expect(await refused('charge.correct', its.charge!, { ...charge, point: 'k' })).toEqual([
      'point no_such_point',
    ]);
    // The case after its first charge.
    expect(await refused('caseStep.correct', its.opened!, { onDay: '2026-03-05' })).toEqual([
      'onDay after_charge 2026-03-04',
    ]);
    // An extension the law does not give, or before the limit it lengthens.
    expect(
      await refused(
        'limitExtension.correct',
        its.extension!,
        { ...extension, decidedOn: '2026-03-01' },
        chau,
      ),
    ).toEqual(['decidedOn before_limit 2026-03-02']);
    expect(
      await refused('limitExtension.correct', its.extension!, { ...extension, lengthValue: 5 }, chau),
    ).toEqual(['lengthValue longer_than_law']);
    // A duty before what it goes with; and one that another was done after.
    expect(
      await refused('dutyDone.correct', its.sent!, { doneOn: '2026-03-03', decisionNumber: '14/SGN' }),
    ).toEqual(['doneOn before_earlier_step 2026-03-04']);
    expect(
      await refused('dutyDone.correct', its.sent!, { doneOn: '2026-03-08', decisionNumber: '14/SGN' }),
    ).toEqual(['doneOn duty_left_without 2026-03-07']);
    expect(await refused('dutyDone.takeBack', its.sent!, {})).toEqual([
      'takenBack duty_left_without 2026-03-07',
    ]);
    expect(
      await refused('accused.correct', its.first!, { fullName: 'Vàng Mí Ví Dụ', born: '2026-05' }),
    ).toEqual(['born born_after_charge 2026-03-04']);
  });

  it('the day and length of an extension move the limit; what was written stays, and the ledger tells', async () => {
    const done = await correct(chau, 'limitExtension.correct', its.extension!, {
      ...extension,
      lengthValue: 3,
      decidedOn: '2026-06-22',
    });
    expect(done.moved).toMatchObject([
      { family: 'investigation.limit', from: '2026-11-02', to: '2026-10-02' },
    ]);
    const row = await khai.get('limitExtension', its.extension!);
    expect(row).toMatchObject({ lengthValue: 3, decidedOn: '2026-06-22', grantedBy: 'procuracy_province' });
    expect(row.corrections).toEqual([
      { at: row.corrections[0].at, by: chau.officer, why, was: { lengthValue: 4, decidedOn: '2026-06-20' } },
    ]);
    expect(await entered('limitExtension.correct', its.extension!)).toMatchObject([
      { officer: chau.officer, changes: [{ update: 'limitExtension', id: its.extension }] },
    ]);
  });

  it('a second correction stands beside the first, and the database lets nobody take one away', async () => {
    await correct(chau, 'limitExtension.correct', its.extension!, { ...extension, decidedOn: '2026-06-21' });
    const { corrections } = await khai.get('limitExtension', its.extension!);
    expect(corrections.map((one: Json) => one.was)).toEqual([
      { lengthValue: 4, decidedOn: '2026-06-20' },
      { lengthValue: 3, decidedOn: '2026-06-22' },
    ]);
    for (const set of ['null', "'[]'", 'corrections - 0', "jsonb_set(corrections, '{0,why}', '\"khác\"')"])
      await expect(
        world.owner(`update limit_extension set corrections = ${set} where id = $1`, [its.extension]),
      ).rejects.toThrow(/a correction is kept/);
  });

  it('the hour a measure began, its length and its number; that it ended is taken back where it did not', async () => {
    const done = await correct(khai, 'measure.correct', its.measure!, {
      ...held,
      fromAt: '2026-03-04T09:30:00.000Z',
    });
    expect(done.moved).toMatchObject([
      { family: 'detention.investigation', accused: its.first, from: '2026-07-02', to: '2026-07-01' },
      { family: 'custody.minor_notify', accused: its.first },
    ]);
    await khai.act(
      'measure.end',
      { endedOn: '2026-05-04', endedWhy: 'Thay bằng bảo lĩnh' },
      { subject: its.measure! },
    );
    const now = { ...held, fromAt: '2026-03-04T09:30:00.000Z' };
    expect(
      await reasonsOf(
        correct(khai, 'measure.correct', its.measure!, { ...now, endedOn: '2026-03-03', endedWhy: 'Nhầm' }),
      ),
    ).toEqual(['endedOn before_began 2026-03-04']);
    expect(
      await reasonsOf(correct(khai, 'measure.correct', its.measure!, { ...now, endedOn: '2026-05-05' })),
    ).toEqual(['endedWhy required']);
    await correct(khai, 'measure.correct', its.measure!, now);
    expect(await khai.get('measure', its.measure!)).toMatchObject({
      endedOn: null,
      endedWhy: null,
      corrections: [
        { was: { fromAt: '2026-03-05T01:00:00.000Z' } },
        { was: { endedOn: '2026-05-04', endedWhy: 'Thay bằng bảo lĩnh' } },
      ],
    });
  });

  it('a clause entered wrongly gives charge, accused and case what the right one gives, and warns of what was granted', async () => {
    const done = await correct(khai, 'charge.correct', its.charge!, { ...charge, clause: 3, point: 'dd' });
    expect(await khai.get('charge', its.charge!)).toMatchObject({
      severity: 'DBNT',
      corrections: [{ was: { clause: 2, point: 'd' } }],
    });
    expect(await khai.get('criminalCase', its.case!)).toMatchObject({ severity: 'DBNT' });
    expect(done.warnings).toEqual([]);
    // Of a slight offence an investigation is extended by less: the decision stands, and is to be looked at.
    const lighter = await correct(khai, 'charge.correct', its.charge!, {
      ...charge,
      offence: 'blhs2015.347',
      clause: 1,
      point: null,
      fromDay: '2026-03-03',
    });
    expect(await khai.get('accused', its.first!)).toMatchObject({ chargedOn: '2026-03-03' });
    expect(lighter.warnings).toMatchObject([
      { reason: 'extension_no_longer_law', params: { number: '31/QĐ-VKS', day: '2026-06-21' } },
    ]);
    expect(lighter.moved.map((one: Json) => one.family)).toEqual(
      expect.arrayContaining(['investigation.limit', 'detention.investigation']),
    );
    await correct(khai, 'charge.correct', its.charge!, charge);
    expect(await khai.get('criminalCase', its.case!)).toMatchObject({ severity: 'RNT' });
  });

  it('a birth date decides whether the part of a limit for those under 18 is asked for', async () => {
    const limits = async () => (await correctBirth('1999')).moved.map((one: Json) => one.family);
    const correctBirth = (born: string) =>
      correct(khai, 'accused.correct', its.first!, { fullName: 'Vàng Mí Ví Dụ', born, sex: null });
    expect(await limits()).toContain('custody.minor_notify');
    const child = await correctBirth('2013-01');
    expect(child.warnings).toMatchObject([{ field: 'born', reason: 'under_14' }]);
    await correctBirth('2009-05');
  });

  it('a duty noted by mistake is taken back and done anew; the wrong note can still be read', async () => {
    await correct(chau, 'dutyDone.takeBack', its.ratified!, {});
    expect(await codeOf(correct(khai, 'dutyDone.takeBack', its.ratified!, {}))).toBe('correction.not_yours');
    expect(await khai.get('dutyDone', its.ratified!)).toMatchObject({
      takenBack: true,
      doneOn: '2026-03-07',
      corrections: [{ by: chau.officer, was: { takenBack: null } }],
    });
    expect(
      await reasonsOf(
        correct(chau, 'dutyDone.correct', its.ratified!, { doneOn: '2026-03-06', decisionNumber: '14/SGN' }),
      ),
    ).toEqual(['doneOn was_taken_back']);
    await chau.act('dutyDone.record', {
      criminalCase: its.case,
      limitFamily: 'accused.vks_ratify',
      ofRow: its.charge,
      doneOn: '2026-03-06',
      decisionNumber: '15/SGN',
    });
    await correct(khai, 'dutyDone.correct', its.sent!, { doneOn: '2026-03-04', decisionNumber: '14/SGN' });
    expect((await ofCase('dutyDone')).map(one => [one.doneOn, one.takenBack ?? false]).sort()).toEqual([
      ['2026-03-04', false],
      ['2026-03-06', false],
      ['2026-03-07', true],
    ]);
  });
});

describe('a unit that took a case over', () => {
  it('sets right what the unit before it entered, and nothing of the bodies that are still there', async () => {
    await khai.act('criminalCase.handOver', { nextHandler: border }, { subject: its.case! });
    const born = { fullName: 'Vàng Mí Ví Dụ', born: '2008-05', sex: null };
    expect(await codeOf(correct(nam, 'accused.correct', its.first!, born))).toBe('act.not_yours');
    await nam.act('criminalCase.takeOver', { procuracy, caseLevel: 'province' }, { subject: its.case! });
    expect(await codeOf(correct(khai, 'accused.correct', its.first!, born))).toBe('record.not_found');
    await correct(nam, 'accused.correct', its.first!, born);
    expect(
      await codeOf(
        correct(nam, 'limitExtension.correct', its.extension!, {
          lengthValue: 2,
          lengthUnit: 'month',
          grantedBy: 'procuracy_province',
          decidedOn: '2026-06-21',
          decisionNumber: '31/QĐ-VKS',
        }),
      ),
    ).toBe('correction.not_yours');
  });
});

describe('a report of crime', () => {
  const said = {
    reportKind: 'denunciation',
    reportWay: 'in_person',
    receivedAt: '2026-05-04T02:00:00.000Z',
    summary: 'Một người rủ hai cô gái qua biên giới làm thuê',
    looksSerious: 'yes',
    remotePost: 'no',
  };

  it('when it was received is set right by whoever took it, and when it was handed on by whoever handed it on', async () => {
    its.report = (await dinh.act('crimeReport.take', said)).id;
    const hand = (who: Person, toOffice: string, handedAt: string) =>
      who.act('crimeReport.handOver', { toOffice, handedAt }, { subject: its.report! });
    await hand(dinh, border, '2026-05-04T06:00:00.000Z');
    await hand(nam, pc02, '2026-05-05T01:00:00.000Z');
    await khai.act('crimeReport.takeUp', { takenUpOn: '2026-05-06', procuracy }, { subject: its.report! });
    const received = (who: Person, receivedAt: string) =>
      correct(who, 'crimeReport.correctReceipt', its.report!, { receivedAt });
    expect(await codeOf(received(khai, '2026-05-04T03:00:00.000Z'))).toBe('act.not_yours');
    expect(await reasonsOf(received(dinh, '2026-05-05T02:00:00.000Z'))).toEqual([
      'receivedAt after_handed 2026-05-05',
    ]);
    const handed = (who: Person, handedAt: string) =>
      correct(who, 'crimeReport.correctHandOver', its.report!, { handedAt, handedMinutes: null });
    expect(await codeOf(handed(dinh, '2026-05-05T03:00:00.000Z'))).toBe('correction.not_yours');
    expect(await reasonsOf(handed(nam, '2026-05-04T01:00:00.000Z'))).toEqual([
      'handedAt before_receipt 2026-05-04',
    ]);
    expect(await reasonsOf(handed(nam, '2026-05-07T01:00:00.000Z'))).toEqual([
      'handedAt after_taken_up 2026-05-06',
    ]);
    await received(dinh, '2026-05-04T03:30:00.000Z');
    const done = await handed(nam, '2026-05-06T01:00:00.000Z');
    // The twenty days run from when the border guard had it; naming who resolves it, from when the police have.
    expect(done.moved).toEqual([{ family: 'report.assign', from: '2026-05-08', to: '2026-05-11' }]);
    expect((await khai.get('crimeReport', its.report!)).corrections).toMatchObject([
      { by: dinh.officer, was: { receivedAt: '2026-05-04T02:00:00.000Z' } },
      { by: nam.officer, was: { handedAt: '2026-05-05T01:00:00.000Z' } },
    ]);
  });

  it('what was noted as done about it is set right or taken back by whoever noted it', async () => {
    const noted = { limitFamily: 'report.notify_vks', ofRow: pc02, decisionNumber: '5/TB', notOursAt: null };
    const note = (doneOn: string) =>
      khai.act('crimeReport.noteDuty', { ...noted, doneOn }, { subject: its.report! });
    await note('2026-05-07');
    const rows = (): Promise<Json[]> =>
      khai.list('reportDutyDone', { filter: { crimeReport: { is: its.report } } });
    const id = (await rows())[0]!.id as string;
    const set = (who: Person, doneOn: string) =>
      correct(who, 'reportDutyDone.correct', id, { doneOn, decisionNumber: '5/TB', notOursAt: null });
    expect(await codeOf(set(chau, '2026-05-08'))).toBe('correction.not_yours');
    expect(await codeOf(set(dinh, '2026-05-08'))).toBe('record.not_found');
    expect(await reasonsOf(set(khai, '2026-05-05'))).toEqual(['doneOn before_earlier_step 2026-05-06']);
    expect(await reasonsOf(set(khai, '2026-05-07'))).toEqual(['doneOn nothing_corrected']);
    await set(khai, '2026-05-08');
    await correct(khai, 'reportDutyDone.takeBack', id, {});
    expect(await reasonsOf(set(khai, '2026-05-09'))).toEqual(['doneOn was_taken_back']);
    await note('2026-05-11');
    expect(await reasonsOf(note('2026-05-11'))).toEqual(['limitFamily duty_was_done']);
    const [first, second] = (await rows()).toSorted((a, b) => Number(b.takenBack) - Number(a.takenBack));
    expect(first).toMatchObject({ takenBack: true, doneOn: '2026-05-08' });
    expect(first!.corrections).toMatchObject([
      { was: { doneOn: '2026-05-07' } },
      { was: { takenBack: null } },
    ]);
    expect(second).toMatchObject({ doneOn: '2026-05-11' });
  });

  it('what was decided about its time is set right within what the law gives', async () => {
    const decided = {
      lengthValue: 2,
      lengthUnit: 'month',
      grantedBy: 'investigation_head',
      decidedOn: '2026-05-20',
      decisionNumber: '12/QĐ-PC02',
    };
    await khai.act('crimeReport.extend', decided, { subject: its.report! });
    await khai.act(
      'crimeReport.suspend',
      { suspendGround: 'expertise_awaited', decidedOn: '2026-06-20', decisionNumber: '20/QĐ' },
      { subject: its.report! },
    );
    const rows: Json[] = await khai.list('reportDecision', { filter: { crimeReport: { is: its.report } } });
    const [extended, suspended] = ['extended', 'suspended'].map(
      kind => rows.find(one => one.decisionKind === kind)!.id as string,
    ) as [string, string];
    const set = (who: Person, id: string, input: object) => correct(who, 'reportDecision.correct', id, input);
    expect(await codeOf(set(chau, extended, decided))).toBe('act.not_yours');
    expect(await reasonsOf(set(khai, extended, { ...decided, decidedOn: '2026-05-05' }))).toEqual([
      'decidedOn before_taken_up 2026-05-06',
    ]);
    expect(await reasonsOf(set(khai, extended, { ...decided, decidedOn: '2026-06-21' }))).toEqual([
      'decidedOn after_later_decision 2026-06-20',
    ]);
    expect(await reasonsOf(set(khai, extended, { ...decided, lengthValue: 3 }))).toEqual([
      'lengthValue longer_than_law',
    ]);
    expect(await reasonsOf(set(khai, extended, { ...decided, grantedBy: null }))).toEqual([
      'grantedBy required',
    ]);
    expect((await set(khai, extended, { ...decided, lengthValue: 1 })).moved).toMatchObject([
      { family: 'report.resolve' },
    ]);
    // While it is suspended the report itself carries the day and number of that decision.
    await set(khai, suspended, {
      suspendGround: 'documents_awaited',
      decidedOn: '2026-06-22',
      decisionNumber: '21/QĐ',
    });
    expect(await khai.get('crimeReport', its.report!)).toMatchObject({
      resolvedOn: '2026-06-22',
      decisionNumber: '21/QĐ',
    });
  });
});

describe('what was signed', () => {
  it('is no row that can be corrected', () => {
    const correctable = records.filter(one => one.fields.corrections).map(one => one.name);
    for (const signed of [
      'keyCase',
      'keyCaseRound',
      'keyCaseVote',
      'keyCasePaper',
      'keyCaseSignature',
      'exhibit',
      'exhibitFile',
      'custodyStep',
    ])
      expect(correctable).not.toContain(signed);
    expect(correctable.length).toBe(10);
  });
});
