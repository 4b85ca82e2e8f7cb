/* The steps of a case from one body to the next: each body takes its own, in its own seat and its own turn. A step that sends the case to a court gives that court its seat: the indictment the court
 * of first instance, the sending up of an appeal the court above and its procuracy. */
import { act, type Row } from '../../kernel/act/act.ts';
import { dayOf } from '../../kernel/day.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import type { Rules } from '../../rules/schema.ts';
import { dayIssue, tellOffices } from './alike.ts';
import { inTurn } from './case-clocks.ts';
import { partIds, reseated, seatsOf, seatWrites, stepsOf } from './case-rows.ts';
import { hasHearing, type StepKind, steps, stepsFrom } from './lists.ts';
import { caseStep, criminalCase } from './record.ts';
import { judgeReturn } from './returns.ts';
import { seatNames, seatsHeld } from './seats.ts';

const { court, appealProcuracy, appealCourt } = criminalCase.fields;
const { stepKind, onDay, decisionNumber, hearingOn, note } = caseStep.fields;
const given = { court, appealProcuracy, appealCourt };
type Given = keyof typeof given;
const givenNames = Object.keys(given) as Given[];
type Named = Readonly<Partial<Record<Given, string | null>>>;

/** The seats a step gives, and to whom; those it does not speak of stay as they are. */
function seatsGiven(kind: StepKind, row: Row, named: Named): Named {
  if (kind === 'indicted') return { court: named.court ?? (row.court as string | null) };
  if (kind === 'appeal_sent')
    return { appealProcuracy: named.appealProcuracy ?? null, appealCourt: named.appealCourt ?? null };
  // A new appeal goes up anew, perhaps to another court: until then nobody above has a part in it.
  const isNew = row.state === 'judged' && (kind === 'appealed' || kind === 'protested');
  return isNew ? { appealProcuracy: null, appealCourt: null } : {};
}

/** A court above that has a seat has its procuracy beside it, and neither of them heard the case below. */
function givenIssues(kind: StepKind, row: Row, named: Named): FieldIssue[] {
  if (kind === 'indicted') return named.court || row.court ? [] : [{ field: 'court', reason: 'required' }];
  if (kind !== 'appeal_sent') return [];
  const { appealProcuracy: procuracy, appealCourt: above } = named;
  const below = [row.handler, row.procuracy, row.court];
  return [
    ...(Boolean(above) !== Boolean(procuracy)
      ? [{ field: above ? 'appealProcuracy' : 'appealCourt', reason: 'required' }]
      : []),
    ...(above && below.includes(above) ? [{ field: 'appealCourt', reason: 'heard_below' }] : []),
    ...(procuracy && below.includes(procuracy) ? [{ field: 'appealProcuracy', reason: 'heard_below' }] : []),
  ];
}

export const takeStep = act({
  name: 'criminalCase.step',
  record: 'criminalCase',
  input: {
    stepKind: { ...stepKind },
    onDay,
    decisionNumber,
    hearingOn,
    note,
    /** The court the indictment goes to, and those an appeal is sent up to. */
    ...given,
  },
  writes: {
    ...seatWrites(...givenNames),
    criminalCase: { update: ['state', ...givenNames, 'appealProcurator', 'appealJudge'] },
    caseStep: { insert: true, update: givenNames },
  },
  facts: async (source, { subject }) => ({
    rules: source.rules as Rules,
    earlier: await stepsOf(source, subject),
    parts: await partIds(source, subject),
  }),
  decide({ row, subject, input, now, newId, actor }, { rules, earlier, parts }) {
    if (!row) return new Problem('record.not_found');
    const kind = input.stepKind as StepKind;
    const rule = steps[kind];
    const before = earlier.toSorted(inTurn).map(one => one.stepKind);
    const state = row.state as string;
    const offered = (seats: Parameters<typeof stepsFrom>[1]) =>
      stepsFrom(state, seats, before).includes(kind);
    if (!offered(seatsHeld(row, office => actor.reach.includes(office))))
      return offered(seatNames)
        ? new Problem('case.not_your_turn')
        : new Problem('act.wrong_state', { state });
    const day = input.onDay!;
    const issues: FieldIssue[] = [];
    const issue = dayIssue(
      'onDay',
      day,
      dayOf(now),
      earlier.map(one => one.onDay),
    );
    if (issue) issues.push(issue);
    if ('decided' in rule && !input.decisionNumber)
      issues.push({ field: 'decisionNumber', reason: 'required' });
    if (input.hearingOn && (input.hearingOn < day || !hasHearing.includes(kind)))
      issues.push({ field: 'hearingOn', reason: 'hearing_before_decision' });
    issues.push(...givenIssues(kind, row, input));
    if (issues.length > 0) return invalid(...issues);
    const returned = judgeReturn(rules, kind, before, day);
    if (returned instanceof Problem) return returned;
    const set = seatsGiven(kind, row, input);
    const isChanged = givenNames.some(name => name in set && (set[name] ?? null) !== (row[name] ?? null));
    const seats: Row = { ...row, ...set };
    const { court: _court, appealProcuracy: _procuracy, appealCourt: _above, ...values } = input;
    return {
      changes: [
        {
          update: 'criminalCase',
          id: subject,
          set: {
            state: rule.to,
            ...set,
            // Whoever had it above had it for another appeal.
            ...('appealCourt' in set ? { appealProcurator: null, appealJudge: null } : {}),
          },
          version: row.version,
        },
        ...(isChanged ? reseated(parts, set) : []),
        { insert: 'caseStep', id: newId(), values: { criminalCase: subject, ...seatsOf(seats), ...values } },
      ],
      notices: tellOffices(
        'case_step',
        'criminalCase',
        subject,
        seatNames.map(seat => seats[seat]),
        actor,
      ),
      warnings: returned,
    };
  },
});
