/* Correcting a file, its identity papers, deciding on likely doubles. Opening a file belongs to `intake`, closing and opening it again to `support`; the
 * pieces it shares with correcting (who she is, what may be a double) are here. Breaking the glass is in exception-acts.ts. */
import { type Alike, act, type Change } from '../../kernel/act/act.ts';
import { type Day, dayOf, type PartialDay } from '../../kernel/day.ts';
import type { Fields } from '../../kernel/fields/kind.ts';
import { choice, ref, text } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import { breakGlass, endException, reviewException } from './exception-acts.ts';
import { checkPaper } from './papers.ts';
import { identityPaper, person } from './record.ts';

/** What a person may say of herself: everything of the record but its state and where it came from, which no correction takes away. */
const { state: _state, entry: _entry, importKey: _key, exchange: _exchange, ...said } = person.fields;
export const whoSheIs = said;

/** The values of a record's fields out of a larger input. */
export const pick = (fields: Fields, values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.keys(fields).map(name => [name, values[name] ?? null]));

export const statesOf = <T>(fields: Fields, unanswered: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(unanswered).filter(([name]) => Object.hasOwn(fields, name)));

/** Rows that say "this may be the same person"; a person decides, nothing merges by itself. */
export function likenessRows(subject: string, alike: readonly Alike[], newId: () => string): Change[] {
  return alike.slice(0, 5).map(found => ({
    insert: 'likeness',
    id: newId(),
    person: subject,
    values: {
      other: found.person,
      level: found.level,
      bits: Math.max(0, Math.round(found.bits)),
      reasons: JSON.stringify(found.reasons),
      verdict: 'open',
    },
  }));
}

export const likelyDoubles = (alike: readonly Alike[]) =>
  alike.length > 0 ? [{ field: 'fullName', reason: 'likely_double', params: { count: alike.length } }] : [];

export const namesOf = (values: { fullName?: unknown; otherNames?: unknown }): string[] => [
  ...(typeof values.fullName === 'string' ? [values.fullName] : []),
  ...((values.otherNames as { text: string }[] | null) ?? []).map(name => name.text),
];

/** The half-known days that have not come yet; a year that runs now may be meant. */
export const notYet = (today: Day, days: Readonly<Record<string, PartialDay | null>>): FieldIssue[] =>
  Object.entries(days)
    .filter(([, day]) => day !== null && day > today.slice(0, day.length))
    .map(([field]) => ({ field, reason: 'in_future' }));

export const correctPerson = act({
  name: 'person.correct',
  record: 'person',
  states: ['open'],
  input: { ...whoSheIs, reason: text({ required: true, max: 300 }) },
  writes: { person: { update: Object.keys(whoSheIs) }, likeness: { insert: true } },
  facts: (source, { input, subject }) => source.alike(input, subject),
  decide({ row, subject, input, unanswered, newId, now }, alike) {
    if (!row) return new Problem('person.not_shared');
    const issues = notYet(dayOf(now), { born: input.born });
    if (issues.length > 0) return invalid(...issues);
    const { reason: _reason, ...values } = input;
    const sealedUntouched = new Set(
      Object.entries(whoSheIs).flatMap(([name, field]) =>
        field.tier === 'sealed' && values[name as keyof typeof values] === null && !unanswered[name]
          ? [name]
          : [],
      ),
    );
    const set = Object.fromEntries(Object.entries(values).filter(([name]) => !sealedUntouched.has(name)));
    const known = alike.filter(found => found.person !== subject);
    return {
      changes: [
        {
          update: 'person',
          id: subject,
          set,
          unanswered: statesOf(person.fields, unanswered),
          version: row.version,
        },
        ...likenessRows(subject, known, newId),
      ],
      persons: [subject],
      warnings: likelyDoubles(known),
      foundBy: { person: subject, names: namesOf(input), born: input.born },
    };
  },
});

const { formatWarnings: _warnings, ...paperInput } = identityPaper.fields;

export const recordPaper = act({
  name: 'identityPaper.record',
  record: 'identityPaper',
  creates: true,
  input: { person: ref('person', { required: true }), ...paperInput },
  writes: { identityPaper: { insert: true } },
  facts: (source, { input }) => source.find('person', input.person as string),
  decide({ subject, input, now }, file) {
    if (!file) return new Problem('person.not_shared');
    const { person: personId, ...values } = input;
    const checked = checkPaper(input.paperKind, input.paperNumber, {
      sex: (file.sex as string | undefined) ?? null,
      born: (file.born as string | undefined) ?? null,
      today: dayOf(now),
    });
    return {
      changes: [
        {
          insert: 'identityPaper',
          id: subject,
          person: personId as string,
          values: { ...values, formatWarnings: checked.map(warning => warning.code) },
        },
      ],
      persons: [personId as string],
      warnings: checked.map(warning => ({
        field: 'paperNumber',
        reason: warning.code,
        params: warning.params,
      })),
    };
  },
});

export const decideLikeness = act({
  name: 'likeness.decide',
  record: 'likeness',
  states: ['open', 'undecided'],
  input: {
    verdict: choice('verdict', ['same', 'different', 'undecided'], { required: true }),
    decidedWhy: text({ required: true, max: 500 }),
  },
  writes: { likeness: { update: ['verdict', 'decidedBy', 'decidedAt', 'decidedWhy'] } },
  decide({ row, subject, input, actor, now }) {
    if (!row) return new Problem('record.not_found');
    return {
      changes: [
        {
          update: 'likeness',
          id: subject,
          set: {
            verdict: input.verdict,
            decidedWhy: input.decidedWhy,
            decidedBy: actor.officer,
            decidedAt: now,
          },
          version: row.version,
        },
      ],
      persons: [row.person as string],
    };
  },
});

export const peopleActs = [
  correctPerson,
  recordPaper,
  decideLikeness,
  breakGlass,
  endException,
  reviewException,
] as const;
