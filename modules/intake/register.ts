/* Opening a file. One act takes everything the first conversation may bring (who she is, how she came, what she needs), so that the file is there whole or
 * not at all; nothing in it is compulsory but the way she came. Likely doubles are noted for a person to look at, on every way in. */
import { act, type Change } from '../../kernel/act/act.ts';
import { addHours, dayOf } from '../../kernel/day.ts';
import { choice } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid } from '../../kernel/problem.ts';
import {
  likelyDoubles,
  likenessRows,
  namesOf,
  notYet,
  person,
  pick,
  statesOf,
  whoSheIs,
} from '../people/index.ts';
import { arrival, needs } from './record.ts';

export const registerPerson = act({
  name: 'person.register',
  record: 'person',
  creates: true,
  input: {
    ...whoSheIs,
    ...arrival.fields,
    ...needs.fields,
    entry: choice('entry', ['screen', 'import', 'api'], { required: true }),
  },
  writes: {
    person: { insert: true },
    arrival: { insert: true },
    needs: { insert: true },
    likeness: { insert: true },
  },
  facts: (source, { input }) => source.alike(input),
  decide({ subject, input, unanswered, newId, now }, alike) {
    const issues: FieldIssue[] = notYet(dayOf(now), { born: input.born, leftHome: input.leftHome });
    if (input.arrivedAt && input.arrivedAt > addHours(now, 1))
      issues.push({ field: 'arrivedAt', reason: 'in_future' });
    // What was taken care of was needed: one of the two answers is wrong, and only the officer knows which.
    if (input.met?.some(need => input[need as keyof typeof needs.fields] !== 'yes'))
      issues.push({ field: 'met', reason: 'contradicts' });
    if (issues.length > 0) return invalid(...issues);
    const part = (record: typeof arrival | typeof needs): Change => ({
      insert: record.name,
      id: newId(),
      person: subject,
      values: pick(record.fields, input),
      unanswered: statesOf(record.fields, unanswered),
    });
    return {
      changes: [
        {
          insert: 'person',
          id: subject,
          values: { ...pick(person.fields, input), state: 'open', entry: input.entry },
          unanswered: statesOf(person.fields, unanswered),
        },
        part(arrival),
        part(needs),
        ...likenessRows(subject, alike, newId),
      ],
      persons: [subject],
      warnings: likelyDoubles(alike),
      foundBy: { person: subject, names: namesOf(input), born: input.born },
      answer: { alike },
    };
  },
});
