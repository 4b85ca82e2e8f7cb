/* A foreign victim found in a rescue: a young woman of Laos held in a house by the border. The operation, the safety plan under a number, the interpreter who turned out to be paid by
 * somebody else, the embassy that hears nothing without her. Read it from top to bottom. The people are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, addHours, type Day } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { entitlementsOf, factsOfFile } from '../../modules/entitlements/index.ts';
import { explanations } from '../../modules/intake/index.ts';
import { shareBundles } from '../../modules/referrals/index.ts';
import { type LegalStatus, statusOf } from '../../modules/victims/index.ts';
import { rules } from '../../rules/index.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

const shelter = getOffice('nhan-ai/nha@2025').id;
const pc02 = getOffice('cong-an/pc02@2025').id;

let world: World;
let today: Day;
let nam: Person;
let phua: Person;
let my: Person;
let nhai: Person;
let san: Person;
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [nam, phua, my, nhai, san] = (await Promise.all(
    ['nam', 'phua', 'my', 'nhai', 'san'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person, Person];
});
afterAll(() => world?.stop());

const sees = (who: Person, record: string, id: string): Promise<boolean> =>
  who.get(record, id).then(
    () => true,
    error => (error.status < 500 ? false : Promise.reject(error)),
  );

describe('an operation nobody hears of who need not', () => {
  const plan = () => ({
    startsAt: addHours(world.now(), 20),
    endsAt: addHours(world.now(), 26),
    placeNote: 'Nhà số 4, ngõ 12',
    leader: nam.officer,
    partners: [phua.office],
    expected: 2,
    aim: 'Đưa hai người ra khỏi nhà, không ai bị thương',
  });

  it('is planned by those who rescue, and by nobody else', async () => {
    expect((await refusal(my.act('rescueOperation.plan', plan()))).code).toBe('act.not_yours');
    expect((await refusal(nhai.act('rescueOperation.plan', plan()))).code).toBe('act.not_yours');
    expect(
      (await refusal(nam.act('rescueOperation.plan', { ...plan(), endsAt: world.now() }))).fields,
    ).toMatchObject([{ field: 'endsAt', reason: 'before_start' }]);
    const operation = await nam.act('rescueOperation.plan', plan());
    ids.operation = operation.id;
    expect(operation.number).toMatch(/^GC-/);
    expect(await nam.get('rescueOperation', ids.operation)).toMatchObject({
      state: 'planned',
      placeNote: { sealed: true },
    });
  });

  it('the partner it names reads, and changes nothing; a third office does not know of it', async () => {
    expect(await sees(phua, 'rescueOperation', ids.operation!)).toBe(true);
    expect(await sees(my, 'rescueOperation', ids.operation!)).toBe(false);
    expect(await sees(san, 'rescueOperation', ids.operation!)).toBe(false);
    for (const act of ['rescueOperation.begin', 'rescueOperation.callOff'])
      expect(
        (await refusal(phua.act(act, { calledOffWhy: 'x' }, { subject: ids.operation! }))).status,
      ).toBeGreaterThanOrEqual(403);
    expect((await nam.get('rescueOperation', ids.operation!)).state).toBe('planned');
    expect(await phua.open('rescueOperation', ids.operation!, 'placeNote')).toBe('Nhà số 4, ngõ 12');
    expect((await refusal(san.open('rescueOperation', ids.operation!, 'placeNote'))).status).toBe(404);
  });

  it('does not begin without a plan for the people it is for', async () => {
    expect(
      (await refusal(nam.act('rescueOperation.begin', {}, { subject: ids.operation! }))).fields,
    ).toMatchObject([{ field: 'state', reason: 'no_safety_plan' }]);
    expect((await refusal(phua.act('safetyPlan.write', { rescueOperation: ids.operation }))).code).toBe(
      'act.not_yours',
    );
    const written = await nam.act('safetyPlan.write', {
      rescueOperation: ids.operation,
      ageGroup: 'unclear',
      sex: 'female',
      risks: 'Người giữ cô có em trai ở đồn xã bên',
      mustNotLearn: 'Người môi giới ở chợ',
      safeWord: 'hoa ban',
      whereTo: 'Nhà Nhân Ái',
      spoken: ['lao'],
    });
    ids.plan = written.id;
    expect(written.planNumber).toBe(1);
    const begun = await nam.act('rescueOperation.begin', {}, { subject: ids.operation! });
    expect(begun.warnings).toMatchObject([{ reason: 'safety_plans_missing', params: { missing: 1 } }]);
  });

  it('a plan follows the partners: one that is taken off reads it no more', async () => {
    expect(await phua.get('safetyPlan', ids.plan!)).toMatchObject({
      planNumber: 1,
      safeWord: { sealed: true },
    });
    expect(await phua.open('safetyPlan', ids.plan!, 'safeWord')).toBe('hoa ban');
    await nam.act(
      'rescueOperation.change',
      { ...plan(), placeNote: null, partners: [shelter] },
      { subject: ids.operation! },
    );
    expect(await sees(phua, 'safetyPlan', ids.plan!)).toBe(false);
    expect(await sees(phua, 'rescueOperation', ids.operation!)).toBe(false);
    expect(await my.open('safetyPlan', ids.plan!, 'whereTo')).toBe('Nhà Nhân Ái');
    // The sealed place was not typed again and stays what it was.
    expect(await nam.open('rescueOperation', ids.operation!, 'placeNote')).toBe('Nhà số 4, ngõ 12');
    await nam.act(
      'rescueOperation.change',
      { ...plan(), placeNote: null, partners: [phua.office, shelter] },
      { subject: ids.operation! },
    );
  });

  it('has as many partners as it needs, each once, each of them an office there is', async () => {
    const change = (partners: readonly string[]) =>
      nam.act(
        'rescueOperation.change',
        { ...plan(), placeNote: null, partners },
        { subject: ids.operation! },
      );
    expect((await refusal(change([phua.office, newId()]))).fields).toMatchObject([
      { field: 'partners', reason: 'reference' },
    ]);
    const several = [phua.office, shelter, pc02, san.office, getOffice('bien-phong/pha-long@2025').id];
    await change([...several, phua.office]);
    for (const who of [phua, my, san]) {
      expect((await who.get('rescueOperation', ids.operation!)).partners).toEqual(several);
      expect(await sees(who, 'safetyPlan', ids.plan!)).toBe(true);
    }
    expect((await san.list('rescueOperation')).map(row => row.id)).toEqual([ids.operation]);
    await change([phua.office, shelter]);
    expect(await san.list('rescueOperation')).toEqual([]);
  });

  it('ends, and is not reviewed while nobody said who was found', async () => {
    await nam.act('rescueOperation.end', {}, { subject: ids.operation! });
    const debrief = {
      debrief: 'Gặp một người; người thứ hai đã bị đưa đi từ hôm trước',
      learned: 'Cần phiên dịch từ đầu',
    };
    expect(
      (await refusal(nam.act('rescueOperation.review', debrief, { subject: ids.operation! }))).fields,
    ).toMatchObject([{ field: 'state', reason: 'still_expected' }]);
    await nam.act('safetyPlan.find', { foundState: 'found' }, { subject: ids.plan! });
    await nam.act('rescueOperation.review', debrief, { subject: ids.operation! });
    expect(await nam.get('rescueOperation', ids.operation!)).toMatchObject({ state: 'reviewed' });
  });

  it('and nobody was told of it in a notice', async () => {
    for (const who of [nam, phua, my, nhai, san])
      expect((await who.notices()).filter(notice => notice.subject.record === 'rescueOperation')).toEqual([]);
  });
});

describe('she is received, and has a status of her own from the first day', () => {
  const statusNow = (path: Json): LegalStatus =>
    statusOf({ assertions: path.parts.assertion, verifications: path.parts.verification, onDay: path.today });

  it('the post at the bridge opens her file; her nationality she says herself', async () => {
    const person = await phua.act('person.register', {
      fullName: 'Noy',
      sex: 'female',
      nationality: 'LA',
      spoken: ['lao'],
      route: 'rescued',
      arrivedAt: addHours(world.now(), -1),
      interpreter: 'yes',
      interpreterLanguages: ['lao'],
      entry: 'screen',
    });
    ids.noy = person.id;
    expect(statusNow(await phua.path(ids.noy))).toMatchObject({ status: 'none', article: null });
  });

  it('in the process of identification once somebody answers for presuming it, with the article of her rights', async () => {
    await phua.act('assertion.presume', { person: ids.noy, finding: 'victim', assertedOn: today });
    expect(statusNow(await phua.path(ids.noy!))).toMatchObject({
      status: 'in_process',
      since: today,
      law: '53/2024/QH15',
      article: 'Điều 37 Luật 53/2024',
    });
  });

  it('the plan under a number is linked to her file by whoever holds both, and only then', async () => {
    // The investigators lead the operation and do not hold her file: they cannot name it.
    expect(
      (
        await refusal(
          nam.act('safetyPlan.find', { foundState: 'found', file: ids.noy }, { subject: ids.plan! }),
        )
      ).code,
    ).toBe('person.not_shared');
    // The post that received her is a partner: it names her file, once, and changes nothing else of the plan.
    const link = (who: Person) => who.act('safetyPlan.link', { file: ids.noy }, { subject: ids.plan! });
    expect(
      (
        await refusal(
          (await world.as('thang')).act('safetyPlan.link', { file: ids.noy }, { subject: ids.plan! }),
        )
      ).status,
    ).toBe(404);
    expect((await refusal(link(my))).fields).toMatchObject([{ field: 'file', reason: 'reference' }]);
    await link(phua);
    expect(await nam.get('safetyPlan', ids.plan!)).toMatchObject({ foundState: 'found', file: ids.noy });
    expect((await refusal(link(phua))).code).toBe('act.wrong_state');
    expect((await refusal(nam.path(ids.noy!))).code).toBe('person.not_shared');
    await nam.act('safetyPlan.find', { foundState: 'found', file: ids.noy }, { subject: ids.plan! });
  });
});

describe('the interpreter', () => {
  const engaged = () => ({
    person: ids.noy,
    interpreterName: 'Bounmy S.',
    language: 'lao',
    mode: 'phone',
    interpretingFor: 'screening',
    onDay: today,
    sexPreferred: 'female',
    interpreterSex: 'male',
  });

  it('with a conflict of interest is only heard with a reason', async () => {
    const conflicts = {
      knows_family: 'no',
      same_village: 'no',
      related: 'no',
      knows_suspect: 'unknown',
      paid_by_other: 'yes',
    };
    expect(
      (await refusal(phua.act('interpreterEngagement.record', { ...engaged(), conflicts }))).fields,
    ).toMatchObject([{ field: 'goOnWhy', reason: 'conflict_needs_reason', params: { count: 1 } }]);
    expect(
      (
        await refusal(
          phua.act('interpreterEngagement.record', { ...engaged(), conflicts: { likes_tea: 'yes' } }),
        )
      ).code,
    ).toBe('input.invalid');
    const done = await phua.act('interpreterEngagement.record', {
      ...engaged(),
      conflicts,
      goOnWhy: 'Không còn ai nói tiếng Lào lúc 2 giờ sáng; chỉ hỏi về sức khỏe',
    });
    expect(done.warnings.map(warning => warning.reason)).toEqual([
      'conflict_of_interest',
      'conflict_open',
      'confidentiality_open',
      'not_as_she_wished',
    ]);
  });

  it('without any is noted without a word', async () => {
    const none = Object.fromEntries(
      ['knows_family', 'same_village', 'related', 'knows_suspect', 'paid_by_other', 'works_for_party'].map(
        code => [code, 'no'],
      ),
    );
    const done = await phua.act('interpreterEngagement.record', {
      ...engaged(),
      interpreterName: 'Chanthavong K.',
      interpreterSex: 'female',
      conflicts: none,
      confidentialityOn: today,
    });
    expect(done.warnings).toEqual([]);
  });
});

describe('her own state, her stay and her way home', () => {
  const step = (input: object) =>
    phua.act('foreignStep.record', { person: ids.noy, doneOn: today, ...input });
  const consent = (consentPurpose: string) =>
    phua.act('consent.record', { person: ids.noy, consentPurpose, given: 'yes', givenBy: 'herself' });

  it('the embassy hears nothing without her consent or an article of law', async () => {
    const told = { foreignStepKind: 'embassy', foreignOutcome: 'done', withWhom: 'Tổng Lãnh sự quán Lào' };
    expect((await refusal(step(told))).code).toBe('consent.missing');
    const services = await consent('services');
    expect((await refusal(step({ ...told, consent: services.id }))).code).toBe('consent.missing');
    const agreed = await consent('cross_border');
    await phua.act('consent.withdraw', { withdrawnWhy: 'Cô sợ anh rể làm ở đó' }, { subject: agreed.id });
    expect((await refusal(step({ ...told, consent: agreed.id }))).code).toBe('consent.missing');
    // That she does not want it is noted at any time.
    await step({ foreignStepKind: 'embassy', foreignOutcome: 'not_wanted' });
    const later = await consent('cross_border');
    await step({ ...told, consent: later.id });
  });

  it('nobody is sent back: a return needs her own will and a place that was found to be safe', async () => {
    const back = {
      foreignStepKind: 'voluntary_return',
      foreignOutcome: 'asked_for',
      withWhom: 'Cục Quản lý xuất nhập cảnh',
    };
    expect((await refusal(step({ ...back, herWill: 'yes', safeReturn: 'unknown' }))).fields).toMatchObject([
      { field: 'safeReturn', reason: 'return_only_willing_and_safe' },
    ]);
    expect((await refusal(step(back))).fields.map(issue => issue.field)).toEqual(['herWill', 'safeReturn']);
    await step({ ...back, herWill: 'yes', safeReturn: 'yes' });
    await step({ foreignStepKind: 'stay', foreignOutcome: 'asked_for', until: addDays(today, 60) });
  });

  it('somebody of this country, or whose country nobody knows yet, has no such steps', async () => {
    const other = await phua.act('person.register', {
      fullName: 'Lò Thị Ví',
      route: 'rescued',
      arrivedAt: world.now(),
      entry: 'screen',
    });
    expect(
      (
        await refusal(
          phua.act('foreignStep.record', {
            person: other.id,
            doneOn: today,
            foreignStepKind: 'stay',
            foreignOutcome: 'done',
          }),
        )
      ).fields,
    ).toMatchObject([{ field: 'person', reason: 'not_foreign' }]);
  });
});

describe('identified, taken in, and home', () => {
  const entitled = async () => {
    const { person, parts } = await phua.path(ids.noy!);
    const rows = {
      assertions: parts.assertion,
      verifications: parts.verification,
      settlements: parts.settlement,
    };
    return entitlementsOf(
      rules,
      factsOfFile({ person, ...rows, applications: [], hardship: [], payments: [] }),
      today,
    ).readings.map(reading => ({
      as: reading.as,
      given: reading.regimes.filter(one => one.state !== 'not').map(one => one.point),
    }));
  };

  it('while she is in the process she may have what everybody in it may have; found to be a victim, what the law gives a foreigner', async () => {
    expect(await entitled()).toEqual([{ as: 'in_process', given: ['a', 'b', 'c', 'd', 'đ', 'e', 'g'] }]);
    const asked = await phua.act('verification.request', {
      person: ids.noy,
      toOffice: pc02,
      receivedOn: today,
    });
    await nhai.act('assertion.identify', {
      person: ids.noy,
      verification: asked.id,
      finding: 'victim',
      assertedOn: today,
      paperKind: 'police_certificate',
      evidence: { herself_or_kin: 'yes' },
    });
    expect(await phua.get('verification', asked.id)).toMatchObject({ state: 'answered', finding: 'victim' });
    expect(await entitled()).toEqual([{ as: 'identified', given: ['a', 'b', 'c', 'd', 'đ', 'g'] }]);
  });

  it('the shelter learns on her consent what was done for her and who interpreted, and not what she answered', async () => {
    const consent = await phua.act('consent.record', {
      person: ids.noy,
      consentPurpose: 'referral',
      given: 'yes',
      givenBy: 'herself',
      recipient: shelter,
      dataClasses: ['who', 'foreign', 'interpreters'],
      language: 'lao',
      explained: Object.fromEntries(explanations.map(question => [question, 'yes'])),
    });
    const send = (...bundles: string[]) =>
      phua.act('referral.send', {
        person: ids.noy,
        toOffice: shelter,
        referralPurpose: 'shelter',
        sharedFields: bundles.flatMap(name => shareBundles[name]!),
        ground: 'consent',
        consent: consent.id,
        until: addDays(today, 60),
      });
    expect((await refusal(send('who', 'foreign', 'screening'))).code).toBe('share.fields_not_covered');
    ids.referral = (await send('who', 'foreign', 'interpreters')).id;
    await my.act('referral.accept', {}, { subject: ids.referral });
    const { parts } = await my.path(ids.noy!);
    expect(parts.foreignStep.map((row: Json) => row.foreignStepKind)).toEqual([
      'embassy',
      'embassy',
      'voluntary_return',
      'stay',
    ]);
    expect(parts.interpreterEngagement.map((row: Json) => row.interpreterName)).toEqual([
      'Bounmy S.',
      'Chanthavong K.',
    ]);
    expect([parts.assertion, parts.screening]).toEqual([[], []]);
  });

  it('she goes home because she wants to; the shelter is done, and two close her file', async () => {
    await phua.act('foreignStep.record', {
      person: ids.noy,
      doneOn: today,
      foreignStepKind: 'voluntary_return',
      foreignOutcome: 'done',
      herWill: 'yes',
      safeReturn: 'yes',
      withWhom: 'Cửa khẩu Lào Cai, có người của Tổng Lãnh sự quán đón',
    });
    await my.act('referral.complete', { outcome: 'service_given' }, { subject: ids.referral! });
    expect((await refusal(my.path(ids.noy!))).code).toBe('person.not_shared');
    const asked = await phua.act(
      'person.close',
      { grounds: 'moved', reason: 'Đã tự nguyện về nước, có người đón' },
      { subject: ids.noy! },
    );
    const quyet = await world.as('quyet');
    await quyet.act('fileDecision.approve', {}, { subject: asked.decision });
    expect((await phua.path(ids.noy!)).person.state).toBe('closed');
    expect(
      (
        await refusal(
          phua.act('verification.request', { person: ids.noy, toOffice: pc02, receivedOn: today }),
        )
      ).code,
    ).toBe('person.closed');
    expect(
      (
        await refusal(
          phua.act('foreignStep.record', {
            person: ids.noy,
            doneOn: today,
            foreignStepKind: 'stay',
            foreignOutcome: 'done',
          }),
        )
      ).code,
    ).toBe('person.closed');
  });
});

describe('in the end, what each of them can and cannot see', () => {
  it('the body that verifies sees her file as far as it needs, and none of these steps', async () => {
    const path = await nhai.path(ids.noy!);
    expect(path.person.fullName).toBe('Noy');
    for (const part of ['foreignStep', 'interpreterEngagement', 'bestInterests'])
      expect([part, path.parts[part]]).toEqual([part, []]);
  });

  it.each<[string, boolean, boolean, number | null]>([
    // the operation, the plan, the steps on her path (null: her file is not there)
    ['nam', true, true, null],
    ['phua', true, true, 5],
    ['my', true, true, null],
    ['nhai', false, false, 0],
    ['san', false, false, null],
    ['thang', false, false, null],
    ['hang', false, false, null],
    ['vinh', false, false, null],
  ])('%s', async (key, operation, plan, steps) => {
    const who = await world.as(key);
    expect(await sees(who, 'rescueOperation', ids.operation!)).toBe(operation);
    expect(await sees(who, 'safetyPlan', ids.plan!)).toBe(plan);
    const path = await who.path(ids.noy!).catch(() => null);
    expect(path && (path.parts.foreignStep?.length ?? 0)).toBe(steps);
  });

  it('the ledger names the opening of the safe word and not the word', async () => {
    const hang = await world.as('hang');
    const { rows } = await hang.ask('/api/ledger', { name: 'safetyPlan.open.safeWord' });
    expect(rows.some((row: Json) => row.officer === phua.officer)).toBe(true);
    expect(JSON.stringify(rows)).not.toContain('hoa ban');
  });
});
