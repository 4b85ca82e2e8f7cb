/* What runs for a report: handing it over for the commune police, who may not resolve it, and resolving it from the day the body that may has it. What was granted lengthens it;
 * a suspension ends it, and taking it up again gives a limit of its own. */
import { type Day, dayIn, type Instant } from '../../kernel/day.ts';
import { type Counted, countClock, type RunningTerm } from '../../kernel/rule/clock.ts';
import type { Law } from './limits.ts';

type Row = Readonly<Record<string, unknown>>;

const again: Readonly<Record<string, string>> = {
  resumed: 'report.after_resume',
  suspension_cancelled: 'report.after_suspend_cancelled',
};

/** @param decisions what was decided about the report's time (`reportDecision`). */
export function reportTerms(row: Row, decisions: readonly Row[] = []): RunningTerm[] {
  const received = row.receivedAt as Instant;
  const handed = typeof row.handedAt === 'string' ? dayIn(row.handedAt as Instant) : null;
  const handing: RunningTerm = {
    family: `report.commune_transfer_${row.looksSerious === 'no' ? 'other' : 'serious'}`,
    start: received,
    // Where nobody said how far the post is, nobody is called late before the longer limit is over.
    kind: row.remotePost === 'no' ? null : 'remote_mountain_island',
    doneOn: handed,
  };
  return [
    ...(row.takenByCommune === 'yes' ? [handing] : []),
    // The commune police may not resolve it: for them it runs from the day somebody has it who may. For everybody else it runs at once, taken up or not.
    ...(handed || row.takenUpOn || row.takenByCommune !== 'yes'
      ? [assigning(row, handed ?? dayIn(received)), ...resolving(row, handed ?? dayIn(received), decisions)]
      : []),
  ];
}

/** Naming who resolves it: done when somebody took it up, or resolved it without more ado. */
const assigning = (row: Row, start: Day): RunningTerm => ({
  family: 'report.assign',
  start,
  doneOn: (row.takenUpOn ?? row.resolvedOn ?? null) as Day | null,
});

function resolving(row: Row, start: Day, decisions: readonly Row[]): RunningTerm[] {
  const inTurn = decisions.toSorted(
    (a, b) =>
      (a.decidedOn as Day).localeCompare(b.decidedOn as Day) ||
      String(a.madeAt ?? '').localeCompare(String(b.madeAt ?? '')),
  );
  const isSettled = row.state === 'resolved' || row.state === 'suspended';
  const terms: RunningTerm[] = [{ family: 'report.resolve', start, doneOn: null }];
  for (const one of inTurn) {
    const on = one.decidedOn as Day;
    const kind = one.decisionKind as string;
    const last = terms.at(-1)!;
    if (again[kind]) terms.push({ family: again[kind], start: on, doneOn: null });
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
export const reportLimits = (law: Law, row: Row, decisions: readonly Row[] = []): Counted[] =>
  reportTerms(row, decisions).flatMap(term => countClock(law, term) ?? []);

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
