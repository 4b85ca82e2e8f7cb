/* What may be set right in a case, each by the body that entered it: the day of a step, a charge (which is no reclassification), a measure, an extension, a duty that was noted, and who
 * somebody is. What makes no sense beside the rest is refused with the other day. */
import { ageOn, type Day, dayIn, dayOf, type Instant, type PartialDay } from '../../kernel/day.ts';
import { type FieldIssue, Problem } from '../../kernel/problem.ts';
import { dayIssue } from './alike.ts';
import { classOf, inTurn } from './case-clocks.ts';
import { correctionOf, limitExtendedBy } from './correction-of-part.ts';
import { judgeExtension } from './granting.ts';
import { hasHearing, type StepKind } from './lists.ts';
import { clauseOf, clauseWarnings, pointIssue } from './offences.ts';
import { accused, caseStep, charge, criminalCase, dutyDone, limitExtension, measure } from './record.ts';

type Part = Readonly<Record<string, unknown>> & { readonly id: string };

/** That a day may not be before or after another, which the refusal names. */
const notBefore = (
  field: string,
  on: Day,
  other: Day | null | undefined,
  reason: string,
): FieldIssue | null => (other && on < other ? { field, reason, params: { day: other } } : null);
const notAfter = (
  field: string,
  on: Day,
  other: Day | null | undefined,
  reason: string,
): FieldIssue | null => (other && on > other ? { field, reason, params: { day: other } } : null);
const notYet = (field: string, on: Day, now: Instant) => dayIssue(field, on, dayOf(now));

const earliest = (days: readonly Day[]): Day | null => days.toSorted()[0] ?? null;
const latest = (days: readonly Day[]): Day | null => days.toSorted().at(-1) ?? null;
const openedOn = (steps: readonly Part[]): Day | null =>
  earliest(steps.filter(one => one.stepKind === 'initiated').map(one => one.onDay as Day));
const chargedOn = (charges: readonly Part[], whose: unknown): Day | null =>
  earliest(charges.filter(one => one.accused === whose).map(one => one.fromDay as Day));

export const correctStep = correctionOf(caseStep, 'steps', ['onDay', 'hearingOn'], {
  writes: { criminalCase: ['openedOn'] },
  judge({ row, values, now, file, rows }) {
    const [onDay, hearingOn] = [values.onDay as Day, values.hearingOn as Day | null];
    const turns = rows.steps.toSorted(inTurn);
    const at = turns.findIndex(one => one.id === row.id);
    const [before, next] = [turns[at - 1]?.onDay as Day, turns[at + 1]?.onDay as Day];
    const isOpening = row.stepKind === 'initiated';
    // Nobody is charged in a case before it is opened.
    const charged = earliest(
      rows.charges.map(one => one.fromDay as Day).filter(day => day >= openedOn(rows.steps)!),
    );
    return {
      issues: [
        notYet('onDay', onDay, now),
        notBefore('onDay', onDay, before, 'before_earlier_step'),
        notAfter('onDay', onDay, next, 'after_later_step'),
        isOpening && turns[0]?.id === row.id && notAfter('onDay', onDay, charged, 'after_charge'),
        hearingOn &&
          (hearingOn < onDay || !hasHearing.includes(row.stepKind as StepKind)) && {
            field: 'hearingOn',
            reason: 'hearing_before_decision',
          },
      ],
      also:
        isOpening && !row.otherCase
          ? [{ update: criminalCase.name, id: file.id, set: { openedOn: onDay } }]
          : [],
    };
  },
});

export const correctAccused = correctionOf(accused, 'accused', ['fullName', 'born', 'sex'], {
  judge({ row, values, now, rows }) {
    const born = values.born as PartialDay | null;
    const charged = chargedOn(rows.charges, row.id);
    if (!born) return {};
    return {
      issues: [
        born > dayOf(now).slice(0, born.length) && { field: 'born', reason: 'in_future' },
        charged !== null &&
          born > charged.slice(0, born.length) && {
            field: 'born',
            reason: 'born_after_charge',
            params: { day: charged },
          },
      ],
      // Nobody is answerable before 14 (article 12 of the Penal Code): more likely the year is wrong again.
      warnings:
        charged && ageOn(born, charged).most < 14
          ? [{ field: 'born', reason: 'under_14', params: { article: 'Điều 12 BLHS 2015' } }]
          : [],
    };
  },
});

/** Another class from another day on is a charge of its own; this is for what was never so. */
export const correctCharge = correctionOf(
  charge,
  'charges',
  ['offence', 'clause', 'point', 'fromDay', 'decisionNumber'],
  {
    writes: {
      charge: ['severity'],
      accused: ['chargedOn', 'chargedDecision'],
      criminalCase: ['severity'],
    },
    judge({ row, values, now, rules, file, rows }) {
      const fromDay = values.fromDay as Day;
      const clause = clauseOf(rules, values.offence, values.clause, fromDay);
      if (!clause) return { issues: [{ field: 'clause', reason: 'no_such_clause' }] };
      const point = pointIssue(clause, values.point as string | null);
      const replaced = rows.charges.find(one => one.id === row.replaces);
      const later = rows.charges.find(one => one.replaces === row.id);
      const charges = rows.charges.map(one =>
        one.id === row.id ? { ...one, severity: clause.severity, fromDay } : one,
      );
      const [was, first] = [chargedOn(rows.charges, row.accused), chargedOn(charges, row.accused)];
      const held = earliest(
        rows.measures
          .filter(one => one.accused === row.accused && one.measureKind === 'detention')
          .map(one => dayIn(one.fromAt as Instant))
          .filter(day => was !== null && day >= was),
      );
      const severity = classOf(charges)!;
      return {
        issues: [
          notYet('fromDay', fromDay, now),
          notBefore('fromDay', fromDay, openedOn(rows.steps), 'before_opened'),
          notBefore('fromDay', fromDay, replaced?.fromDay as Day | undefined, 'before_replaced_on'),
          notAfter('fromDay', fromDay, later?.fromDay as Day | undefined, 'after_replacing'),
          first === fromDay && notAfter('fromDay', fromDay, held, 'after_detention'),
          point?.isKnown && point.issue,
          !values.decisionNumber && { field: 'decisionNumber', reason: 'required' },
        ],
        set: { severity: clause.severity },
        severity,
        also: [
          { update: criminalCase.name, id: file.id, set: { severity } },
          {
            update: accused.name,
            id: row.accused as string,
            set: {
              chargedOn: first,
              ...(first === fromDay && { chargedDecision: values.decisionNumber }),
            },
          },
        ],
        warnings: clauseWarnings(clause, point),
      };
    },
  },
);

/** Also that it ended, where that was noted by mistake: then day and reason are left empty, and it runs again. */
export const correctMeasure = correctionOf(
  measure,
  'measures',
  ['fromAt', 'orderNumber', 'orderedMonths', 'orderedDays', 'endedOn', 'endedWhy'],
  {
    judge({ row, values, now, rows }) {
      const [from, ended] = [values.fromAt as Instant, values.endedOn as Day | null];
      const charged = row.measureKind === 'detention' ? chargedOn(rows.charges, row.accused) : null;
      return {
        issues: [
          from > now && { field: 'fromAt', reason: 'in_future' },
          !values.orderNumber && { field: 'orderNumber', reason: 'required' },
          notBefore('fromAt', dayIn(from), charged, 'before_charged'),
          ended && !row.endedOn && { field: 'endedOn', reason: 'not_ended' },
          ended && notYet('endedOn', ended, now),
          ended && notBefore('endedOn', ended, dayIn(from), 'before_began'),
          !ended !== !values.endedWhy && { field: ended ? 'endedWhy' : 'endedOn', reason: 'required' },
        ],
      };
    },
  },
);

export const correctExtension = correctionOf(
  limitExtension,
  'extensions',
  ['lengthValue', 'lengthUnit', 'grantedBy', 'decidedOn', 'decisionNumber'],
  {
    judge({ row, values, now, rules, file, rows, clocks }) {
      const decidedOn = values.decidedOn as Day;
      const limit = limitExtendedBy(clocks, row);
      if (!limit) return { issues: [{ field: 'decidedOn', reason: 'limit_not_running' }] };
      const turn = Number(row.turn);
      const ofSame = rows.extensions.filter(
        one => one.id !== row.id && limitExtendedBy(clocks, one) === limit,
      );
      const days = (isWanted: (other: number) => boolean) =>
        ofSame.filter(one => isWanted(Number(one.turn))).map(one => one.decidedOn as Day);
      const whose = row.accused as string | null;
      const kind = (whose && classOf(rows.charges, whose)) ?? file.severity;
      const judged = judgeExtension(
        rules,
        {
          family: row.limitFamily as string,
          start: limit.start,
          kind: kind as string,
          turn: turn - 1,
          level: file.caseLevel as string,
        },
        values as never,
      );
      if (judged instanceof Problem) return judged;
      const due = limit.limit.ends[turn - 1];
      return {
        issues: [
          notYet('decidedOn', decidedOn, now),
          row.accused ? null : notBefore('decidedOn', decidedOn, dayIn(limit.start), 'before_limit'),
          notBefore('decidedOn', decidedOn, latest(days(other => other < turn)), 'before_earlier_extension'),
          notAfter('decidedOn', decidedOn, earliest(days(other => other > turn)), 'after_later_extension'),
          notAfter('decidedOn', decidedOn, limit.doneOn, 'after_limit_ended'),
        ],
        warnings: [
          ...judged,
          ...(due && decidedOn > dayIn(due)
            ? [{ field: 'decidedOn', reason: 'granted_after_end', params: { day: dayIn(due) } }]
            : []),
        ],
      };
    },
  },
);

export const correctDuty = correctionOf(dutyDone, 'duties', ['doneOn', 'decisionNumber'], {
  judge({ row, values, now, clocks }) {
    const doneOn = values.doneOn as Day;
    const clock = clocks.duties.find(one => one.family === row.limitFamily && one.of === row.ofRow);
    const from = clock && !clock.limit.line.before ? dayIn(clock.since) : null;
    return {
      issues: [
        row.takenBack === true && { field: 'doneOn', reason: 'was_taken_back' },
        notYet('doneOn', doneOn, now),
        notBefore('doneOn', doneOn, from, 'before_earlier_step'),
      ],
    };
  },
});

/** It was not done at all: whoever noted it says so, and it is to be done again. */
export const takeBackDuty = correctionOf(dutyDone, 'duties', [], {
  name: 'dutyDone.takeBack',
  values: { takenBack: true },
  judge: () => ({}),
});

export const correctionActs = [
  correctStep,
  correctAccused,
  correctCharge,
  correctMeasure,
  correctExtension,
  correctDuty,
  takeBackDuty,
] as const;
