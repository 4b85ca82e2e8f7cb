/* Asking the competent body, its answer or refusal, asking anew, and telling its superior when it stays silent. A request shares what verifying needs, on the
 * ground of the law; a refusal or a withdrawal takes that back at once. */
import { act, type Change } from '../../kernel/act/act.ts';
import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../kernel/day.ts';
import { choice, day, longText, office, ref, text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { silenceOf } from './clocks.ts';
import { type Competence, competenceSql, lawOn, officeOn } from './law.ts';
import { verificationRefusals } from './record.ts';

/** What the competent body needs to see in order to verify; the ground is the law, not consent. */
export const verificationFields = [
  'person.fullName',
  'person.otherNames',
  'person.born',
  'person.sex',
  'person.ethnicity',
  'person.nationality',
  'person.livesHere',
  'person.abroadNow',
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
  'settlement.stands',
] as const;

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
    renews: ref('verification', {}),
    newFacts: longText({ max: 2000 }),
  },
  writes: { verification: { insert: true }, share: { insert: true } },
  async facts(source, { input }) {
    const [body] = await source.query<Competence>(competenceSql, [input.toOffice]);
    // The 2024 law opens with an initial check and leaves the whole verification without a length that is known; the 2011 law has one term.
    const receivedOn = input.receivedOn as Day;
    const term = source.term('victim.initial_check', receivedOn) ?? source.term('victim.verify', receivedOn);
    return {
      body,
      term,
      silence: silenceOf((family, from) => source.term(family, from), term, receivedOn),
      before: input.renews ? await source.find('verification', input.renews) : null,
      file: await source.find('person', input.person as string),
    };
  },
  decide({ subject, input, newId, now, actor }, { body, term, silence, before, file }) {
    if (!file) return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    if (input.renews && before?.person !== input.person)
      return invalid({ field: 'renews', reason: 'reference' });
    if (before?.state === 'sent') return invalid({ field: 'renews', reason: 'still_waiting' });
    if (before && !input.newFacts) return invalid({ field: 'newFacts', reason: 'required' });
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
            ...silence,
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

/** What is found out, in words and as a finding; only an identification is an assertion. */
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

const sharesOfRequest = 'select id from share where verification = $1 and revoked_at is null';
const closed = (share: string, now: Instant, why: string): Change => ({
  update: 'share',
  id: share,
  set: { revokedAt: now, revokedWhy: why },
});

/** Not an answer about her: the body asked says why it will not verify, and may name the one that should have been asked. */
export const refuseVerification = act({
  name: 'verification.refuse',
  record: 'verification',
  states: ['sent'],
  input: {
    refusedWhy: choice('verificationRefusal', verificationRefusals, { required: true }),
    betterOffice: office({}),
    reply: longText({ max: 4000 }),
  },
  writes: {
    verification: { update: ['state', 'answeredAt', 'refusedWhy', 'betterOffice', 'reply'] },
    share: { update: ['revokedAt', 'revokedWhy'] },
  },
  facts: (source, { subject }) => source.query<{ id: string }>(sharesOfRequest, [subject]),
  decide({ row, subject, input, now }, shares) {
    if (!row) return new Problem('record.not_found');
    if (input.refusedWhy !== 'not_competent' && !input.reply)
      return invalid({ field: 'reply', reason: 'required' });
    if (input.betterOffice === row.toOffice) return invalid({ field: 'betterOffice', reason: 'own_office' });
    return {
      changes: [
        {
          update: 'verification',
          id: subject,
          set: { ...input, state: 'refused', answeredAt: now },
          version: row.version,
        },
        ...shares.map(({ id }) => closed(id, now, 'request_refused')),
      ],
      notices: [{ kind: 'verification_refused', office: row.office, record: 'verification', subject }],
      persons: [row.person as string],
      ground: 'legal_duty',
    };
  },
});

/** The superior learns that an answer is owed, by whom and since when; not about whom, and not what was asked. */
export const escalateVerification = act({
  name: 'verification.escalate',
  record: 'verification',
  states: ['sent'],
  input: {},
  writes: { verification: { update: ['escalatedAt', 'escalatedTo'] }, owedAnswer: { insert: true } },
  async facts(source, { row }) {
    const [found] = await source.query<{ parent: string | null }>('select parent from office where id = $1', [
      row?.toOffice,
    ]);
    return found?.parent ?? null;
  },
  decide({ row, subject, newId, now }, superior) {
    if (!row) return new Problem('record.not_found');
    const owed = newId();
    if (!superior) return new Problem('verification.no_superior');
    if (row.escalatedAt) return new Problem('act.wrong_state');
    const from = row.remindOn as Day | null;
    if (from && dayOf(now) <= from) return new Problem('verification.too_early', { day: from });
    return {
      changes: [
        {
          update: 'verification',
          id: subject,
          set: { escalatedAt: now, escalatedTo: superior },
          version: row.version,
        },
        {
          insert: 'owedAnswer',
          id: owed,
          values: {
            verification: subject,
            requestNumber: row.number,
            toOffice: superior,
            owedBy: row.toOffice,
            state: 'open',
            receivedOn: row.receivedOn,
            dueOn: row.dueOn,
            advisory: row.advisory,
          },
        },
      ],
      notices: [
        { kind: 'answer_owed', office: superior, record: 'owedAnswer', subject: owed },
        {
          kind: 'verification_escalated',
          office: row.toOffice as string,
          record: 'verification',
          subject,
        },
      ],
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
  writes: {
    verification: { update: ['state', 'withdrawnWhy'] },
    share: { update: ['revokedAt', 'revokedWhy'] },
  },
  facts: (source, { subject }) => source.query<{ id: string }>(sharesOfRequest, [subject]),
  decide({ row, subject, input, now }, shares) {
    if (!row) return new Problem('record.not_found');
    return {
      changes: [
        {
          update: 'verification',
          id: subject,
          set: { state: 'withdrawn', withdrawnWhy: input.reason },
          version: row.version,
        },
        ...shares.map(({ id }) => closed(id, now, 'request_withdrawn')),
      ],
      notices: [
        { kind: 'verification_withdrawn', office: row.toOffice as string, record: 'verification', subject },
      ],
      persons: [row.person as string],
    };
  },
});

export const verificationActs = [
  requestVerification,
  answerVerification,
  refuseVerification,
  withdrawVerification,
  escalateVerification,
] as const;
