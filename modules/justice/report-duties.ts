/* What goes with a report beside resolving it: classifying it, telling the procuracy and whoever reported it, passing on what is another body's, sending what was decided. Each ends when
 * the body whose duty it is notes that it was done, or by what happens to the report. A body that handed it on owes nothing more, and the next begins with its own receipt. */
import { type Day, dayIn, type Instant } from '../../kernel/day.ts';
import { type Counted, countClock, type RunningTerm } from '../../kernel/rule/clock.ts';
import type { Reason } from '../../kernel/rule/reason.ts';
import { standingDuties } from './alike.ts';
import { type Law, type Point, pointOf } from './limits.ts';
import { decisionsInTurn, receiptOf, reportTerms } from './report-clocks.ts';

type Row = Readonly<Record<string, unknown>>;

/** The families somebody may note as done; a test holds them to the rules. */
export const reportDutyFamilies = [
  'report.classify',
  'report.transfer_incompetent',
  'report.notify_vks',
  'report.notify_reporter',
  'report.pre_expiry_review',
  'report.suspend_send',
  'report.resume_send',
  'report.cancel_send',
  'report.result_notify',
  'report.non_prosecution_send',
] as const;

/** What can be seen of a report beside itself. */
export interface ReportRows {
  /** What was decided about its time (`reportDecision`). */
  readonly decisions: readonly (Row & { readonly id: string })[];
  /** What was noted as done (`reportDutyDone`). */
  readonly duties: readonly Row[];
}

export interface ReportDuty extends Counted {
  /** What it goes with: the body that received the report, a decision, or the report itself. */
  readonly of: string;
  /** The day or moment of that, which the limit counts from. */
  readonly since: Point;
  readonly seat: ReportSeat;
  readonly doneOn: Day | null;
}

/** Those who resolve and supervise see what was decided about its time; whoever took it sees what became of it, and no decision. */
export const seesDecisions = (role: string): boolean => role === 'investigator' || role === 'procurator';

export type ReportSeat = 'resolver' | 'procuracy';
/** Whose office a seat is: the body that has the report, or the procuracy that supervises it. */
export const officeOf = (row: Row, seat: ReportSeat): string | null =>
  (seat === 'procuracy' ? row.procuracy : (row.toOffice ?? row.office)) as string | null;

const only = (code: string): readonly Reason[] => [{ code, params: {} }];
const min = (...days: (Day | null)[]): Day | null => days.filter(day => day !== null).toSorted()[0] ?? null;

/** Every duty beside resolving it, ended and running, in the order they began. */
export function reportDuties(
  law: Law,
  row: Row & { readonly id: string },
  { decisions, duties }: ReportRows,
): ReportDuty[] {
  const receipt = receiptOf(row);
  if (!receipt) return [];
  const standing = standingDuties(duties);
  const noted = (family: string, of: string): Row | undefined =>
    standing.find(one => one.limitFamily === family && one.ofRow === of);
  const duty = (
    family: (typeof reportDutyFamilies)[number],
    of: string,
    since: Point,
    over: Day | null,
    more: Pick<RunningTerm, 'kind' | 'onlyAdvice'> & { readonly seat?: ReportSeat } = {},
  ): ReportDuty[] => {
    const { seat = 'resolver', ...facts } = more;
    const doneOn = min((noted(family, of)?.doneOn as Day | undefined) ?? null, over);
    const counted = countClock(law, { family, start: pointOf(law, family, since), doneOn, ...facts });
    return counted ? [{ ...counted, of, since, seat, doneOn }] : [];
  };
  const here = officeOf(row, 'resolver')!;
  const inTurn = decisionsInTurn(decisions);
  const takenUp = (row.takenUpOn as Day | null | undefined) ?? null;
  const settled = row.state === 'resolved' ? (row.resolvedOn as Day) : null;
  const foundAt = (noted('report.classify', here)?.notOursAt as Instant | null | undefined) ?? null;
  const ofReceipt = [
    // Whoever takes it up has seen what it is.
    ...duty('report.classify', here, receipt.here, takenUp),
    ...(foundAt ? duty('report.transfer_incompetent', here, foundAt, takenUp) : []),
    ...duty('report.notify_vks', here, dayIn(receipt.here), settled),
    ...duty('report.notify_reporter', here, dayIn(receipt.here), settled),
  ];
  const ofDecisions = inTurn.flatMap((one, index) => {
    const [on, kind] = [one.decidedOn as Day, one.decisionKind as string];
    const next = (inTurn[index + 1]?.decidedOn as Day | undefined) ?? settled;
    if (kind === 'suspended') return duty('report.suspend_send', one.id, on, next);
    if (kind === 'resumed') return duty('report.resume_send', one.id, on, next);
    if (kind === 'suspension_cancelled')
      return duty('report.cancel_send', one.id, on, next, { seat: 'procuracy' });
    return [];
  });
  const ofOutcome = settled
    ? [
        ...duty('report.result_notify', row.id, settled, null),
        ...(row.reportOutcome === 'not_prosecute'
          ? duty('report.non_prosecution_send', row.id, settled, null)
          : []),
      ]
    : [];
  return [...ofReceipt, ...reviewing(), ...ofDecisions, ...ofOutcome].toSorted((a, b) =>
    dayIn(a.since).localeCompare(dayIn(b.since)),
  );

  /** Investigator and procurator go over the evidence together before the time ends: counted back from where it ends now, and anew where that has moved. */
  function reviewing(): ReportDuty[] {
    const running = reportTerms(row, decisions, duties).findLast(
      term => term.family === 'report.resolve' || term.family.startsWith('report.after'),
    );
    const end = takenUp && running && countClock(law, running)?.due;
    if (!running || !end) return [];
    const of = inTurn.findLast(one => one.decisionKind !== 'suspended')?.id ?? row.id;
    const isAbuse = row.abuseOfMinor === 'yes';
    return duty('report.pre_expiry_review', of, dayIn(end), running.doneOn ?? null, {
      kind: isAbuse ? 'sexual_abuse_under_18' : 'before_suspending',
      onlyAdvice: [...only('reminder_only'), ...(isAbuse ? [] : only('if_suspending'))],
    });
  }
}
