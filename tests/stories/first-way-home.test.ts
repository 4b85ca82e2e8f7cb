/* The first way home, as the work of named people: a young woman comes over the bridge at ten past two at night, and what each office may and may not see of
 * her from then on. Read it from top to bottom; every step stands on the one before. The woman is invented.
 * One file, however long: it is one story. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { getUnitByCode } from '../../db/seed/units.ts';
import {
  addDays,
  addHours,
  type Day,
  dayOf,
  type Instant,
  instantOf,
  millisOf,
  startOfDay,
} from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { shareBundles, shelterBundles } from '../../modules/referrals/index.ts';
import { verificationFields } from '../../modules/victims/index.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

let world: World;
let today: Day;
/** Ten past two of last night. */
let tenPastTwo: Instant;

const pc02 = getOffice('cong-an/pc02@2025').id;
const pcmt = getOffice('bien-phong/pcmt@2025').id;
const court = getOffice('toa-an/tinh@2025').id;
const shelter = getOffice('nhan-ai/nha@2025').id;
const gate = getOffice('bien-phong/ck-lao-cai@2025').id;
const phaLong = getOffice('bien-phong/pha-long@2025').id;
const home = getUnitByCode('02752', '2025-06-01' as Day).id;

let phua: Person;
let quyet: Person;
let thang: Person;
let nhai: Person;
let my: Person;
let nam: Person;
let chuyen: Person;
let san: Person;
let hang: Person;

const her: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  const night = addHours(startOfDay(today), 2);
  const at = instantOf(millisOf(night) + 10 * 60_000);
  tenPastTwo = at < world.now() ? at : addHours(at, -24);
  [phua, quyet, thang, nhai, my, nam, chuyen, san, hang] = (await Promise.all(
    ['phua', 'quyet', 'thang', 'nhai', 'my', 'nam', 'chuyen', 'san', 'hang'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person, Person, Person, Person, Person, Person];
});
afterAll(() => world?.stop());

describe('at ten past two Lieutenant Phừa opens the gate post door', () => {
  it('an earlier file lies at Pha Long, under a name with another tone', async () => {
    const earlier = await thang.act('person.register', {
      fullName: 'Vàng Thị Mái',
      born: '2004',
      sex: 'female',
      ethnicity: '08',
      origin: home,
      route: 'foreign_handover',
      arrivedAt: addHours(tenPastTwo, -24 * 40),
      entry: 'screen',
    });
    her.earlier = earlier.id;
    expect(earlier.number).toMatch(/^NN-\d{4}-\d{6}$/);
    expect(earlier.warnings).toEqual([]);
  });

  it('he keeps a draft; it survives a closed browser and is nobody else’s', async () => {
    const draft = newId();
    const body = JSON.stringify({ fullName: 'Vàng Thị Mại', needs: { food: 'yes' } });
    await phua.act('draft.keep', { draftKind: 'intake', step: 'needs', body: '{}' }, { subject: draft });
    await phua.act('draft.keep', { draftKind: 'intake', step: 'who', body }, { subject: draft });
    const afterwards = await world.as('phua');
    expect((await afterwards.work()).map(item => item.kind)).toEqual(['draft_to_finish']);
    expect(await afterwards.get('draft', draft)).toMatchObject({
      step: 'who',
      state: 'open',
      body: { sealed: true },
    });
    expect(await afterwards.open('draft', draft, 'body', 'viết tiếp')).toBe(body);
    expect(await quyet.list('draft')).toEqual([]);
    expect((await refusal(quyet.get('draft', draft))).code).toBe('record.not_found');
    expect((await refusal(quyet.open('draft', draft, 'body'))).code).toBe('record.not_found');
    expect(
      (await refusal(quyet.act('draft.keep', { draftKind: 'intake', body: 'x' }, { subject: draft }))).status,
    ).toBeGreaterThanOrEqual(403);
    her.draft = draft;
  });

  it('while he types her name he is told that Pha Long may know her, and why; he learns no more than whom to ask', async () => {
    const { alike } = await phua.ask('/api/alike', {
      fullName: 'Vàng Thị Mại',
      born: '2004',
      sex: 'female',
      ethnicity: '08',
      origin: home,
    });
    expect(alike).toHaveLength(1);
    expect(alike[0]).toMatchObject({ office: phaLong, ours: false });
    expect(alike[0].reasons.length).toBeGreaterThan(1);
    expect(Object.keys(alike[0]).sort()).toEqual(['bits', 'level', 'office', 'ours', 'person', 'reasons']);
    expect(JSON.stringify(alike)).not.toContain('Vàng');
    expect((await refusal(phua.path(alike[0].person))).code).toBe('person.not_shared');
  });

  it('he opens her file: what she does not want to say stands as declined, not as no', async () => {
    const done = await phua.act('person.register', {
      fullName: 'Vàng Thị Mại',
      otherNames: [
        { text: '王小梅', kind: 'foreign' },
        { text: 'Mại', kind: 'nickname' },
      ],
      born: '2004',
      sex: 'female',
      ethnicity: '08',
      nationality: 'VN',
      spoken: ['hmn', 'vie'],
      origin: home,
      phone: '0300 123 4567',
      address: { unanswered: 'declined' },
      bankAccount: { unanswered: 'not_asked' },
      route: 'self_return',
      arrivedAt: tenPastTwo,
      fromCountry: 'CN',
      fromArea: { unanswered: 'unknown' },
      leftHome: '2022-03',
      childrenWithHer: 1,
      herAccount: { unanswered: 'declined' },
      safety: 'yes',
      medical: 'unknown',
      food: 'yes',
      clothing: 'no',
      rest: 'declined',
      interpreter: 'yes',
      interpreterLanguages: ['hmn'],
      met: ['food'],
      entry: 'screen',
    });
    her.file = done.id;
    her.number = done.number!;
    expect(done.warnings).toEqual([{ field: 'fullName', reason: 'likely_double', params: { count: 1 } }]);
    await phua.act('draft.discard', { used: 'yes' }, { subject: her.draft! });
    const file = await phua.get('person', her.file);
    expect(file).toMatchObject({
      fullName: 'Vàng Thị Mại',
      number: her.number,
      state: 'open',
      address: null,
      phone: { sealed: true },
    });
    expect(file.unanswered).toEqual({ address: 'declined', bankAccount: 'not_asked' });
    const { parts } = await phua.path(her.file);
    expect(parts.arrival[0].unanswered).toEqual({ fromArea: 'unknown', herAccount: 'declined' });
    expect(parts.needs[0]).toMatchObject({
      food: 'yes',
      clothing: 'no',
      rest: 'declined',
      medical: 'unknown',
    });
    expect(await phua.open('person', her.file, 'phone')).toBe('0300 123 4567');
  });

  it('the likely double waits for a person to decide; nothing was merged', async () => {
    const waiting = (await phua.work()).filter(item => item.kind === 'likeness_to_decide');
    expect(waiting).toMatchObject([{ person: her.file, record: 'likeness' }]);
    const { parts } = await phua.path(her.file!);
    expect(parts.likeness).toMatchObject([{ other: her.earlier, verdict: 'open' }]);
    expect((await thang.get('person', her.earlier!)).fullName).toBe('Vàng Thị Mái');
    expect((await refusal(thang.get('person', her.file!))).code).toBe('person.not_shared');
    await phua.act(
      'likeness.decide',
      { verdict: 'undecided', decidedWhy: 'Sẽ gọi Đồn Pha Long lúc sáng' },
      { subject: waiting[0].id },
    );
    expect(await phua.list('person')).toHaveLength(1);
  });

  it('her child is with her, and every consent is asked and kept by itself', async () => {
    await phua.act('child.record', {
      person: her.file,
      childName: 'Vàng A Sinh',
      born: '2023',
      sex: 'male',
      relation: 'own_child',
    });
    const given: Json = {
      services: 'yes',
      referral: 'yes',
      statistics: 'no',
      media: 'declined',
      cross_border: 'not_asked',
      criminal_proceedings: 'unknown',
    };
    for (const [consentPurpose, answer] of Object.entries(given)) {
      const consent = await phua.act('consent.record', {
        person: her.file,
        consentPurpose,
        given: answer,
        language: 'hmn',
        givenBy: 'herself',
        explained: { interview: 'yes', purpose: 'yes' },
      });
      her[`consent ${consentPurpose}`] = consent.id;
    }
    const { parts } = await phua.path(her.file!);
    expect(Object.fromEntries(parts.consent.map((one: Json) => [one.consentPurpose, one.given]))).toEqual(
      given,
    );
    expect(parts.child).toMatchObject([{ childName: 'Vàng A Sinh', born: '2023' }]);
  });

  it('he screens her and presumes; both stand as assertions of his station under the law of today', async () => {
    // Broken off in the middle, it waits for him alone, and is closed by what it becomes.
    const draft = newId();
    const kept = { draftKind: 'screening', step: 'means', body: '{"signs":{}}' };
    expect((await refusal(phua.act('draft.keep', kept, { subject: draft }))).code).toBe('person.not_shared');
    expect(
      (await refusal(thang.act('draft.keep', { ...kept, about: her.file }, { subject: draft }))).code,
    ).toBe('person.not_shared');
    await phua.act('draft.keep', { ...kept, about: her.file }, { subject: draft });
    expect((await phua.work()).find(item => item.kind === 'screening_to_finish')).toMatchObject({
      record: 'person',
      id: her.file,
    });
    expect((await refusal(quyet.get('draft', draft))).code).toBe('record.not_found');
    const screening = await phua.act('screening.record', {
      person: her.file,
      indicatorSet: 'legal_elements.v1',
      signs: { recruited: 'yes', deceived: 'yes', exploited: 'unknown' },
      impression: 'clear_signs',
      screenedAt: tenPastTwo,
    });
    her.screening = screening.id;
    expect(await phua.get('draft', draft)).toMatchObject({ state: 'used', body: null });
    her.presumed = (
      await phua.act('assertion.presume', {
        person: her.file,
        finding: 'victim',
        assertedOn: dayOf(tenPastTwo),
        purposes: ['forced_marriage'],
      })
    ).id;
    const { parts } = await phua.path(her.file!);
    expect(parts.assertion.map((one: Json) => [one.assertionKind, one.finding, one.law, one.office])).toEqual(
      [
        ['screened', 'undetermined', '53/2024/QH15', gate],
        ['presumed', 'victim', '53/2024/QH15', gate],
      ],
    );
  });
});

describe('the competent body', () => {
  it('is asked, with the clock of the 2024 law: its article, its day, and that it is advisory', async () => {
    expect(
      (
        await refusal(
          phua.act('verification.request', { person: her.file, toOffice: shelter, receivedOn: today }),
        )
      ).code,
    ).toBe('limit.not_competent');
    const asked = await phua.act('verification.request', {
      person: her.file,
      toOffice: pc02,
      receivedOn: today,
      question: 'Đề nghị xác minh nhân thân',
    });
    her.verification = asked.id;
    expect(asked.number).toMatch(/^XM-/);
    expect(asked.term).toMatchObject({
      rule: 'victim2024.initial_check',
      article: 'Điều 27.3 Luật 53/2024',
      advisory: true,
    });
    expect(asked.term.due >= addDays(today, 3)).toBe(true);
    const { clocks, parts } = await phua.path(her.file!);
    expect(parts.verification[0]).toMatchObject({
      law: '53/2024/QH15',
      rule: 'victim2024.initial_check',
      advisory: 'yes',
      dueOn: asked.term.due,
      state: 'sent',
    });
    const verify = clocks.find((clock: Json) => clock.family === 'victim.verify');
    expect(verify).toMatchObject({ due: null, advisory: true });
    expect(verify.steps.length).toBeGreaterThan(0);
  });

  it('finds it in her work, never as overdue', async () => {
    const item = (await nhai.work()).find(one => one.kind === 'verification_to_answer');
    expect(item).toMatchObject({ id: her.verification, person: her.file });
    expect(item!.state).not.toBe('overdue');
    expect((await nhai.notices()).map(one => one.kind)).toContain('verification_asked');
  });

  it('sees exactly the fields that were shared, and knows which are withheld', async () => {
    const { person, parts, shared } = await nhai.path(her.file!);
    expect(new Set(shared)).toEqual(new Set(verificationFields));
    const ofPerson = verificationFields.flatMap(name => (name.startsWith('person.') ? [name.slice(7)] : []));
    for (const name of ofPerson) expect(person).toHaveProperty(name);
    expect(person.withheld.sort()).toEqual(['bankAccount', 'entry', 'exchange', 'importKey']);
    expect(person).not.toHaveProperty('bankAccount');
    expect(person.unanswered).toEqual({ address: 'declined' });
    expect(person.phone).toEqual({ sealed: true });
    expect(await nhai.open('person', her.file!, 'phone', 'xác minh')).toBe('0300 123 4567');
    expect((await refusal(nhai.open('person', her.file!, 'bankAccount'))).code).toBe('field.not_yours');
    for (const name of ['needs', 'child', 'consent', 'note', 'likeness', 'exceptionAccess'])
      expect([name, parts[name] ?? []]).toEqual([name, []]);
    expect(parts.arrival[0]).not.toHaveProperty('herAccount');
    expect(parts.arrival[0]).not.toHaveProperty('childrenWithHer');
    expect(parts.screening[0]).toMatchObject({ impression: 'clear_signs', signs: { exploited: 'unknown' } });
    expect(parts.screening[0]).not.toHaveProperty('note');
    expect(parts.verification).toMatchObject([
      { id: her.verification, question: 'Đề nghị xác minh nhân thân' },
    ]);
  });

  it('can do no more with the file than answer: not correct, not send on, not ask others', async () => {
    expect(
      (await refusal(nhai.act('person.correct', { fullName: 'Khác', reason: 'thử' }, { subject: her.file! })))
        .code,
    ).toBe('act.not_yours');
    expect(
      (await refusal(nhai.act('person.close', { grounds: 'other', reason: 'thử' }, { subject: her.file! })))
        .code,
    ).toBe('act.not_yours');
    const onwards = {
      person: her.file,
      toOffice: shelter,
      referralPurpose: 'shelter',
      sharedFields: ['person.fullName'],
      ground: 'legal_duty',
      groundArticle: 'Điều 1',
      until: addDays(today, 9),
    };
    expect((await refusal(nhai.act('referral.send', onwards))).code).toBe('act.not_yours');
  });

  it('identifies only with a paper, and her station is told', async () => {
    const found = { person: her.file, finding: 'victim', assertedOn: today, verification: her.verification };
    expect(await refusal(nhai.act('assertion.identify', found))).toMatchObject({
      code: 'input.invalid',
      fields: [{ field: 'paperKind', reason: 'paper_needed' }],
    });
    expect((await refusal(phua.act('assertion.identify', found))).code).toBe('act.not_yours');
    await nhai.act('assertion.identify', {
      ...found,
      paperKind: 'police_certificate',
      paperNumber: '9123/GXN',
      paperDate: today,
      paperIssuer: 'Công an tỉnh Lào Cai',
    });
    const { parts } = await phua.path(her.file!);
    expect(parts.assertion.map((one: Json) => one.assertionKind)).toEqual([
      'screened',
      'presumed',
      'identified',
    ]);
    expect(parts.assertion[2]).toMatchObject({ office: pc02, paperNumber: '9123/GXN', madeBy: nhai.officer });
    expect(parts.verification[0]).toMatchObject({ state: 'answered', finding: 'victim' });
    expect((await phua.notices()).map(one => one.kind)).toContain('identified');
  });

  it('notes what a court found: the finding is the court’s, and stands beside the three others', async () => {
    const judged = { person: her.file, finding: 'victim', assertedOn: today, court, paperNumber: '12/HS-ST' };
    expect((await refusal(phua.act('assertion.noteJudgment', judged))).code).toBe('act.not_yours');
    expect((await refusal(hang.act('assertion.noteJudgment', judged))).code).toBe('act.not_yours');
    const wrong = async (more: object) =>
      (await refusal(nhai.act('assertion.noteJudgment', { ...judged, ...more }))).fields;
    expect(await wrong({ court: shelter })).toMatchObject([{ field: 'court', reason: 'not_a_court' }]);
    expect(await wrong({ court: null })).toMatchObject([{ field: 'court', reason: 'required' }]);
    expect(await wrong({ paperNumber: null })).toMatchObject([{ field: 'paperNumber', reason: 'required' }]);
    expect(await wrong({ assertedOn: addDays(today, 1) })).toMatchObject([
      { field: 'assertedOn', reason: 'in_future' },
    ]);
    await nhai.act('assertion.noteJudgment', judged);
    const { parts } = await phua.path(her.file!);
    expect(parts.assertion.map((one: Json) => one.assertionKind)).toEqual([
      'screened',
      'presumed',
      'identified',
      'found_by_court',
    ]);
    expect(parts.assertion[3]).toMatchObject({
      court,
      office: pc02,
      madeBy: nhai.officer,
      paperKind: 'judgment',
      paperNumber: '12/HS-ST',
      paperDate: today,
    });
  });
});

describe('the shelter', () => {
  const named = shelterBundles.flatMap(bundle => shareBundles[bundle] ?? []);
  const referral = (more: object = {}) => ({
    person: her.file,
    toOffice: shelter,
    referralPurpose: 'shelter',
    services: ['safe_house', 'psychological'],
    sharedFields: named,
    ground: 'consent',
    consent: her['consent referral'],
    until: addDays(today, 30),
    message: 'Mẹ và một cháu nhỏ',
    ...more,
  });

  it('is not sent anything without a consent that covers it', async () => {
    expect((await refusal(phua.act('referral.send', referral({ consent: null })))).code).toBe(
      'consent.missing',
    );
    expect((await refusal(phua.act('referral.send', referral({ consent: her['consent media'] })))).code).toBe(
      'consent.missing',
    );
    expect((await refusal(phua.act('referral.send', referral({ sharedFields: ['note.text'] })))).code).toBe(
      'share.fields_not_held',
    );
    // Her needs without her: the receiver would have no file to open.
    expect(
      (await refusal(phua.act('referral.send', referral({ sharedFields: ['needs.food'] })))).fields,
    ).toMatchObject([{ field: 'sharedFields', reason: 'no_file' }]);
    expect(await my.list('person')).toEqual([]);
    expect((await refusal(my.path(her.file!))).code).toBe('person.not_shared');
  });

  it('is sent the named fields on her consent, and accepts', async () => {
    const sent = await phua.act('referral.send', referral());
    her.referral = sent.id;
    expect(sent.number).toMatch(/^CG-/);
    expect((await my.work()).filter(item => item.kind === 'referral_to_answer')).toMatchObject([
      { id: her.referral, person: her.file },
    ]);
    expect((await refusal(phua.act('referral.accept', {}, { subject: her.referral }))).code).toBe(
      'act.not_yours',
    );
    await my.act('referral.accept', { answerNote: 'Có chỗ, sẽ đón lúc 7 giờ' }, { subject: her.referral });
    expect((await phua.notices()).map(one => one.kind)).toContain('referral_accepted');
    expect((await refusal(my.act('referral.accept', {}, { subject: her.referral }))).code).toBe(
      'act.wrong_state',
    );
  });

  it('writes a note, which is offered on the file and stays with the shelter', async () => {
    const { person } = await my.path(her.file!);
    expect(person.abilities).toContain('note.write');
    expect(person.abilities).not.toContain('referral.send');
    her.note = (
      await my.act('note.write', {
        person: her.file,
        noteKind: 'health',
        onDay: today,
        text: 'Cháu bé sốt nhẹ, đã khám',
      })
    ).id;
    expect((await my.list('note')).map(one => one.id)).toEqual([her.note]);
    expect((await refusal(phua.get('note', her.note!))).code).toBe('person.not_shared');
    expect((await phua.path(her.file!)).parts.note ?? []).toEqual([]);
  });

  it('its social worker opens the path and sees the whole way so far', async () => {
    const { person, parts } = await my.path(her.file!);
    expect(person).toMatchObject({ fullName: 'Vàng Thị Mại', number: her.number, via: 'share' });
    expect(person.withheld).toEqual(expect.arrayContaining(['phone', 'address', 'bankAccount']));
    expect((await refusal(my.open('person', her.file!, 'phone'))).code).toBe('field.not_yours');
    const steps = ['arrival', 'needs', 'child', 'consent', 'assertion', 'verification', 'referral', 'note'];
    expect(steps.map(step => [step, parts[step].length])).toEqual([
      ['arrival', 1],
      ['needs', 1],
      ['child', 1],
      ['consent', 6],
      ['assertion', 4],
      ['verification', 1],
      ['referral', 1],
      ['note', 1],
    ]);
    expect(parts.screening).toEqual([]);
    const times = steps.flatMap(step => parts[step].map((one: Json) => one.madeAt));
    expect(times.every(time => typeof time === 'string')).toBe(true);
  });

  it('finds her by name the Vietnamese way, and by number', async () => {
    expect((await my.search('vang thi mai')).map(hit => hit.id)).toEqual([her.file]);
    expect((await my.search(her.number!)).map(hit => hit.id)).toEqual([her.file]);
    expect(await my.search('0300 123 4567')).toEqual([]);
    expect((await phua.search('03001234567')).map(hit => hit.id)).toEqual([her.file]);
  });
});

describe('the investigator', () => {
  it('is told that a statement may be available and whom to ask; the file and the note stay closed', async () => {
    her.statement = (
      await my.act('statementNotice.send', {
        person: her.file,
        toOffice: pcmt,
        available: 'yes',
        fromDay: addDays(today, 3),
        withSupportPerson: 'yes',
      })
    ).id;
    expect(await nam.list('statementNotice')).toMatchObject([
      { id: her.statement, fileNumber: her.number, contact: shelter, available: 'yes' },
    ]);
    expect((await nam.work()).map(item => item.kind)).toEqual(['statement_to_ask_for']);
    expect((await refusal(nam.path(her.file!))).code).toBe('person.not_shared');
    expect((await refusal(nam.get('note', her.note!))).code).toBe('person.not_shared');
    expect(await nam.list('person')).toEqual([]);
    expect(await nam.search('Vàng Thị Mại')).toEqual([]);
  });

  it('of the division that verified sees no more, though the file was shared with her division for verifying', async () => {
    const toan = await world.as('toan');
    expect(toan.office).toBe(pc02);
    expect((await refusal(toan.path(her.file!))).code).toBe('person.not_shared');
    expect(await toan.list('person')).toEqual([]);
    expect(await toan.search('Vàng Thị Mại')).toEqual([]);
    expect(
      (
        await refusal(
          toan.act('consent.record', {
            person: her.file,
            consentPurpose: 'criminal_proceedings',
            given: 'yes',
            givenBy: 'herself',
          }),
        )
      ).status,
    ).toBe(403);
  });
});

describe('the Women’s Union officer of Văn Bàn', () => {
  it('sees nothing and is refused with a sentence she understands', async () => {
    for (const record of [
      'person',
      'arrival',
      'screening',
      'assertion',
      'consent',
      'referral',
      'share',
      'note',
      'exceptionAccess',
    ])
      expect([record, await chuyen.list(record)]).toEqual([record, []]);
    const refused = await refusal(chuyen.path(her.file!));
    expect(refused).toMatchObject({ status: 403, code: 'person.not_shared' });
    expect(refused.message).toMatch(/hồ sơ|đơn vị/i);
    expect(refused.message).not.toBe(refused.code);
    expect(JSON.stringify(refused)).not.toContain('Vàng');
    expect(
      (
        await refusal(
          chuyen.act('note.write', { person: her.file, noteKind: 'talk', onDay: today, text: 'x' }),
        )
      ).status,
    ).toBe(403);
    expect(
      (await refusal(chuyen.act('consent.withdraw', {}, { subject: her['consent referral']! }))).code,
    ).toBe('person.not_shared');
    expect(await chuyen.search('Vàng Thị Mại')).toEqual([]);
    expect(await chuyen.work()).toEqual([]);
  });
});

describe('she takes her consent back', () => {
  it('the share ends in the same breath; the shelter is told and can no longer read', async () => {
    const before = await my.path(her.file!);
    expect(before.person.fullName).toBe('Vàng Thị Mại');
    await phua.act(
      'consent.withdraw',
      { withdrawnWhy: 'Chị muốn về nhà ngay' },
      { subject: her['consent referral']! },
    );
    expect((await refusal(my.path(her.file!))).code).toBe('person.not_shared');
    expect(await my.list('person')).toEqual([]);
    expect(await my.list('arrival')).toEqual([]);
    expect(await my.search('Vàng Thị Mại')).toEqual([]);
    expect((await my.notices())[0]).toMatchObject({
      kind: 'share_revoked',
      subject: { record: 'referral', id: her.referral },
    });
    expect(await my.get('referral', her.referral!)).toMatchObject({ state: 'revoked' });
    expect(
      (await refusal(my.act('note.write', { person: her.file, noteKind: 'talk', onDay: today, text: 'x' })))
        .status,
    ).toBe(403);
    expect(
      (await refusal(phua.act('consent.withdraw', {}, { subject: her['consent referral']! }))).code,
    ).toBe('act.wrong_state');
  });

  it('what rests on the law and not on her consent stays: the competent body still sees its fields', async () => {
    expect((await nhai.path(her.file!)).person.fullName).toBe('Vàng Thị Mại');
  });

  it('another officer who would send her on with the withdrawn consent is refused', async () => {
    const again = {
      person: her.file,
      toOffice: shelter,
      referralPurpose: 'shelter',
      sharedFields: ['person.fullName'],
      ground: 'consent',
      consent: her['consent referral'],
      until: addDays(today, 5),
    };
    expect((await refusal(quyet.act('referral.send', again))).code).toBe('consent.missing');
  });
});

describe('in an emergency', () => {
  it('glass is not broken for a short word, nor without a purpose', async () => {
    expect(
      (
        await refusal(
          san.act('exceptionAccess.begin', { person: her.file, reason: 'cần xem' }, { purpose: 'khẩn cấp' }),
        )
      ).code,
    ).toBe('exception.reason_too_short');
    const reason = 'Gia đình báo có người lạ đón mẹ con ở bến xe';
    expect((await refusal(san.act('exceptionAccess.begin', { person: her.file, reason }))).code).toBe(
      'act.purpose_missing',
    );
    expect(
      (await refusal(san.act('exceptionAccess.begin', { person: newId(), reason }, { purpose: 'khẩn cấp' })))
        .code,
    ).toBe('person.not_shared');
    expect((await refusal(san.path(her.file!))).code).toBe('person.not_shared');
  });

  it('the policeman of Bát Xát breaks it with a reason: he sees the file for four hours, and its holder is told at once', async () => {
    const broken = await san.act(
      'exceptionAccess.begin',
      { person: her.file, reason: 'Gia đình báo có người lạ đón mẹ con ở bến xe' },
      { purpose: 'bảo vệ tính mạng' },
    );
    her.exception = broken.id;
    const { person } = await san.path(her.file!);
    expect(person).toMatchObject({ fullName: 'Vàng Thị Mại', via: 'exception' });
    const mine = await san.get('exceptionAccess', broken.id);
    const hours = (millisOf(mine.until) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(3.9);
    expect(hours).toBeLessThanOrEqual(4);
    expect((await phua.notices())[0]).toMatchObject({
      kind: 'glass_broken',
      subject: { record: 'exceptionAccess', id: broken.id },
    });
    expect(
      (
        await refusal(
          san.act('referral.send', {
            person: her.file,
            toOffice: shelter,
            referralPurpose: 'shelter',
            sharedFields: ['person.fullName'],
            ground: 'vital_interest',
            groundArticle: 'Điều 1',
            until: addDays(today, 2),
          }),
        )
      ).status,
    ).toBe(403);
  });

  it('it is reviewed by others than himself, and by nobody of another office', async () => {
    expect(
      (
        await refusal(
          san.act('exceptionAccess.review', { reviewedFinding: 'justified' }, { subject: her.exception! }),
        )
      ).code,
    ).toBe('act.not_yours');
    expect(
      (
        await refusal(
          chuyen.act('exceptionAccess.review', { reviewedFinding: 'justified' }, { subject: her.exception! }),
        )
      ).status,
    ).toBe(403);
  });

  it('he does not break it again while it is broken, nor with a key held down', async () => {
    const again = (reason: string, by = san) =>
      refusal(by.act('exceptionAccess.begin', { person: her.file, reason }, { purpose: 'bảo vệ tính mạng' }));
    expect((await again('Gia đình báo có người lạ đón mẹ con ở bến xe')).code).toBe('exception.already_open');
    for (const reason of [
      'a'.repeat(40),
      'cần xem cần xem cần xem cần xem',
      '.'.repeat(30),
      '1 2 3 4 5 6 7 8 9 10 11 12',
    ])
      expect([reason, (await again(reason, thang)).code]).toEqual([reason, 'exception.reason_unclear']);
  });

  it('nothing is found about it while it runs; he closes it once, and sees nothing any more', async () => {
    const review = (by: Person, reviewedFinding = 'justified') =>
      by.act('exceptionAccess.review', { reviewedFinding }, { subject: her.exception! });
    const waits = async (by: Person) =>
      (await by.work()).some(item => item.kind === 'exception_to_review' && item.id === her.exception);
    expect((await refusal(review(quyet))).code).toBe('exception.still_open');
    expect([await waits(hang), await waits(quyet)]).toEqual([false, false]);
    await san.act('exceptionAccess.end', {}, { subject: her.exception! });
    expect((await refusal(san.path(her.file!))).code).toBe('person.not_shared');
    const { endedAt } = await san.get('exceptionAccess', her.exception!);
    expect((await refusal(san.act('exceptionAccess.end', {}, { subject: her.exception! }))).code).toBe(
      'exception.over',
    );
    expect((await san.get('exceptionAccess', her.exception!)).endedAt).toBe(endedAt);
    // It waits for the office that holds the file and for the auditors, not for whoever broke it nor for others.
    expect([await waits(hang), await waits(quyet), await waits(san), await waits(chuyen)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('two find whether it was justified, and neither replaces what was found', async () => {
    const son = await world.as('son');
    const review = (by: Person, reviewedFinding: string) =>
      by.act('exceptionAccess.review', { reviewedFinding }, { subject: her.exception! });
    const waits = async (by: Person) =>
      (await by.work()).some(item => item.kind === 'exception_to_review' && item.id === her.exception);
    await review(quyet, 'justified');
    expect((await refusal(review(quyet, 'not_justified'))).code).toBe('exception.reviewed');
    expect([await waits(quyet), await waits(hang)]).toEqual([false, true]);
    await review(hang, 'not_justified');
    expect((await refusal(review(son, 'justified'))).code).toBe('exception.reviewed');
    expect(await waits(son)).toBe(false);
    expect(await hang.get('exceptionAccess', her.exception!)).toMatchObject({
      reviewedBy: quyet.officer,
      reviewedFinding: 'justified',
      secondBy: hang.officer,
      secondFinding: 'not_justified',
    });
  });

  it('hours that have run out close it by themselves', async () => {
    world.shift(-5 * 60);
    const old = await san.act(
      'exceptionAccess.begin',
      { person: her.file, reason: 'Gia đình báo có người lạ đón mẹ con ở bến xe' },
      { purpose: 'bảo vệ tính mạng' },
    );
    world.shift(0);
    expect((await san.get('exceptionAccess', old.id)).endedAt).toBeNull();
    expect((await refusal(san.path(her.file!))).code).toBe('person.not_shared');
  });
});

describe('the auditor', () => {
  let entries: Json[];

  it('reads who did, saw and sent what, on what ground, and not what was in it', async () => {
    entries = [];
    for (let before: number | undefined; ; ) {
      const page = await hang.ask('/api/ledger', { person: her.file, ...(before ? { before } : {}) });
      entries.push(...page.rows);
      if (page.next === null) break;
      before = page.next;
    }
    const by = (officer: string, name: string) =>
      entries.filter(entry => entry.officer === officer && entry.name === name);
    expect(by(phua.officer, 'person.register')).toHaveLength(1);
    expect(by(phua.officer, 'referral.send')).toMatchObject([
      { kind: 'act', ground: 'consent', role: 'border_officer', agency: 'bien-phong' },
    ]);
    expect(by(nhai.officer, 'assertion.identify')).toMatchObject([{ ground: 'legal_duty' }]);
    expect(by(nhai.officer, 'person.open.phone')).toMatchObject([{ kind: 'open', purpose: 'xác minh' }]);
    expect(by(san.officer, 'exceptionAccess.begin')[0]).toMatchObject({
      ground: 'vital_interest',
      purpose: 'bảo vệ tính mạng',
    });
    expect(by(my.officer, 'person.read').length).toBeGreaterThan(0);
    expect(by(my.officer, 'note.write')).toHaveLength(1);
    // She was shown nothing; that she asked is known.
    expect(
      new Set(entries.filter(entry => entry.officer === chuyen.officer).map(entry => entry.name)),
    ).toEqual(new Set(['person.refused']));
    expect(entries.some(entry => entry.name === 'person.alike')).toBe(false);
    for (const trace of ['Vàng', 'Mại', '0300', 'sốt nhẹ', 'bến xe'])
      expect(JSON.stringify(entries)).not.toContain(trace);
  });

  it('only an auditor does', async () => {
    for (const person of [phua, nhai, my, chuyen])
      for (const url of ['/api/ledger', '/api/ledger/verify', '/api/ledger/checkpoint'])
        expect((await refusal(person.ask(url))).code).toBe('act.not_yours');
  });

  it('the chain verifies, and a signed checkpoint can be handed over', async () => {
    const verdict = await hang.ask('/api/ledger/verify');
    expect(verdict).toMatchObject({ ok: true, broken: 0, waiting: 0 });
    expect(verdict.entries).toBeGreaterThan(entries.length);
    const checkpoint = await hang.ask('/api/ledger/checkpoint');
    expect(JSON.stringify(checkpoint)).toContain('chungtay.lao-cai/ledger');
  });

  it('a row that the owner of the server rewrote is named', async () => {
    const target = entries.find(entry => entry.name === 'exceptionAccess.begin')!;
    await expect(
      world.owner("update ledger.entry set purpose = 'việc thường' where id = $1", [target.id]),
    ).rejects.toThrow('the ledger only grows');
    const [was] = await world.owner<Json>('select purpose from ledger.entry where id = $1', [target.id]);
    await world.owner('alter table ledger.entry disable trigger refuse_change');
    await world.owner("update ledger.entry set purpose = 'việc thường' where id = $1", [target.id]);
    await world.owner('alter table ledger.entry enable trigger refuse_change');
    const verdict = await hang.ask('/api/ledger/verify');
    expect(verdict).toMatchObject({ ok: false, firstBroken: { entryId: target.id, why: 'entry' } });
    await world.owner('alter table ledger.entry disable trigger refuse_change');
    await world.owner('update ledger.entry set purpose = $2 where id = $1', [target.id, was.purpose]);
    await world.owner('alter table ledger.entry enable trigger refuse_change');
    expect((await hang.ask('/api/ledger/verify')).ok).toBe(true);
  });
});

describe('in the end, what each of them can and cannot see', () => {
  const columns = [
    'file',
    'name',
    'phone',
    'screening',
    'assertions',
    'verification',
    'referral',
    'statement',
    'note',
    'glass',
    'ledger',
  ] as const;

  /** How much of each part one person reaches: whole, part, a count, or nothing. */
  async function sight(person: Person): Promise<string[]> {
    const or = (promise: Promise<string>) =>
      promise.catch(error => (error.status === 403 ? '–' : Promise.reject(error)));
    const path = await person.path(her.file!).catch(() => null);
    const count = async (record: string) => {
      const rows = new Set<string>();
      for (const filter of [{ person: { is: her.file } }, {}])
        for (const row of await person
          .list(record, { filter })
          .catch(error => (error.status < 500 ? [] : Promise.reject(error))))
          if (row.person === her.file) rows.add(row.id);
      return rows.size === 0 ? '–' : String(rows.size);
    };
    return [
      path ? (path.shared ? 'part' : 'whole') : '–',
      path ? (path.person.fullName ?? 'withheld') : '–',
      await or(person.open('person', her.file!, 'phone').then(value => value ?? 'empty')),
      await count('screening'),
      await count('assertion'),
      await count('verification'),
      await count('referral'),
      await count('statementNotice'),
      await count('note'),
      await count('exceptionAccess'),
      await or(person.ask('/api/ledger', {}).then(page => (page.rows.length > 0 ? 'yes' : 'empty'))),
    ];
  }

  const name = 'Vàng Thị Mại';
  const phone = '0300 123 4567';
  it.each<[string, string | undefined, ...string[]]>([
    // who, as,                              file     name   phone  scr. ass. ver. ref. sta. note glass ledger
    ['phua', undefined, 'whole', name, phone, '1', '4', '1', '1', '1', '–', '2', '–'],
    ['quyet', undefined, 'whole', name, phone, '1', '4', '1', '1', '1', '–', '2', '–'],
    ['thang', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['nhai', undefined, 'part', name, phone, '1', '4', '1', '–', '–', '–', '–', '–'],
    ['toan', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['nam', undefined, '–', '–', '–', '–', '–', '–', '–', '1', '–', '–', '–'],
    ['my', undefined, '–', '–', '–', '–', '–', '–', '1', '1', '1', '–', '–'],
    ['lan-anh', 'shelter_worker', '–', '–', '–', '–', '–', '–', '1', '1', '1', '–', '–'],
    // The centre runs the shelter: as its deputy director her post reaches the offices below.
    ['lan-anh', 'social_worker', '–', '–', '–', '–', '–', '–', '1', '1', '1', '–', '–'],
    ['van', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['san', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '2', '–'],
    ['chuyen', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['pao', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['chau', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['ha', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['vinh', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['hoai-nam', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    // What was sent, to whom and on what ground: a referral's outline, and nothing that stands in it.
    ['hang', undefined, '–', '–', '–', '–', '–', '–', '1', '–', '–', '2', 'yes'],
  ])('%s (%s)', async (key, role, ...expected) => {
    const seen = await sight(await world.as(key, role));
    expect(Object.fromEntries(columns.map((column, index) => [column, seen[index]]))).toEqual(
      Object.fromEntries(columns.map((column, index) => [column, expected[index]])),
    );
  });
});
