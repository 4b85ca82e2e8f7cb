/* A second version of the checklist for shelters comes into force: a file with a day beside the first, and a last day in that. A visit that was begun is finished with the version it was
 * begun with, a visit of a day before it is made with that of its day, and every visit from its day on with the new one. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { getUnitByCode } from '../../db/seed/units.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { rules } from '../../rules/index.ts';
import { RULES_FOLDER, readRules } from '../../rules/read.ts';
import { temporaryFolder } from '../../server/db/testcluster.ts';
import { makeWorld, type Person, refusal, type World } from '../support/world.ts';

let world: World;
let today: Day;
let my: Person;
let van: Person;
const ids: Record<string, string> = {};
const first = rules.standards.find(one => one.id === 'facility.residential.v1')!;
const before = [...rules.standards];

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [my, van] = (await Promise.all(['my', 'van'].map(key => world.as(key)))) as [Person, Person];
  const house = await my.act('facility.register', {
    name: 'Nhà Nhân ái',
    facilityKind: 'shelter',
    services: ['safe_house'],
    servedSex: ['female'],
    withChildren: 'yes',
    servedNationality: 'anyone',
    languages: ['vie'],
    unit: getUnitByCode('02647', '2025-07-02' as Day).id,
    secretPlace: 'yes',
    opening: 'Cả ngày đêm',
    roundTheClock: 'yes',
    contactOffice: getOffice('ctxh/trung-tam@2025').id,
  });
  ids.house = house.id;
}, 120_000);
afterAll(async () => {
  rules.standards.splice(0, rules.standards.length, ...before);
  await world?.stop();
});

const begin = (visitedOn: Day) =>
  van.act('facilityReview.begin', { facility: ids.house, reviewKind: 'regular', visitedOn, announced: 'no' });
const note = (review: string, item: string, answer = 'met', finding: string | null = null) =>
  van.act('standardsCheck.note', { review, item, answer, finding });
const finish = (review: string) =>
  van.act('facilityReview.finish', { summary: 'Đã xem hết các phòng' }, { subject: review });

/** The rules of this repository with a second version that holds from today: fewer lines, one of them new, one in other words. */
async function withSecondVersion(lastOfFirst: string) {
  const folder = await temporaryFolder('rules');
  cpSync(RULES_FOLDER, folder, { recursive: true });
  const file = join(folder, 'standards', 'residential.v1.yaml');
  const text = readFileSync(file, 'utf8');
  const [head, ...items] = text.split(/^ {2}- code: /m);
  const second = [head!.replace('residential.v1', 'residential.v2').replace('version: 1', 'version: 2')]
    .map(part => part.replace(/^valid_from: .*$/m, `valid_from: ${today}`))
    .concat(items.slice(0, 3).map(item => `  - code: ${item}`))
    .concat(`  - code: lift_checked\n${items[0]!.slice(items[0]!.indexOf('\n') + 1)}`)
    .join('');
  writeFileSync(file, text.replace(/^valid_to: null$/m, `valid_to: ${lastOfFirst}`));
  writeFileSync(join(folder, 'standards', 'residential.v2.yaml'), second);
  return readRules(folder).standards;
}

describe('a second version of the checklist', () => {
  it('is refused while the first still holds on its day', async () => {
    await expect(withSecondVersion('null')).rejects.toThrow(
      /facility\.residential\.v1 and facility\.residential\.v2: two lines of one family for the same day/,
    );
  });

  it('comes into force while a visit is under way', async () => {
    ids.begun = (await begin(today)).id;
    await note(ids.begun, first.items[0]!.code);
    const standards = await withSecondVersion(today);
    rules.standards.splice(0, rules.standards.length, ...standards);
    expect((await van.get('facilityReview', ids.begun)).standard).toBe('facility.residential.v1');
  });

  it('the visit that was begun goes on with the lines it was begun with, and takes none of the new ones', async () => {
    expect((await refusal(note(ids.begun!, 'lift_checked'))).fields).toMatchObject([
      { field: 'item', reason: 'choice' },
    ]);
    expect((await refusal(finish(ids.begun!))).fields).toMatchObject([
      { reason: 'unanswered_items', params: { count: first.items.length - 1 } },
    ]);
    for (const { code } of first.items.slice(1)) await note(ids.begun!, code);
    await finish(ids.begun!);
    expect(await van.get('facilityReview', ids.begun!)).toMatchObject({
      standard: 'facility.residential.v1',
      result: 'meets',
    });
  });

  it('a visit from its day on is made with the new one, a visit of the day before with the old', async () => {
    ids.late = (await begin(addDays(today, -1))).id;
    ids.next = (await begin(today)).id;
    expect((await van.get('facilityReview', ids.late)).standard).toBe('facility.residential.v1');
    expect((await van.get('facilityReview', ids.next)).standard).toBe('facility.residential.v2');
    expect((await refusal(note(ids.next, first.items[3]!.code))).fields).toMatchObject([{ field: 'item' }]);
    for (const { code } of first.items.slice(0, 3)) await note(ids.next, code);
    await note(ids.next, 'lift_checked', 'not_met', 'Thang máy chưa kiểm định');
    await finish(ids.next);
    expect((await van.get('facilityReview', ids.next)).result).toBe('below');
  });

  it('what is to be put right names a line of its own visit’s version', async () => {
    const ask = (review: string) =>
      van.act('improvement.require', {
        review,
        item: 'lift_checked',
        finding: 'Thang máy chưa kiểm định',
        measure: 'Mời đơn vị kiểm định',
        owner: my.office,
        dueOn: addDays(today, 10),
      });
    expect((await refusal(ask(ids.begun!))).fields).toMatchObject([{ field: 'item', reason: 'choice' }]);
    expect(await van.get('improvement', (await ask(ids.next!)).id)).toMatchObject({
      item: 'lift_checked',
      standard: 'facility.residential.v2',
    });
  });
});
