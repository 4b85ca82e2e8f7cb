/* Opening a case, another unit that takes it over, and who has it in each seat. Its steps from one body to the next are in step-acts.ts; who is accused, and what the limits are lengthened
 * by, in accused-acts.ts; what was entered wrongly is set right in correction-acts.ts. */
import { act, type Change } from '../../kernel/act/act.ts';
import { dayOf } from '../../kernel/day.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import type { Rules } from '../../rules/schema.ts';
import { postHeld } from '../agencies/index.ts';
import { partIds, reseated, rowsOf, seatsOf, seatWrites } from './case-rows.ts';
import { clauseOf, clauseWarnings } from './offences.ts';
import { charge, criminalCase } from './record.ts';
import { actingSeats, officerOfSeat, seatsHeld } from './seats.ts';
import { dutyClocks } from './side-duties.ts';
import { takeStep } from './step-acts.ts';

const { offence, clause } = charge.fields;
const opening = criminalCase.fields;

export const openCase = act({
  name: 'criminalCase.open',
  record: 'criminalCase',
  creates: true,
  input: {
    title: opening.title,
    crimeReport: opening.crimeReport,
    caseLevel: opening.caseLevel,
    openedOn: opening.openedOn,
    openedDecision: opening.openedDecision,
    procuracy: { ...opening.procuracy, required: true },
    inCharge: opening.inCharge,
    offence,
    clause,
  },
  writes: { criminalCase: { insert: true }, caseStep: { insert: true } },
  facts: async (source, { input }) => ({
    rules: source.rules as Rules,
    report: input.crimeReport ? await source.find('crimeReport', input.crimeReport) : null,
  }),
  decide({ subject, input, now, newId, actor }, { rules, report }) {
    const { offence: code, clause: number, ...values } = input;
    const openedOn = input.openedOn!;
    if (openedOn > dayOf(now)) return invalid({ field: 'openedOn', reason: 'in_future' });
    if (input.crimeReport && report?.reportOutcome !== 'prosecute')
      return invalid({ field: 'crimeReport', reason: 'report_not_prosecuted' });
    const stands = clauseOf(rules, code, number, openedOn);
    if (!stands) return invalid({ field: 'clause', reason: 'no_such_clause' });
    const { severity } = stands;
    const seats = { handler: actor.office, procuracy: input.procuracy, court: null, nextHandler: null };
    return {
      changes: [
        {
          insert: 'criminalCase',
          id: subject,
          values: { ...values, ...seats, severity, state: 'investigation' },
        },
        {
          insert: 'caseStep',
          id: newId(),
          values: {
            criminalCase: subject,
            ...seats,
            stepKind: 'initiated',
            onDay: openedOn,
            decisionNumber: input.openedDecision,
          },
        },
      ],
      notices: [{ kind: 'case_opened', office: input.procuracy!, record: 'criminalCase', subject }],
      warnings: clauseWarnings(stands),
    };
  },
});

/** Another unit is to go on with it, as when the district bodies ended: it sees the case from now on, and takes it over itself. */
export const handOverCase = act({
  name: 'criminalCase.handOver',
  record: 'criminalCase',
  input: { nextHandler: { ...opening.nextHandler, required: true } },
  writes: { ...seatWrites('nextHandler'), criminalCase: { update: ['nextHandler'] } },
  facts: (source, { subject }) => partIds(source, subject),
  decide({ row, subject, input, actor }, parts) {
    if (!row) return new Problem('record.not_found');
    const { nextHandler } = input;
    if (nextHandler === row.handler || actor.reach.includes(nextHandler!))
      return invalid({ field: 'nextHandler', reason: 'own_office' });
    return {
      changes: [
        { update: 'criminalCase', id: subject, set: { nextHandler }, version: row.version },
        ...reseated(parts, { nextHandler }),
      ],
      notices: [{ kind: 'case_comes', office: nextHandler!, record: 'criminalCase', subject }],
    };
  },
});

/** The whole case is with the new unit at once, and every clock runs on: a limit is the case's and not the unit's. */
export const takeOverCase = act({
  name: 'criminalCase.takeOver',
  record: 'criminalCase',
  input: {
    procuracy: { ...opening.procuracy, required: true },
    caseLevel: opening.caseLevel,
    inCharge: opening.inCharge,
  },
  writes: {
    ...seatWrites('handler', 'procuracy', 'nextHandler'),
    criminalCase: { update: ['handler', 'procuracy', 'nextHandler', 'caseLevel', 'inCharge', 'procurator'] },
  },
  facts: (source, { subject }) => partIds(source, subject),
  decide({ row, subject, input }, parts) {
    if (!row) return new Problem('record.not_found');
    const seats = { handler: row.nextHandler, procuracy: input.procuracy, nextHandler: null };
    return {
      changes: [
        {
          update: 'criminalCase',
          id: subject,
          set: {
            ...input,
            ...seats,
            // Another procuracy has a procurator of its own.
            procurator: input.procuracy === row.procuracy ? (row.procurator ?? null) : null,
          },
          version: row.version,
        },
        ...reseated(parts, seats),
      ],
      notices: [
        { kind: 'case_taken_over', office: row.handler as string, record: 'criminalCase', subject },
        { kind: 'case_opened', office: input.procuracy!, record: 'criminalCase', subject },
      ],
    };
  },
});

const officers = {
  inCharge: opening.inCharge,
  procurator: opening.procurator,
  judge: opening.judge,
  appealProcurator: opening.appealProcurator,
  appealJudge: opening.appealJudge,
};

/** Who has it in our seat: the investigator, the procurator, the judge, and of those that hear the appeal. Limits are theirs by name from then on. */
export const assignCase = act({
  name: 'criminalCase.assign',
  record: 'criminalCase',
  input: officers,
  writes: {
    criminalCase: { update: Object.keys(officers) },
    dutyDone: { insert: true },
  },
  facts: async (source, { input, actor, subject }) => ({
    rules: source.rules as Rules,
    rows: await rowsOf(source, subject),
    posts: await source.query<{ officer: string }>(
      `select officer from post where officer = any ($1::uuid[]) and office = any ($2::uuid[]) and role = $3
        and ${postHeld('post')}`,
      [Object.values(officerOfSeat).flatMap(name => input[name] ?? []), actor.reach, actor.role],
    ),
  }),
  decide({ row, subject, input, actor, now, newId }, { rules, rows, posts }) {
    if (!row) return new Problem('record.not_found');
    const held = seatsHeld(row, office => actor.reach.includes(office));
    const seat = actingSeats.find(one => held.includes(one));
    if (!seat) return new Problem('case.not_your_turn');
    const name = officerOfSeat[seat];
    if (!input[name]) return invalid({ field: name, reason: 'required' });
    if (!posts.some(({ officer }) => officer === input[name]))
      return invalid({ field: name, reason: 'not_in_our_office' });
    // The law gives the chief judge days to name a judge: naming one is what it asks for.
    const naming = dutyClocks(rules, row, rows).filter(
      clock => clock.seat === seat && clock.family.endsWith('.assign') && clock.doneOn === null,
    );
    return {
      changes: [
        { update: 'criminalCase', id: subject, set: { [name]: input[name] }, version: row.version },
        ...naming.map(
          ({ family, of }): Change => ({
            insert: 'dutyDone',
            id: newId(),
            values: {
              criminalCase: subject,
              ...seatsOf(row),
              limitFamily: family,
              ofRow: of,
              doneOn: dayOf(now),
              decisionNumber: null,
            },
          }),
        ),
      ],
    };
  },
});

export const caseActs = [openCase, takeStep, handOverCase, takeOverCase, assignCase] as const;
