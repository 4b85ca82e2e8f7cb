/* A group handed over: the minutes are noted, the list is read, and each person is received by herself, whole or not at all. Likely doubles are told with their reasons
 * and noted for a person to decide on, as on every way in; nothing is merged, and a line that is set aside can always be taken back. */
import { act, type Change, type FactSource, type Row } from '../../kernel/act/act.ts';
import { addHours, dayOf } from '../../kernel/day.ts';
import { choice, longText, partialDay, ref, text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { arrival } from '../intake/index.ts';
import { likelyDoubles, likenessRows, namesOf, person, pick } from '../people/index.ts';
import { readBirth, readGroupList } from './list-reading.ts';
import { asideStates, groupArrival } from './record.ts';
import { tallyOf } from './tally.ts';

const { state: _state, difference: _difference, ...groupInput } = groupArrival.fields;
const list = longText({ max: 40_000 });

/** The lines of a pasted list as rows, or what of it cannot be read; numbers already taken are refused, because a number names a person in the minutes. */
function lineRows(group: string, raw: string | null, taken: readonly number[], newId: () => string) {
  const { lines, issues } = readGroupList(raw ?? '');
  const twice = lines.filter(line => taken.includes(line.lineNumber));
  if (issues.length > 0 || twice.length > 0)
    return invalid(
      ...issues.map(({ line, reason }) => ({ field: 'list', reason: `list_${reason}`, params: { line } })),
      ...twice.map(({ lineNumber }) => ({
        field: 'list',
        reason: 'list_number_taken',
        params: { number: lineNumber },
      })),
    );
  return lines.map(
    (line): Change => ({
      insert: 'groupLine',
      id: newId(),
      values: {
        groupArrival: group,
        ...line,
        lineState: 'waiting',
        asideWhy: null,
        file: null,
        settledAt: null,
      },
    }),
  );
}

export const recordGroup = act({
  name: 'groupArrival.record',
  record: 'groupArrival',
  creates: true,
  input: { ...groupInput, list },
  writes: { groupArrival: { insert: true }, groupLine: { insert: true } },
  decide({ subject, input, newId, now }) {
    const { list: raw, ...values } = input;
    if (input.handedOverAt && input.handedOverAt > addHours(now, 1))
      return invalid({ field: 'handedOverAt', reason: 'in_future' });
    if (input.minutesOn && input.minutesOn > dayOf(now))
      return invalid({ field: 'minutesOn', reason: 'in_future' });
    const lines = lineRows(subject, raw, [], newId);
    if (lines instanceof Problem) return lines;
    const tally = tallyOf(input.countOnMinutes ?? 0, lines);
    return {
      changes: [{ insert: 'groupArrival', id: subject, values: { ...values, state: 'open' } }, ...lines],
      warnings:
        lines.length > 0
          ? tally.differences.map(({ code, params }) => ({ field: 'countOnMinutes', reason: code, params }))
          : [],
    };
  },
});

export const addLines = act({
  name: 'groupArrival.addLines',
  record: 'groupArrival',
  states: ['open'],
  input: { list: longText({ max: 40_000, required: true }) },
  writes: { groupLine: { insert: true } },
  facts: (source, { subject }) =>
    source.query<{ line_number: number }>('select line_number from group_line where group_arrival = $1', [
      subject,
    ]),
  decide({ subject, input, newId }, taken) {
    const numbers = taken.map(row => row.line_number);
    const lines = lineRows(subject, input.list, numbers, newId);
    if (lines instanceof Problem) return lines;
    return { changes: lines };
  },
});

async function lineOf(source: FactSource, group: string, line: unknown): Promise<Row | null> {
  const row = await source.find('groupLine', line as string);
  return row?.groupArrival === group ? row : null;
}

export const receiveLine = act({
  name: 'groupArrival.receive',
  record: 'groupArrival',
  states: ['open'],
  input: {
    line: ref('groupLine', { required: true }),
    /** As she says it herself; the name on the list is kept beside it. */
    fullName: person.fields.fullName,
    born: partialDay({ asked: true }),
    sex: person.fields.sex,
    nationality: person.fields.nationality,
    spoken: person.fields.spoken,
  },
  writes: {
    person: { insert: true },
    arrival: { insert: true },
    likeness: { insert: true },
    groupLine: { update: ['lineState', 'file', 'settledAt', 'asideWhy'] },
  },
  async facts(source, { input, subject }) {
    const line = await lineOf(source, subject, input.line);
    if (!line) return { line, who: null, alike: [] };
    const written = line.nameWritten as string;
    const fullName = input.fullName ?? written;
    const who = {
      fullName,
      otherNames: fullName === written ? null : [{ text: written, kind: 'foreign' as const }],
      born: input.born ?? readBirth((line.bornWritten as string | null) ?? null),
      sex: input.sex ?? (line.sex as string | null) ?? null,
      ethnicity: null,
      origin: null,
    };
    return { line, who, alike: await source.alike(who) };
  },
  decide({ row, subject, input, unanswered, newId, now }, { line, who, alike }) {
    if (!row) return new Problem('record.not_found');
    if (!line || !who) return invalid({ field: 'line', reason: 'reference' });
    if (line.lineState !== 'waiting')
      return new Problem('act.wrong_state', { state: String(line.lineState) });
    const file = newId();
    const refused = new Set(Object.keys(unanswered));
    const values = Object.fromEntries(
      Object.entries({ ...who, nationality: input.nationality, spoken: input.spoken }).map(
        ([name, value]) => [name, refused.has(name) ? null : value],
      ),
    );
    return {
      changes: [
        {
          insert: 'person',
          id: file,
          values: { ...pick(person.fields, values), state: 'open', entry: 'screen' },
          unanswered,
        },
        {
          insert: 'arrival',
          id: newId(),
          person: file,
          values: {
            ...pick(arrival.fields, {}),
            route: 'foreign_handover',
            arrivedAt: row.handedOverAt,
            place: row.place,
            placeNote: row.placeNote,
            fromCountry: row.handedOverCountry,
            handedOverBy: row.handedOverBy,
          },
        },
        ...likenessRows(file, alike, newId),
        {
          update: 'groupLine',
          id: line.id,
          set: { lineState: 'received', file, settledAt: now, asideWhy: null },
          version: line.version,
        },
      ],
      persons: [file],
      warnings: likelyDoubles(alike),
      foundBy: {
        person: file,
        names: namesOf(values),
        born: (values.born as string | null) ?? null,
      },
      answer: { file, line: subject && line.id, alike },
    };
  },
});

const inOpenGroup = async (source: FactSource, row: Row | null) =>
  row ? source.find('groupArrival', row.groupArrival as string) : null;

export const setLineAside = act({
  name: 'groupLine.setAside',
  record: 'groupLine',
  states: ['waiting'],
  input: {
    lineState: choice('lineState', asideStates, { required: true }),
    asideWhy: text({ required: true, max: 500 }),
  },
  writes: { groupLine: { update: ['lineState', 'asideWhy', 'settledAt'] } },
  facts: (source, { row }) => inOpenGroup(source, row),
  decide({ row, subject, input, now }, group) {
    if (!row) return new Problem('record.not_found');
    if (group?.state !== 'open') return new Problem('act.wrong_state', { state: 'closed' });
    return {
      changes: [
        { update: 'groupLine', id: subject, set: { ...input, settledAt: now }, version: row.version },
      ],
    };
  },
});

export const takeLineBack = act({
  name: 'groupLine.takeBack',
  record: 'groupLine',
  states: asideStates,
  input: {},
  writes: { groupLine: { update: ['lineState', 'asideWhy', 'settledAt'] } },
  facts: (source, { row }) => inOpenGroup(source, row),
  decide({ row, subject }, group) {
    if (!row) return new Problem('record.not_found');
    if (group?.state !== 'open') return new Problem('act.wrong_state', { state: 'closed' });
    return {
      changes: [
        {
          update: 'groupLine',
          id: subject,
          set: { lineState: 'waiting', asideWhy: null, settledAt: null },
          version: row.version,
        },
      ],
    };
  },
});

export const closeGroup = act({
  name: 'groupArrival.close',
  record: 'groupArrival',
  states: ['open'],
  input: { difference: groupArrival.fields.difference },
  writes: { groupArrival: { update: ['state', 'difference'] } },
  facts: (source, { subject }) =>
    source.query<{ line_state: string }>('select line_state from group_line where group_arrival = $1', [
      subject,
    ]),
  decide({ row, subject, input }, lines) {
    if (!row) return new Problem('record.not_found');
    const tally = tallyOf(
      row.countOnMinutes as number,
      lines.map(line => line.line_state),
    );
    if (tally.waiting > 0)
      return invalid({ field: 'state', reason: 'lines_waiting', params: { count: tally.waiting } });
    if (tally.differences.length > 0 && !input.difference)
      return invalid({ field: 'difference', reason: 'difference_needs_reason' });
    return {
      changes: [
        {
          update: 'groupArrival',
          id: subject,
          set: { state: 'closed', difference: input.difference },
          version: row.version,
        },
      ],
    };
  },
});

export const reopenGroup = act({
  name: 'groupArrival.reopen',
  record: 'groupArrival',
  states: ['closed'],
  input: { reason: text({ required: true, max: 300 }) },
  writes: { groupArrival: { update: ['state'] } },
  decide: ({ row, subject }) =>
    row
      ? { changes: [{ update: 'groupArrival', id: subject, set: { state: 'open' }, version: row.version }] }
      : new Problem('record.not_found'),
});

export const groupActs = [
  recordGroup,
  addLines,
  receiveLine,
  setLineAside,
  takeLineBack,
  closeGroup,
  reopenGroup,
] as const;
