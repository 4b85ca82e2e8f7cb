/* Duties that go with a step, a charge or a measure: sending it, delivering it, having it ratified, naming a judge. Each has a limit of its own and ends when somebody notes that it
 * was done, or when a later step shows that it was. Beside them the limits of the second instance. Computed like all others, and never kept. */
import { type Day, dayIn } from '../../kernel/day.ts';
import { standingDuties } from './alike.ts';
import { type CaseClock, type CaseRows, inTurn } from './case-clocks.ts';
import { heldDuties, heldFamilies } from './held-duties.ts';
import { advised, type Law, limitOf, type Point, pointOf } from './limits.ts';
import type { StepKind } from './lists.ts';
import { asReceived, receiptAfter } from './receipts.ts';
import type { ActingSeat } from './seats.ts';
import { levelOfAppeal } from './stages.ts';
import { borderFamilies, lateDecided, type Opened, openedBy, stepFamilies } from './step-duties.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

export interface DutyRows extends Omit<CaseRows, 'severity'> {
  /** What was noted as done: of which duty, of which row. */
  readonly duties: readonly Row[];
}

export interface DutyClock extends CaseClock {
  /** The step, charge or measure it goes with. */
  readonly of: string;
  /** The day or moment of that, which the limit counts from. */
  readonly since: Point;
  readonly seat: ActingSeat;
  /** Nobody notes it as done. */
  readonly right?: true;
}

/** Every duty beside the main line, ended and running, in the order they began. `handlerKind` is the kind of agency that handles the case. */
export function dutyClocks(law: Law, file: Readonly<Record<string, unknown>>, rows: DutyRows): DutyClock[] {
  // What goes with a step that came along from another case was due there.
  const steps = rows.steps.filter(step => !step.otherCase).toSorted(inTurn);
  const duties = standingDuties(rows.duties);
  const noted = (family: string, of: string): Day | null =>
    (duties.find(one => one.limitFamily === family && one.ofRow === of)?.doneOn as Day | undefined) ?? null;
  const clock = (
    {
      family,
      seat,
      right,
      advice,
      ...more
    }: Pick<Opened, 'family' | 'seat' | 'right' | 'advice'> & {
      readonly kind?: string;
    },
    of: string,
    from: Point,
    accused: string | null,
    over: Day | null,
  ): DutyClock[] => {
    const start = pointOf(law, family, from);
    const level = family.startsWith('appeal.') ? levelOfAppeal(file.caseLevel, dayIn(start)) : null;
    const kind = more.kind ?? (family === 'protest.decision' ? 'same_level' : level);
    const limit = limitOf(law, family, start, { kind });
    if (!limit) return [];
    // A court or a procuracy above that has no seat in the case is told of, and nobody here is late for it.
    const isElsewhere = seat.startsWith('appeal') && !file[seat];
    const why = advice ?? (isElsewhere ? 'second_instance' : null);
    const counted = {
      family,
      accused,
      start,
      of,
      since: from,
      seat,
      limit: why ? advised(limit, why) : limit,
      doneOn: noted(family, of) ?? over,
    };
    return [right ? { ...counted, right } : counted];
  };
  const firstOf = (among: readonly Row[], kinds: readonly StepKind[]): Day | null =>
    (among.find(one => kinds.includes(one.stepKind as StepKind))?.onDay as Day | undefined) ?? null;
  const laterThan = (step: Row) => steps.slice(steps.indexOf(step) + 1);
  const overFor = (step: Row, ends: readonly StepKind[]): Day | null =>
    firstOf(laterThan(step), [...ends, 'closed']);
  const all = rows.steps.toSorted(inTurn);
  const before = (step: Row): readonly Row[] => all.slice(0, all.indexOf(step));
  /** The court above has ten days from when a late appeal came to it. */
  const sentUp = (step: Row): DutyClock[] => {
    const sent = noted('appeal.late_send', step.id);
    return sent ? clock(lateDecided, step.id, sent, null, overFor(step, lateDecided.ends)) : [];
  };
  const startFor = (step: Row, from: Opened['from']): Point | null => {
    if (!from) return step.onDay as Day;
    if (from === 'hearingOn') return (step.hearingOn as Day | null | undefined) ?? null;
    const judged = steps.findLast(
      one => one.stepKind === 'judged' && (one.onDay as Day) <= (step.onDay as Day),
    );
    const over = judged && limitOf(law, 'appeal.judgment', judged.onDay as Day)?.term.due;
    return over && dayIn(over) > (step.onDay as Day) ? dayIn(over) : (step.onDay as Day);
  };
  const ofSteps = steps.flatMap(step => [
    ...openedBy(step, before(step), file).flatMap(opened => {
      const receipt = opened.from === 'received' ? receiptAfter(step, laterThan(step)) : null;
      const start = receipt?.from ?? startFor(step, opened.from);
      const found = start ? clock(opened, step.id, start, null, overFor(step, opened.ends)) : [];
      return asReceived(found, receipt);
    }),
    ...(step.stepKind === 'late_appealed' ? sentUp(step) : []),
  ]);
  const ofCharges = rows.charges.flatMap(charge => {
    const [accused, from] = [charge.accused as string, charge.fromDay as Day];
    const over = firstOf(
      steps.filter(step => (step.onDay as Day) >= from),
      ['concluded', 'closed'],
    );
    const sent = noted('accused.send_vks', charge.id);
    return [
      ...clock({ family: 'accused.send_vks', seat: 'handler' }, charge.id, from, accused, over),
      ...(sent
        ? clock({ family: 'accused.vks_ratify', seat: 'procuracy' }, charge.id, sent, accused, over)
        : []),
    ];
  });
  const ofMeasures = rows.measures.flatMap(measure =>
    heldDuties(all, rows, measure, family => noted(family, measure.id)).flatMap(held =>
      clock(held, measure.id, held.from, measure.accused as string, held.over),
    ),
  );
  return [...ofSteps, ...ofCharges, ...ofMeasures].toSorted((a, b) =>
    dayIn(a.start).localeCompare(dayIn(b.start)),
  );
}

/** The families somebody may note as done; a test holds them to the rules. */
export const dutyFamilies: readonly string[] = [
  ...new Set([...stepFamilies, 'accused.send_vks', 'accused.vks_ratify', ...heldFamilies, ...borderFamilies]),
];
