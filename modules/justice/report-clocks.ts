/* What runs for a report: handing it over for the commune police, who may not resolve it, and resolving it from the day a body has it that may. What was granted lengthens it;
 * a suspension ends it, and taking it up again gives a limit of its own. What goes with it beside that is in report-duties.ts. */
import { type Day, dayIn, type Instant } from '../../kernel/day.ts';
import { type Counted, countClock, type RunningTerm } from '../../kernel/rule/clock.ts';
import type { Reason } from '../../kernel/rule/reason.ts';
import { standingDuties } from './alike.ts';
import type { Law } from './limits.ts';

type Row = Readonly<Record<string, unknown>>;

/** When the body that has a report now came to have it, and when the first body did that may resolve it at all; null while it lies with a commune post. */
export function receiptOf(row: Row): { readonly here: Instant; readonly first: Instant } | null {
  const received = row.receivedAt as Instant;
  const handed = (row.handedAt as Instant | null | undefined) ?? null;
  const byCommune = row.takenByCommune === 'yes';
  if (byCommune && !handed) return row.takenUpOn ? { here: received, first: received } : null;
  const here = handed ?? received;
  return { here, first: byCommune ? ((row.firstHandedAt as Instant | null | undefined) ?? here) : received };
}

/** @param decisions what was decided about the report's time (`reportDecision`). @param duties what was noted as done (`reportDutyDone`). */
export function reportTerms(
  row: Row,
  decisions: readonly Row[] = [],
  duties: readonly Row[] = [],
): RunningTerm[] {
  const handing: RunningTerm = {
    family: `report.commune_transfer_${row.looksSerious === 'no' ? 'other' : 'serious'}`,
    start: row.receivedAt as Instant,
    // Where nobody said how far the post is, nobody is called late before the longer limit is over.
    kind: row.remotePost === 'no' ? null : 'remote_mountain_island',
    doneOn: typeof row.handedAt === 'string' ? dayIn(row.handedAt as Instant) : null,
  };
  const receipt = receiptOf(row);
  return [
    ...(row.takenByCommune === 'yes' ? [handing] : []),
    // The commune police may not resolve it: for them it runs from the day somebody has it who may. For everybody else it runs at once, taken up or not.
    ...(receipt
      ? [
          assigning(row, dayIn(receipt.here)),
          ...resolving(row, dayIn(receipt.first), { decisions, duties, onlyAdvice: passedOn(receipt) }),
        ]
      : []),
  ];
}

/**
 * A body that hands a report on to another wins no time by it: the twenty days run from the first of them. That they do is nowhere written (article 147 counts from receipt and does
 * not say whose), so that the day only advises from there on.
 */
function passedOn({ here, first }: NonNullable<ReturnType<typeof receiptOf>>): readonly Reason[] {
  return first < here
    ? [{ code: 'report_passed_on', params: { first: dayIn(first), here: dayIn(here) } }]
    : [];
}

/** Naming who resolves it: done when somebody took it up, or resolved it without more ado. */
const assigning = (row: Row, start: Day): RunningTerm => ({
  family: 'report.assign',
  start,
  doneOn: (row.takenUpOn ?? row.resolvedOn ?? null) as Day | null,
});

/** What was decided, in its turn. */
export const decisionsInTurn = <Decision extends Row>(decisions: readonly Decision[]): Decision[] =>
  decisions.toSorted(
    (a, b) =>
      (a.decidedOn as Day).localeCompare(b.decidedOn as Day) ||
      String(a.madeAt ?? '').localeCompare(String(b.madeAt ?? '')),
  );

/** It runs from when the body received what the procuracy decided: from the day that was sent, and as advice from the decision while nobody noted that it was. */
function cancelled({ id, decidedOn }: Row, duties: readonly Row[]): RunningTerm {
  const sent = standingDuties(duties).find(
    one => one.limitFamily === 'report.cancel_send' && one.ofRow === id,
  )?.doneOn;
  return {
    family: 'report.after_suspend_cancelled',
    start: (sent ?? decidedOn) as Day,
    onlyAdvice: sent ? [] : [{ code: 'cancel_not_sent', params: {} }],
    doneOn: null,
  };
}

function resolving(
  row: Row,
  start: Day,
  {
    decisions,
    duties,
    onlyAdvice,
  }: { decisions: readonly Row[]; duties: readonly Row[]; onlyAdvice: readonly Reason[] },
): RunningTerm[] {
  const isSettled = row.state === 'resolved' || row.state === 'suspended';
  const terms: RunningTerm[] = [{ family: 'report.resolve', start, onlyAdvice, doneOn: null }];
  for (const one of decisionsInTurn(decisions)) {
    const on = one.decidedOn as Day;
    const kind = one.decisionKind as string;
    const last = terms.at(-1)!;
    if (kind === 'suspension_cancelled') terms.push(cancelled(one, duties));
    else if (kind === 'resumed') terms.push({ family: 'report.after_resume', start: on, doneOn: null });
    else if (kind === 'suspended') terms[terms.length - 1] = { ...last, doneOn: on };
    else
      terms[terms.length - 1] = {
        ...last,
        granted: [
          ...(last.granted ?? []),
          {
            number: String(one.decisionNumber),
            day: on,
            length: { unit: one.lengthUnit as 'day' | 'month', value: Number(one.lengthValue) },
          },
        ],
      };
  }
  const last = terms.at(-1)!;
  if (isSettled && !last.doneOn) terms[terms.length - 1] = { ...last, doneOn: row.resolvedOn as Day };
  return terms;
}

/** The limits of a report, counted. */
export const reportLimits = (law: Law, row: Row, ...told: readonly (readonly Row[])[]): Counted[] =>
  reportTerms(row, ...told).flatMap(term => countClock(law, term) ?? []);

/** What moved: the limits whose end is another now, by their family and their turn. */
export function movedTerms(before: readonly Counted[], after: readonly Counted[]) {
  const inTurn = (terms: readonly Counted[]) =>
    [...Map.groupBy(terms, term => term.family)].flatMap(([family, ofOne]) =>
      ofOne.map((term, turn) => [`${family} ${turn}`, term] as const),
    );
  const [old, now] = [new Map(inTurn(before)), new Map(inTurn(after))];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap(key => {
    const [from, to] = [old.get(key)?.due ?? null, now.get(key)?.due ?? null];
    return from === to ? [] : [{ family: (now.get(key) ?? old.get(key))!.family, from, to }];
  });
}
