/* Who is accused of what, under which measure, and by what a limit is lengthened. A clause gives the class, the class the limits; an extension by a body that may not grant it is
 * refused with the article that says who may. */
import { act } from '../../kernel/act/act.ts';
import { dayIn, dayOf } from '../../kernel/day.ts';
import { choice } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import type { Rules } from '../../rules/schema.ts';
import type { Severity } from '../../rules/schema-justice.ts';
import { caseClocks, classOf, countedFor, standingCharges } from './case-clocks.ts';
import { chargesOf, findCase, rowsOf, seatsOf } from './case-rows.ts';
import { judgeExtension } from './granting.ts';
import { ofAccused } from './lists.ts';
import { clauseOf, clauseWarnings, pointIssue } from './offences.ts';
import { accused, caseStep, charge, limitExtension, measure } from './record.ts';

const { offence, clause, point } = charge.fields;
const { criminalCase: inCase } = caseStep.fields;
const person = accused.fields;

export const nameAccused = act({
  name: 'accused.name',
  record: 'accused',
  creates: true,
  input: {
    criminalCase: inCase,
    fullName: person.fullName,
    born: person.born,
    sex: person.sex,
    accusedRole: person.accusedRole,
  },
  writes: { accused: { insert: true } },
  facts: (source, { input }) => findCase(source, input.criminalCase),
  decide({ subject, input }, file) {
    if (!file) return invalid({ field: 'criminalCase', reason: 'no_such_case' });
    return {
      changes: [{ insert: 'accused', id: subject, values: { ...input, ...seatsOf(file), state: 'suspect' } }],
    };
  },
});

/** Charging somebody, or charging her with another clause from a day on: the limits of the case and of whoever is detained follow the class from then. */
export const chargeAccused = act({
  name: 'accused.charge',
  record: 'accused',
  states: ['suspect', 'accused'],
  input: {
    offence,
    clause,
    point,
    fromDay: charge.fields.fromDay,
    decisionNumber: { ...charge.fields.decisionNumber, required: true },
    /** The charge it takes the place of. */
    replaces: charge.fields.replaces,
    why: charge.fields.why,
  },
  writes: {
    accused: { update: ['state', 'chargedOn', 'chargedDecision'] },
    charge: { insert: true },
    criminalCase: { update: ['severity'] },
  },
  facts: async (source, { row }) => ({
    rules: source.rules as Rules,
    file: row ? await findCase(source, row.criminalCase) : null,
    charges: await chargesOf(source, row?.criminalCase ?? null),
  }),
  decide({ row, subject, input, now, newId }, { rules, file, charges }) {
    if (!row || !file) return new Problem('record.not_found');
    const fromDay = input.fromDay!;
    if (fromDay > dayOf(now)) return invalid({ field: 'fromDay', reason: 'in_future' });
    const stands = clauseOf(rules, input.offence, input.clause, fromDay);
    if (!stands) return invalid({ field: 'clause', reason: 'no_such_clause' });
    const { severity } = stands;
    const point = pointIssue(stands, input.point);
    if (point?.isKnown) return invalid(point.issue);
    const former = standingCharges(charges).find(one => one.id === input.replaces);
    if (input.replaces && former?.accused !== subject)
      return invalid({ field: 'replaces', reason: 'not_this_case' });
    if (former && fromDay < (former.fromDay as string))
      return invalid({ field: 'fromDay', reason: 'before_replaced' });
    if (input.replaces && !input.why) return invalid({ field: 'why', reason: 'required' });
    const id = newId();
    const whole = classOf([...charges, { id, accused: subject, severity, replaces: input.replaces }])!;
    return {
      changes: [
        {
          insert: 'charge',
          id,
          values: { ...input, criminalCase: file.id, accused: subject, severity, ...seatsOf(file) },
        },
        ...(row.state === 'suspect'
          ? [
              {
                update: 'accused',
                id: subject,
                set: { state: 'accused', chargedOn: fromDay, chargedDecision: input.decisionNumber },
                version: row.version,
              } as const,
            ]
          : []),
        { update: 'criminalCase', id: file.id, set: { severity: whole }, version: file.version },
      ],
      warnings: clauseWarnings(stands, point),
    };
  },
});

/** Suspended for this one alone while the case goes on for the others (article 229), no longer pursued, convicted or found not guilty; the last two only after a judgment. */
export const settleAccused = act({
  name: 'accused.settle',
  record: 'accused',
  states: ['suspect', 'accused', 'suspended'],
  input: {
    state: choice('accusedState', ['suspended', 'dropped', 'convicted', 'acquitted'], { required: true }),
  },
  writes: { accused: { update: ['state'] } },
  facts: (source, { row }) => (row ? findCase(source, row.criminalCase) : Promise.resolve(null)),
  decide({ row, subject, input }, file) {
    if (!row || !file) return new Problem('record.not_found');
    // Nobody is judged while the case against her stands still, and only who was charged can be suspended.
    if (
      input.state === 'suspended'
        ? row.state !== 'accused'
        : row.state === 'suspended' && input.state !== 'dropped'
    )
      return new Problem('act.wrong_state', { state: row.state as string });
    if (
      ['convicted', 'acquitted'].includes(input.state!) &&
      !['judged', 'appeal', 'in_force', 'ended'].includes(file.state as string)
    )
      return new Problem('act.wrong_state', { state: file.state as string });
    return {
      changes: [{ update: 'accused', id: subject, set: { state: input.state }, version: row.version }],
    };
  },
});

/** The investigation is taken up again for somebody it was suspended for. */
export const resumeAccused = act({
  name: 'accused.resume',
  record: 'accused',
  states: ['suspended'],
  input: {},
  writes: { accused: { update: ['state'] } },
  decide: ({ row, subject }) =>
    row
      ? { changes: [{ update: 'accused', id: subject, set: { state: 'accused' }, version: row.version }] }
      : new Problem('record.not_found'),
});

const { fields: of } = measure;
export const orderMeasure = act({
  name: 'measure.order',
  record: 'measure',
  creates: true,
  input: {
    accused: of.accused,
    measureKind: of.measureKind,
    fromAt: of.fromAt,
    orderNumber: { ...of.orderNumber, required: true },
    orderedMonths: of.orderedMonths,
    orderedDays: of.orderedDays,
  },
  writes: { measure: { insert: true } },
  facts: async (source, { input }) => {
    const whom = await source.find('accused', input.accused as string);
    return { whom, file: whom && (await findCase(source, whom.criminalCase)) };
  },
  decide({ subject, input, now }, { whom, file }) {
    if (!whom || !file) return invalid({ field: 'accused', reason: 'not_this_case' });
    if (input.fromAt! > now) return invalid({ field: 'fromAt', reason: 'in_future' });
    if (input.measureKind === 'detention' && whom.state !== 'accused')
      return invalid({ field: 'measureKind', reason: 'only_accused' });
    return {
      changes: [
        { insert: 'measure', id: subject, values: { ...input, criminalCase: file.id, ...seatsOf(file) } },
      ],
    };
  },
});

export const endMeasure = act({
  name: 'measure.end',
  record: 'measure',
  input: { endedOn: { ...of.endedOn, required: true }, endedWhy: { ...of.endedWhy, required: true } },
  writes: { measure: { update: ['endedOn', 'endedWhy'] } },
  decide({ row, subject, input, now }) {
    if (!row) return new Problem('record.not_found');
    if (row.endedOn) return new Problem('act.wrong_state', { state: 'ended' });
    if (input.endedOn! > dayOf(now)) return invalid({ field: 'endedOn', reason: 'in_future' });
    if (input.endedOn! < dayOf(row.fromAt as never))
      return invalid({ field: 'endedOn', reason: 'before_start' });
    return { changes: [{ update: 'measure', id: subject, set: { ...input }, version: row.version }] };
  },
});

const granting = limitExtension.fields;
export const recordExtension = act({
  name: 'limitExtension.record',
  record: 'limitExtension',
  creates: true,
  input: {
    criminalCase: inCase,
    accused: granting.accused,
    limitFamily: granting.limitFamily,
    lengthUnit: granting.lengthUnit,
    lengthValue: granting.lengthValue,
    grantedBy: granting.grantedBy,
    decidedOn: granting.decidedOn,
    decisionNumber: granting.decisionNumber,
  },
  writes: { limitExtension: { insert: true } },
  facts: async (source, { input }) => ({
    rules: source.rules as Rules,
    file: await findCase(source, input.criminalCase),
    rows: await rowsOf(source, input.criminalCase),
  }),
  decide({ subject, input, now }, { rules, file, rows }) {
    if (!file) return invalid({ field: 'criminalCase', reason: 'no_such_case' });
    const family = input.limitFamily!;
    const whose = input.accused ?? null;
    if (ofAccused.includes(family) !== (whose !== null))
      return invalid({ field: 'accused', reason: 'whose_limit' });
    if (whose && !rows.accused.some(one => one.id === whose))
      return invalid({ field: 'accused', reason: 'not_this_case' });
    if (input.decidedOn! > dayOf(now)) return invalid({ field: 'decidedOn', reason: 'in_future' });
    const running = caseClocks(rules, countedFor(file, rows)).findLast(
      one => one.family === family && one.accused === whose && one.doneOn === null,
    );
    if (!running) return invalid({ field: 'limitFamily', reason: 'limit_not_running' });
    const [begun, due] = [dayIn(running.start), running.limit.term.due && dayIn(running.limit.term.due)];
    if (!whose && input.decidedOn! < begun)
      return invalid({ field: 'decidedOn', reason: 'before_limit', params: { day: begun } });
    // It was granted, late as it was: it stands, and whoever notes it is told.
    const late: FieldIssue[] =
      due && input.decidedOn! > due
        ? [{ field: 'decidedOn', reason: 'granted_after_end', params: { day: due } }]
        : [];
    const kind = whose
      ? (classOf(rows.charges, whose) ?? (file.severity as Severity))
      : (file.severity as Severity);
    const turn = running.limit.ends.length - 1;
    const judged = judgeExtension(
      rules,
      { family, start: running.start, kind, turn, level: file.caseLevel as string },
      input,
    );
    if (judged instanceof Problem) return judged;
    return {
      changes: [
        {
          insert: 'limitExtension',
          id: subject,
          values: { ...input, turn: turn + 1, ...seatsOf(file) },
        },
      ],
      warnings: [...judged, ...late],
    };
  },
});

export const accusedActs = [
  nameAccused,
  chargeAccused,
  settleAccused,
  resumeAccused,
  orderMeasure,
  endMeasure,
  recordExtension,
] as const;
