/* Two bodies found differently about a woman, and both agree that neither finding stands. Her file then waits with the office that keeps it until somebody is asked to verify
 * anew; nobody else is called on, and no finding goes away. The woman is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import { statusOf, toVerifyAnew } from '../../modules/victims/index.ts';
import { type Json, makeWorld, type Person, type World } from '../support/world.ts';

let world: World;
let today: Day;
const pc02 = getOffice('cong-an/pc02@2025').id;
let phua: Person;
let nhai: Person;
const her: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [phua, nhai] = (await Promise.all(['phua', 'nhai'].map(key => world.as(key)))) as [Person, Person];
  her.file = (
    await phua.act('person.register', {
      fullName: 'Lù Thị Sín',
      born: '2001',
      sex: 'female',
      ethnicity: '09',
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'screen',
    })
  ).id;
});
afterAll(() => world?.stop());

const waits = async (who: Person): Promise<Json[]> =>
  (await who.work()).filter((item: Json) => item.kind === 'neither_stands');
const onPage = async (): Promise<string[]> => {
  const { parts } = await phua.path(her.file!);
  return toVerifyAnew(parts.settlement, parts.verification, parts.assertion).map((row: Json) => row.id);
};
const ask = (renews: string | null = null) =>
  phua.act('verification.request', { person: her.file, toOffice: pc02, receivedOn: today, renews });

describe('neither of two findings stands', () => {
  it('nothing waits while they only differ, nor while one side has not answered', async () => {
    her.asked = (await ask()).id;
    const presumed = await phua.act('assertion.presume', {
      person: her.file,
      finding: 'not_victim',
      assertedOn: today,
    });
    const identified = await nhai.act('assertion.identify', {
      person: her.file,
      finding: 'victim',
      assertedOn: today,
      paperKind: 'police_certificate',
      paperNumber: '21/GXN-PC02',
      evidence: { herself_or_kin: 'yes' },
    });
    await nhai.act('verification.answer', { finding: 'victim' }, { subject: her.asked! });
    const differs = async (who: Person) =>
      (await who.notices()).filter((one: Json) => one.kind === 'findings_differ');
    expect(await differs(phua)).toMatchObject([{ subject: { record: 'person', id: her.file } }]);
    expect(await differs(nhai)).toEqual([]);
    expect(await waits(phua)).toEqual([]);
    her.settlement = (
      await phua.act('settlement.propose', {
        person: her.file,
        ours: presumed.id,
        theirs: identified.id,
        stands: null,
        reason: 'Hai bên dựa vào hai lời kể khác nhau; cần hỏi lại nơi cô từng ở',
      })
    ).id;
    expect([await waits(phua), await onPage()]).toEqual([[], []]);
  });

  it('once both agree it waits with the office that keeps the file, and with nobody else', async () => {
    await nhai.act('settlement.agree', {}, { subject: her.settlement! });
    expect(await waits(phua)).toMatchObject([
      { record: 'settlement', id: her.settlement, person: her.file, due: null, office: phua.office },
    ]);
    expect(await waits(nhai)).toEqual([]);
    expect(await onPage()).toEqual([her.settlement]);
    const { parts } = await phua.path(her.file!);
    const { status, reasons } = statusOf({
      assertions: parts.assertion,
      verifications: parts.verification,
      settlements: parts.settlement,
      onDay: today,
    });
    expect([status, reasons.map(({ code }) => code)]).toEqual(['none', ['status_neither_stands']]);
  });

  it('asking anew takes it off the list; a request that is taken back puts it there again', async () => {
    const { id } = await ask();
    expect([await waits(phua), await onPage()]).toEqual([[], []]);
    await phua.act('verification.withdraw', { reason: 'Gửi nhầm' }, { subject: id });
    expect((await waits(phua)).map(({ id }) => id)).toEqual([her.settlement]);
    expect(await onPage()).toEqual([her.settlement]);
  });

  it('and a new finding of the competent body ends the waiting for good', async () => {
    const { id } = await ask();
    await nhai.act('assertion.identify', {
      person: her.file,
      finding: 'victim',
      assertedOn: dayOf(world.now()),
      paperKind: 'police_certificate',
      paperNumber: '22/GXN-PC02',
      evidence: { foreign_body: 'yes' },
    });
    await nhai.act('verification.answer', { finding: 'victim' }, { subject: id });
    expect([await waits(phua), await onPage()]).toEqual([[], []]);
    expect((await phua.path(her.file!)).parts.assertion).toHaveLength(3);
  });
});
