/* Taking somebody in and letting her go. A full house is said and a reason asked for; nobody whose life is at stake is sent away by a number. Whoever takes in holds
 * the file or was asked by a referral it accepted; the office that holds the file is told of both, without a name. */
import { act, type FactSource, type Row } from '../../kernel/act/act.ts';
import { addDays, type Day, dayOf } from '../../kernel/day.ts';
import { ref } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import { countDay } from './counts.ts';
import { stay } from './record.ts';
import { isBeside, unfitFor } from './serves.ts';

const { facility, admittedOn, places, overFull, overFullNote } = stay.fields;
/** How long ago a stay may have begun that is entered today: a book kept on paper is brought in, a slip of the year is not. */
const LONGEST_AGO = 3660;

const acceptedSql = `select id from referral where person = $1 and to_office = any ($2::uuid[]) and state = 'accepted' order by sent_at desc limit 1`;

/** The notice to whoever holds the file; none when that is the acting office itself. */
async function holderOf(source: FactSource, person: string): Promise<string | null> {
  const [found] = await source.query<{ office: string | null }>('select ct.holder_of($1) as office', [
    person,
  ]);
  return found?.office ?? null;
}

const isOurs = (file: Row, reach: readonly string[]): boolean => !file.via && reach.includes(file.office);

export const admitStay = act({
  name: 'stay.admit',
  record: 'stay',
  creates: true,
  input: { person: ref('person', { required: true }), facility, admittedOn, places, overFull, overFullNote },
  writes: { stay: { insert: true } },
  async facts(source, { input, actor }) {
    const [person, id] = [input.person as string, input.facility as string];
    const [accepted] = await source.query<{ id: string }>(acceptedSql, [person, actor.reach]);
    const [already] = await source.query<{ id: string }>(
      "select id from stay where person = $1 and facility = $2 and state = 'staying' limit 1",
      [person, id],
    );
    return {
      file: await source.find('person', person),
      house: await source.find('facility', id),
      accepted,
      already,
      beside: await isBeside(source, actor, person),
      count: await countDay(source, id, input.admittedOn as Day),
      holder: await holderOf(source, person),
    };
  },
  decide({ subject, input, actor, now }, { file, house, accepted, already, beside, count, holder }) {
    const today = dayOf(now);
    const onDay = input.admittedOn as Day;
    if (!file) return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    if (!house) return invalid({ field: 'facility', reason: 'reference' });
    if (!actor.reach.includes(house.office)) return invalid({ field: 'facility', reason: 'not_our_office' });
    if (house.state === 'closed') return invalid({ field: 'facility', reason: 'facility_closed' });
    if (!isOurs(file, actor.reach) && !accepted)
      return invalid({ field: 'facility', reason: 'referral_needed' });
    if (already) return invalid({ field: 'facility', reason: 'already_stays' });
    if ((input.places as number) < 1)
      return invalid({ field: 'places', reason: 'between', params: { least: 1, most: 20 } });
    if (onDay > today) return invalid({ field: 'admittedOn', reason: 'in_future' });
    if (onDay < addDays(today, -LONGEST_AGO))
      return invalid({ field: 'admittedOn', reason: 'too_far', params: { days: LONGEST_AGO } });
    const wanted = count.taken + (input.places as number);
    const full = count.places !== null && wanted > count.places;
    const told = { taken: count.taken, places: count.places ?? 0 };
    const said: FieldIssue[] = [
      ...(full ? [{ field: 'facility', reason: 'facility_full', params: told }] : []),
      ...(house.state === 'paused' ? [{ field: 'facility', reason: 'facility_paused' }] : []),
    ];
    if (said.length > 0 && !input.overFull)
      return invalid(...said.map(issue => ({ ...issue, field: 'overFull' })));
    if (input.overFull === 'other' && !input.overFullNote)
      return invalid({ field: 'overFullNote', reason: 'required' });
    const { person, ...values } = input;
    const asking = { ...file, children: (input.places as number) - 1, beside };
    return {
      changes: [
        {
          insert: 'stay',
          id: subject,
          person: person as string,
          office: house.office,
          values: {
            ...values,
            state: 'staying',
            referral: accepted?.id ?? null,
            overFull: said.length > 0 ? input.overFull : null,
            overFullNote: said.length > 0 ? input.overFullNote : null,
          },
        },
      ],
      notices:
        holder && !actor.reach.includes(holder)
          ? [{ kind: 'stay_begun', office: holder, record: 'stay', subject }]
          : [],
      warnings: [
        ...said,
        ...unfitFor(house, asking, onDay).map(why => ({ field: 'facility', reason: `unfit_${why}` })),
      ],
      persons: [person as string],
      ground: said.length > 0 && input.overFull === 'vital_interest' ? 'vital_interest' : undefined,
    };
  },
});

const { leftOn, leaveReason, leaveNote } = stay.fields;

export const leaveStay = act({
  name: 'stay.leave',
  record: 'stay',
  states: ['staying'],
  input: {
    leftOn: { ...leftOn, required: true },
    leaveReason: { ...leaveReason, required: true },
    leaveNote,
  },
  writes: { stay: { update: ['state', 'leftOn', 'leaveReason', 'leaveNote'] } },
  facts: async (source, { row }) => (row ? holderOf(source, row.person as string) : null),
  decide({ row, subject, input, actor, now }, holder) {
    if (!row) return new Problem('record.not_found');
    const leftDay = input.leftOn as Day;
    if (leftDay > dayOf(now)) return invalid({ field: 'leftOn', reason: 'in_future' });
    if (leftDay < (row.admittedOn as Day)) return invalid({ field: 'leftOn', reason: 'before_admission' });
    if (['mistake', 'other'].includes(input.leaveReason as string) && !input.leaveNote)
      return invalid({ field: 'leaveNote', reason: 'required' });
    // What was entered by mistake took no place: it ends on the day it began.
    const ended = input.leaveReason === 'mistake' ? row.admittedOn : leftDay;
    return {
      changes: [
        {
          update: 'stay',
          id: subject,
          set: { ...input, leftOn: ended, state: 'left' },
          version: row.version,
        },
      ],
      notices:
        holder && !actor.reach.includes(holder)
          ? [
              {
                kind: input.leaveReason === 'no_notice' ? 'stay_left_unsaid' : 'stay_ended',
                office: holder,
                record: 'stay',
                subject,
              },
            ]
          : [],
      persons: [row.person as string],
    };
  },
});

export const stayActs = [admitStay, leaveStay] as const;
