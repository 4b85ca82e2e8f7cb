/* What is decided in a case beside its way from one body to the next: that the summary procedure is used or no longer, and what becomes of an appeal that comes late. Each is a step with its day
 * and stands among the others, and the case stays where it is until a late appeal is admitted. */
import { type Actor, act, type Change, type FactSource, type Row } from '../../kernel/act/act.ts';
import { type Day, dayIn, dayOf, type Instant } from '../../kernel/day.ts';
import { choice } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import type { Rules } from '../../rules/schema.ts';
import { dayIssue, tellOffices } from './alike.ts';
import { caseClocks, countedFor, inTurn } from './case-clocks.ts';
import { type LimitRows, rowsOf, seatsOf } from './case-rows.ts';
import type { StepKind } from './lists.ts';
import { caseStep } from './record.ts';
import { seatNames, seatsHeld } from './seats.ts';
import { conditionsArticle, type SummaryStep, summaryStepNow } from './summary-procedure.ts';

const { onDay, decisionNumber, note } = caseStep.fields;
const numbered = { onDay, decisionNumber: { ...decisionNumber, required: true }, note };
interface Facts {
  readonly rules: Rules;
  readonly rows: LimitRows;
}
const facts = async (source: FactSource, { subject }: { readonly subject: string }): Promise<Facts> => ({
  rules: source.rules as Rules,
  rows: await rowsOf(source, subject),
});

const heldBy = (row: Row, { reach }: Actor) => seatsHeld(row, office => reach.includes(office));

interface Taken {
  readonly onDay: Day | null;
  readonly decisionNumber?: string | null;
  readonly note?: string | null;
}

/** The step, after all that were taken before, and who is told of it. */
function taken(
  row: Row,
  stepKind: StepKind,
  input: Taken,
  id: string,
  actor: Actor,
  state: unknown = row.state,
): { changes: Change[]; notices: ReturnType<typeof tellOffices> } {
  const { onDay: day, decisionNumber: number = null, note: told = null } = input;
  return {
    changes: [
      { update: 'criminalCase', id: row.id, set: { state }, version: row.version },
      {
        insert: 'caseStep',
        id,
        values: {
          criminalCase: row.id,
          ...seatsOf(row),
          stepKind,
          onDay: day,
          decisionNumber: number,
          note: told,
        },
      },
    ],
    notices: tellOffices(
      'case_step',
      'criminalCase',
      row.id,
      seatNames.map(seat => row[seat]),
      actor,
    ),
  };
}

const notInTurn = (day: Day, now: Instant, { steps }: LimitRows): FieldIssue | null =>
  dayIssue(
    'onDay',
    day,
    dayOf(now),
    steps.map(one => one.onDay),
  );

/** What the summary procedure would leave no time for: a stage whose limit by it is over already. */
function alreadyOver({ rules, rows }: Facts, row: Row, day: Day): FieldIssue[] {
  const step = { id: 'decided', stepKind: 'summary_applied', onDay: day, madeAt: '9' };
  const clocks = caseClocks(rules, countedFor(row, { ...rows, steps: [...rows.steps, step] }));
  const over = clocks.find(
    ({ family, doneOn, limit: { term } }) =>
      family.startsWith('summary.') && doneOn === null && term.due !== null && dayIn(term.due) < day,
  );
  if (!over) return [];
  const { term, line } = over.limit;
  return [
    {
      field: 'onDay',
      reason: 'summary_over',
      params: { day: dayIn(term.due!), article: line.article },
    },
  ];
}

const summaryAct = (name: string, kind: SummaryStep) =>
  act({
    name,
    record: 'criminalCase',
    input: numbered,
    writes: { criminalCase: { update: ['state'] }, caseStep: { insert: true } },
    facts,
    decide({ row, input, now, newId, actor }, known) {
      if (!row) return new Problem('record.not_found');
      const steps = known.rows.steps.toSorted(inTurn);
      if (summaryStepNow(row.state as string, steps, heldBy(row, actor)) !== kind)
        return summaryStepNow(row.state as string, steps, seatNames) === kind
          ? new Problem('case.not_your_turn')
          : new Problem('act.wrong_state', { state: row.state as string });
      const day = input.onDay!;
      const issue = notInTurn(day, now, known.rows);
      if (issue) return invalid(issue);
      const begins = kind === 'summary_applied';
      if (begins && row.severity !== 'INT')
        return invalid({
          field: 'onDay',
          reason: 'summary_too_grave',
          params: { article: conditionsArticle },
        });
      return {
        ...taken(row, kind, input, newId(), actor),
        warnings: begins ? alreadyOver(known, row, day) : [],
      };
    },
  });

export const applySummary = summaryAct('criminalCase.applySummary', 'summary_applied');
export const cancelSummary = summaryAct('criminalCase.cancelSummary', 'summary_cancelled');

/** States in which a judgment of first instance stands that somebody may still want to appeal against. */
const appealable = ['judged', 'appeal', 'in_force'] as const;

/** Whether a late appeal waits to be decided on. @param steps in their order. */
export const isLateAppealOpen = (steps: readonly Readonly<Record<string, unknown>>[]): boolean =>
  steps.findLast(one => String(one.stepKind).startsWith('late_appeal'))?.stepKind === 'late_appealed';

export const receiveLateAppeal = act({
  name: 'criminalCase.receiveLateAppeal',
  record: 'criminalCase',
  states: appealable,
  input: { onDay, note },
  writes: { criminalCase: { update: ['state'] }, caseStep: { insert: true } },
  facts,
  decide({ row, input, now, newId, actor }, { rules, rows }) {
    if (!row) return new Problem('record.not_found');
    if (!heldBy(row, actor).includes('court')) return new Problem('case.not_your_turn');
    const steps = rows.steps.toSorted(inTurn);
    if (isLateAppealOpen(steps)) return invalid({ field: 'onDay', reason: 'late_appeal_waits' });
    const day = input.onDay!;
    const issue = notInTurn(day, now, rows);
    if (issue) return invalid(issue);
    // One that comes in time is an appeal like any other.
    const right = caseClocks(rules, countedFor(row, rows)).findLast(one => one.family === 'appeal.judgment');
    const until = right?.limit.term.due;
    if (until && day <= dayIn(until))
      return invalid({
        field: 'onDay',
        reason: 'appeal_in_time',
        params: { day: dayIn(until), article: right.limit.line.article },
      });
    return taken(row, 'late_appealed', input, newId(), actor);
  },
});

export const decideLateAppeal = act({
  name: 'criminalCase.decideLateAppeal',
  record: 'criminalCase',
  states: appealable,
  input: {
    lateAppeal: choice('lateAppeal', ['admitted', 'refused'], { required: true }),
    ...numbered,
  },
  writes: { criminalCase: { update: ['state'] }, caseStep: { insert: true } },
  facts,
  decide({ row, input, now, newId, actor }, { rows }) {
    if (!row) return new Problem('record.not_found');
    if (!heldBy(row, actor).includes('court')) return new Problem('case.not_your_turn');
    if (!isLateAppealOpen(rows.steps.toSorted(inTurn)))
      return invalid({ field: 'onDay', reason: 'no_late_appeal' });
    const issue = notInTurn(input.onDay!, now, rows);
    if (issue) return invalid(issue);
    return input.lateAppeal === 'admitted'
      ? taken(row, 'late_appeal_admitted', input, newId(), actor, 'appeal')
      : taken(row, 'late_appeal_refused', input, newId(), actor);
  },
});

export const besideActs = [applySummary, cancelSummary, receiveLateAppeal, decideLateAppeal] as const;
