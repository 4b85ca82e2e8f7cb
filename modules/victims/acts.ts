/* Screening, presuming, asking the competent body, answering, identifying, and telling an investigator that a statement may be available. Every assertion
 * is added, none replaces another; the law in force on its day is written on it. */
import { act, type Change } from '../../kernel/act/act.ts';
import { addDays, type Day, dayOf, startOfDay } from '../../kernel/day.ts';
import { answer, choice, day, longText, office, ref, text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { assertion, type assertionKinds, screening } from './record.ts';

/** The 2024 law replaced the 2011 law on this day. */
export const lawChange = '2025-07-01' as Day;
export const lawOn = (onDay: Day): '66/2011/QH12' | '53/2024/QH15' =>
  onDay < lawChange ? '66/2011/QH12' : '53/2024/QH15';

/** What the competent body needs to see in order to verify; the ground is the law, not consent. */
export const verificationFields = [
  'person.fullName',
  'person.otherNames',
  'person.born',
  'person.sex',
  'person.ethnicity',
  'person.nationality',
  'person.spoken',
  'person.origin',
  'person.originNote',
  'person.phone',
  'person.address',
  'arrival.route',
  'arrival.arrivedAt',
  'arrival.place',
  'arrival.fromCountry',
  'arrival.fromArea',
  'arrival.leftHome',
  'arrival.handedOverBy',
  'identityPaper.paperKind',
  'identityPaper.paperNumber',
  'identityPaper.issuedOn',
  'identityPaper.issuer',
  'screening.impression',
  'screening.screenedAt',
  'screening.signs',
  'screening.indicatorSet',
  'assertion.assertionKind',
  'assertion.paperKind',
  'assertion.paperNumber',
] as const;

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
  writes: { screening: { insert: true }, assertion: { insert: true } },
  decide({ subject, input, newId, now }) {
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
      ],
      persons: [person as string],
    };
  },
});

const { law: _l, assertionKind: _kind, court: _court, ...assertionInput } = assertion.fields;
const asserted = { person: ref('person', { required: true }), ...assertionInput };

export const presume = act({
  name: 'assertion.presume',
  record: 'assertion',
  creates: true,
  input: asserted,
  writes: { assertion: { insert: true } },
  decide({ subject, input, now }) {
    const onDay = input.assertedOn as Day;
    if (onDay > dayOf(now)) return invalid({ field: 'assertedOn', reason: 'in_future' });
    const { person, ...values } = input;
    return {
      changes: [assertionRow(subject, person, 'presumed', onDay, values)],
      persons: [person as string],
      ground: 'legal_duty',
    };
  },
});

interface Competence {
  readonly competence: string[] | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

const officeOn = (found: Competence | undefined, onDay: Day, needed: string): boolean =>
  !!found?.competence?.includes(needed) &&
  (found.valid_from === null || found.valid_from <= onDay) &&
  (found.valid_to === null || found.valid_to > onDay);

const competenceSql = 'select competence, valid_from::text, valid_to::text from office where id = $1';

export const requestVerification = act({
  name: 'verification.request',
  record: 'verification',
  creates: true,
  input: {
    person: ref('person', { required: true }),
    toOffice: office({ required: true }),
    receivedOn: day({ required: true }),
    complex: choice('yesNo', ['yes', 'no'], {}),
    question: longText({ max: 2000 }),
  },
  writes: { verification: { insert: true }, share: { insert: true } },
  async facts(source, { input }) {
    const [body] = await source.query<Competence>(competenceSql, [input.toOffice]);
    // The 2024 law opens with an initial check and leaves the whole verification without a length that is known; the 2011 law has one term.
    const receivedOn = input.receivedOn as Day;
    const term = source.term('victim.initial_check', receivedOn) ?? source.term('victim.verify', receivedOn);
    return { body, term, file: await source.find('person', input.person as string) };
  },
  decide({ subject, input, newId, now, actor }, { body, term, file }) {
    if (!file) return new Problem('person.not_shared');
    const receivedOn = input.receivedOn as Day;
    if (receivedOn > dayOf(now)) return invalid({ field: 'receivedOn', reason: 'in_future' });
    if (!officeOn(body, receivedOn, 'verify') && !officeOn(body, receivedOn, 'identify'))
      return new Problem('limit.not_competent', { needed: 'verify', day: receivedOn });
    const { person, ...values } = input;
    const share: Change = {
      insert: 'share',
      id: newId(),
      person: person as string,
      values: {
        toOffice: input.toOffice,
        verification: subject,
        sharedFields: verificationFields,
        sharePurpose: 'verification',
        ground: 'legal_duty',
        startsAt: now,
        until: startOfDay(addDays(dayOf(now), 365)),
      },
    };
    return {
      changes: [
        {
          insert: 'verification',
          id: subject,
          person: person as string,
          values: {
            ...values,
            state: 'sent',
            law: lawOn(receivedOn),
            rule: term?.rule ?? null,
            dueOn: term?.due ?? null,
            advisory: !term || term.advisory || term.due === null ? 'yes' : 'no',
          },
        },
        share,
      ],
      notices: [
        { kind: 'verification_asked', office: input.toOffice as string, record: 'verification', subject },
      ],
      persons: [person as string],
      ground: 'legal_duty',
      answer: { term, actorOffice: actor.office },
    };
  },
});

export const answerVerification = act({
  name: 'verification.answer',
  record: 'verification',
  states: ['sent'],
  input: {
    finding: choice('finding', ['victim', 'not_victim', 'undetermined'], { required: true }),
    reply: longText({ max: 4000 }),
  },
  writes: { verification: { update: ['state', 'answeredAt', 'finding', 'reply'] } },
  decide({ row, subject, input, now }) {
    if (!row) return new Problem('record.not_found');
    return {
      changes: [
        {
          update: 'verification',
          id: subject,
          set: { ...input, state: 'answered', answeredAt: now },
          version: row.version,
        },
      ],
      notices: [{ kind: 'verification_answered', office: row.office, record: 'verification', subject }],
      persons: [row.person as string],
      ground: 'legal_duty',
    };
  },
});

export const withdrawVerification = act({
  name: 'verification.withdraw',
  record: 'verification',
  states: ['sent'],
  input: { reason: text({ required: true, max: 300 }) },
  writes: { verification: { update: ['state'] }, share: { update: ['revokedAt', 'revokedWhy'] } },
  facts: (source, { subject }) =>
    source.query<{ id: string }>('select id from share where verification = $1 and revoked_at is null', [
      subject,
    ]),
  decide({ row, subject, now }, shares) {
    if (!row) return new Problem('record.not_found');
    return {
      changes: [
        { update: 'verification', id: subject, set: { state: 'withdrawn' }, version: row.version },
        ...shares.map(
          (share): Change => ({
            update: 'share',
            id: share.id,
            set: { revokedAt: now, revokedWhy: 'request_withdrawn' },
          }),
        ),
      ],
      notices: [
        { kind: 'verification_withdrawn', office: row.toOffice as string, record: 'verification', subject },
      ],
      persons: [row.person as string],
    };
  },
});

export const identify = act({
  name: 'assertion.identify',
  record: 'assertion',
  creates: true,
  input: { ...asserted, verification: ref('verification', {}) },
  writes: { assertion: { insert: true }, verification: { update: ['state', 'answeredAt', 'finding'] } },
  async facts(source, { input, actor }) {
    const [body] = await source.query<Competence>(competenceSql, [actor.office]);
    const asked = input.verification ? await source.find('verification', input.verification) : null;
    return { body, asked };
  },
  decide({ subject, input, now }, { body, asked }) {
    const onDay = input.assertedOn as Day;
    if (onDay > dayOf(now)) return invalid({ field: 'assertedOn', reason: 'in_future' });
    if (!officeOn(body, onDay, 'identify'))
      return new Problem('limit.not_competent', { needed: 'identify', day: onDay });
    if (input.finding === 'victim' && (!input.paperKind || !input.paperNumber))
      return invalid({ field: input.paperKind ? 'paperNumber' : 'paperKind', reason: 'paper_needed' });
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
      notices: asked
        ? [
            {
              kind: 'identified',
              office: asked.office,
              record: 'verification',
              subject: verificationId as string,
            },
          ]
        : [],
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
  async facts(source, { input }) {
    const [court] = await source.query<Competence>(competenceSql, [input.court]);
    return court;
  },
  decide({ subject, input, now }, court) {
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
  requestVerification,
  answerVerification,
  withdrawVerification,
  identify,
  noteJudgment,
  offerStatement,
] as const;
