/* The limits of a case, computed from what was done in it: each step opens limits and ends others, each measure has one of its own, and what was granted lengthens the one it
 * names. A step whose day is corrected moves whatever follows from it. Nothing here is kept. */
import { type Day, dayIn, type Instant, isUnder18, type PartialDay } from '../../kernel/day.ts';
import type { Granted } from '../../kernel/rule/length.ts';
import type { TermFacts } from '../../kernel/rule/term.ts';
import type { Severity } from '../../rules/schema-justice.ts';
import { detentionClocks } from './detention-clocks.ts';
import { afterJoining, countsFrom, strandOf, wasJoined } from './joined-clocks.ts';
import { advised, type Law, type Limit, limitOf, lineFrom, type Point, partOf } from './limits.ts';
import type { StepKind } from './lists.ts';
import { renewalOf } from './measure-clocks.ts';
import { clauseOf, isRead } from './offences.ts';
import { asReceived, receiptAfter } from './receipts.ts';
import { whoReturned } from './returns.ts';
import { heaviest } from './severity.ts';
import { levelOfAppeal } from './stages.ts';
import { shortened } from './summary-procedure.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** The rows of one case, as they are read. */
export interface CaseRows {
  readonly severity: Severity;
  /** The level that handles the case: by it the limits of the second instance differ. */
  readonly caseLevel?: unknown;
  readonly steps: readonly Row[];
  readonly accused: readonly Row[];
  readonly charges: readonly Row[];
  readonly measures: readonly Row[];
  readonly extensions: readonly Row[];
}

/** Rows of a case with what of its file its limits differ by. */
export const countedFor = <Rows extends Omit<CaseRows, 'severity' | 'caseLevel'>>(
  { severity, caseLevel }: Readonly<Record<string, unknown>>,
  rows: Rows,
): Rows & CaseRows => ({ ...rows, severity: severity as Severity, caseLevel });

export interface CaseClock {
  readonly family: string;
  /** Whose limit it is; null for the case itself. */
  readonly accused: string | null;
  readonly start: Point;
  /** The day it ended by what was done; null while it runs. */
  readonly doneOn: Day | null;
  readonly limit: Limit;
}

/** An investigation that is suspended is resumed with a limit of its own. */
const investigated: readonly StepKind[] = ['concluded', 'investigation_suspended', 'closed', 'joined_into'];

/** A file that was sent up is sent when the time to appeal is over (article 339). */
const afterAppeal: readonly StepKind[] = [
  'appeal_sent',
  'appeal_accepted',
  'appeal_judged',
  'appeal_quashed',
  'appeal_remanded',
  'judgment_in_force',
];
const prepared: readonly StepKind[] = ['trial_ordered', 'returned_by_court', 'trial_suspended', 'closed'];
const tried: readonly StepKind[] = [
  'judged',
  'trial_postponed',
  'returned_by_court',
  'trial_suspended',
  'closed',
];

/** Which limits a step opens, and which steps end each of them. A line without a length stands where the law names none: it says so. */
const opened: Readonly<Partial<Record<StepKind, Readonly<Record<string, readonly StepKind[]>>>>> = {
  initiated: { 'investigation.limit': investigated },
  investigation_suspended: { 'investigation.suspended': ['investigation_resumed', 'closed'] },
  investigation_resumed: { 'investigation.resumed': investigated },
  concluded: { 'prosecution.decide': ['indicted', 'returned_by_procuracy', 'closed', 'joined_into'] },
  court_accepted: { 'trial.prepare': prepared },
  returned_by_court: { 'prosecution.returned': ['returned_by_procuracy', 'indicted', 'closed'] },
  trial_suspended: { 'trial.suspended': ['trial_resumed', 'closed'] },
  trial_resumed: { 'trial.resumed': prepared },
  trial_ordered: { 'trial.open': tried },
  judged: {
    'appeal.judgment': afterAppeal,
    'protest.judgment': ['protested', ...afterAppeal],
  },
  appeal_sent: { 'appeal.docket': ['appeal_withdrawn', ...afterAppeal] },
  appeal_judged: { 'judgment.enforce': ['enforcement'] },
  appeal_quashed: { 'investigation.re': investigated },
  appeal_remanded: { 'trial.docket': ['court_accepted', 'closed'] },
  appeal_withdrawn: { 'judgment.effect': ['judgment_in_force', 'appealed', 'protested'] },
  judgment_in_force: { 'judgment.enforce': ['enforcement'] },
};

/** The charges that stand: those no later one takes the place of. */
export const standingCharges = <Charge extends Row>(charges: readonly Charge[]): Charge[] => {
  const replaced = new Set(charges.map(one => one.replaces));
  return charges.filter(one => !replaced.has(one.id));
};

/** The heaviest class of the charges that stand, of one of the accused or of all. */
export const classOf = (charges: readonly Row[], accused?: string): Severity | null =>
  heaviest(
    standingCharges(charges)
      .filter(one => accused === undefined || one.accused === accused)
      .map(one => one.severity as Severity),
  );

const dayOfStep = (step: Row): Day => step.onDay as Day;
/** Steps in the order they were taken. */
export const inTurn = (a: Row, b: Row): number =>
  dayOfStep(a).localeCompare(dayOfStep(b)) ||
  String(a.madeAt ?? '').localeCompare(String(b.madeAt ?? '')) ||
  // Steps that came along with a case that was split were written at once, in their order.
  (a.madeAt && b.madeAt ? a.id.localeCompare(b.id) : 0);

const grantedFor = (
  extensions: readonly Row[],
  family: string,
  from: Day,
  accused: string | null,
  until: Day | null,
): Granted[] =>
  extensions
    .filter(one => one.limitFamily === family && (one.accused ?? null) === accused)
    // What was granted after the limit had ended belongs to one that began later.
    .filter(one => (one.decidedOn as Day) >= from && (until === null || (one.decidedOn as Day) <= until))
    .toSorted((a, b) => Number(a.turn) - Number(b.turn))
    .map(one => ({
      number: String(one.decisionNumber),
      day: one.decidedOn as Day,
      length: { unit: one.lengthUnit as 'day' | 'month', value: Number(one.lengthValue) },
    }));

/** Every limit of a case, ended and running, in the order they began. */
export function caseClocks(law: Law, rows: CaseRows): CaseClock[] {
  const steps = rows.steps.toSorted(inTurn);
  const first = countsFrom(steps);
  const isJoined = wasJoined(steps);
  const clock = (
    family: string,
    start: Point,
    facts: TermFacts & { readonly accused?: string },
    doneOn: Day | null,
    grantedFrom: Day = dayIn(start),
  ): CaseClock[] => {
    const accused = facts.accused ?? null;
    const extensions = accused || !isJoined ? rows.extensions : strandOf(rows.extensions, steps, first);
    const granted = grantedFor(extensions, family, grantedFrom, accused, doneOn);
    const limit = limitOf(law, family, start, { ...facts, granted });
    if (!limit) return [];
    const counted = { family, accused, start, doneOn, limit };
    return [isJoined ? afterJoining(counted, steps, first) : counted];
  };
  const general = steps.flatMap((step, index) =>
    // Of cases that were joined one limit runs, from the first of them.
    Object.entries(
      step.stepKind === 'initiated' && step !== first ? {} : openedBy(step, steps.slice(0, index)),
    ).flatMap(([family, ends]) => {
      const later = steps.slice(index + 1);
      const end = later.find(one => ends.includes(one.stepKind as StepKind));
      const kind = family.startsWith('protest') ? 'same_level' : rows.severity;
      const receipt = countsFromReceipt(law, family, step) ? receiptAfter(step, later) : null;
      const doneOn = end ? dayOfStep(end) : null;
      return asReceived(clock(family, receipt?.from ?? dayOfStep(step), { kind }, doneOn), receipt);
    }),
  );
  const read = asClassesRead(law, rows.charges);
  const ofSteps = shortened(law, steps, general).map(read);
  const ofMeasures = rows.measures.flatMap(one => {
    const renewed = renewalOf(law, one, ofSteps);
    if (renewed.length > 0) return renewed;
    const accused = one.accused as string;
    const start = one.fromAt as Instant;
    if (one.measureKind === 'custody')
      return clock('custody.tam_giu', start, { accused }, (one.endedOn as Day | null) ?? null);
    if (one.measureKind !== 'detention') return [];
    const from = dayIn(start);
    const born = (rows.accused.find(each => each.id === accused)?.born as PartialDay | null) ?? null;
    return detentionClocks(law, one, {
      steps,
      measures: rows.measures,
      stages: ofSteps,
      kindOf: family =>
        family === 'detention.appeal'
          ? levelOfAppeal(rows.caseLevel, from)
          : (classOf(rows.charges, accused) ?? rows.severity),
      partOf: family => (born && isUnder18(born, from) === 'yes' ? partOf(law, family, from) : null),
      grantedFor: (...asked) => grantedFor(rows.extensions, ...asked),
    });
  });
  return [...ofSteps, ...ofMeasures.map(read)].toSorted((a, b) =>
    dayIn(a.start).localeCompare(dayIn(b.start)),
  );
}

/** A limit by a class that rests on clauses nobody has compared with the text only advises; what an order names holds all the same. */
function asClassesRead(law: Law, charges: readonly Row[]): (clock: CaseClock) => CaseClock {
  const standing = standingCharges(charges);
  const unread = standing.filter(one => {
    const clause = clauseOf(law, one.offence, one.clause, one.fromDay as Day);
    return clause !== null && !isRead(clause, 'class');
  });
  if (unread.length === 0) return clock => clock;
  const isUnread = (accused: string | null): boolean => {
    const own = standing.filter(one => accused === null || one.accused === accused);
    const gravest = own.filter(one => one.severity === classOf(own));
    return gravest.length > 0 && gravest.every(one => unread.includes(one));
  };
  return clock => {
    const { line, term } = clock.limit;
    const asOrdered = term.steps.some(({ code }) => code === 'measure_as_ordered');
    return line.differs_by === 'severity' && !asOrdered && isUnread(clock.accused)
      ? { ...clock, limit: advised(clock.limit, 'class_unread') }
      : clock;
  };
}

/** The line itself says whether its time begins with the file. */
const countsFromReceipt = (law: Law, family: string, step: Row): boolean =>
  lineFrom(law, family, dayOfStep(step))?.trigger === 'file_received';

/** A file that comes back is investigated again for as long as the law gives whoever returned it. */
function openedBy(step: Row, before: readonly Row[]): Readonly<Record<string, readonly StepKind[]>> {
  const kinds = before.map(one => one.stepKind);
  // What the court had sent back and gets again is decided on in days and not in months (article 277.2); what is tried anew is prepared as at first.
  if (
    step.stepKind === 'court_accepted' &&
    kinds.slice(kinds.lastIndexOf('appeal_remanded') + 1).includes('returned_by_court')
  )
    return { 'trial.after_supplementary': prepared };
  if (step.stepKind !== 'returned_by_procuracy') return opened[step.stepKind as StepKind] ?? {};
  return { [`investigation.supplementary_${whoReturned(kinds)}`]: investigated };
}

/** What a change moved: limits whose last day is another now, or that are new or gone. */
export function movedClocks(
  before: readonly CaseClock[],
  after: readonly CaseClock[],
): { family: string; accused: string | null; from: Point | null; to: Point | null }[] {
  const keyed = (clocks: readonly CaseClock[]) => {
    const seen = new Map<string, CaseClock>();
    for (const one of clocks) {
      let turn = 0;
      while (seen.has(`${one.family} ${one.accused} ${turn}`)) turn += 1;
      seen.set(`${one.family} ${one.accused} ${turn}`, one);
    }
    return seen;
  };
  const [old, now] = [keyed(before), keyed(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap(key => {
    const from = old.get(key)?.limit.term.due ?? null;
    const to = now.get(key)?.limit.term.due ?? null;
    const { family, accused } = (now.get(key) ?? old.get(key))!;
    return from === to ? [] : [{ family, accused, from, to }];
  });
}
