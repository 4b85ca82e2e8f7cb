/* Joining and splitting: one case goes into another with everybody who is accused in it, or some of the accused go into a case of their own. The case that was joined ends there
 * and shows where it went; a case that was split off brings along every step that was taken before, so that no time is won by splitting. */
import { type Actor, act, type Change, type Row } from '../../kernel/act/act.ts';
import { type Day, dayOf, type Instant } from '../../kernel/day.ts';
import { choice, codes } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import type { Rules } from '../../rules/schema.ts';
import type { Severity } from '../../rules/schema-justice.ts';
import { dayIssue, standingDuties, tellOffices } from './alike.ts';
import { caseClocks, classOf, countedFor, inTurn } from './case-clocks.ts';
import { findCase, type LimitRows, partIds, reseated, rowsOf, seatsOf } from './case-rows.ts';
import { exhibitParts } from './exhibit-record.ts';
import { countsFrom, strandOf } from './joined-clocks.ts';
import { type JoiningState, joinGrounds, joining, splitGrounds } from './lists.ts';
import { accused, caseStep, charge, criminalCase, dutyDone, limitExtension, measure } from './record.ts';
import { seatNames } from './seats.ts';
import { heaviest } from './severity.ts';

const step = caseStep.fields;
type Rows = LimitRows;
type PartRow = Rows['steps'][number];

/** What a case takes along wherever it goes. */
const moved = [accused, charge, measure, limitExtension, dutyDone, ...exhibitParts];
const moveWrites = Object.fromEntries(
  moved.map(({ name }) => [name, { update: ['criminalCase', ...seatNames] }]),
);

/** Whose turn it is to join or split in this state. @returns what forbids it. */
function forbids(row: Row, { reach }: Actor): Problem | null {
  const rule = joining[row.state as JoiningState];
  if (!rule) return new Problem('act.wrong_state', { state: row.state as string });
  return reach.includes(row[rule.by] as string) ? null : new Problem('case.not_your_turn');
}

const stepIssue = (onDay: Day, now: Instant, steps: readonly PartRow[]) =>
  dayIssue(
    'onDay',
    onDay,
    dayOf(now),
    steps.map(one => one.onDay),
  );

/** The heaviest class of what somebody is charged with, the case's own where nobody is. */
const classOfRows = (file: Row, charges: readonly PartRow[]): Severity =>
  classOf(charges) ?? (file.severity as Severity);

/** Whether the first limit of an investigation runs, the only one of which it was read how it is joined. */
const isFirstInvestigation = (rules: Rules, file: Row, rows: Rows): boolean =>
  caseClocks(rules, countedFor(file, rows)).some(
    clock => clock.family === 'investigation.limit' && clock.doneOn === null,
  );

/** Steps and extensions of the case with their words, without the seats and ids they had there. */
const stepValues = ({ stepKind, onDay, decisionNumber, hearingOn, note, otherCase }: PartRow) => ({
  stepKind,
  onDay,
  hearingOn: hearingOn ?? null,
  decisionNumber: decisionNumber ?? null,
  note: note ?? null,
  otherCase: otherCase ?? null,
});
const extensionValues = (row: PartRow) => ({
  limitFamily: row.limitFamily,
  turn: row.turn,
  lengthUnit: row.lengthUnit,
  lengthValue: row.lengthValue,
  grantedBy: row.grantedBy,
  decidedOn: row.decidedOn,
  decisionNumber: row.decisionNumber,
  otherCase: row.otherCase ?? null,
});
const ofCase = (rows: readonly PartRow[]): readonly PartRow[] => rows.filter(one => !one.accused);

const tellSeats = (file: Row, actor: Actor, kind: string) =>
  tellOffices(
    kind,
    'criminalCase',
    file.id,
    seatNames.map(seat => file[seat]),
    actor,
  );

export const joinCase = act({
  name: 'criminalCase.join',
  record: 'criminalCase',
  states: Object.keys(joining),
  input: {
    /** The case it goes into. */
    otherCase: { ...step.otherCase, required: true },
    onDay: step.onDay,
    decisionNumber: { ...step.decisionNumber, required: true },
    joiningGround: choice('joiningGround', joinGrounds, { required: true }),
    note: step.note,
  },
  writes: {
    ...moveWrites,
    criminalCase: { update: ['state', 'severity'] },
    caseStep: { insert: true },
    limitExtension: { ...moveWrites.limitExtension, insert: true },
  },
  facts: async (source, { subject, input }) => ({
    rules: source.rules as Rules,
    into: await findCase(source, input.otherCase),
    parts: await partIds(source, subject),
    rows: await rowsOf(source, subject),
    others: await rowsOf(source, input.otherCase),
  }),
  decide({ row, subject, input, now, newId, actor }, { rules, into, parts, rows, others }) {
    if (!row) return new Problem('record.not_found');
    const forbidden = forbids(row, actor);
    if (forbidden) return forbidden;
    if (!into || into.id === subject) return invalid({ field: 'otherCase', reason: 'no_such_case' });
    if (into.state !== row.state) return invalid({ field: 'otherCase', reason: 'other_stage' });
    if (forbids(into, actor)) return invalid({ field: 'otherCase', reason: 'other_unit' });
    const onDay = input.onDay!;
    const issue = stepIssue(onDay, now, [...rows.steps, ...others.steps]);
    if (issue) return invalid(issue);
    const { otherCase: _into, ...told } = input;
    const seats = seatsOf(into);
    const isRead = isFirstInvestigation(rules, row, rows) && isFirstInvestigation(rules, into, others);
    const [first, theirs] = [rows, others].map(one => countsFrom(one.steps.toSorted(inTurn))!);
    const isEarlier = isRead && (first!.onDay as Day) < (theirs!.onDay as Day);
    const came = { criminalCase: into.id, ...seats };
    const steps = rows.steps.toSorted(inTurn);
    return {
      changes: [
        { update: 'criminalCase', id: subject, set: { state: 'joined' }, version: row.version },
        {
          update: 'criminalCase',
          id: into.id,
          set: { severity: heaviest([classOfRows(row, rows.charges), classOfRows(into, others.charges)])! },
          version: into.version,
        },
        {
          insert: 'caseStep',
          id: newId(),
          values: {
            criminalCase: subject,
            ...seatsOf(row),
            ...told,
            stepKind: 'joined_into',
            otherCase: into.id,
          },
        },
        ...(isRead
          ? [
              {
                insert: 'caseStep',
                id: newId(),
                values: { ...came, ...stepValues(first!), otherCase: subject },
              } as const,
            ]
          : []),
        {
          insert: 'caseStep',
          id: newId(),
          values: { ...came, ...told, stepKind: 'joined', otherCase: subject },
        },
        ...(isEarlier ? strandOf(ofCase(rows.extensions), steps, first) : []).map(
          (one): Change => ({
            insert: 'limitExtension',
            id: newId(),
            values: { ...came, ...extensionValues(one), otherCase: subject },
          }),
        ),
        ...reseated(goes(parts, ofCase(rows.extensions)), came),
      ],
      notices: [...tellSeats(row, actor, 'case_joined'), ...tellSeats(into, actor, 'case_joined')],
      warnings: isRead ? [] : [{ field: 'otherCase', reason: 'joined_unread' }],
    };
  },
});

/** All parts but the steps and what was granted to the case itself, which stay with what they were taken in; and what the three agreed about it. */
const goes = (parts: readonly { record: string; id: string }[], stay: readonly PartRow[]) =>
  parts.filter(
    ({ record, id }) => moved.some(({ name }) => name === record) && !stay.some(one => one.id === id),
  );

export const splitCase = act({
  name: 'criminalCase.split',
  record: 'criminalCase',
  states: Object.keys(joining),
  input: {
    /** Who goes into the new case. */
    accused: codes({ required: true }),
    title: criminalCase.fields.title,
    onDay: step.onDay,
    decisionNumber: { ...step.decisionNumber, required: true },
    joiningGround: choice('joiningGround', [...splitGrounds.investigation, ...splitGrounds.prosecution], {
      required: true,
    }),
    note: step.note,
  },
  writes: {
    ...moveWrites,
    criminalCase: { insert: true, update: ['severity'] },
    caseStep: { insert: true },
    limitExtension: { ...moveWrites.limitExtension, insert: true },
    dutyDone: { ...moveWrites.dutyDone, insert: true },
  },
  facts: (source, { subject }) => rowsOf(source, subject),
  decide({ row, subject, input, now, newId, actor }, rows) {
    if (!row) return new Problem('record.not_found');
    const forbidden = forbids(row, actor);
    if (forbidden) return forbidden;
    const chosen = new Set(input.accused);
    const state = row.state as JoiningState;
    const issues: FieldIssue[] = [];
    if (![...chosen].every(id => rows.accused.some(one => one.id === id)))
      issues.push({ field: 'accused', reason: 'not_this_case' });
    else if (rows.accused.every(one => chosen.has(one.id)))
      issues.push({ field: 'accused', reason: 'leaves_nobody' });
    if (!(splitGrounds[state] as readonly string[]).includes(input.joiningGround!))
      issues.push({
        field: 'joiningGround',
        reason: 'other_stage_ground',
        params: { article: joining[state].article },
      });
    const issue = stepIssue(input.onDay!, now, rows.steps);
    if (issue) issues.push(issue);
    if (issues.length > 0) return invalid(...issues);
    const { accused: _who, title, ...told } = input;
    const id = newId();
    const seats = seatsOf(row);
    const goes = { criminalCase: id, ...seats };
    const theirs = (one: PartRow) => chosen.has((one.accused ?? one.id) as string);
    const move = (record: string, list: readonly PartRow[]) =>
      list.filter(theirs).map((one): Change => ({ update: record, id: one.id, set: goes }));
    const left = rows.charges.filter(one => !theirs(one));
    return {
      changes: [
        {
          insert: 'criminalCase',
          id,
          values: {
            title,
            crimeReport: row.crimeReport,
            caseLevel: row.caseLevel,
            openedOn: row.openedOn,
            openedDecision: row.openedDecision,
            severity: classOfRows(row, rows.charges.filter(theirs)),
            state,
            ...seats,
            inCharge: row.inCharge,
            procurator: row.procurator,
            judge: row.judge,
          },
        },
        {
          update: 'criminalCase',
          id: subject,
          set: { severity: classOfRows(row, left) },
          version: row.version,
        },
        ...rows.steps.toSorted(inTurn).flatMap((one): Change[] => {
          const copy = newId();
          return [
            { insert: 'caseStep', id: copy, values: { ...goes, ...stepValues(one) } },
            // What went with the step was done once for both.
            ...standingDuties(rows.duties)
              .filter(duty => duty.ofRow === one.id)
              .map(
                ({ limitFamily, doneOn, decisionNumber }): Change => ({
                  insert: 'dutyDone',
                  id: newId(),
                  values: { ...goes, limitFamily, doneOn, decisionNumber, ofRow: copy },
                }),
              ),
          ];
        }),
        ...ofCase(rows.extensions).map(
          (one): Change => ({
            insert: 'limitExtension',
            id: newId(),
            values: { ...goes, ...extensionValues(one) },
          }),
        ),
        {
          insert: 'caseStep',
          id: newId(),
          values: { ...goes, ...told, stepKind: 'split_off', otherCase: subject },
        },
        {
          insert: 'caseStep',
          id: newId(),
          values: { criminalCase: subject, ...seats, ...told, stepKind: 'split', otherCase: id },
        },
        ...move('accused', rows.accused),
        ...move('charge', rows.charges),
        ...move('measure', rows.measures),
        ...move('limitExtension', rows.extensions),
        ...rows.duties
          .filter(duty =>
            [...rows.charges, ...rows.measures].some(one => one.id === duty.ofRow && theirs(one)),
          )
          .map((duty): Change => ({ update: 'dutyDone', id: duty.id, set: goes })),
      ],
      answer: { split: id },
      notices: tellSeats(row, actor, 'case_split'),
    };
  },
});

export const joiningActs = [joinCase, splitCase] as const;
