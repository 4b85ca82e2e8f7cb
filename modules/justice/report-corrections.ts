/* What may be set right of a report of crime, each by the body that entered it: when it was received, when it was handed over, and what was decided about its time. The limits follow, and
 * the answer says what moved. */
import { type Actor, act, type FactSource, type Row } from '../../kernel/act/act.ts';
import { type Day, dayIn, dayOf, type Instant } from '../../kernel/day.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import type { Rules } from '../../rules/schema.ts';
import { asked, correctedWhy, setRight } from './correcting.ts';
import { judgeExtension } from './granting.ts';
import { decisionNames } from './lists.ts';
import { crimeReport, reportDecision, reportDutyDone } from './record.ts';
import { decisionsInTurn, movedTerms, reportLimits, reportTerms } from './report-clocks.ts';
import { decisionsOf, forceMajeureFrom } from './report-decisions.ts';
import { reportDuties, seesDecisions } from './report-duties.ts';
import { dutyIssues, notedOf } from './report-duty-acts.ts';

type Decision = Awaited<ReturnType<typeof decisionsOf>>[number];

const factsOf = async (source: FactSource, { role }: Actor, report: unknown) => ({
  rules: source.rules as Rules,
  decisions: report && seesDecisions(role) ? await decisionsOf(source, report as string) : [],
});

/** The report with its right moment, or why it cannot be that. */
function momentSetRight(
  row: Row,
  values: Readonly<Record<string, unknown>>,
  issues: readonly (FieldIssue | false | null)[],
  { rules, decisions }: Awaited<ReturnType<typeof factsOf>>,
  how: Parameters<typeof setRight>[2],
) {
  const wrong = issues.filter(issue => typeof issue === 'object' && issue !== null);
  if (wrong.length > 0) return invalid(...wrong);
  const set = setRight(row, values, how);
  if (set instanceof Problem) return set;
  const moved = movedTerms(
    reportLimits(rules, row, decisions),
    reportLimits(rules, { ...row, ...set }, decisions),
  );
  return {
    changes: [{ update: crimeReport.name, id: row.id, set, version: row.version }],
    answer: { moved },
  };
}

export const correctReceipt = act({
  name: 'crimeReport.correctReceipt',
  record: 'crimeReport',
  input: { receivedAt: crimeReport.fields.receivedAt, correctedWhy },
  writes: { crimeReport: { update: ['receivedAt', 'corrections'] } },
  facts: (source, { row, actor }) => factsOf(source, actor, row?.id),
  decide({ row, input, now, actor }, facts) {
    if (!row) return new Problem('record.not_found');
    const at = input.receivedAt!;
    const handed = row.handedAt as Instant | null;
    const taken = row.takenUpOn as Day | null;
    return momentSetRight(
      row,
      { receivedAt: at },
      [
        at > now && { field: 'receivedAt', reason: 'in_future' },
        handed !== null &&
          at > handed && { field: 'receivedAt', reason: 'after_handed', params: { day: dayIn(handed) } },
        taken !== null &&
          dayIn(at) > taken && { field: 'receivedAt', reason: 'after_taken_up', params: { day: taken } },
      ],
      facts,
      { why: input.correctedWhy, actor, now },
    );
  },
});

export const correctHandOver = act({
  name: 'crimeReport.correctHandOver',
  record: 'crimeReport',
  states: ['handed_over', 'taken_up', 'resolved', 'suspended'],
  input: {
    handedAt: { ...crimeReport.fields.handedAt, required: true },
    handedMinutes: crimeReport.fields.handedMinutes,
    correctedWhy,
  },
  writes: { crimeReport: { update: ['handedAt', 'handedMinutes', 'corrections'] } },
  facts: (source, { row, actor }) => factsOf(source, actor, row?.id),
  decide({ row, input, now, actor }, facts) {
    if (!row) return new Problem('record.not_found');
    if (!row.handedAt) return new Problem('act.wrong_state', { state: row.state as string });
    // The last hand-over is of whoever passed it on, and of whoever took it where nobody did.
    if (!actor.reach.includes((row.passedBy ?? row.office) as string))
      return new Problem('correction.not_yours');
    const { correctedWhy: why, ...values } = input;
    const at = input.handedAt!;
    const received = row.receivedAt as Instant;
    // When the first body got it, where it was handed on since.
    const first = row.firstHandedAt as Instant | null;
    const taken = row.takenUpOn as Day | null;
    return momentSetRight(
      row,
      values,
      [
        at > now && { field: 'handedAt', reason: 'in_future' },
        first !== null &&
          at >= received &&
          at < first && { field: 'handedAt', reason: 'before_earlier_step', params: { day: dayIn(first) } },
        at < received && { field: 'handedAt', reason: 'before_receipt', params: { day: dayIn(received) } },
        taken !== null &&
          dayIn(at) > taken && { field: 'handedAt', reason: 'after_taken_up', params: { day: taken } },
      ],
      facts,
      { why, actor, now },
    );
  },
});

const allNames = [...new Set(Object.values(decisionNames).flat())];

export const correctDecision = act({
  name: 'reportDecision.correct',
  record: 'reportDecision',
  input: asked(reportDecision, allNames),
  writes: {
    reportDecision: { update: [...allNames, 'corrections'] },
    crimeReport: { update: ['resolvedOn', 'decisionNumber'] },
  },
  facts: async (source, { row, actor }) => ({
    ...(await factsOf(source, actor, row?.crimeReport)),
    report: row ? await source.find('crimeReport', row.crimeReport as string) : null,
  }),
  decide({ row, subject, input, now, actor }, { rules, decisions, report }) {
    if (!row || !report) return new Problem('record.not_found');
    const { correctedWhy: why, ...given } = input as Record<string, unknown>;
    const kind = row.decisionKind as string;
    const values = Object.fromEntries(decisionNames[kind]!.map(name => [name, given[name] ?? null]));
    const missing = Object.keys(values).find(name => values[name] === null);
    if (missing) return invalid({ field: missing, reason: 'required' });
    const decidedOn = values.decidedOn as Day;
    const inTurn = decisionsInTurn(decisions);
    const at = inTurn.findIndex(one => one.id === subject);
    const day = (one: Decision | undefined) => (one?.decidedOn as Day | undefined) ?? null;
    const [before, next] = [day(inTurn[at - 1]), day(inTurn[at + 1])];
    const begun = report.takenUpOn as Day | null;
    const over = report.state === 'resolved' ? (report.resolvedOn as Day) : null;
    const issue = (reason: string, other: Day): FieldIssue => ({
      field: 'decidedOn',
      reason,
      params: { day: other },
    });
    if (decidedOn > dayOf(now)) return invalid({ field: 'decidedOn', reason: 'in_future' });
    if (begun && decidedOn < begun) return invalid(issue('before_taken_up', begun));
    if (before && decidedOn < before) return invalid(issue('before_earlier_decision', before));
    if (next && decidedOn > next) return invalid(issue('after_later_decision', next));
    if (over && decidedOn > over) return invalid(issue('after_resolved', over));
    if (values.suspendGround === 'force_majeure' && decidedOn < forceMajeureFrom)
      return invalid({ field: 'suspendGround', reason: 'not_law_yet', params: { day: forceMajeureFrom } });
    const warnings: FieldIssue[] = [];
    if (kind === 'extended') {
      const term = reportTerms({ ...report, state: 'taken_up' }, inTurn.slice(0, at)).findLast(
        one => one.family === 'report.resolve' || one.family.startsWith('report.after_'),
      );
      if (!term) return invalid({ field: 'decidedOn', reason: 'limit_not_running' });
      const judged = judgeExtension(
        rules,
        {
          family: term.family,
          start: dayIn(term.start),
          kind: 'any',
          turn: term.granted?.length ?? 0,
          level: 'any',
        },
        values as never,
      );
      if (judged instanceof Problem) return judged;
      warnings.push(...judged);
    }
    const set = setRight(row, values, { why, actor, now });
    if (set instanceof Problem) return set;
    // While a report is suspended it carries the day and number of the decision that did it.
    const carries = kind === 'suspended' && report.state === 'suspended' && at === inTurn.length - 1;
    const follows = { resolvedOn: decidedOn, decisionNumber: values.decisionNumber };
    const is = { ...report, ...(carries && follows) };
    return {
      changes: [
        { update: 'reportDecision', id: subject, set, version: row.version },
        ...(carries ? [{ update: 'crimeReport', id: report.id, set: follows }] : []),
      ],
      warnings,
      answer: {
        moved: movedTerms(
          reportLimits(rules, report, decisions),
          reportLimits(
            rules,
            is,
            decisions.map(one => (one.id === subject ? { ...one, ...values } : one)),
          ),
        ),
      },
    };
  },
});

const dutyNames = ['doneOn', 'decisionNumber', 'notOursAt'] as const;

const ofDuty = async (source: FactSource, { row, actor }: { row: Row | null; actor: Actor }) => {
  const id = row?.crimeReport as string | undefined;
  return {
    rules: source.rules as Rules,
    report: id ? await source.find('crimeReport', id) : null,
    decisions: id && seesDecisions(actor.role) ? await decisionsOf(source, id) : [],
    duties: id ? await notedOf(source, id) : [],
  };
};

/** A duty with what is right instead; the answer says which limits moved. */
function dutySetRight(
  row: Row,
  values: Readonly<Record<string, unknown>>,
  { rules, report, decisions, duties }: Awaited<ReturnType<typeof ofDuty>>,
  how: Parameters<typeof setRight>[2],
) {
  const set = setRight(row, values, how);
  if (set instanceof Problem) return set;
  if (!report) return new Problem('report.not_yours');
  const counted = (noted: typeof duties) => [
    ...reportLimits(rules, report, decisions, noted),
    ...reportDuties(rules, report, { decisions, duties: noted }),
  ];
  const after = duties.map(one => (one.id === row.id ? { ...one, ...values } : one));
  return {
    changes: [{ update: reportDutyDone.name, id: row.id, set, version: row.version }],
    answer: { moved: movedTerms(counted(duties), counted(after)) },
  };
}

export const correctReportDuty = act({
  name: 'reportDutyDone.correct',
  record: 'reportDutyDone',
  input: asked(reportDutyDone, dutyNames),
  writes: { reportDutyDone: { update: [...dutyNames, 'corrections'] } },
  facts: ofDuty,
  decide({ row, input, now, actor }, facts) {
    if (!row) return new Problem('record.not_found');
    if (!facts.report) return new Problem('report.not_yours');
    if (!actor.reach.includes(row.office as string)) return new Problem('correction.not_yours');
    if (row.takenBack === true) return invalid({ field: 'doneOn', reason: 'was_taken_back' });
    const { correctedWhy: why, ...values } = input as Record<string, unknown>;
    const { decisions, duties } = facts;
    const without = duties.filter(one => one.id !== row.id);
    const duty = reportDuties(facts.rules, facts.report, { decisions, duties: without }).find(
      one => one.family === row.limitFamily && one.of === row.ofRow,
    );
    const issues = duty
      ? dutyIssues(duty, values as Parameters<typeof dutyIssues>[1], now)
      : [{ field: 'doneOn', reason: 'no_such_duty' }];
    if (issues.length > 0) return invalid(...issues);
    return dutySetRight(row, values, facts, { why, actor, now });
  },
});

/** It was not done at all: whoever noted it says so, and it is to be done again. */
export const takeBackReportDuty = act({
  name: 'reportDutyDone.takeBack',
  record: 'reportDutyDone',
  input: { correctedWhy },
  writes: { reportDutyDone: { update: ['takenBack', 'corrections'] } },
  facts: ofDuty,
  decide({ row, input, now, actor }, facts) {
    if (!row) return new Problem('record.not_found');
    if (!actor.reach.includes(row.office as string)) return new Problem('correction.not_yours');
    return dutySetRight(row, { takenBack: true }, facts, { why: input.correctedWhy, actor, now });
  },
});

export const reportCorrectionActs = [
  correctReceipt,
  correctHandOver,
  correctDecision,
  correctReportDuty,
  takeBackReportDuty,
] as const;
