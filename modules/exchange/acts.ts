/* Bringing in: one row of a spreadsheet opens one file with everything the row holds, or nothing. The same act stands behind the screen, the command line
 * and the API; a row that came in before is known again by its key and changes nothing. The other acts are the officer's decisions about an import job. */
import {
  type Alike,
  type AlikeCandidate,
  act,
  type Change,
  type Given,
  type Outcome,
} from '../../kernel/act/act.ts';
import { addHours, dayOf } from '../../kernel/day.ts';
import type { Fields, ValuesOf } from '../../kernel/fields/kind.ts';
import { choice, longText, ref, sealed, text, whole } from '../../kernel/fields/kinds.ts';
import { parseFields } from '../../kernel/fields/shape.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { arrival, consent, needs } from '../intake/index.ts';
import {
  checkPaper,
  identityPaper,
  likelyDoubles,
  likenessRows,
  namesOf,
  notYet,
  person,
  pick,
  statesOf,
  whoSheIs,
} from '../people/index.ts';
import { lawOn } from '../victims/index.ts';
import { type Derived, deriveFrom, isEmpty, partRest, readWritten, writeRow } from './carry.ts';
import { importKinds } from './record.ts';

const optional = <F extends Fields>(fields: F): F =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, { ...field, required: false }]),
  ) as unknown as F;

const { formatWarnings: _warnings, ...paperFields } = identityPaper.fields;

/** Every field of ours that a column of a spreadsheet may feed. */
export const importFields = {
  ...whoSheIs,
  ...optional(arrival.fields),
  ...needs.fields,
  ...optional(paperFields),
};

const importInput = {
  ...importFields,
  importKey: text({ max: 64 }),
  job: ref('importJob', {}),
  line: whole({}),
  /** A row of HTCDS, or the columns of any table that no field of ours holds, as `Written` in JSON. */
  row: longText({ max: 400_000 }),
};
type ImportInput = ValuesOf<typeof importInput>;

interface Known {
  readonly id: string;
  readonly number: string;
}

interface ImportFacts {
  readonly known: Known | null;
  readonly job: unknown;
  readonly alike: readonly Alike[];
}

type Filled = {
  readonly values: ImportInput;
  readonly unanswered: Given<Fields>['unanswered'];
  readonly derived: Derived | null;
};

/** The row's own values where the caller gave none. @throws Problem naming HTCDS fields that cannot be read. */
function fill({
  input,
  unanswered,
  now,
}: Pick<Given<typeof importInput>, 'input' | 'unanswered' | 'now'>): Filled {
  if (!input.row) return { values: input, unanswered, derived: null };
  const row = readWritten(input.row);
  if (!row) throw invalid({ field: 'row', reason: 'value' });
  const unread = Object.keys(row.unread);
  if (unread.length > 0) throw invalid(...unread.map(field => ({ field, reason: 'value' })));
  const derived = deriveFrom(row, now);
  const parsed = parseFields(importFields, derived.fields);
  const given = Object.entries(input).filter(([name, value]) => value !== null || unanswered[name]);
  return {
    values: { ...input, ...parsed.values, ...Object.fromEntries(given) } as ImportInput,
    unanswered: { ...parsed.unanswered, ...unanswered },
    derived,
  };
}

const candidateOf = (values: ImportInput): AlikeCandidate => ({
  fullName: values.fullName,
  otherNames: values.otherNames,
  born: values.born,
  sex: values.sex,
  ethnicity: values.ethnicity,
  origin: values.origin,
});

/** What a row must satisfy beyond its kinds; the same limits as when a file is opened on screen. */
function faultOf(values: ImportInput, now: Given<Fields>['now']): Problem | null {
  if (values.arrivedAt && values.arrivedAt > addHours(now, 1))
    return invalid({ field: 'arrivedAt', reason: 'in_future' });
  const issues = notYet(dayOf(now), { born: values.born, leftHome: values.leftHome });
  if (issues.length > 0) return invalid(...issues);
  if (values.route && !values.arrivedAt) return invalid({ field: 'arrivedAt', reason: 'required' });
  if (values.arrivedAt && !values.route) return invalid({ field: 'route', reason: 'required' });
  if (values.paperNumber && !values.paperKind) return invalid({ field: 'paperKind', reason: 'required' });
  return null;
}

const anySaid = (
  fields: Fields,
  values: Readonly<Record<string, unknown>>,
  unanswered: Readonly<Record<string, unknown>>,
): boolean =>
  Object.keys(fields).some(
    name => (values[name] !== null && values[name] !== undefined) || unanswered[name] !== undefined,
  );

function decideImport(
  given: Given<typeof importInput>,
  { known, job, alike }: ImportFacts,
): Outcome | Problem {
  const { subject, newId, now } = given;
  if (known && known.id !== subject)
    return {
      changes: [],
      persons: [known.id],
      answer: { outcome: 'already', person: known.id, number: known.number },
    };
  if (given.input.job && !job) return invalid({ field: 'job', reason: 'reference' });
  const { values, unanswered, derived } = fill(given);
  const fault = faultOf(values, now);
  if (fault) return fault;
  if (!anySaid(importFields, values, unanswered) && !derived?.says)
    return invalid({ field: 'row', reason: 'import_row_empty' });
  const written = given.input.row ? partRest(writeRow(readWritten(given.input.row)!)) : null;
  const open = written && !isEmpty(written.open) ? JSON.stringify(written.open) : null;
  const sealedRest = written && !isEmpty(written.sealed) ? JSON.stringify(written.sealed) : null;
  if ((open?.length ?? 0) > 20_000)
    return invalid({ field: longest(written!.open.values), reason: 'too_long', params: { max: 20_000 } });
  if ((sealedRest?.length ?? 0) > 60_000)
    return invalid({
      field: longest({ ...written!.sealed.values, ...written!.sealed.extensions }),
      reason: 'too_long',
      params: { max: 60_000 },
    });
  const part = (record: typeof arrival | typeof needs): Change[] =>
    anySaid(record.fields, values, unanswered)
      ? [
          {
            insert: record.name,
            id: newId(),
            person: subject,
            values: pick(record.fields, values),
            unanswered: statesOf(record.fields, unanswered),
          },
        ]
      : [];
  const made = [...assertionRows(subject, derived, newId), ...consentRows(subject, derived, newId)];
  const changes: Change[] = [
    {
      insert: 'person',
      id: subject,
      values: {
        ...pick(person.fields, values),
        importKey: values.importKey,
        exchange: open,
        state: 'open',
        entry: values.job ? 'import' : 'api',
      },
      unanswered: statesOf(person.fields, unanswered),
    },
    ...part(arrival),
    ...part(needs),
    ...paperRows(subject, values, now, newId),
    ...made,
    {
      insert: 'imported',
      id: newId(),
      person: subject,
      values: {
        job: values.job,
        importSource: derived && !isTable(written!) ? 'htcds' : 'table',
        line: values.line,
        madeRows: made.map(change => change.id),
        sealedRest,
      },
    },
    ...likenessRows(subject, alike, newId),
  ];
  return {
    changes,
    persons: [subject],
    warnings: likelyDoubles(alike),
    foundBy: { person: subject, names: namesOf(values), born: values.born },
    answer: { outcome: alike.length > 0 ? 'double' : 'in', alike },
  };
}

const isTable = ({
  open,
  sealed: hidden,
}: {
  open: { values: object };
  sealed: { values: object };
}): boolean => Object.keys(open.values).length + Object.keys(hidden.values).length === 0;

const longest = (texts: Readonly<Record<string, string>>): string =>
  Object.entries(texts).reduce(
    (most, [name, value]) => (value.length > most.length ? { name, length: value.length } : most),
    { name: 'row', length: 0 },
  ).name;

function paperRows(
  subject: string,
  values: ImportInput,
  now: Given<Fields>['now'],
  newId: () => string,
): Change[] {
  if (!values.paperKind) return [];
  const checked = checkPaper(values.paperKind, values.paperNumber, {
    sex: values.sex,
    born: values.born,
    today: dayOf(now),
  });
  return [
    {
      insert: 'identityPaper',
      id: newId(),
      person: subject,
      values: { ...pick(paperFields, values), formatWarnings: checked.map(warning => warning.code) },
    },
  ];
}

/** A status in a spreadsheet is what somebody else wrote down: it comes in as a screening, never as the decision of the competent body. */
function assertionRows(subject: string, derived: Derived | null, newId: () => string): Change[] {
  if (!derived?.assertion) return [];
  return [
    {
      insert: 'assertion',
      id: newId(),
      person: subject,
      values: { ...derived.assertion, assertionKind: 'screened', law: lawOn(derived.assertion.assertedOn) },
    },
  ];
}

function consentRows(subject: string, derived: Derived | null, newId: () => string): Change[] {
  if (!derived?.consent) return [];
  return [
    {
      insert: 'consent',
      id: newId(),
      person: subject,
      values: {
        ...pick(consent.fields, {}),
        ...derived.consent,
        consentPurpose: 'research',
        givenBy: 'herself',
      },
    },
  ];
}

export const importPerson = act<typeof importInput, ImportFacts>({
  name: 'person.import',
  record: 'person',
  creates: true,
  input: importInput,
  writes: {
    person: { insert: true },
    arrival: { insert: true },
    needs: { insert: true },
    identityPaper: { insert: true },
    assertion: { insert: true },
    consent: { insert: true },
    imported: { insert: true },
    likeness: { insert: true },
  },
  async facts(source, given) {
    const { importKey, job } = given.input;
    const [known] = importKey
      ? await source.query<Known>('select id, number from person where import_key = $1 and office = $2', [
          importKey,
          given.actor.office,
        ])
      : [];
    if (known && known.id !== given.subject) return { known, job: null, alike: [] };
    const { values } = fill(given);
    return {
      known: known ?? null,
      job: job ? await source.find('importJob', job) : null,
      alike: await source.alike(candidateOf(values)),
    };
  },
  decide: decideImport,
});

/** What a row would become, without anything being written; and as whom it would be looked for. */
export function previewImport(
  raw: unknown,
  context: Pick<Given<Fields>, 'now' | 'actor' | 'newId'>,
): { outcome: Outcome | Problem; candidate: AlikeCandidate | null } {
  try {
    const { values, unanswered } = parseFields(importInput, raw);
    const given = {
      ...context,
      subject: context.newId(),
      row: null,
      input: { ...values, job: null },
      unanswered,
      purpose: null,
    };
    return {
      outcome: decideImport(given, { known: null, job: null, alike: [] }),
      candidate: candidateOf(fill(given).values),
    };
  } catch (error) {
    if (error instanceof Problem) return { outcome: error, candidate: null };
    throw error;
  }
}

export const uploadImport = act({
  name: 'importJob.upload',
  record: 'importJob',
  creates: true,
  input: {
    fileName: text({ required: true, max: 200 }),
    importKind: choice('importKind', importKinds, { required: true }),
    plan: longText({ required: true, max: 60_000 }),
    content: sealed({ required: true, max: 30_000_000 }),
    total: whole({ required: true }),
  },
  writes: { importJob: { insert: true } },
  decide: ({ subject, input, actor }) => ({
    changes: [
      {
        insert: 'importJob',
        id: subject,
        values: {
          ...input,
          state: 'draft',
          startedBy: actor.officer,
          done: 0,
          broughtIn: 0,
          alreadyThere: 0,
          refused: 0,
          withDouble: 0,
        },
      },
    ],
  }),
});

export const planImport = act({
  name: 'importJob.plan',
  record: 'importJob',
  states: ['draft', 'stopped'],
  input: {
    importKind: choice('importKind', importKinds, { required: true }),
    plan: longText({ required: true, max: 60_000 }),
    total: whole({ required: true }),
    /** The version the plan was made on: two answers at once must not undo each other. */
    basedOn: whole({ required: true }),
  },
  writes: { importJob: { update: ['importKind', 'plan', 'total'] } },
  decide({ row, subject, input }) {
    if (!row) return new Problem('record.not_found');
    const { basedOn, ...set } = input;
    return { changes: [{ update: 'importJob', id: subject, set, version: basedOn as number }] };
  },
});

export const startImport = act({
  name: 'importJob.start',
  record: 'importJob',
  states: ['draft', 'stopped', 'waiting'],
  input: {},
  writes: { importJob: { update: ['state', 'startedBy'] } },
  decide({ row, subject, actor }) {
    if (!row) return new Problem('record.not_found');
    // New files lie with the office of the post that brings them in; a job of a lower office is started there.
    if (row.office !== actor.office) return new Problem('act.not_yours');
    return {
      changes: [{ update: 'importJob', id: subject, set: { state: 'running', startedBy: actor.officer } }],
    };
  },
});

export const stopImport = act({
  name: 'importJob.stop',
  record: 'importJob',
  states: ['running', 'waiting'],
  input: {},
  writes: { importJob: { update: ['state'] } },
  decide: ({ row, subject }) =>
    row
      ? { changes: [{ update: 'importJob', id: subject, set: { state: 'stopped' } }] }
      : new Problem('record.not_found'),
});

export const discardImport = act({
  name: 'importJob.discard',
  record: 'importJob',
  states: ['draft', 'stopped', 'waiting', 'done'],
  input: {},
  writes: { importJob: { update: ['state', 'content', 'report'] } },
  decide: ({ row, subject }) =>
    row
      ? {
          changes: [
            { update: 'importJob', id: subject, set: { state: 'discarded', content: null, report: null } },
          ],
        }
      : new Problem('record.not_found'),
});

export const exchangeActs = [
  importPerson,
  uploadImport,
  planImport,
  startImport,
  stopImport,
  discardImport,
] as const;
export type { ImportInput };
