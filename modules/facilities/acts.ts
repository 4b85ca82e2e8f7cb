/* The register: entering a facility, correcting its entry, stopping and opening it again, closing it, and saying how many places there are from which day. Capacity
 * below the number of people who stay is possible (a roof may fall in), but never without words. */
import { act, type Row } from '../../kernel/act/act.ts';
import { addDays, type Day, dayOf } from '../../kernel/day.ts';
import { office, text } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import { countDay, countDays, type DayCount } from './counts.ts';
import { capacityChange, facility, facilityAddress } from './record.ts';

const { state: _state, stateReason: _reason, ...entry } = facility.fields;
/** What is said of a facility when it is entered or corrected. */
export const entryFields = entry;

/** Days ahead for which a line of capacity is compared with who stays: nobody knows who will come later. */
const NEAR = 90;

function issuesOf(input: {
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  readonly secretPlace: string | null;
  readonly publicPlace: string | null;
}): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (input.ageFrom !== null && input.ageTo !== null && input.ageTo < input.ageFrom)
    issues.push({ field: 'ageTo', reason: 'age_order' });
  if (input.secretPlace === 'yes' && input.publicPlace)
    issues.push({ field: 'publicPlace', reason: 'secret_place' });
  return issues;
}

export const registerFacility = act({
  name: 'facility.register',
  record: 'facility',
  creates: true,
  input: { ...entryFields, runBy: office({}) },
  writes: { facility: { insert: true } },
  decide({ subject, input, actor }) {
    const { runBy, ...values } = input;
    if (runBy && !actor.reach.includes(runBy)) return invalid({ field: 'runBy', reason: 'not_our_office' });
    const issues = issuesOf(input);
    if (issues.length > 0) return invalid(...issues);
    return {
      changes: [
        {
          insert: 'facility',
          id: subject,
          office: runBy ?? actor.office,
          values: { ...values, state: 'open' },
        },
      ],
    };
  },
});

export const reviseFacility = act({
  name: 'facility.revise',
  record: 'facility',
  states: ['open', 'paused'],
  input: { ...entryFields, reason: text({ required: true, max: 300 }) },
  writes: { facility: { update: Object.keys(entryFields) } },
  decide({ row, subject, input }) {
    if (!row) return new Problem('record.not_found');
    const { reason: _why, ...values } = input;
    const issues = issuesOf(input);
    if (issues.length > 0) return invalid(...issues);
    return { changes: [{ update: 'facility', id: subject, set: values, version: row.version }] };
  },
});

const stateTo = (row: Row, state: string, stateReason: string | null) => ({
  changes: [{ update: 'facility' as const, id: row.id, set: { state, stateReason }, version: row.version }],
});

export const pauseFacility = act({
  name: 'facility.pause',
  record: 'facility',
  states: ['open'],
  input: { stateReason: text({ required: true, max: 300 }) },
  writes: { facility: { update: ['state', 'stateReason'] } },
  decide: ({ row, input }) =>
    row ? stateTo(row, 'paused', input.stateReason) : new Problem('record.not_found'),
});

export const resumeFacility = act({
  name: 'facility.resume',
  record: 'facility',
  states: ['paused', 'closed'],
  input: { stateReason: text({ max: 300 }) },
  writes: { facility: { update: ['state', 'stateReason'] } },
  decide: ({ row, input }) =>
    row ? stateTo(row, 'open', input.stateReason) : new Problem('record.not_found'),
});

export const closeFacility = act({
  name: 'facility.close',
  record: 'facility',
  states: ['open', 'paused'],
  input: { stateReason: text({ required: true, max: 300 }) },
  writes: { facility: { update: ['state', 'stateReason'] } },
  facts: (source, { subject, now }) => countDay(source, subject, dayOf(now)),
  decide({ row, input }, { taken }) {
    if (!row) return new Problem('record.not_found');
    if (taken > 0) return invalid({ field: 'stateReason', reason: 'still_stay', params: { count: taken } });
    return stateTo(row, 'closed', input.stateReason);
  },
});

/** The most that are there on any near day from the first day on. */
const mostTaken = (days: readonly DayCount[]): number => Math.max(0, ...days.map(({ taken }) => taken));

export const changeCapacity = act({
  name: 'capacityChange.record',
  record: 'capacityChange',
  creates: true,
  input: capacityChange.fields,
  writes: { capacityChange: { insert: true } },
  async facts(source, { input }) {
    const fromDay = input.fromDay as Day;
    const found = await source.find('facility', input.facility as string);
    return {
      found,
      days: found ? await countDays(source, [found.id], fromDay, addDays(fromDay, NEAR)) : [],
    };
  },
  decide({ subject, input, actor, now }, { found, days }) {
    if (!found) return invalid({ field: 'facility', reason: 'reference' });
    if (!actor.reach.includes(found.office)) return invalid({ field: 'facility', reason: 'not_our_office' });
    if (found.state === 'closed') return invalid({ field: 'facility', reason: 'facility_closed' });
    if ((input.fromDay as Day) > addDays(dayOf(now), 366))
      return invalid({ field: 'fromDay', reason: 'too_far', params: { days: 366 } });
    const taken = mostTaken(days);
    const below = (input.places as number) < taken;
    const params = { taken, places: input.places as number };
    if (below && !input.note) return invalid({ field: 'note', reason: 'below_taken', params });
    return {
      changes: [{ insert: 'capacityChange', id: subject, office: found.office, values: input }],
      warnings: below ? [{ field: 'places', reason: 'below_taken', params }] : [],
    };
  },
});

export const recordAddress = act({
  name: 'facilityAddress.record',
  record: 'facilityAddress',
  creates: true,
  input: facilityAddress.fields,
  writes: { facilityAddress: { insert: true } },
  facts: (source, { input }) => source.find('facility', input.facility as string),
  decide({ subject, input, actor }, found) {
    if (!found) return invalid({ field: 'facility', reason: 'reference' });
    if (!actor.reach.includes(found.office)) return invalid({ field: 'facility', reason: 'not_our_office' });
    return { changes: [{ insert: 'facilityAddress', id: subject, office: found.office, values: input }] };
  },
});

export const registerActs = [
  registerFacility,
  reviseFacility,
  pauseFacility,
  resumeFacility,
  closeFacility,
  changeCapacity,
  recordAddress,
] as const;
