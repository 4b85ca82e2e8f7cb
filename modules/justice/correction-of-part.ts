/* Correcting one part of a case: only the body that entered it may, and never into an order that makes no sense; then all limits are counted again, and the answer says what moved. What may
 * be set right of each part is in correction-acts.ts. */
import { act, type Change, type Row } from '../../kernel/act/act.ts';
import { type Day, dayIn, type Instant } from '../../kernel/day.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import type { RecordDeclaration } from '../../kernel/record/record.ts';
import type { Rules } from '../../rules/schema.ts';
import type { Severity } from '../../rules/schema-justice.ts';
import { standingDuties } from './alike.ts';
import { type CaseClock, caseClocks, countedFor, movedClocks } from './case-clocks.ts';
import { findCaseOf, kindOfOffice, type LimitRows, rowsOf } from './case-rows.ts';
import { asked, setRight } from './correcting.ts';
import { enteredByUs } from './seats.ts';
import { type DutyClock, dutyClocks } from './side-duties.ts';

type Values = Readonly<Record<string, unknown>>;
type Whole = LimitRows & { readonly severity: Severity };

const clocksOf = (rules: Rules, file: Row, rows: Whole) => ({
  limits: caseClocks(rules, rows),
  duties: dutyClocks(rules, { ...file, severity: rows.severity }, rows),
});
type Clocks = ReturnType<typeof clocksOf>;

const extended: readonly string[] = ['extended_by', 'extended_to'];
const grantedOf = ({ limits }: Clocks, extension: Values, codes: readonly string[]): CaseClock | undefined =>
  limits.find(
    clock =>
      clock.family === extension.limitFamily &&
      clock.accused === (extension.accused ?? null) &&
      clock.limit.term.steps.some(
        ({ code, params }) =>
          codes.includes(code) &&
          params.number === String(extension.decisionNumber) &&
          params.day === extension.decidedOn,
      ),
  );
/** The limit an extension lengthens. */
export const limitExtendedBy = (clocks: Clocks, extension: Values): CaseClock | undefined =>
  grantedOf(clocks, extension, extended);

const dutyOf = ({ duties }: Clocks, { limitFamily, ofRow }: Values): DutyClock | undefined =>
  duties.find(one => one.family === limitFamily && one.of === ofRow);
const isBeforeItsCause = (clock: DutyClock | undefined, { doneOn }: Values): boolean =>
  clock !== undefined && !clock.limit.line.before && (doneOn as Day) < dayIn(clock.since);

/** What a correction would leave without the ground it stands on: an extension that would lengthen nothing, a duty that would be done before there was one. */
function leftWithout(
  before: Clocks,
  after: Clocks,
  rows: { was: Whole; is: Whole },
): Omit<FieldIssue, 'field'> | null {
  const once = new Map(rows.was.extensions.map(one => [one.id, one]));
  const extension = rows.is.extensions.find(
    one =>
      limitExtendedBy(before, once.get(one.id) ?? one) &&
      !grantedOf(after, one, [...extended, 'extension_not_allowed']),
  );
  if (extension) return { reason: 'extension_left_without', params: { day: extension.decidedOn as Day } };
  const duty = standingDuties(rows.is.duties).find(one => {
    const [then, now] = [dutyOf(before, one), dutyOf(after, one)];
    return then && !isBeforeItsCause(then, one) && (!now || isBeforeItsCause(now, one));
  });
  return duty ? { reason: 'duty_left_without', params: { day: duty.doneOn as Day } } : null;
}

/** Whether an extension is more than the law gives: one too many, or too long. */
const isBeyond = ({ limits }: Clocks, { limitFamily, accused, decisionNumber }: Values): boolean =>
  limits.some(
    clock =>
      clock.family === limitFamily &&
      clock.accused === (accused ?? null) &&
      clock.limit.term.steps.some(
        ({ code, params }) =>
          ['extension_not_allowed', 'extension_cut'].includes(code) &&
          params.number === String(decisionNumber),
      ),
  );

/** What was granted and would not be law any more, as when the class turns out lighter: it is warned of and not refused, for the decision was made. */
const noLongerGranted = (before: Clocks, after: Clocks, { extensions }: Whole): FieldIssue[] =>
  extensions
    .filter(one => isBeyond(after, one) && !isBeyond(before, one))
    .map(one => ({
      field: '',
      reason: 'extension_no_longer_law',
      params: { number: String(one.decisionNumber), day: one.decidedOn as Day },
    }));

/** What a correction of one part is judged by. */
export interface Correcting {
  readonly row: Row;
  readonly values: Values;
  readonly now: Instant;
  readonly rules: Rules;
  readonly file: Row;
  readonly rows: LimitRows;
  readonly clocks: Clocks;
}
/** What goes with it when it stands. */
export interface Judged {
  readonly issues?: readonly (FieldIssue | null | false | undefined | '')[];
  /** More fields of the same row that follow from it. */
  readonly set?: Values;
  readonly also?: readonly Change[];
  readonly severity?: Severity;
  readonly warnings?: readonly FieldIssue[];
}

/** The act that corrects these fields of a part; `judge` says what is wrong with the new values, and what follows from them. */
export function correctionOf(
  record: RecordDeclaration,
  part: Exclude<keyof LimitRows, 'caseLevel'>,
  names: readonly string[],
  {
    name = `${record.name}.correct`,
    values: fixed,
    writes = {},
    judge,
  }: {
    readonly name?: string;
    /** Set as it is, and not asked for. */
    readonly values?: Values;
    /** More fields of the row that follow from those asked for, and other records that do. */
    readonly writes?: Readonly<Record<string, readonly string[]>>;
    judge(correcting: Correcting): Judged | Problem;
  },
) {
  const { [record.name]: follows = [], ...others } = writes;
  return act({
    name,
    record: record.name,
    input: asked(record, names),
    writes: {
      [record.name]: { update: [...names, ...Object.keys(fixed ?? {}), ...follows, 'corrections'] },
      ...Object.fromEntries(Object.entries(others).map(([other, update]) => [other, { update }])),
    },
    facts: async (source, { row }) => ({
      rules: source.rules as Rules,
      file: row ? await findCaseOf(source, row.criminalCase) : null,
      rows: await rowsOf(source, row?.criminalCase ?? null),
      writer: await kindOfOffice(source, row?.office ?? null),
    }),
    decide({ row, subject, input, now, actor }, { rules, file, rows, writer }) {
      if (!row || !file) return new Problem('record.not_found');
      if (!enteredByUs(row, writer, actor.reach)) return new Problem('correction.not_yours');
      const { correctedWhy: why, ...given } = input as Record<string, unknown>;
      const values = fixed ?? given;
      const was: Whole = countedFor(file, rows);
      const before = clocksOf(rules, file, was);
      const judged = judge({ row, values, now, rules, file, rows, clocks: before });
      if (judged instanceof Problem) return judged;
      const issues = (judged.issues ?? []).filter(issue => typeof issue === 'object' && issue !== null);
      if (issues.length > 0) return invalid(...(issues as FieldIssue[]));
      const set = setRight(row, values, { why, actor, now });
      if (set instanceof Problem) return set;
      const is: Whole = {
        ...was,
        severity: judged.severity ?? was.severity,
        [part]: was[part].map(one => (one.id === subject ? { ...one, ...values, ...judged.set } : one)),
      };
      const after = clocksOf(rules, file, is);
      const left = leftWithout(before, after, { was, is });
      if (left) return invalid({ field: Object.keys(set)[0]!, ...left });
      return {
        changes: [
          { update: record.name, id: subject, set: { ...set, ...judged.set }, version: row.version },
          ...(judged.also ?? []),
        ],
        warnings: [...(judged.warnings ?? []), ...noLongerGranted(before, after, is)],
        answer: {
          moved: movedClocks([...before.limits, ...before.duties], [...after.limits, ...after.duties]),
        },
      };
    },
  });
}
