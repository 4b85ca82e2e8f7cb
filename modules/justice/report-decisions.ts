/* What is decided about the time a report of a crime may take: extending it, suspending it with a reason, taking it up again, or the procuracy's cancelling of the suspension
 * (articles 147 to 149 of the Criminal Procedure Code). Each decision is a row of its own; the limit follows from them (report-clocks.ts). */
import { act, type FactSource } from '../../kernel/act/act.ts';
import { type Day, dayIn, dayOf, type Instant } from '../../kernel/day.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import type { Rules } from '../../rules/schema.ts';
import { dayIssue, tellOffices } from './alike.ts';
import { judgeExtension } from './granting.ts';
import { reportDecision } from './record.ts';
import { reportTerms } from './report-clocks.ts';

const { fields } = reportDecision;
type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** What was decided about a report, in its order. */
export const decisionsOf = (source: FactSource, report: string): Promise<Row[]> =>
  source.query<Row>(
    `select id, decision_kind as "decisionKind", decided_on::text as "decidedOn", decision_number as "decisionNumber", made_at::text as "madeAt",
       turn, length_unit as "lengthUnit", length_value as "lengthValue" from report_decision where crime_report = $1`,
    [report],
  );

/** The new decision, with who sees it. */
const decided = (row: Row, id: string, values: Record<string, unknown>) =>
  ({
    insert: 'reportDecision',
    id,
    values: { crimeReport: row.id, toOffice: row.toOffice, procuracy: row.procuracy ?? null, ...values },
  }) as const;

/** Why a day cannot be that of the next decision. */
const decidedIssue = (on: Day, now: Instant, earlier: readonly Row[]) =>
  dayIssue(
    'decidedOn',
    on,
    dayOf(now),
    earlier.map(one => one.decidedOn),
  );

export const extendReport = act({
  name: 'crimeReport.extend',
  record: 'crimeReport',
  states: ['taken_up'],
  input: {
    lengthValue: { ...fields.lengthValue, required: true },
    lengthUnit: { ...fields.lengthUnit, required: true },
    grantedBy: { ...fields.grantedBy, required: true },
    decidedOn: fields.decidedOn,
    decisionNumber: fields.decisionNumber,
    note: fields.note,
  },
  writes: { reportDecision: { insert: true } },
  facts: async (source, { subject }) => ({
    rules: source.rules as Rules,
    decisions: await decisionsOf(source, subject),
  }),
  decide({ row, input, now, newId }, { rules, decisions }) {
    if (!row) return new Problem('record.not_found');
    const issue = decidedIssue(input.decidedOn!, now, decisions);
    if (issue) return invalid(issue);
    const running = reportTerms(row, decisions).findLast(
      term => !term.family.startsWith('report.commune') && !term.doneOn,
    );
    if (!running) return invalid({ field: 'decidedOn', reason: 'limit_not_running' });
    const turn = running.granted?.length ?? 0;
    const judged = judgeExtension(
      rules,
      { family: running.family, start: dayIn(running.start), kind: 'any', turn, level: 'any' },
      input,
    );
    if (judged instanceof Problem) return judged;
    return {
      changes: [decided(row, newId(), { ...input, decisionKind: 'extended', turn: turn + 1 })],
      notices: [
        { kind: 'report_extended', office: row.procuracy as string, record: 'crimeReport', subject: row.id },
      ],
      warnings: judged,
    };
  },
});

export const suspendReport = act({
  name: 'crimeReport.suspend',
  record: 'crimeReport',
  states: ['taken_up'],
  input: {
    suspendGround: { ...fields.suspendGround, required: true },
    decidedOn: fields.decidedOn,
    decisionNumber: fields.decisionNumber,
    note: fields.note,
  },
  writes: {
    reportDecision: { insert: true },
    crimeReport: { update: ['state', 'reportOutcome', 'resolvedOn', 'decisionNumber', 'decisionGround'] },
  },
  facts: (source, { subject }) => decisionsOf(source, subject),
  decide({ row, subject, input, now, newId }, decisions) {
    if (!row) return new Problem('record.not_found');
    const decidedOn = input.decidedOn!;
    const issue = decidedIssue(decidedOn, now, decisions);
    if (issue) return invalid(issue);
    if (decidedOn < (row.takenUpOn as string))
      return invalid({ field: 'decidedOn', reason: 'before_received' });
    if (input.suspendGround === 'force_majeure' && decidedOn < forceMajeureFrom)
      return invalid({ field: 'suspendGround', reason: 'not_law_yet', params: { day: forceMajeureFrom } });
    return {
      changes: [
        {
          update: 'crimeReport',
          id: subject,
          set: {
            state: 'suspended',
            reportOutcome: 'suspend',
            resolvedOn: decidedOn,
            decisionNumber: input.decisionNumber,
            decisionGround: null,
          },
          version: row.version,
        },
        decided(row, newId(), { ...input, decisionKind: 'suspended' }),
      ],
      notices: [
        { kind: 'report_suspended', office: row.office, record: 'crimeReport', subject },
        { kind: 'report_suspended', office: row.procuracy as string, record: 'crimeReport', subject },
      ],
    };
  },
});

/** Since Law 02/2021/QH15: disaster and epidemic. */
export const forceMajeureFrom = '2021-12-01' as Day;

/** The report is with whoever resolves it again, for as long as the law gives from this day. */
const takenUpAgain = (name: string, decisionKind: 'resumed' | 'suspension_cancelled') =>
  act({
    name,
    record: 'crimeReport',
    states: ['suspended'],
    input: {
      decidedOn: fields.decidedOn,
      decisionNumber: fields.decisionNumber,
      note: fields.note,
    },
    writes: {
      reportDecision: { insert: true },
      crimeReport: { update: ['state', 'reportOutcome', 'resolvedOn', 'decisionNumber', 'decisionGround'] },
    },
    facts: (source, { subject }) => decisionsOf(source, subject),
    decide({ row, subject, input, now, newId, actor }, decisions) {
      if (!row) return new Problem('record.not_found');
      const issue = decidedIssue(input.decidedOn!, now, decisions);
      if (issue) return invalid(issue);
      const none = { reportOutcome: null, resolvedOn: null, decisionNumber: null, decisionGround: null };
      return {
        changes: [
          {
            update: 'crimeReport',
            id: subject,
            set: { state: 'taken_up', ...none },
            version: row.version,
          },
          decided(row, newId(), { ...input, decisionKind }),
        ],
        notices: tellOffices(
          'report_resumed',
          'crimeReport',
          subject,
          [row.toOffice, row.procuracy, row.office],
          actor,
        ),
      };
    },
  });

export const resumeReport = takenUpAgain('crimeReport.resume', 'resumed');
export const cancelSuspension = takenUpAgain('crimeReport.cancelSuspension', 'suspension_cancelled');

export const reportDecisionActs = [extendReport, suspendReport, resumeReport, cancelSuspension] as const;
