/* A case tried by a court below whose appeal is heard in the province: the file goes up, the court and the procuracy above act in seats of their own and are late for what is theirs, and what the three
 * below agreed stays with them. The people are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { filterOf, numberOf } from '../../modules/justice/web/deadlines-data.ts';
import { remakeDeadlines } from '../../server/worker/deadlines.ts';
import { type Json, makeWorld, type Person, reasonsOf, refusal, type World } from '../support/world.ts';

const procuracy = getOffice('vks/tinh@2025').id;
const court = getOffice('toa-an/tinh@2025').id;

let world: World;
let khai: Person;
let chau: Person;
let ha: Person;

beforeAll(async () => {
  world = await makeWorld();
  [khai, chau, ha] = (await Promise.all(['khai', 'chau', 'ha'].map(key => world.as(key)))) as [
    Person,
    Person,
    Person,
  ];
});
afterAll(() => world?.stop());

describe('an appeal that is heard in the province', () => {
  const below = {
    procuracy: getOffice('vks/khu-vuc-3@2025').id,
    court: getOffice('toa-an/khu-vuc-1@2025').id,
  };
  let binh: Person;
  let tuyen: Person;
  let file: string;
  const take = (who: Person, stepKind: string, onDay: string, more: object = {}) =>
    who.act('criminalCase.step', { stepKind, onDay, decisionNumber: '12/QĐ', ...more }, { subject: file });
  const limitsOf = async (who: Person): Promise<Record<string, Json>> => {
    await remakeDeadlines(world.system.door, world.now());
    const rows = await who.list('deadline', { filter: { criminalCase: { is: file } }, limit: 100 });
    return Object.fromEntries(rows.map((row: Json) => [row.limitFamily, row]));
  };

  it('is tried below; until the file goes up nobody above sees it', async () => {
    [binh, tuyen] = (await Promise.all(['binh', 'tuyen'].map(key => world.as(key)))) as [Person, Person];
    file = (
      await khai.act('criminalCase.open', {
        title: 'Hai người ở bến sông',
        caseLevel: 'district',
        openedOn: '2024-03-04',
        openedDecision: '11/QĐ-PC02',
        procuracy: below.procuracy,
        offence: 'blhs2015.150',
        clause: 1,
      })
    ).id;
    await khai.act('keyCase.propose', {
      criminalCase: file,
      grounds: ['organised'],
      reasons: 'Cần phối hợp',
      priority: 'high',
      court: below.court,
    });
    await take(khai, 'concluded', '2024-05-06');
    await take(binh, 'indicted', '2024-05-24', { court: below.court });
    await take(tuyen, 'court_accepted', '2024-05-27');
    await take(tuyen, 'trial_ordered', '2024-07-01');
    await take(tuyen, 'judged', '2024-07-12');
    await take(tuyen, 'appealed', '2024-07-20');
    expect((await refusal(ha.get('criminalCase', file))).code).toBe('record.not_found');
    // Where nobody above has a seat the limits of the appeal are told of, and are nobody's delay.
    expect((await limitsOf(tuyen))['appeal.file']).toMatchObject({ duty: below.court, force: 'binds' });
  });

  it('the court below sends it up; from then on it is the court above that acts and is late', async () => {
    const send = (who: Person, more: object = {}) =>
      take(who, 'appeal_sent', '2024-08-05', { appealCourt: court, appealProcuracy: procuracy, ...more });
    expect((await refusal(send(binh))).code).toBe('case.not_your_turn');
    expect(await reasonsOf(send(tuyen, { appealProcuracy: below.procuracy }))).toEqual([
      'appealProcuracy heard_below',
    ]);
    await send(tuyen);
    expect((await ha.notices())[0]).toMatchObject({ kind: 'case_step' });
    expect(await ha.get('criminalCase', file)).toMatchObject({ appealCourt: court, court: below.court });
    expect((await refusal(take(tuyen, 'appeal_accepted', '2024-08-07'))).code).toBe('case.not_your_turn');
    await take(ha, 'appeal_accepted', '2024-08-07');
    const limits = await limitsOf(ha);
    for (const family of ['appeal.assign', 'appeal.prepare', 'appeal.open_total'])
      expect(limits[family]).toMatchObject({ duty: court, force: 'binds', court: below.court });
    expect(limits['appeal.vks_study']).toMatchObject({ duty: procuracy, force: 'advises' });
    // A number and the list behind it agree, also for the head of a procuracy, who looks at the case from two seats.
    for (const who of [ha, chau, tuyen]) {
      const board = await who.ask('/api/deadlines');
      const behind = await who.list('deadline', { filter: filterOf(board, { show: 'overdue' }), limit: 100 });
      expect(numberOf(board.tallies, 'overdue')).toBe(behind.length);
    }
    // On the board of the court above, and on that of the court below as another's.
    const overdue = async (who: Person, office: string): Promise<number> =>
      (await who.ask('/api/deadlines')).tallies
        .filter((tally: Json) => tally.office === office)
        .reduce((sum: number, tally: Json) => sum + tally.overdue, 0);
    expect(await overdue(ha, court)).toBeGreaterThanOrEqual(3);
    expect(await overdue(tuyen, below.court)).toBe(
      Object.values(await limitsOf(tuyen)).filter(row => row.duty === below.court && row.force === 'binds')
        .length,
    );
  });

  it('its procuracy notes the file, its judge is named, and none of the three below does it for them', async () => {
    const note = (who: Person) => take(who, 'appeal_procuracy_received', '2024-08-12');
    expect((await chau.work()).some(item => item.kind === 'file_to_receive')).toBe(true);
    expect((await refusal(note(binh))).code).toBe('case.not_your_turn');
    await note(chau);
    expect((await limitsOf(chau))['appeal.vks_study']).toMatchObject({
      startOn: '2024-08-12',
      force: 'binds',
    });
    const name = (who: Person, officer: Person) =>
      who.act('criminalCase.assign', { appealJudge: officer.officer }, { subject: file });
    expect(await reasonsOf(name(tuyen, ha))).toEqual(['judge required']);
    await name(ha, ha);
    expect(await limitsOf(ha)).not.toHaveProperty(['appeal.assign']);
    expect((await limitsOf(ha))['appeal.prepare']).toMatchObject({ dutyOfficer: ha.officer });
  });

  it('what the three below agreed is not before it; of the statements of victims it sees nothing', async () => {
    const keyCases = (who: Person) => who.list('keyCase', { filter: { criminalCase: { is: file } } });
    expect([(await keyCases(tuyen)).length, (await keyCases(ha)).length]).toEqual([1, 0]);
    // A court has no list of who takes part in a case, and the one above no other than the one below.
    expect((await refusal(ha.list('participation', {}))).status).toBe(404);
  });

  it('it judges; the court below has the judgment carried out', async () => {
    await take(ha, 'appeal_ordered', '2024-09-10', { hearingOn: '2024-09-24' });
    await take(ha, 'appeal_judged', '2024-09-24');
    expect((await refusal(take(ha, 'enforcement', '2024-10-01'))).code).toBe('case.not_your_turn');
    expect((await limitsOf(tuyen))['judgment.enforce']).toMatchObject({
      duty: below.court,
      force: 'advises',
    });
    await take(tuyen, 'enforcement', '2024-10-01');
    expect(await limitsOf(tuyen)).toEqual({});
  });

  it('the ledger has every step, and the chain holds', async () => {
    const [found] = await world.owner<{ count: number }>(
      "select count(*)::int as count from ledger.entry where name = 'criminalCase.step'",
    );
    expect(found!.count).toBe(12);
    const hang = await world.as('hang');
    expect(await hang.ask('/api/ledger/verify')).toMatchObject({ ok: true, broken: 0 });
  });
});
