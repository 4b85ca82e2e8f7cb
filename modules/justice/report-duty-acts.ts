/* That something which goes with a report was done, noted by the body whose duty it is. */
import { act, type FactSource } from '../../kernel/act/act.ts';
import { compareInstants, type Day, dayIn, dayOf, type Instant } from '../../kernel/day.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import type { Rules } from '../../rules/schema.ts';
import { dayIssue } from './alike.ts';
import { reportDutyDone } from './record.ts';
import { decisionsOf } from './report-decisions.ts';
import { officeOf, type ReportDuty, reportDuties, seesDecisions } from './report-duties.ts';

const { limitFamily, ofRow, doneOn, decisionNumber, notOursAt } = reportDutyDone.fields;

/** What was noted as done of a report and stands, as its duties are counted by. */
export const notedOf = ({ query }: FactSource, report: string) =>
  query<Readonly<Record<string, unknown>>>(
    `select id, limit_family as "limitFamily", of_row as "ofRow", done_on::text as "doneOn", not_ours_at as "notOursAt"
       from report_duty_done where crime_report = $1 and taken_back is not true`,
    [report],
  );

/** What makes no sense of when a duty is said to have been done. */
export function dutyIssues(
  { family, since }: Pick<ReportDuty, 'family' | 'since'>,
  { doneOn: on, notOursAt: found }: { readonly doneOn: Day | null; readonly notOursAt?: Instant | null },
  now: Instant,
): FieldIssue[] {
  // What is done before the end of a term may be done at any time before it.
  const from = family === 'report.pre_expiry_review' ? [] : [dayIn(since)];
  const issue = dayIssue('doneOn', on!, dayOf(now), from);
  if (issue) return [issue];
  if (!found) return [];
  if (family !== 'report.classify') return [{ field: 'notOursAt', reason: 'only_classified' }];
  if (found > now) return [{ field: 'notOursAt', reason: 'in_future' }];
  return compareInstants(found, since as Instant) < 0
    ? [{ field: 'notOursAt', reason: 'before_received' }]
    : [];
}

export const noteReportDuty = act({
  name: 'crimeReport.noteDuty',
  record: 'crimeReport',
  input: { limitFamily, ofRow, doneOn, decisionNumber, notOursAt },
  writes: { reportDutyDone: { insert: true } },
  facts: async (source, { subject, actor }) => ({
    rules: source.rules as Rules,
    decisions: seesDecisions(actor.role) ? await decisionsOf(source, subject) : [],
    duties: await notedOf(source, subject),
  }),
  decide({ row, subject, input, now, newId, actor }, { rules, decisions, duties }) {
    if (!row) return new Problem('record.not_found');
    const { limitFamily: family, ofRow: of } = input;
    const duty = reportDuties(rules, row, { decisions, duties }).find(
      one => one.family === family && one.of === of,
    );
    if (!duty) return invalid({ field: 'limitFamily', reason: 'no_such_duty' });
    if (!actor.reach.includes(officeOf(row, duty.seat)!)) return new Problem('report.not_yours');
    if (duties.some(one => one.limitFamily === family && one.ofRow === of))
      return invalid({ field: 'limitFamily', reason: 'duty_was_done' });
    const issues = dutyIssues(duty, input, now);
    if (issues.length > 0) return invalid(...issues);
    const toOffice = officeOf(row, 'resolver');
    return {
      changes: [
        {
          insert: 'reportDutyDone',
          id: newId(),
          values: { ...input, crimeReport: subject, toOffice, procuracy: row.procuracy ?? null },
        },
      ],
    };
  },
});

export const reportDutyActs = [noteReportDuty] as const;
