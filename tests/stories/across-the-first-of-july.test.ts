/* A case that begins on 20 June 2025 and crosses 1 July: on that day the law changed, districts ended, and the body that had been asked was replaced. What was
 * done before stays under the law of then; what she may have follows the day she is identified; nobody has to ask again. She is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { getUnitByCode } from '../../db/seed/units.ts';
import { type Day, startOfDay } from '../../kernel/day.ts';
import { entitlementsOf, factsOfFile, type Reading } from '../../modules/entitlements/index.ts';
import { statusOf } from '../../modules/victims/index.ts';
import { rules } from '../../rules/index.ts';
import { sweep } from '../../server/worker/sweep.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

let world: World;
let phua: Person;
let nhai: Person;
let san: Person;
const her: Record<string, string> = {};

const day = (text: string) => text as Day;
const june20 = day('2025-06-20');
const pc02Then = getOffice('cong-an/pc02@old').id;
const communeThen = getOffice('ubnd/xa-02752@old').id;
const healthNow = getOffice('y-te/so@2025').id;
const pc02Now = getOffice('cong-an/pc02@2025').id;

beforeAll(async () => {
  world = await makeWorld();
  [phua, nhai, san] = (await Promise.all(['phua', 'nhai', 'san'].map(key => world.as(key)))) as [
    Person,
    Person,
    Person,
  ];
});
afterAll(() => world?.stop());

const parts = async (): Promise<Json> => (await phua.path(her.file!)).parts;
const statusOn = async (onDay: Day) => {
  const { assertion, verification, settlement } = await parts();
  return statusOf({ assertions: assertion, verifications: verification, settlements: settlement, onDay });
};
const entitledOn = async (onDay: Day): Promise<Reading> => {
  const { person, parts: rows } = await phua.path(her.file!);
  const facts = factsOfFile({
    person,
    assertions: rows.assertion,
    verifications: rows.verification,
    settlements: rows.settlement,
    applications: [],
    hardship: [],
    payments: [],
  });
  return entitlementsOf(rules, facts, onDay).readings[0]!;
};
const open = (reading: Reading) => reading.regimes.filter(one => one.state !== 'not').map(one => one.point);

describe('before the first of July', () => {
  it('she is received, presumed a victim, and the criminal police of then is asked', async () => {
    her.file = (
      await phua.act('person.register', {
        fullName: 'Ma Thị Pà',
        born: '2003',
        sex: 'female',
        nationality: 'VN',
        // A commune that was merged into Pha Long eleven days later.
        origin: getUnitByCode('02755', june20).id,
        route: 'foreign_handover',
        arrivedAt: startOfDay(june20),
        entry: 'screen',
      })
    ).id;
    await phua.act('assertion.presume', { person: her.file, finding: 'victim', assertedOn: june20 });
    const asked = await phua.act('verification.request', {
      person: her.file,
      toOffice: pc02Then,
      receivedOn: june20,
    });
    her.asked = asked.id;
    expect(asked.term).toMatchObject({ due: '2025-07-10', article: 'Điều 24.4 Luật 66/2011' });
  });

  it('the law of then knows no status of being in the process, and gives nothing for it', async () => {
    const status = await statusOn(day('2025-06-30'));
    expect(status).toMatchObject({ status: 'none', law: '66/2011/QH12' });
    expect(status.reasons.map(reason => reason.code)).toContain('status_unknown_2011');
    expect(open(await entitledOn(day('2025-06-30')))).toEqual([]);
  });
});

describe('on the first of July', () => {
  it('without anybody doing anything she is in the process, and may have what the new law gives for it', async () => {
    expect(await statusOn(day('2025-07-01'))).toMatchObject({
      status: 'in_process',
      since: '2025-07-01',
      law: '53/2024/QH15',
    });
    expect(open(await entitledOn(day('2025-07-01')))).toEqual(['a', 'b', 'c', 'd', 'đ', 'e', 'g']);
  });

  it('the request goes to the body that took over, with its clock as it was; nobody asks again', async () => {
    expect((await refusal(nhai.get('verification', her.asked!))).code).toBe('person.not_shared');
    // The server sweeps by itself too: whoever is first does it.
    await expect
      .poll(async () => {
        await sweep(world.system.door, world.now());
        return (await nhai.work()).map((item: Json) => item.id);
      })
      .toContain(her.asked);
    expect(await nhai.get('verification', her.asked!)).toMatchObject({
      toOffice: pc02Now,
      law: '66/2011/QH12',
      dueOn: '2025-07-10',
      advisory: 'yes',
    });
    const item = (await nhai.work()).find((one: Json) => one.id === her.asked);
    expect(item).toMatchObject({ kind: 'verification_to_answer', state: 'advisory' });
  });

  it('her commune is gone, and whoever gives the name of the new one is told that she may be known', async () => {
    const { alike } = await phua.ask('/api/alike', {
      fullName: 'Ma Thị Pà',
      born: '2003',
      sex: 'female',
      origin: getUnitByCode('02752', day('2025-07-02')).id,
    });
    expect(alike[0]).toMatchObject({ person: her.file });
    expect(alike[0].reasons.map((reason: Json) => reason.code)).toContain('origin.commune');
    expect((await phua.path(her.file!)).person.origin).toBe(getUnitByCode('02755', june20).id);
  });
});

describe('when she is identified under the new law', () => {
  it('she has its ten regimes, and the presumption of June still stands under the old one', async () => {
    await nhai.act('assertion.identify', {
      person: her.file,
      verification: her.asked,
      finding: 'victim',
      assertedOn: '2025-07-08',
      paperKind: 'police_certificate',
      paperNumber: '44/GXN-PC02',
      evidence: { herself_or_kin: 'yes' },
    });
    expect((await parts()).assertion.map((one: Json) => [one.assertionKind, one.law])).toEqual([
      ['presumed', '66/2011/QH12'],
      ['identified', '53/2024/QH15'],
    ]);
    expect(open(await entitledOn(day('2025-07-08')))).toEqual([
      'a',
      'b',
      'c',
      'd',
      'đ',
      'e',
      'g',
      'h',
      'i',
      'k',
    ]);
    expect(await statusOn(day('2025-07-07'))).toMatchObject({ status: 'in_process' });
  });

  it('she applies where the new law says, and not at the commune of June, which has ended', async () => {
    const apply = (toOffice: string) =>
      phua.act('supportApplication.submit', {
        person: her.file,
        regimes: ['schooling'],
        toOffice,
        appliedOn: '2025-07-15',
        signedBy: 'person',
      });
    expect((await refusal(apply(communeThen))).fields).toMatchObject([{ field: 'toOffice' }]);
    const applied = await apply(healthNow);
    expect(await phua.get('supportApplication', applied.id)).toMatchObject({
      law: '53/2024/QH15',
      identifiedOn: '2025-07-08',
      state: 'to_decide',
      dueOn: '2025-07-28',
    });
  });

  it('each sees what is hers: the gate all, the criminal police what was sent to it, the commune nothing', async () => {
    expect((await phua.path(her.file!)).person.fullName).toBe('Ma Thị Pà');
    expect((await nhai.path(her.file!)).person.fullName).toBe('Ma Thị Pà');
    expect((await refusal(san.path(her.file!))).code).toBe('person.not_shared');
  });
});
