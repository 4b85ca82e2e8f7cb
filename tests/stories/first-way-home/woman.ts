/* What every chapter of her story knows: the province, the officers, and the ids that come to be known on the way. */
import { getOffice } from '../../../db/seed/agencies.ts';
import { getUnitByCode } from '../../../db/seed/units.ts';
import { addHours, type Day, type Instant, instantOf, millisOf, startOfDay } from '../../../kernel/day.ts';
import { makeWorld, type Person, type World } from '../../support/world.ts';

export let world: World;
export let today: Day;
/** Ten past two of last night. */
export let tenPastTwo: Instant;

export const pc02 = getOffice('cong-an/pc02@2025').id;
export const pcmt = getOffice('bien-phong/pcmt@2025').id;
export const court = getOffice('toa-an/tinh@2025').id;
export const shelter = getOffice('nhan-ai/nha@2025').id;
export const gate = getOffice('bien-phong/ck-lao-cai@2025').id;
export const phaLong = getOffice('bien-phong/pha-long@2025').id;
export const home = getUnitByCode('02752', '2025-06-01' as Day).id;

export let phua: Person;
export let quyet: Person;
export let thang: Person;
export let nhai: Person;
export let my: Person;
export let nam: Person;
export let chuyen: Person;
export let san: Person;
export let hang: Person;

export const her: Record<string, string> = {};

/** The invented province, and whoever has to do with her. */
export async function begin(): Promise<void> {
  world = await makeWorld();
  today = world.today();
  const night = addHours(startOfDay(today), 2);
  const at = instantOf(millisOf(night) + 10 * 60_000);
  tenPastTwo = at < world.now() ? at : addHours(at, -24);
  [phua, quyet, thang, nhai, my, nam, chuyen, san, hang] = (await Promise.all(
    ['phua', 'quyet', 'thang', 'nhai', 'my', 'nam', 'chuyen', 'san', 'hang'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person, Person, Person, Person, Person, Person];
}
export const end = () => world?.stop();
