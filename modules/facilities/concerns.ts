/* What a sender should know of the place she sends somebody to: that it is full, has stopped taking people, is below the standard, or seems not to be for this person.
 * It warns; where somebody goes is decided by people. */
import type { FactSource } from '../../kernel/act/act.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { FieldIssue } from '../../kernel/problem.ts';
import { countDays, countFindings, freeOf, standingOf } from './counts.ts';
import { type Asking, unfitFor } from './serves.ts';

interface House extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly state: string;
  readonly services: readonly string[];
  readonly free: number | null;
  readonly standing: ReturnType<typeof standingOf>;
}

const housesSql = `select id, state, services, served_sex as "servedSex", age_from as "ageFrom", age_to as "ageTo", with_children as "withChildren",
    served_nationality as "servedNationality", languages from facility where office = $1 and state <> 'closed'`;

/** The facilities of an office that has not closed them, with what is counted of them on a day. */
export async function housesOf(source: Pick<FactSource, 'query'>, office: string, on: Day) {
  const houses = await source.query<Pick<House, 'id' | 'state' | 'services'>>(housesSql, [office]);
  if (houses.length === 0) return [];
  const ids = houses.map(house => house.id);
  const [days, findings] = await Promise.all([
    countDays(source, ids, on, addDays(on, 1)),
    countFindings(source, ids, on),
  ]);
  return houses.map((house): House => {
    const day = days.find(one => one.facility === house.id);
    const found = findings.find(one => one.facility === house.id);
    return {
      ...house,
      free: day ? freeOf(day) : null,
      standing: found ? standingOf(found) : 'not_reviewed',
    };
  });
}

/** Warnings for a referral of this person to these houses. Of several houses that could do it, one that is free and sound is enough. */
export function concernsOf(
  houses: readonly House[],
  services: readonly string[],
  asking: Asking,
  on: Day,
): FieldIssue[] {
  const offering = houses.filter(house => services.some(service => house.services.includes(service)));
  const meant = offering.length > 0 ? offering : houses;
  if (meant.length === 0) return [];
  const every = (test: (house: House) => boolean) => meant.every(test);
  const issues: FieldIssue[] = [];
  const warn = (reason: string) => issues.push({ field: 'toOffice', reason });
  if (offering.length === 0 && services.length > 0) warn('service_not_offered');
  if (every(house => house.state === 'paused')) warn('facility_paused');
  if (every(house => house.free === 0)) warn('no_free_place');
  if (every(house => house.standing === 'below')) warn('facility_below');
  const reasons = meant.map(house => unfitFor(house, asking, on));
  for (const why of reasons[0] ?? []) if (reasons.every(one => one.includes(why))) warn(`unfit_${why}`);
  return issues;
}
