/* Correcting a file, its identity papers, deciding on likely doubles, breaking the glass, closing and reopening. Opening a file belongs to `intake`; the
 * pieces it shares with correcting (who she is, what may be a double) are here. */
import { type Alike, act, type Change, type Outcome } from '../../kernel/act/act.ts';
import { addHours, type Day, dayOf, type PartialDay } from '../../kernel/day.ts';
import type { Fields } from '../../kernel/fields/kind.ts';
import { choice, longText, ref, text } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import { checkPaper } from './papers.ts';
import { identityPaper, person } from './record.ts';

/** What a person may say of herself: everything of the record but its state and where it came from, which no correction takes away. */
const { state: _state, entry: _entry, importKey: _key, exchange: _exchange, ...said } = person.fields;
export const whoSheIs = said;

/** Hours an officer may look into a file after breaking the glass. */
export const exceptionHours = 4;

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

export const breakGlass = act({
  name: 'exceptionAccess.begin',
  record: 'exceptionAccess',
  creates: true,
  needsPurpose: true,
  input: { person: ref('person', { required: true }), reason: longText({ required: true, max: 1000 }) },
  writes: { exceptionAccess: { insert: true } },
  facts: async (source, { input }) => {
    const [holder] = await source.query<{ office: string }>('select ct.holder_of($1) as office', [
      input.person,
    ]);
    return holder?.office ? holder : null;
  },
  decide({ subject, input, actor, now }, holder): Outcome | Problem {
    if ((input.reason ?? '').length < 20) return new Problem('exception.reason_too_short', { least: 20 });
    if (!holder) return new Problem('person.not_shared');
    return {
      changes: [
        {
          insert: 'exceptionAccess',
          id: subject,
          person: input.person as string,
          values: { officer: actor.officer, reason: input.reason, until: addHours(now, exceptionHours) },
        },
      ],
      persons: [input.person as string],
      notices: [{ kind: 'glass_broken', office: holder.office, record: 'exceptionAccess', subject }],
      ground: 'vital_interest',
    };
  },
});

export const endException = act({
  name: 'exceptionAccess.end',
  record: 'exceptionAccess',
  input: {},
  writes: { exceptionAccess: { update: ['endedAt'] } },
  decide: ({ row, subject, now }) =>
    row
      ? {
          changes: [{ update: 'exceptionAccess', id: subject, set: { endedAt: now } }],
          persons: [row.person as string],
        }
      : new Problem('record.not_found'),
});

export const reviewException = act({
  name: 'exceptionAccess.review',
  record: 'exceptionAccess',
  input: { reviewedFinding: choice('exceptionFinding', ['justified', 'not_justified'], { required: true }) },
  writes: { exceptionAccess: { update: ['reviewedBy', 'reviewedAt', 'reviewedFinding'] } },
  decide({ row, subject, input, actor, now }) {
    if (!row) return new Problem('record.not_found');
    if (row.officer === actor.officer) return new Problem('act.not_yours');
    return {
      changes: [
        {
          update: 'exceptionAccess',
          id: subject,
          set: { reviewedFinding: input.reviewedFinding, reviewedBy: actor.officer, reviewedAt: now },
        },
      ],
      persons: [row.person as string],
    };
  },
});

export const closeFile = act({
  name: 'person.close',
  record: 'person',
  states: ['open'],
  input: {
    reason: choice('closeReason', ['home', 'not_victim', 'declined', 'double', 'other'], { required: true }),
    note: text({ max: 500 }),
  },
  writes: { person: { update: ['state'] } },
  decide: ({ row, subject }) =>
    row
      ? {
          changes: [{ update: 'person', id: subject, set: { state: 'closed' }, version: row.version }],
          persons: [subject],
        }
      : new Problem('person.not_shared'),
});

export const reopenFile = act({
  name: 'person.reopen',
  record: 'person',
  states: ['closed'],
  input: { reason: text({ required: true, max: 500 }) },
  writes: { person: { update: ['state'] } },
  decide: ({ row, subject }) =>
    row
      ? {
          changes: [{ update: 'person', id: subject, set: { state: 'open' }, version: row.version }],
          persons: [subject],
        }
      : new Problem('person.not_shared'),
});

export const peopleActs = [
  correctPerson,
  recordPaper,
  decideLikeness,
  breakGlass,
  endException,
  reviewException,
  closeFile,
  reopenFile,
] as const;
