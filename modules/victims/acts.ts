/* Screening, presuming, identifying, noting a court's finding, and telling an investigator that a statement may be available. Every assertion is added, none
 * replaces another; the law in force on its day is written on it. Asking the competent body is in verification-acts.ts, two findings that differ in
 * settlement-acts.ts. */
import { act, type Change } from '../../kernel/act/act.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import { answer, day, office, ref, text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { findBegun, usedUp } from '../intake/index.ts';
import { type Competence, competenceSql, lawChange, lawOn, officeOn } from './law.ts';
import { noticesOfContrary } from './otherwise.ts';
import { assertion, type assertionKinds, screening } from './record.ts';
import { settlementActs } from './settlement-acts.ts';
import { verificationActs } from './verification-acts.ts';

/** Every assertion is a row of its own, under the law of its day. */
const assertionRow = (
  id: string,
  person: unknown,
  assertionKind: (typeof assertionKinds)[number],
  onDay: Day,
  values: Readonly<Record<string, unknown>>,
): Change => ({
  insert: 'assertion',
  id,
  person: person as string,
  values: { ...values, assertionKind, assertedOn: onDay, law: lawOn(onDay) },
});

const { law: _law, ...screeningInput } = screening.fields;

export const recordScreening = act({
  name: 'screening.record',
  record: 'screening',
  creates: true,
  input: { person: ref('person', { required: true }), ...screeningInput },
  writes: {
    screening: { insert: true },
    assertion: { insert: true },
    draft: { update: ['state', 'body'] },
  },
  facts: async (source, { input }) => ({
    file: await source.find('person', input.person as string),
    begun: await findBegun(source, input.person as string, 'screening'),
  }),
  decide({ subject, input, newId, now }, { file, begun }) {
    if (!file) return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    if (input.screenedAt && input.screenedAt > now)
      return invalid({ field: 'screenedAt', reason: 'in_future' });
    const { person, ...values } = input;
    const onDay = dayOf(input.screenedAt ?? now);
    const finding = input.impression === 'no_sign' ? 'not_victim' : 'undetermined';
    return {
      changes: [
        {
          insert: 'screening',
          id: subject,
          person: person as string,
          values: { ...values, law: lawOn(onDay) },
        },
        assertionRow(newId(), person, 'screened', onDay, { finding }),
        ...usedUp(begun),
      ],
      persons: [person as string],
    };
  },
});

const { law: _l, assertionKind: _kind, court: _court, evidence, ...assertionInput } = assertion.fields;
const asserted = { person: ref('person', { required: true }), ...assertionInput };

export const presume = act({
  name: 'assertion.presume',
  record: 'assertion',
  creates: true,
  input: asserted,
  writes: { assertion: { insert: true } },
  facts: async (source, { input, actor }) => ({
    file: await source.find('person', input.person as string),
    told: await noticesOfContrary(source, actor, input.person as string, input.finding),
  }),
  decide({ subject, input, now }, { file, told }) {
    if (!file) return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    const onDay = input.assertedOn as Day;
    if (onDay > dayOf(now)) return invalid({ field: 'assertedOn', reason: 'in_future' });
    const { person, ...values } = input;
    return {
      changes: [assertionRow(subject, person, 'presumed', onDay, values)],
      notices: told,
      persons: [person as string],
      ground: 'legal_duty',
    };
  },
});

export const identify = act({
  name: 'assertion.identify',
  record: 'assertion',
  creates: true,
  input: { ...asserted, evidence, verification: ref('verification', {}) },
  writes: { assertion: { insert: true }, verification: { update: ['state', 'answeredAt', 'finding'] } },
  async facts(source, { input, actor }) {
    const [body] = await source.query<Competence>(competenceSql, [actor.office]);
    const asked = input.verification ? await source.find('verification', input.verification) : null;
    const told = await noticesOfContrary(source, actor, input.person as string, input.finding);
    return { body, asked, told };
  },
  decide({ subject, input, now }, { body, asked, told }) {
    const onDay = input.assertedOn as Day;
    if (onDay > dayOf(now)) return invalid({ field: 'assertedOn', reason: 'in_future' });
    if (!officeOn(body, onDay, 'identify'))
      return new Problem('limit.not_competent', { needed: 'identify', day: onDay });
    // The body's own certificate gets its number when it is issued; any other paper is there already and has one.
    const numberless = !input.paperNumber && input.paperKind !== 'police_certificate';
    if (input.finding === 'victim' && (!input.paperKind || numberless))
      return invalid({ field: input.paperKind ? 'paperNumber' : 'paperKind', reason: 'paper_needed' });
    // The law of 2024 names the sources a finding may rest on; which of them it rests on is asked for, and not forced.
    const silent =
      onDay >= lawChange && !Object.values(input.evidence ?? {}).some(answered => answered === 'yes');
    const { person, verification: verificationId, ...values } = input;
    const closing: Change[] =
      asked && asked.state === 'sent'
        ? [
            {
              update: 'verification',
              id: asked.id,
              set: { state: 'answered', answeredAt: now, finding: input.finding },
            },
          ]
        : [];
    return {
      changes: [assertionRow(subject, person, 'identified', onDay, values), ...closing],
      ...(silent ? { warnings: [{ field: 'evidence', reason: 'no_source_named' }] } : {}),
      notices: [
        ...(asked
          ? [
              {
                kind: 'identified',
                office: asked.office,
                record: 'verification',
                subject: verificationId as string,
              },
            ]
          : []),
        ...told,
      ],
      persons: [person as string],
      ground: 'legal_duty',
    };
  },
});

const { paperKind: _paper, paperDate: _date, paperIssuer: _issuer, ...judgmentInput } = assertionInput;

/** Of a judgment: the court that judged is the one whose finding it is, whoever notes it from the paper. */
export const noteJudgment = act({
  name: 'assertion.noteJudgment',
  record: 'assertion',
  creates: true,
  input: {
    person: ref('person', { required: true }),
    ...judgmentInput,
    court: office({ required: true }),
    paperNumber: text({ max: 60, required: true }),
  },
  writes: { assertion: { insert: true } },
  async facts(source, { input, actor }) {
    const [court] = await source.query<Competence>(competenceSql, [input.court]);
    return { court, told: await noticesOfContrary(source, actor, input.person as string, input.finding) };
  },
  decide({ subject, input, now }, { court, told }) {
    const onDay = input.assertedOn as Day;
    if (onDay > dayOf(now)) return invalid({ field: 'assertedOn', reason: 'in_future' });
    if (!officeOn(court, onDay, 'try')) return invalid({ field: 'court', reason: 'not_a_court' });
    const { person, ...values } = input;
    return {
      changes: [
        assertionRow(subject, person, 'found_by_court', onDay, {
          ...values,
          paperKind: 'judgment',
          paperDate: onDay,
        }),
      ],
      notices: told,
      persons: [person as string],
      ground: 'legal_duty',
    };
  },
});

export const offerStatement = act({
  name: 'statementNotice.send',
  record: 'statementNotice',
  creates: true,
  input: {
    person: ref('person', { required: true }),
    toOffice: office({ required: true }),
    available: answer({ required: true }),
    fromDay: day({}),
    withSupportPerson: answer({}),
  },
  writes: { statementNotice: { insert: true } },
  facts: (source, { input }) => source.find('person', input.person as string),
  decide({ subject, input, actor }, file) {
    if (!file) return new Problem('person.not_shared');
    const { person, ...values } = input;
    return {
      changes: [
        {
          insert: 'statementNotice',
          id: subject,
          person: person as string,
          values: { ...values, fileNumber: file.number, contact: actor.office },
        },
      ],
      notices: [
        {
          kind: 'statement_may_be_available',
          office: input.toOffice as string,
          record: 'statementNotice',
          subject,
        },
      ],
      persons: [person as string],
      ground: 'criminal_procedure',
    };
  },
});

export const victimActs = [
  recordScreening,
  presume,
  ...verificationActs,
  identify,
  noteJudgment,
  ...settlementActs,
  offerStatement,
] as const;
