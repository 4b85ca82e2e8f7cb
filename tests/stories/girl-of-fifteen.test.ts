/* A girl of fifteen comes back by herself at night with her child of seven months, and the whole way of both: what nobody may do because no guardian is here, and what the law lets
 * be done all the same; found to be a victim with a paper, the shelter, a plan in her words, what she is paid, closed by two, left in peace as she said; and
 * what each office can and cannot see in the end. Read it from top to bottom; every step stands on the one before. The people are invented. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { BUDGET_SOURCES } from '../../db/seed/amounts.ts';
import { getUnitByCode } from '../../db/seed/units.ts';
import {
  addDays,
  addHours,
  ageOn,
  type Day,
  dayOf,
  type Instant,
  type PartialDay,
  startOfDay,
} from '../../kernel/day.ts';
import { entitlementsOf, factsOfChild, factsOfFile } from '../../modules/entitlements/index.ts';
import { explanations } from '../../modules/intake/index.ts';
import { shareBundles } from '../../modules/referrals/index.ts';
import { statusOf } from '../../modules/victims/index.ts';
import { readElements, rules } from '../../rules/index.ts';
import type { LegalElements } from '../../rules/schema.ts';
import { type Json, makeWorld, type Person, pageHeaders, refusal, type World } from '../support/world.ts';

const pc02 = getOffice('cong-an/pc02@2025').id;
const shelter = getOffice('nhan-ai/nha@2025').id;
const health = getOffice('y-te/so@2025').id;
const inspectorate = getOffice('thanh-tra/tinh@2025').id;
const told = Object.fromEntries(explanations.map(question => [question, 'yes']));
const bundles = (...names: string[]) => names.flatMap(name => [...shareBundles[name]!]);

let world: World;
let today: Day;
/** Ten past two of last night. */
let atNight: Instant;
/** Fifteen years and four months ago, to the month. */
let born: PartialDay;
let phua: Person;
let quyet: Person;
let nhai: Person;
let my: Person;
let dao: Person;
let van: Person;
let nam: Person;
let chuyen: Person;
let hang: Person;
const her: Record<string, string> = {};
const baby: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  const night = addHours(startOfDay(today), 2);
  atNight = night < world.now() ? night : addHours(night, -24);
  born = addDays(today, -5600).slice(0, 7) as PartialDay;
  [phua, quyet, nhai, my, dao, van, nam, chuyen, hang] = (await Promise.all(
    ['phua', 'quyet', 'nhai', 'my', 'dao', 'van', 'nam', 'chuyen', 'hang'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person, Person, Person, Person, Person, Person];
});
afterAll(() => world?.stop());

const reasonsOf = async (promise: Promise<unknown>): Promise<string[]> =>
  (await refusal(promise)).fields.map(({ field, reason }) => `${field} ${reason}`);
const warned = (done: { warnings: readonly { reason: string }[] }) => done.warnings.map(one => one.reason);
const factsHere = ({ person, parts }: Json) =>
  factsOfFile({
    person,
    assertions: parts.assertion,
    verifications: parts.verification,
    settlements: parts.settlement,
    applications: [],
    hardship: [],
    payments: [],
  });
const statusNow = ({ parts, today: onDay }: Json) =>
  statusOf({ assertions: parts.assertion, verifications: parts.verification, onDay });

describe('at two at night she stands at the gate, alone, with her child', () => {
  it('what cannot be is not taken down, and nothing of it stays', async () => {
    const wrong = { fullName: 'Lầu Thị Xúa', route: 'self_return', entry: 'screen', arrivedAt: atNight };
    expect(await reasonsOf(phua.act('person.register', { ...wrong, met: ['food'] }))).toEqual([
      'met contradicts',
    ]);
    expect(
      await reasonsOf(phua.act('person.register', { ...wrong, born: addDays(today, 3).slice(0, 10) })),
    ).toEqual(['born in_future']);
    expect((await refusal(nam.act('person.register', wrong))).code).toBe('act.not_yours');
    expect(await phua.list('person')).toEqual([]);
  });

  it('what she needs now comes first; what she does not say stands as not said', async () => {
    const done = await phua.act('person.register', {
      fullName: 'Lầu Thị Xúa',
      born,
      sex: 'female',
      ethnicity: '08',
      nationality: 'VN',
      spoken: ['hmn'],
      phone: '0300 777 1501',
      address: { unanswered: 'declined' },
      route: 'self_return',
      arrivedAt: atNight,
      fromCountry: 'CN',
      leftHome: addDays(today, -600).slice(0, 7),
      childrenWithHer: 1,
      herAccount: { unanswered: 'declined' },
      safety: 'yes',
      medical: 'yes',
      medicalNote: 'Con còn bú, mẹ sốt',
      food: 'yes',
      rest: 'yes',
      interpreter: 'yes',
      interpreterLanguages: ['hmn'],
      met: ['food', 'rest'],
      keepFrom: 'Chú ruột',
      entry: 'screen',
    });
    her.file = done.id;
    her.number = done.number!;
    const { parts } = await phua.path(her.file);
    expect(parts.needs).toMatchObject([{ medical: 'yes', clothing: null, met: ['food', 'rest'] }]);
    expect(parts.arrival[0]).toMatchObject({ unanswered: { herAccount: 'declined' }, childrenWithHer: 1 });
  });

  it('her child gets a file of its own, linked from hers, with the way they came and nothing else of hers', async () => {
    const line = await phua.act('child.record', {
      person: her.file,
      childName: 'Lầu A Tủa',
      born: addDays(today, -210).slice(0, 7),
      sex: 'male',
      relation: 'own_child',
    });
    baby.line = line.id;
    for (const stranger of [my, await world.as('thang')])
      expect((await refusal(stranger.act('child.openFile', {}, { subject: line.id }))).status).toBe(403);
    baby.file = (await phua.act('child.openFile', { nationality: 'VN' }, { subject: line.id })).file;
    expect((await refusal(phua.act('child.openFile', {}, { subject: line.id }))).code).toBe(
      'act.wrong_state',
    );
    expect(await phua.get('child', line.id)).toMatchObject({ ownFile: baby.file });
    const { person, parts } = await phua.path(baby.file!);
    expect(person).toMatchObject({ fullName: 'Lầu A Tủa', state: 'open', phone: null });
    expect(parts.arrival).toMatchObject([{ route: 'self_return', fromCountry: 'CN', herAccount: null }]);
    expect(parts.needs).toEqual([]);
  });

  it('an interpreter whom her uncle pays is heard only with a reason; another one has no conflict', async () => {
    const conflicts = {
      knows_family: 'no',
      same_village: 'no',
      related: 'no',
      knows_suspect: 'no',
      paid_by_other: 'no',
      works_for_party: 'no',
    };
    const engage = (more: object) =>
      phua.act('interpreterEngagement.record', {
        person: her.file,
        interpreterName: 'Thào Thị Dua',
        language: 'hmn',
        mode: 'in_person',
        interpretingFor: 'screening',
        onDay: dayOf(atNight),
        sexPreferred: 'female',
        interpreterSex: 'female',
        confidentialityOn: dayOf(atNight),
        conflicts,
        ...more,
      });
    expect(
      await reasonsOf(
        engage({
          interpreterName: 'Sùng A Vàng',
          conflicts: { ...conflicts, knows_family: 'yes', paid_by_other: 'yes' },
        }),
      ),
    ).toEqual(['goOnWhy conflict_needs_reason']);
    expect(warned(await engage({}))).toEqual([]);
    expect((await phua.path(her.file!)).parts.interpreterEngagement).toHaveLength(1);
  });
});

describe('no guardian is here', () => {
  const consent = (more: object) =>
    phua.act('consent.record', {
      person: her.file,
      language: 'hmn',
      interpreter: 'yes',
      interpreterWho: 'Thào Thị Dua',
      givenBy: 'herself',
      explained: told,
      ...more,
    });
  const send = (person: string | undefined, more: object) =>
    phua.act('referral.send', {
      person,
      toOffice: shelter,
      referralPurpose: 'shelter',
      services: ['safe_house'],
      sharedFields: bundles('who', 'needs', 'children', 'interests', 'interpreters'),
      until: addDays(today, 5),
      ...more,
    });

  it('she says what may be done; her yes alone is doubted, and her no is kept as hers', async () => {
    const yes = await consent({
      consentPurpose: 'referral',
      given: 'yes',
      dataClasses: ['who', 'needs', 'children', 'interests', 'interpreters'],
    });
    her.alone = yes.id;
    expect(warned(yes)).toEqual(['guardian_missing']);
    expect(warned(await consent({ consentPurpose: 'media', given: 'no' }))).toEqual([]);
    her.uncle = (await consent({ consentPurpose: 'family_contact', given: 'no' })).id;
    await consent({ consentPurpose: 'criminal_proceedings', given: 'declined' });
  });

  it('nothing goes out on that yes without a word why, nor on the law without its article', async () => {
    expect(await reasonsOf(send(her.file, { ground: 'consent', consent: her.alone }))).toEqual([
      'doubtNote doubt_unanswered',
    ]);
    expect((await refusal(send(her.file, { ground: 'consent', consent: her.uncle }))).code).toBe(
      'consent.missing',
    );
    expect(await reasonsOf(send(her.file, { ground: 'vital_interest' }))).toEqual(['groundArticle required']);
    expect(await my.list('person')).toEqual([]);
  });

  it('what is done for each of the two in their own interest is noted step by step, and a named person decides', async () => {
    const step = (person: string | undefined, input: object) =>
      phua.act('bestInterests.record', { person, doneOn: dayOf(atNight), ...input });
    const placed = (reasons: string) => ({
      interestStep: 'decision',
      outcome: 'place_shelter',
      byWhom: 'Nguyễn Hữu Quyết, đồn trưởng',
      reasons,
      reviewOn: addDays(today, 14),
    });
    expect(await reasonsOf(step(her.file, { ...placed('Về với chú'), outcome: 'place_family' }))).toEqual([
      'outcome family_not_assessed',
    ]);
    expect(await reasonsOf(step(her.file, { ...placed('x'), reviewOn: null, byWhom: null }))).toEqual([
      'byWhom required',
      'reviewOn required',
    ]);
    await step(her.file, { interestStep: 'guardian', outcome: 'guardian_none' });
    await step(her.file, {
      interestStep: 'view',
      outcome: 'view_heard',
      heardBy: ['talk', 'interpreter'],
      reasons: 'Em muốn ở cùng con, không muốn về nhà chú',
    });
    const decided = await step(her.file, placed('Chưa có người giám hộ; em sợ người chú'));
    expect(decided.warnings).toMatchObject([{ reason: 'steps_open', params: { count: 3 } }]);
    await step(baby.file, { interestStep: 'view', outcome: 'view_heard', heardBy: ['observation'] });
    await step(baby.file, placed('Còn bú, ở cùng mẹ'));
    const due = (await quyet.work()).filter(item => item.kind === 'interests_to_review');
    expect(due.map(item => item.person).sort()).toEqual([her.file, baby.file].sort());
  });

  it('for her life and the child’s the law lets both be sent to the shelter that night, with what it needs and no more', async () => {
    const law = { ground: 'vital_interest', groundArticle: 'Điều 37 Luật 53/2024/QH15' };
    her.night = (await send(her.file, law)).id;
    baby.night = (await send(baby.file, { ...law, sharedFields: bundles('who', 'interests') })).id;
    const { person, parts } = await my.path(her.file!);
    expect(person).toMatchObject({ fullName: 'Lầu Thị Xúa', via: 'share' });
    expect(parts.bestInterests.map((row: Json) => row.outcome)).toEqual([
      'guardian_none',
      'view_heard',
      'place_shelter',
    ]);
    expect(parts.interpreterEngagement).toMatchObject([{ interpreterName: 'Thào Thị Dua', language: 'hmn' }]);
    expect(parts.needs[0]).toMatchObject({ medicalNote: 'Con còn bú, mẹ sốt' });
    expect(parts.needs[0]).not.toHaveProperty('keepFrom');
    expect(parts.child).toMatchObject([{ childName: 'Lầu A Tủa', ownFile: baby.file }]);
    for (const part of ['arrival', 'consent', 'screening', 'assertion'])
      expect([part, parts[part] ?? []]).toEqual([part, []]);
    expect((await refusal(my.open('person', her.file!, 'phone'))).code).toBe('field.not_yours');
    expect((await my.path(baby.file!)).parts.bestInterests.map((row: Json) => row.outcome)).toEqual([
      'view_heard',
      'place_shelter',
    ]);
    for (const id of [her.night, baby.night]) await my.act('referral.accept', {}, { subject: id! });
  });
});

describe('screening', () => {
  const signs = {
    'act.recruit': 'yes',
    'act.transport': 'yes',
    'means.deceit': 'declined',
    'purpose.forced_marriage': 'yes',
    'purpose.childbearing': 'unknown',
  } as const;
  const legal = rules.indicators.find(set => set.kind === 'legal_elements') as LegalElements;
  const read = (onDay: string, years: { least: number; most: number }) => {
    const rule = rules.age_rules.find(
      one => one.valid_from <= onDay && (one.valid_to === null || onDay < one.valid_to),
    )!;
    const { means_needed, elements, missing, reasons } = readElements(legal, rule, signs, years);
    const means = elements.find(one => one.element === 'means')!.state;
    return { means_needed, means, missing, codes: reasons.map(one => one.code) };
  };

  it('asks of a girl of fifteen for no means, under either law nor in the Penal Code; at seventeen the Penal Code still would', () => {
    const age = ageOn(born, today);
    expect(age).toEqual({ least: 15, most: 15 });
    const now = read(today, age);
    expect(now).toMatchObject({ means_needed: 'no', means: 'not_required', missing: [] });
    expect(now.codes).toContain('means_not_needed');
    expect(now.codes).not.toContain('means_needed_in_penal_code');
    expect(read('2025-06-30', age)).toMatchObject({ means_needed: 'no', missing: [] });
    const older = read(today, { least: 17, most: 17 });
    expect(older).toMatchObject({ means_needed: 'no', means: 'not_required' });
    expect(older.codes).toContain('means_needed_in_penal_code');
    expect(read('2025-06-30', { least: 17, most: 17 })).toMatchObject({
      means_needed: 'yes',
      missing: ['means'],
    });
  });

  it('is the officer’s impression and gives no status; presuming her a victim gives one, with rights of its own', async () => {
    const screening = {
      person: her.file,
      indicatorSet: 'legal_elements.v1',
      signs,
      impression: 'clear_signs',
    };
    expect(
      await reasonsOf(phua.act('screening.record', { ...screening, screenedAt: addHours(world.now(), 3) })),
    ).toEqual(['screenedAt in_future']);
    expect(
      (await refusal(chuyen.act('screening.record', { ...screening, screenedAt: atNight }))).status,
    ).toBe(403);
    await phua.act('screening.record', { ...screening, screenedAt: atNight });
    expect(statusNow(await phua.path(her.file!))).toMatchObject({ status: 'none', article: null });
    await phua.act('assertion.presume', {
      person: her.file,
      finding: 'victim',
      assertedOn: dayOf(atNight),
      purposes: ['forced_marriage'],
    });
    const path = await phua.path(her.file!);
    expect(statusNow(path)).toMatchObject({ status: 'in_process', article: 'Điều 37 Luật 53/2024' });
    const hers = factsHere(path);
    const given = (facts: typeof hers, state: string) =>
      entitlementsOf(rules, facts, today).readings[0]!.regimes.filter(one => one.state === state).length;
    expect(given(hers, 'in_process')).toBe(7);
    // Nobody has read what a child with somebody in the process may have: it is said so, and not guessed.
    expect(given(factsOfChild(hers, path.parts.child[0]), 'unclear')).toBe(10);
  });
});

describe('found to be a victim, with a paper', () => {
  it('the competent body is asked on the ground of the law, whatever she or a guardian said, with a clock that calls nobody late', async () => {
    const ask = (toOffice: string) =>
      phua.act('verification.request', { person: her.file, toOffice, receivedOn: today });
    expect((await refusal(ask(shelter))).code).toBe('limit.not_competent');
    const asked = await ask(pc02);
    her.verification = asked.id;
    expect(asked.term).toMatchObject({ rule: 'victim2024.initial_check', advisory: true });
    const item = (await nhai.work()).find(one => one.kind === 'verification_to_answer')!;
    expect(item).toMatchObject({ id: asked.id, person: her.file });
    expect(item.state).not.toBe('overdue');
    const { parts } = await nhai.path(her.file!);
    for (const part of ['needs', 'child', 'consent', 'bestInterests', 'interpreterEngagement'])
      expect([part, parts[part] ?? []]).toEqual([part, []]);
    expect((await refusal(nhai.path(baby.file!))).code).toBe('person.not_shared');
  });

  it('is identified by nobody else; the certificate gets its number and its hash when it is issued', async () => {
    const found = {
      person: her.file,
      finding: 'victim',
      assertedOn: today,
      verification: her.verification,
      evidence: { herself_or_kin: 'yes' },
    };
    const make = (who: Person) =>
      who.act('document.make', {
        person: her.file,
        form: 'GXN-24',
        authority: 'KT',
        onBehalfOf: 'Trưởng phòng',
        signerTitle: 'Phó Trưởng phòng',
        signerName: 'Lê Xuân Khải',
      });
    expect((await refusal(phua.act('assertion.identify', found))).code).toBe('act.not_yours');
    expect((await refusal(make(nhai))).code).toBe('document.nothing_to_say');
    expect(
      warned(await nhai.act('assertion.identify', { ...found, paperKind: 'police_certificate' })),
    ).toEqual([]);
    her.paper = (await make(nhai)).id;
    const { paperNumber } = await nhai.act('document.issue', {}, { subject: her.paper });
    expect(paperNumber).toBe('01/GXN-PC02');
    const { pdfHash, state } = await phua.get('document', her.paper);
    expect(state).toBe('issued');
    const open = async (who: Person) =>
      (
        await who.ask('/api/documents/open', {
          document: her.paper,
          format: 'pdf',
          purpose: 'đưa cho em ấy',
        })
      ).file;
    const bytes = Buffer.from((await open(phua)).base64, 'base64');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(pdfHash);
    for (const stranger of [my, nam, chuyen])
      expect((await refusal(open(stranger))).code).toBe('person.not_shared');
  });

  it('she has what the law gives a victim, her child what it gives a child who came along', async () => {
    const path = await phua.path(her.file!);
    expect(statusNow(path)).toMatchObject({ status: 'identified', since: today });
    const hers = factsHere(path);
    const given = (facts: typeof hers) =>
      entitlementsOf(rules, facts, today).readings[0]!.regimes.flatMap(one =>
        one.state === 'entitled' ? [one.code] : [],
      );
    expect(given(hers)).toHaveLength(10);
    const child = given(factsOfChild(hers, path.parts.child[0]));
    expect(child).toContain('schooling');
    expect(given(hers).filter(code => !child.includes(code))).toEqual(['vocational', 'hardship_and_loan']);
  });
});

describe('the shelter takes both in', () => {
  const admit = (who: Person, person: string | undefined, more: object = {}) =>
    who.act('stay.admit', { person, facility: her.house, admittedOn: today, places: 1, ...more });

  it('by nobody but the house; who holds the files is told, without a name', async () => {
    her.house = (
      await my.act('facility.register', {
        name: 'Nhà Nhân ái',
        facilityKind: 'shelter',
        services: ['safe_house', 'psychological'],
        servedSex: ['female'],
        ageFrom: 10,
        withChildren: 'yes',
        servedNationality: 'anyone',
        languages: ['vie', 'hmn'],
        unit: getUnitByCode('02647', today).id,
        secretPlace: 'yes',
        opening: 'Cả ngày đêm',
        roundTheClock: 'yes',
        contactOffice: shelter,
      })
    ).id;
    await my.act('capacityChange.record', {
      facility: her.house,
      fromDay: addDays(today, -10),
      places: 4,
      capacityReason: 'first_entry',
    });
    expect((await refusal(admit(dao, her.file))).code).toBe('person.not_shared');
    expect(await reasonsOf(admit(my, her.file, { admittedOn: addDays(today, 1) }))).toEqual([
      'admittedOn in_future',
    ]);
    // A house for girls from ten on: her little boy is there with her, and nobody is warned of his age.
    const stays = await Promise.all([admit(my, her.file), admit(my, baby.file)]);
    expect(stays.flatMap(warned)).toEqual([]);
    [her.stay, baby.stay] = stays.map(one => one.id) as [string, string];
    expect(await reasonsOf(admit(my, baby.file))).toEqual(['facility already_stays']);
    expect((await phua.notices()).filter(one => one.kind === 'stay_begun')).toHaveLength(2);
    expect(JSON.stringify(await phua.notices())).not.toContain('Lầu');
    const { facilities } = await phua.ask('/api/facilities', {});
    expect(facilities.find((one: Json) => one.id === her.house)).toMatchObject({
      places: 4,
      taken: 2,
      free: 2,
    });
  });

  it('her uncle’s word counts for nothing against hers; her grandmother answers with her, and then the shelter may see more', async () => {
    const answer = (more: object) =>
      phua.act('consent.record', {
        person: her.file,
        consentPurpose: 'services',
        given: 'yes',
        explained: told,
        language: 'hmn',
        dataClasses: [
          'who',
          'needs',
          'children',
          'status',
          'consents',
          'interests',
          'interpreters',
          'safeContact',
        ],
        ...more,
      });
    const send = (consent: string, sharedFields: readonly string[], more: object = {}) =>
      phua.act('referral.send', {
        person: her.file,
        toOffice: shelter,
        referralPurpose: 'services',
        services: ['psychological'],
        sharedFields,
        ground: 'consent',
        consent,
        until: addDays(today, 90),
        ...more,
      });
    const uncle = await answer({
      givenBy: 'guardian',
      guardianAnswer: 'yes',
      guardianWho: 'Chú ruột',
      guardianInvolved: 'unknown',
      childAssent: 'no',
    });
    expect(warned(uncle)).toEqual(['assent_refused', 'guardian_involved']);
    expect((await refusal(send(uncle.id, bundles('who'), { doubtNote: 'Chú là người giám hộ' }))).code).toBe(
      'consent.dissent',
    );
    const guardian = { interestStep: 'guardian', outcome: 'guardian_appointed', doneOn: today };
    expect(await reasonsOf(phua.act('bestInterests.record', { person: her.file, ...guardian }))).toEqual([
      'byWhom required',
    ]);
    await phua.act('bestInterests.record', {
      person: her.file,
      ...guardian,
      byWhom: 'Bà ngoại, xã Bản Phiệt',
    });
    const both = await answer({
      givenBy: 'herself_and_guardian',
      guardianAnswer: 'yes',
      guardianWho: 'Bà ngoại',
      guardianInvolved: 'no',
      childAssent: 'yes',
    });
    expect(warned(both)).toEqual([]);
    her.consent = both.id;
    const named = bundles(
      'who',
      'children',
      'status',
      'consents',
      'interests',
      'interpreters',
      'safeContact',
    );
    expect((await refusal(send(both.id, [...named, 'arrival.herAccount']))).code).toBe(
      'share.fields_not_covered',
    );
    her.referral = (await send(both.id, named)).id;
    await my.act('referral.accept', {}, { subject: her.referral });
    await my.act('referral.complete', { outcome: 'service_given' }, { subject: her.night! });
    const { parts } = await my.path(her.file!);
    expect(parts.bestInterests.at(-1)).toMatchObject({ byWhom: 'Bà ngoại, xã Bản Phiệt' });
    expect(parts.assertion.map((one: Json) => one.assertionKind)).toEqual([
      'screened',
      'presumed',
      'identified',
    ]);
    expect(parts.consent.map((one: Json) => one.givenBy)).toContain('herself_and_guardian');
    // What went out for the first nights on the law alone came back when they were over.
    expect(parts.needs).toEqual([]);
  });
});

describe('how she is, and a plan in her words', () => {
  it('her worker at the shelter looks at each domain; an investigator does not, nor anybody without a reason', async () => {
    const look = (who: Person, more: object = {}) =>
      who.act('assessment.record', {
        person: her.file,
        onDay: today,
        factorSet: 'needs.v1',
        riskLevel: 'high',
        riskReasons: 'Người chú đưa em đi còn ở cùng xã',
        safetyNeed: 'urgent',
        safetyWords: 'Em sợ chú biết em về',
        childrenNeed: 'urgent',
        childrenFactors: { 'children.child_unregistered': 'yes' },
        educationNeed: 'some',
        ...more,
      });
    expect((await refusal(look(nam))).status).toBe(403);
    expect(await reasonsOf(look(my, { riskReasons: 'cao' }))).toEqual(['riskReasons too_short']);
    expect((await look(my)).next).toMatchObject({ rule: 'practice.reassess_high', from: today });
    expect((await phua.path(her.file!)).parts.assessment).toMatchObject([
      { safetyWords: 'Em sợ chú biết em về', healthNeed: 'not_known' },
    ]);
  });

  it('her yes to it is hers; that her guardian has not agreed is said, until she has', async () => {
    const plan = { person: her.file, openedOn: today, agreedBy: 'herself', agreedOn: today };
    expect((await refusal(chuyen.act('supportPlan.open', plan))).code).toBe('person.not_shared');
    const opened = await my.act('supportPlan.open', plan);
    her.plan = opened.id;
    expect(warned(opened)).toEqual(['guardian_to_agree']);
    const agree = (agreedBy: string) =>
      my.act('supportPlan.agree', { agreedBy, agreedOn: today }, { subject: her.plan! });
    expect(await reasonsOf(agree('not_yet'))).toEqual(['agreedBy choice']);
    expect(warned(await agree('herself_and_guardian'))).toEqual([]);
    her.goal = (
      await my.act('planGoal.add', {
        person: her.file,
        plan: her.plan,
        domain: 'education',
        goal: 'Học tiếp lớp 9 ở gần bà ngoại',
        herWords: 'Em muốn đi học, có người trông con cho em',
      })
    ).id;
    const action = (toOffice: string) =>
      my.act('planAction.add', {
        person: her.file,
        goal: her.goal,
        what: 'Hỏi trường và lớp mầm non',
        toOffice,
        dueOn: addDays(today, 10),
      });
    expect((await refusal(action(chuyen.office))).code).toBe('plan.owner_not_shared');
    her.action = (await action(shelter)).id;
    await my.act('planAction.report', { state: 'done' }, { subject: her.action });
    expect((await phua.path(her.file!)).parts.planGoal).toMatchObject([
      { herWords: 'Em muốn đi học, có người trông con cho em' },
    ]);
  });
});

describe('what she is given', () => {
  const apply = (person: string | undefined, regimes: string[], more: object = {}) =>
    phua.act('supportApplication.submit', {
      person,
      regimes,
      toOffice: health,
      appliedOn: today,
      signedBy: 'guardian',
      ...more,
    });

  it('is asked for where the law says, and decided by who is competent', async () => {
    expect(await reasonsOf(apply(her.file, ['schooling'], { toOffice: pc02 }))).toEqual([
      'toOffice not_competent_body',
    ]);
    expect((await refusal(van.path(her.file!))).code).toBe('person.not_shared');
    her.application = (await apply(her.file, ['schooling'])).id;
    expect((await van.work()).find(one => one.kind === 'application_to_decide')).toMatchObject({
      id: her.application,
      rule: 'victim2024.support_decide',
    });
    const decide = (who: Person) =>
      who.act('supportDecision.make', {
        person: her.file,
        application: her.application,
        regime: 'schooling',
        decisionOutcome: 'granted',
        decidedOn: today,
        decidedBy: health,
        amount: 1_500_000,
      });
    expect((await refusal(decide(phua))).code).toBe('act.not_yours');
    expect((await refusal(decide(my))).code).toBe('act.not_yours');
    her.grant = (await decide(van)).id;
    expect((await phua.notices())[0]).toMatchObject({ kind: 'application_decided' });
  });

  it('her child has what a child beside her has, also on a file of its own', async () => {
    expect(await reasonsOf(apply(baby.file, ['vocational']))).toEqual(['regimes not_entitled']);
    const { id } = await apply(baby.file, ['schooling']);
    expect(await phua.get('supportApplication', id)).toMatchObject({
      person: baby.file,
      eligibleAs: 'accompanying_under_18',
      state: 'to_decide',
    });
    await phua.act('supportApplication.withdraw', { withdrawnWhy: 'Còn bú mẹ' }, { subject: id });
  });

  it('is paid once, into her grandmother’s hand and not into hers alone; the gate learns that it was decided, not what', async () => {
    const pay = (signedBy: string, amount: number) =>
      dao.act('payment.record', {
        person: her.file,
        decision: her.grant,
        paymentForm: 'cash',
        amount,
        budgetSource: BUDGET_SOURCES[0]!.id,
        paidOn: today,
        receiptNumber: 'PC-1501',
        signedBy,
      });
    expect(await reasonsOf(pay('guardian', 1_500_001))).toEqual(['amount above_granted']);
    expect(warned(await pay('person', 100_000))).toEqual(['minor_signed_alone']);
    expect(warned(await pay('guardian', 1_400_000))).toEqual([]);
    expect(await reasonsOf(pay('guardian', 1))).toEqual(['amount above_granted']);
    const { parts } = await phua.path(her.file!);
    expect(parts.supportApplication).toMatchObject([{ state: 'decided' }]);
    expect([parts.supportDecision, parts.payment]).toEqual([[], []]);
  });
});

describe('on the tablet', () => {
  it('she says how she was treated; her worker hands it over and learns nothing', async () => {
    expect(
      (await refusal(chuyen.act('feedback.open', { person: her.file, feedbackLanguage: 'hmn' }))).code,
    ).toBe('person.not_shared');
    const { code } = await my.act('feedback.open', { person: her.file, feedbackLanguage: 'hmn' });
    const given = await world.request({
      method: 'POST',
      url: '/api/feedback/give',
      headers: pageHeaders(),
      payload: {
        code,
        answers: {
          respected: 'good',
          understood: 'middle',
          safe: 'good',
          chosen: 'bad',
          helped: 'good',
          words: 'Em muốn được chọn lớp học',
        },
      },
    });
    expect(given.status).toBe(200);
    for (const who of [my, phua]) expect((await refusal(who.list('feedback'))).status).toBeGreaterThan(402);
    const rows = await hang.list('feedback');
    expect(rows).toMatchObject([{ aboutOffice: shelter, office: inspectorate, chosen: 'bad' }]);
    expect(JSON.stringify(rows)).not.toContain(her.file!);
  });
});

describe('closing, and being left in peace', () => {
  it('she says how she may be reached; the numbers are hers and stay sealed', async () => {
    const rules = {
      person: her.file,
      givenOn: today,
      givenBy: 'herself_and_guardian',
      contactAfter: 'yes',
      ways: ['home_visit', 'message'],
      times: ['morning'],
      words: 'Nói là người của trường',
      callNumber: '0300 777 1502',
      neverCall: '0300 777 1599',
    };
    expect(await reasonsOf(phua.act('safeContact.keep', { ...rules, ways: ['through_person'] }))).toEqual([
      'throughWhom required',
    ]);
    her.rules = (await phua.act('safeContact.keep', rules)).id;
    expect((await my.path(her.file!)).parts.safeContact).toMatchObject([{ words: rules.words }]);
    expect((await refusal(my.open('safeContact', her.rules, 'neverCall'))).code).toBe('field.not_yours');
  });

  it('both leave the shelter, and it is done with what it was sent', async () => {
    for (const stay of [her.stay, baby.stay])
      await my.act('stay.leave', { leftOn: today, leaveReason: 'went_home' }, { subject: stay! });
    await my.act('referral.complete', { outcome: 'service_given' }, { subject: her.referral! });
    await my.act('referral.complete', { outcome: 'service_given' }, { subject: baby.night! });
    for (const file of [her.file, baby.file])
      expect((await refusal(my.path(file!))).code).toBe('person.not_shared');
  });

  it('each file is closed by another than who asked; hers does not close her child’s', async () => {
    const ask = async (file: string | undefined) =>
      (
        await phua.act(
          'person.close',
          { grounds: 'reintegrated', reason: 'Ở với bà ngoại, đi học lại' },
          { subject: file! },
        )
      ).decision;
    const asked = await ask(her.file);
    expect((await refusal(phua.act('fileDecision.approve', {}, { subject: asked }))).code).toBe(
      'act.not_yours',
    );
    expect((await phua.get('person', her.file!)).state).toBe('open');
    await quyet.act('fileDecision.approve', {}, { subject: asked });
    expect((await phua.get('person', her.file!)).state).toBe('closed');
    expect((await phua.get('person', baby.file!)).state).toBe('open');
    await quyet.act('fileDecision.approve', {}, { subject: await ask(baby.file) });
    expect(
      (
        await refusal(
          phua.act('bestInterests.record', {
            person: baby.file,
            interestStep: 'tracing',
            outcome: 'family_found',
            doneOn: today,
          }),
        )
      ).code,
    ).toBe('person.closed');
  });

  it('afterwards she is asked after only as she allowed, and about her child nobody asks at all', async () => {
    const planned = (await phua.path(her.file!)).parts.followUp.filter(
      (one: Json) => one.state === 'planned',
    );
    expect(planned).toMatchObject([{ rule: 'practice.followup_after_closing' }]);
    const contact = (more: object) =>
      phua.act(
        'followUp.record',
        { onDay: today, way: 'home_visit', dayPart: 'morning', outcome: 'contact_made', ...more },
        { subject: planned[0].id },
      );
    for (const [more, why] of [
      [{ way: 'phone_call', numberUsed: 'agreed' }, 'way'],
      [{ dayPart: 'evening' }, 'time'],
      [{ way: 'message', numberUsed: 'other' }, 'number'],
    ] as const)
      expect((await refusal(contact(more))).details).toEqual({ why });
    const done = await contact({ needsHelp: 'no', howSheIs: 'Đi học đều' });
    expect(done.warnings).toEqual([]);
    const other = await refusal(phua.act('followUp.plan', { person: baby.file, dueOn: addDays(today, 9) }));
    expect([other.code, other.details.why]).toEqual(['contact.not_allowed', 'closed']);
  });
});

describe('in the end, what each of them can and cannot see', () => {
  const columns = [
    'hers',
    'child',
    'screening',
    'interests',
    'assessment',
    'contact',
    'papers',
    'paid',
    'stay',
  ] as const;

  async function sight(who: Person): Promise<(string | number)[]> {
    const reach = (file: string | undefined) =>
      who.path(file!).then(
        path => (path.shared ? 'part' : 'whole'),
        error => (error.status === 403 ? '–' : Promise.reject(error)),
      );
    const count = async (record: string) =>
      (await who.list(record).catch(error => (error.status < 500 ? [] : Promise.reject(error)))).filter(
        (row: Json) => row.person === her.file || row.person === baby.file,
      ).length;
    const parts = ['screening', 'bestInterests', 'assessment', 'safeContact', 'document', 'payment', 'stay'];
    return [await reach(her.file), await reach(baby.file), ...(await Promise.all(parts.map(count)))];
  }

  it.each<[string, string, ...(string | number)[]]>([
    ['the border officer', 'phua', 'whole', 'whole', 1, 6, 1, 1, 1, 0, 2],
    ['the head of the gate', 'quyet', 'whole', 'whole', 1, 6, 1, 1, 1, 0, 2],
    ['another post', 'thang', '–', '–', 0, 0, 0, 0, 0, 0, 0],
    ['who identified her', 'nhai', 'part', '–', 1, 0, 0, 0, 1, 0, 0],
    ['her worker at the shelter', 'my', '–', '–', 0, 0, 1, 0, 0, 0, 2],
    ['who decided on her money', 'van', 'part', '–', 0, 0, 0, 0, 0, 2, 0],
    ['the investigator', 'nam', '–', '–', 0, 0, 0, 0, 0, 0, 0],
    ['the Women’s Union of another district', 'chuyen', '–', '–', 0, 0, 0, 0, 0, 0, 0],
    ['the secretary', 'vinh', '–', '–', 0, 0, 0, 0, 0, 0, 0],
    ['the auditor', 'hang', '–', '–', 0, 0, 0, 0, 0, 0, 0],
  ])('%s (%s)', async (_who, key, ...expected) => {
    const seen = await sight(await world.as(key));
    expect(Object.fromEntries(columns.map((column, index) => [column, seen[index]]))).toEqual(
      Object.fromEntries(columns.map((column, index) => [column, expected[index]])),
    );
  });

  it('the auditor reads who did what on which ground, of both files, and the ledger holds', async () => {
    const entries = async (person: string | undefined) => {
      const rows: Json[] = [];
      for (let before: number | null | undefined; before !== null; ) {
        const page: Json = await hang.ask('/api/ledger', { person, ...(before ? { before } : {}) });
        rows.push(...page.rows);
        before = page.next;
      }
      return rows;
    };
    const [hers, childs] = await Promise.all([entries(her.file), entries(baby.file)]);
    const grounds = hers.filter(one => one.name === 'referral.send').map(one => one.ground);
    expect(grounds.sort()).toEqual(['consent', 'vital_interest']);
    expect(childs.map(one => one.name)).toContain('child.openFile');
    expect(childs.map(one => one.name)).not.toContain('verification.request');
    expect(JSON.stringify([hers, childs])).not.toMatch(/Lầu|Xúa|Tủa|0300|Bà ngoại/);
    expect(await hang.ask('/api/ledger/verify')).toMatchObject({ ok: true, broken: 0 });
    expect(JSON.stringify(world.log)).not.toMatch(/Lầu|Xúa|Tủa|0300/);
  });
});
