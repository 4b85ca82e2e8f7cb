/* A young man comes home from a scam compound, where he was made to cheat others. He trusts nobody and wants no help; his no is taken at its word. Six weeks later
 * he comes back by himself. What he was forced to do is nobody's business but those who identify him. He is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, addHours, type Day } from '../../kernel/day.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

let world: World;
let today: Day;
const pc02 = getOffice('cong-an/pc02@2025').id;
const health = getOffice('y-te/so@2025').id;
const gate = getOffice('bien-phong/ck-lao-cai@2025').id;

let phua: Person;
let quyet: Person;
let dao: Person;
let nhai: Person;
let toan: Person;
let san: Person;
const his: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [phua, quyet, dao, nhai, toan, san] = (await Promise.all(
    ['phua', 'quyet', 'dao', 'nhai', 'toan', 'san'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person, Person, Person];
});
afterAll(() => world?.stop());

const refer = (more: Record<string, unknown>) =>
  phua.act('referral.send', {
    person: his.file,
    toOffice: health,
    referralPurpose: 'services',
    services: ['psychological', 'livelihood'],
    sharedFields: ['person.fullName', 'person.born', 'person.sex', 'arrival.route'],
    ground: 'consent',
    until: addDays(today, 60),
    ...more,
  });

describe('he was handed over, and wants nothing from anybody', () => {
  it('the gate takes down what he says and no more, and presumes that he is a victim', async () => {
    his.file = (
      await phua.act('person.register', {
        fullName: 'Hạng A Dế',
        born: '2002',
        sex: 'male',
        ethnicity: '08',
        route: 'foreign_handover',
        arrivedAt: addHours(world.now(), -2),
        address: { unanswered: 'declined' },
        phone: { unanswered: 'declined' },
        entry: 'screen',
      })
    ).id;
    await phua.act('screening.record', {
      person: his.file,
      indicatorSet: 'legal_elements.v1',
      signs: { 'means.threat': 'yes', 'act.transport': 'yes' },
      impression: 'clear_signs',
      screenedAt: world.now(),
    });
    await phua.act('assertion.presume', {
      person: his.file,
      finding: 'victim',
      assertedOn: today,
      purposes: ['forced_criminality'],
    });
    const { person, parts } = await phua.path(his.file);
    expect(person.unanswered).toMatchObject({ phone: 'declined', address: 'declined' });
    expect(parts.assertion.map((one: Json) => one.finding)).toEqual(['undetermined', 'victim']);
  });

  it('his no to help is a no: nothing is sent on it', async () => {
    his.no = (
      await phua.act('consent.record', {
        person: his.file,
        consentPurpose: 'services',
        given: 'no',
        givenBy: 'herself',
      })
    ).id;
    expect((await refusal(refer({ consent: his.no }))).code).toBe('consent.missing');
    expect((await refusal(refer({}))).code).toBe('consent.missing');
    expect((await dao.work()).filter((item: Json) => item.person === his.file)).toEqual([]);
    expect((await refusal(dao.path(his.file!))).code).toBe('person.not_shared');
  });

  it('the file is closed because he declined: one asks, the head of the post approves', async () => {
    const asked = await phua.act(
      'person.close',
      { grounds: 'declined', reason: 'Anh không nhận hỗ trợ, biết có thể quay lại' },
      { subject: his.file! },
    );
    his.closing = asked.decision;
    const approve = (who: Person) => who.act('fileDecision.approve', {}, { subject: his.closing! });
    expect((await refusal(approve(phua))).status).toBeGreaterThanOrEqual(403);
    await approve(quyet);
    expect((await phua.path(his.file!)).person.state).toBe('closed');
    expect((await refusal(refer({ ground: 'vital_interest', groundArticle: 'Điều 25' }))).code).toBe(
      'person.closed',
    );
  });

  it('nor is he screened or presumed anything until somebody opens it again', async () => {
    const screening = {
      person: his.file,
      indicatorSet: 'legal_elements.v1',
      signs: {},
      impression: 'no_sign',
      screenedAt: world.now(),
    };
    expect((await refusal(phua.act('screening.record', screening))).code).toBe('person.closed');
    const presumed = { person: his.file, finding: 'not_victim', assertedOn: today };
    expect((await refusal(phua.act('assertion.presume', presumed))).code).toBe('person.closed');
  });
});

describe('six weeks later he comes to the health department', () => {
  it('who meets him there learns that the gate may know him, and whom to ask', async () => {
    const { alike } = await dao.ask('/api/alike', { fullName: 'Hạng A Dế', born: '2002', sex: 'male' });
    expect(alike).toMatchObject([{ office: gate, ours: false }]);
    expect(JSON.stringify(alike)).not.toMatch(/Hạng|forced/);
  });

  it('the gate opens his file again at once; his first no stays where it was', async () => {
    await phua.act('person.reopen', { reason: 'Anh quay lại và xin giúp' }, { subject: his.file! });
    his.yes = (
      await phua.act('consent.record', {
        person: his.file,
        consentPurpose: 'services',
        given: 'yes',
        givenBy: 'herself',
        recipient: health,
        explained: { interview: 'yes', purpose: 'yes', how_to_withdraw: 'yes' },
      })
    ).id;
    const { parts } = await phua.path(his.file!);
    expect(parts.consent.map((one: Json) => one.given)).toEqual(['no', 'yes']);
  });

  it('the referral goes on the new consent, and carries nothing of what he was forced to do', async () => {
    his.referral = (await refer({ consent: his.yes })).id;
    await dao.act('referral.accept', {}, { subject: his.referral! });
    const seen = await dao.path(his.file!);
    expect(seen.person).toMatchObject({ fullName: 'Hạng A Dế', born: '2002' });
    expect(JSON.stringify(seen)).not.toContain('forced_criminality');
  });

  it('the criminal police identifies him as a victim, on his own words', async () => {
    const { id } = await phua.act('verification.request', {
      person: his.file,
      toOffice: pc02,
      receivedOn: today,
    });
    const done = await nhai.act('assertion.identify', {
      person: his.file,
      verification: id,
      finding: 'victim',
      assertedOn: today,
      purposes: ['forced_criminality'],
      paperKind: 'police_certificate',
      paperNumber: '21/GXN-PC02',
      evidence: { herself_or_kin: 'yes', foreign_body: 'yes' },
    });
    expect(done.warnings).toEqual([]);
    expect(await phua.get('verification', id)).toMatchObject({ state: 'answered', finding: 'victim' });
  });
});

describe('in the end', () => {
  it('the investigator hears that he may be asked, when he is ready, and reads nothing', async () => {
    await phua.act('statementNotice.send', {
      person: his.file,
      toOffice: pc02,
      available: 'yes',
      fromDay: addDays(today, 7),
      withSupportPerson: 'yes',
    });
    const [notice] = await toan.list('statementNotice');
    expect(notice).toMatchObject({ available: 'yes', withSupportPerson: 'yes', contact: gate });
    expect((await refusal(toan.path(his.file!))).code).toBe('person.not_shared');
    expect(await toan.list('assertion')).toEqual([]);
  });

  it('each sees his part: the gate all, identification what it needs, social affairs what he agreed to, others nothing', async () => {
    expect((await quyet.path(his.file!)).parts.fileDecision.map((one: Json) => one.change)).toEqual([
      'close',
      'reopen',
    ]);
    expect((await nhai.path(his.file!)).person.fullName).toBe('Hạng A Dế');
    expect((await nhai.path(his.file!)).parts.fileDecision ?? []).toEqual([]);
    expect((await dao.path(his.file!)).parts.assertion.every((one: Json) => one.purposes === undefined)).toBe(
      true,
    );
    expect((await refusal(san.path(his.file!))).code).toBe('person.not_shared');
    expect(await san.search('Hạng A Dế')).toEqual([]);
  });
});
