/* The invented facilities as rows: the register, places by day, visits with an answer to every line of the checklist of that day, improvements. Who stays is written with
 * the people (write-people.ts), so that stays agree with their referrals. */
import { addDays, addHours, type Day, startOfDay } from '../../kernel/day.ts';
import { checklistFamily } from '../../modules/facilities/index.ts';
import { findChecklist } from '../../server/terms.ts';
import { getOffice } from './agencies.ts';
import { getOfficer } from './cast.ts';
import { FACILITIES, type InventedFacility, type InventedVisit } from './facilities.ts';
import { nameId } from './ids.ts';
import type { RowWriter } from './rows.ts';
import { getUnitByCode, MERGER } from './units.ts';

export const facilityId = (key: string): string => nameId('office', `facility ${key}`);
/** Where people of the invented world stay. */
export const shelterFacility = facilityId('nha-nhan-ai');

const reviewer = 'van';

/** Gives human numbers, so that the database goes on after the last. */
export interface Numbers {
  number(prefix: string, at: string): string;
}

export function writeFacilities(writer: RowWriter, today: Day, numbers: Numbers): void {
  for (const one of FACILITIES) {
    const id = facilityId(one.key);
    const made = {
      office: getOffice(one.office).id,
      madeAt: startOfDay('2025-07-01' as Day),
      madeBy: getOfficer(reviewer).id,
    };
    writer.add('facility', { id, ...made, number: numbers.number('CS', made.madeAt) }, entryOf(one));
    if (one.secret)
      writer.add(
        'facilityAddress',
        { id: nameId('office', `address ${one.key}`), ...made },
        { facility: id, fromDay: '2025-07-01', address: one.secret },
      );
    for (const line of one.capacity.filter(({ from }) => from < today))
      writer.add(
        'capacityChange',
        { id: nameId('office', `capacity ${one.key} ${line.from}`), ...made },
        { facility: id, fromDay: line.from, places: line.places, capacityReason: line.why, note: line.note },
      );
    for (const visit of one.visits) writeVisit(writer, one, visit, numbers, today);
  }
}

export interface Nights {
  readonly from: Day;
  readonly to: Day | null;
  readonly places: number;
}

/** The most places that were taken on one day. */
export function peakOf(nights: readonly Nights[]): number {
  const turns = nights.flatMap(({ from, to, places }) => [
    { day: from, by: places },
    ...(to ? [{ day: to, by: -places }] : []),
  ]);
  // On a day of leaving the place is free again.
  turns.sort((a, b) => (a.day === b.day ? a.by - b.by : a.day < b.day ? -1 : 1));
  let [now, most] = [0, 0];
  for (const { by } of turns) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}

/**
 * The shelter's places: always enough for whoever stayed, until rooms were closed for repair a few weeks before the world ends. Since then it is just full, so that
 * whoever refers meets the warning.
 */
export function writeShelterPlaces(writer: RowWriter, today: Day, nights: readonly Nights[]): void {
  const staying = nights.filter(({ to }) => to === null).reduce((sum, { places }) => sum + places, 0);
  const made = { office: getOffice('nhan-ai/nha@2025').id, madeBy: getOfficer('lan-anh').id };
  const line = (fromDay: Day, places: number, capacityReason: string, note: string | null) =>
    writer.add(
      'capacityChange',
      {
        id: nameId('office', `capacity nha-nhan-ai ${capacityReason}`),
        madeAt: startOfDay(fromDay),
        ...made,
      },
      { facility: shelterFacility, fromDay, places, capacityReason, note },
    );
  line('2020-01-01' as Day, Math.max(12, Math.ceil(peakOf(nights) * 1.1)), 'first_entry', null);
  line(addDays(today, -16), Math.max(staying, 1), 'repair', 'Sửa nhà tắm, đóng các phòng tầng hai');
}

const yesNo = (value: boolean | undefined): string => (value ? 'yes' : 'no');

const entryOf = (one: InventedFacility) => ({
  name: one.name,
  nameEn: one.nameEn,
  facilityKind: one.kind,
  state: one.paused ? 'paused' : 'open',
  stateReason: one.paused,
  services: one.services,
  servedSex: one.sex,
  ageFrom: one.ages?.[0],
  ageTo: one.ages?.[1],
  withChildren: yesNo(one.withChildren),
  servedNationality: one.nationality ?? 'anyone',
  languages: one.languages,
  unit: getUnitByCode(one.unit, MERGER).id,
  secretPlace: yesNo(one.secret !== undefined),
  publicPlace: one.place,
  opening: one.opening,
  roundTheClock: yesNo(one.always),
  contactOffice: getOffice(one.contact).id,
  contactWay: one.contactWay,
});

function writeVisit(
  writer: RowWriter,
  one: InventedFacility,
  visit: InventedVisit,
  numbers: Numbers,
  today: Day,
): void {
  const facility = facilityId(one.key);
  const runBy = getOffice(one.office).id;
  const visitedOn = addDays(today, -visit.daysAgo);
  const review = nameId('office', `review ${one.key} ${visit.daysAgo}`);
  const made = (hours: number) => ({
    office: getOffice('y-te/so@2025').id,
    madeAt: addHours(startOfDay(visitedOn), hours),
    madeBy: getOfficer(reviewer).id,
  });
  const list = findChecklist(checklistFamily(one.kind), visitedOn);
  if (!list) throw new Error(`no checklist for ${one.kind} on ${visitedOn}`);
  const below = list.items.some(item => item.essential && visit.unmet[item.code]?.[0] === 'not_met');
  const unmet = Object.keys(visit.unmet);
  writer.add(
    'facilityReview',
    { id: review, number: numbers.number('DG', made(9).madeAt), ...made(9) },
    {
      facility,
      runBy,
      state: 'finished',
      reviewKind: visit.kind,
      visitedOn,
      announced: 'no',
      standard: list.id,
      summary: visit.summary,
      finishedAt: made(16).madeAt,
      result: below ? 'below' : unmet.length > 0 ? 'open_findings' : 'meets',
    },
  );
  for (const item of list.items) {
    const [answer, finding] = visit.unmet[item.code] ?? [
      visit.notSeen?.includes(item.code) ? 'not_seen' : 'met',
      null,
    ];
    writer.add(
      'standardsCheck',
      { id: nameId('office', `check ${one.key} ${visit.daysAgo} ${item.code}`), ...made(10) },
      { review, facility, runBy, item: item.code, essential: item.essential, answer, finding },
    );
  }
  for (const asked of visit.improvements) {
    const dueOn = addDays(visitedOn, asked.within);
    const done = asked.state !== 'open';
    writer.add(
      'improvement',
      {
        id: nameId('office', `improvement ${one.key} ${visit.daysAgo} ${asked.item}`),
        number: numbers.number('KP', made(16).madeAt),
        ...made(16),
      },
      {
        facility,
        runBy,
        review,
        item: asked.item,
        standard: list.id,
        state: asked.state,
        finding: visit.unmet[asked.item]?.[1],
        measure: asked.measure,
        owner: asked.owner ? getOffice(asked.owner).id : runBy,
        dueOn,
        doneOn: done ? addDays(dueOn, -2) : null,
        doneBy: done ? getOfficer('lan-anh').id : null,
        evidence: asked.evidence,
        verifiedAt: asked.state === 'verified' ? startOfDay(addDays(dueOn, 5)) : null,
      },
    );
  }
}
