/* What every chapter of her story knows: the province, the officers, the ids that come to be known on the way, and readings of a file that several chapters take. */
import { getOffice } from '../../../db/seed/agencies.ts';
import {
  addDays,
  addHours,
  type Day,
  type Instant,
  type PartialDay,
  startOfDay,
} from '../../../kernel/day.ts';
import { factsOfFile } from '../../../modules/entitlements/index.ts';
import { explanations } from '../../../modules/intake/index.ts';
import { shareBundles } from '../../../modules/referrals/index.ts';
import { statusOf } from '../../../modules/victims/index.ts';
import { type Json, makeWorld, type Person, type World } from '../../support/world.ts';

export const pc02 = getOffice('cong-an/pc02@2025').id;
export const shelter = getOffice('nhan-ai/nha@2025').id;
export const health = getOffice('y-te/so@2025').id;
export const inspectorate = getOffice('thanh-tra/tinh@2025').id;
export const told = Object.fromEntries(explanations.map(question => [question, 'yes']));
export const bundles = (...names: string[]) => names.flatMap(name => [...shareBundles[name]!]);

export let world: World;
export let today: Day;
/** Ten past two of last night. */
export let atNight: Instant;
/** Fifteen years and four months ago, to the month. */
export let born: PartialDay;
export let phua: Person;
export let quyet: Person;
export let nhai: Person;
export let my: Person;
export let dao: Person;
export let van: Person;
export let nam: Person;
export let chuyen: Person;
export let hang: Person;
export const her: Record<string, string> = {};
export const baby: Record<string, string> = {};

/** The invented province, and whoever has to do with her. */
export async function begin(): Promise<void> {
  world = await makeWorld();
  today = world.today();
  const night = addHours(startOfDay(today), 2);
  atNight = night < world.now() ? night : addHours(night, -24);
  born = addDays(today, -5600).slice(0, 7) as PartialDay;
  [phua, quyet, nhai, my, dao, van, nam, chuyen, hang] = (await Promise.all(
    ['phua', 'quyet', 'nhai', 'my', 'dao', 'van', 'nam', 'chuyen', 'hang'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person, Person, Person, Person, Person, Person];
}
export const end = () => world?.stop();

export const warned = (done: { warnings: readonly { reason: string }[] }) =>
  done.warnings.map(one => one.reason);
export const factsHere = ({ person, parts }: Json) =>
  factsOfFile({
    person,
    assertions: parts.assertion,
    verifications: parts.verification,
    settlements: parts.settlement,
    applications: [],
    hardship: [],
    payments: [],
  });
export const statusNow = ({ parts, today: onDay }: Json) =>
  statusOf({ assertions: parts.assertion, verifications: parts.verification, onDay });
