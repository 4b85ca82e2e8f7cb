/* A child who came with her may stay a line in her file or have a file of its own, as she wishes. The child's own file begins with the way they came, names nothing else of hers,
 * and is linked from her line to it; from then on it is the child's, with rights and steps of its own. */
import { act } from '../../kernel/act/act.ts';
import { Problem } from '../../kernel/problem.ts';
import { likelyDoubles, likenessRows, namesOf, person, pick, statesOf } from '../people/index.ts';
import { arrival } from './record.ts';

interface Way {
  readonly route: string;
  readonly arrived_at: string;
  readonly place: string | null;
  readonly place_note: string | null;
  readonly from_country: string | null;
  readonly handed_over_by: string | null;
}

export const openChildFile = act({
  name: 'child.openFile',
  record: 'child',
  input: {
    fullName: person.fields.fullName,
    born: person.fields.born,
    sex: person.fields.sex,
    nationality: person.fields.nationality,
  },
  writes: {
    person: { insert: true },
    arrival: { insert: true },
    likeness: { insert: true },
    child: { update: ['ownFile'] },
  },
  async facts(source, { row, input }) {
    const [way] = row
      ? await source.query<Way>(
          'select route, arrived_at, place, place_note, from_country, handed_over_by from arrival where person = $1 order by made_at desc limit 1',
          [row.person],
        )
      : [];
    const who = {
      fullName: input.fullName ?? (row?.childName as string | null) ?? null,
      otherNames: null,
      born: input.born ?? (row?.born as string | null) ?? null,
      sex: input.sex ?? (row?.sex as string | null) ?? null,
      ethnicity: null,
      origin: null,
    };
    return { way, who, alike: await source.alike(who) };
  },
  decide({ row, subject, input, unanswered, newId, now }, { way, who, alike }) {
    if (!row) return new Problem('person.not_shared');
    if (row.ownFile) return new Problem('act.wrong_state', { state: 'own_file' });
    const file = newId();
    const stated = { ...(row.unanswered ?? {}), ...unanswered };
    const values = { ...who, nationality: input.nationality };
    return {
      changes: [
        {
          insert: 'person',
          id: file,
          values: { ...pick(person.fields, values), state: 'open', entry: 'screen' },
          unanswered: statesOf(
            person.fields,
            Object.fromEntries(
              Object.entries(stated).filter(([name]) => (values as Record<string, unknown>)[name] === null),
            ),
          ),
        },
        {
          insert: 'arrival',
          id: newId(),
          person: file,
          values: {
            ...pick(arrival.fields, {}),
            route: way?.route ?? 'referred',
            arrivedAt: way?.arrived_at ?? now,
            place: way?.place ?? null,
            placeNote: way?.place_note ?? null,
            fromCountry: way?.from_country ?? null,
            handedOverBy: way?.handed_over_by ?? null,
          },
        },
        ...likenessRows(file, alike, newId),
        { update: 'child', id: subject, set: { ownFile: file }, version: row.version },
      ],
      persons: [row.person as string, file],
      warnings: likelyDoubles(alike),
      foundBy: { person: file, names: namesOf(who), born: who.born },
      answer: { file, alike },
    };
  },
});
