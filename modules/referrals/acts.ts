/* The loop of a referral: sent, accepted or returned with a reason, completed, or revoked. Sending opens a share of exactly the named fields on a consent
 * or a legal ground; returning, completing and revoking close it. Silence is noticed by the reminder, not by luck. */
import { act, type Change } from '../../kernel/act/act.ts';
import { addDays, type Day, dayOf, type PartialDay, startOfDay } from '../../kernel/day.ts';
import { choice, choices, codes, day, longText, office, ref, text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { type OfficeOfBody, officeOfBodySql } from '../agencies/index.ts';
import { concernsOf, housesOf, isBeside } from '../facilities/index.ts';
import {
  type Agreed,
  classesOf,
  coveredBy,
  doubtsOf,
  findAnswers,
  findTakenBack,
  graveDoubts,
  isChild,
  type TakenBack,
} from '../intake/index.ts';
import { grounds, referral, sharePurposes } from './record.ts';
import { classesOfField, opensFile, shareableFields } from './shareable.ts';
import { takeBackShare, withdrawConsent } from './withdraw.ts';

/** The fields of a share that a consent, as it stands, does not speak of. */
export const fieldsNotCovered = (
  fields: readonly string[],
  consent: Agreed,
  takenBack: readonly TakenBack[],
): string[] => {
  const classes = classesOf(consent, takenBack);
  return fields.filter(name => !classesOfField(name).some(one => classes.includes(one)));
};

export const sendReferral = act({
  name: 'referral.send',
  record: 'referral',
  creates: true,
  input: {
    person: ref('person', { required: true }),
    toOffice: office({ required: true }),
    referralPurpose: choice('sharePurpose', sharePurposes, { required: true }),
    services: choices('service', referral.fields.services.options.codes ?? []),
    sharedFields: codes({ required: true }),
    ground: choice('ground', grounds, { required: true }),
    groundArticle: text({ max: 120 }),
    consent: ref('consent', {}),
    until: day({ required: true }),
    message: longText({ max: 2000 }),
    doubtNote: text({ max: 300 }),
  },
  writes: { referral: { insert: true }, share: { insert: true } },
  async facts(source, { input, actor, now }) {
    const [consent, takenBack, answers, receiver, houses, children, beside] = await Promise.all([
      input.consent ? source.find('consent', input.consent) : null,
      input.consent ? findTakenBack(source, input.consent) : [],
      input.consent ? findAnswers(source, input.person) : [],
      source.query<OfficeOfBody>(officeOfBodySql, [input.toOffice]),
      housesOf(source, input.toOffice as string, dayOf(now)),
      source.query<{ id: string }>('select id from child where person = $1', [input.person]),
      isBeside(source, actor, input.person as string),
    ]);
    return {
      consent: consent && consent.person === input.person ? consent : null,
      takenBack,
      answers,
      kind: receiver[0]?.agency_kind ?? null,
      file: await source.find('person', input.person as string),
      reminder: source.term('practice.referral_silence', dayOf(now)),
      houses,
      children,
      beside,
    };
  },
  decide(
    { subject, input, newId, now, actor },
    { consent, takenBack, answers, kind, file, reminder, houses, children, beside },
  ) {
    if (!file || file.via === 'share') return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    const today = dayOf(now);
    if (input.toOffice && actor.reach.includes(input.toOffice))
      return invalid({ field: 'toOffice', reason: 'own_office' });
    if (input.until && input.until <= today) return invalid({ field: 'until', reason: 'in_past' });
    if (input.until && input.until > addDays(today, 366))
      return invalid({ field: 'until', reason: 'too_far', params: { days: 366 } });
    const unknown = (input.sharedFields ?? []).filter(name => !shareableFields.has(name));
    if (unknown.length > 0) return new Problem('share.fields_not_held', { fields: unknown });
    if (!opensFile(input.sharedFields ?? [])) return invalid({ field: 'sharedFields', reason: 'no_file' });
    if (input.ground === 'consent') {
      const born = (file.born ?? null) as PartialDay | null;
      const wanted = { purpose: input.referralPurpose, office: input.toOffice, kind, answers, born };
      const gap = consent ? coveredBy(consent, takenBack, wanted, today) : 'not_in_force';
      if (!consent || gap) return new Problem(gap === 'dissent' ? 'consent.dissent' : 'consent.missing');
      const uncovered = fieldsNotCovered(input.sharedFields ?? [], consent, takenBack);
      if (uncovered.length > 0) return new Problem('share.fields_not_covered', { fields: uncovered });
      const doubts = doubtsOf(consent, isChild(born, today, consent));
      if (doubts.some(doubt => graveDoubts.includes(doubt)) && !input.doubtNote)
        return invalid({ field: 'doubtNote', reason: 'doubt_unanswered' });
    } else if (!input.groundArticle) return invalid({ field: 'groundArticle', reason: 'required' });
    const { person, ...values } = input;
    // What rests on a consent ends with it, whatever day was chosen; the database closes it at that moment, the sweep says so.
    const wished = startOfDay(addDays(input.until!, 1));
    const consentEnds = consent?.until ? startOfDay(consent.until as Day) : null;
    const cut = input.ground === 'consent' && consentEnds !== null && consentEnds < wished;
    const ends = cut ? consentEnds : wished;
    const until = cut ? addDays(consent!.until as Day, -1) : input.until;
    const share: Change = {
      insert: 'share',
      id: newId(),
      person: person as string,
      values: {
        toOffice: input.toOffice,
        referral: subject,
        sharedFields: input.sharedFields,
        sharePurpose: input.referralPurpose,
        ground: input.ground,
        consent: input.consent,
        startsAt: now,
        until: ends,
      },
    };
    return {
      changes: [
        {
          insert: 'referral',
          id: subject,
          person: person as string,
          values: { ...values, until, state: 'sent', sentAt: now, remindOn: reminder?.due ?? null },
        },
        share,
      ],
      warnings: [
        ...(cut ? [{ field: 'until', reason: 'consent_ends_first' }] : []),
        ...concernsOf(houses, input.services ?? [], { ...file, children: children.length, beside }, today),
      ],
      notices: [{ kind: 'referral_sent', office: input.toOffice as string, record: 'referral', subject }],
      persons: [person as string],
      ground: input.ground as string,
    };
  },
});

interface ShareRow {
  readonly id: string;
}
const liveShares = 'select id from share where referral = $1 and revoked_at is null';
const close = (shares: readonly ShareRow[], now: string, why: string): Change[] =>
  shares.map(share => ({ update: 'share', id: share.id, set: { revokedAt: now, revokedWhy: why } }));

export const acceptReferral = act({
  name: 'referral.accept',
  record: 'referral',
  states: ['sent'],
  input: { answerNote: longText({ max: 2000 }) },
  writes: { referral: { update: ['state', 'answeredAt', 'answerNote'] } },
  decide: ({ row, subject, input, now }) =>
    row
      ? {
          changes: [
            {
              update: 'referral',
              id: subject,
              set: { ...input, state: 'accepted', answeredAt: now },
              version: row.version,
            },
          ],
          notices: [{ kind: 'referral_accepted', office: row.office, record: 'referral', subject }],
          persons: [row.person as string],
        }
      : new Problem('record.not_found'),
});

export const returnReferral = act({
  name: 'referral.return',
  record: 'referral',
  states: ['sent', 'accepted'],
  input: {
    returnReason: choice('returnReason', referral.fields.returnReason.options.codes ?? [], {
      required: true,
    }),
    answerNote: longText({ max: 2000 }),
  },
  writes: {
    referral: { update: ['state', 'answeredAt', 'returnReason', 'answerNote', 'endedAt'] },
    share: { update: ['revokedAt', 'revokedWhy'] },
  },
  facts: (source, { subject }) => source.query<ShareRow>(liveShares, [subject]),
  decide({ row, subject, input, now }, shares) {
    if (!row) return new Problem('record.not_found');
    if (input.returnReason === 'other' && !input.answerNote)
      return invalid({ field: 'answerNote', reason: 'required' });
    return {
      changes: [
        {
          update: 'referral',
          id: subject,
          set: { ...input, state: 'returned', answeredAt: row.answeredAt ?? now, endedAt: now },
          version: row.version,
        },
        ...close(shares, now, 'referral_returned'),
      ],
      notices: [{ kind: 'referral_returned', office: row.office, record: 'referral', subject }],
      persons: [row.person as string],
    };
  },
});

export const completeReferral = act({
  name: 'referral.complete',
  record: 'referral',
  states: ['accepted'],
  input: {
    outcome: choice('referralOutcome', referral.fields.outcome.options.codes ?? [], { required: true }),
    answerNote: longText({ max: 2000 }),
  },
  writes: {
    referral: { update: ['state', 'outcome', 'answerNote', 'endedAt'] },
    share: { update: ['revokedAt', 'revokedWhy'] },
  },
  facts: (source, { subject }) => source.query<ShareRow>(liveShares, [subject]),
  decide({ row, subject, input, now }, shares) {
    if (!row) return new Problem('record.not_found');
    return {
      changes: [
        {
          update: 'referral',
          id: subject,
          set: { ...input, state: 'completed', endedAt: now },
          version: row.version,
        },
        ...close(shares, now, 'referral_completed'),
      ],
      notices: [{ kind: 'referral_completed', office: row.office, record: 'referral', subject }],
      persons: [row.person as string],
    };
  },
});

export const revokeReferral = act({
  name: 'referral.revoke',
  record: 'referral',
  states: ['sent', 'accepted'],
  input: { reason: text({ required: true, max: 200 }) },
  writes: {
    referral: { update: ['state', 'endedAt'] },
    share: { update: ['revokedAt', 'revokedWhy'] },
    revocation: { insert: true },
  },
  facts: (source, { subject }) => source.query<ShareRow>(liveShares, [subject]),
  decide({ row, subject, input, now, newId }, shares) {
    if (!row) return new Problem('record.not_found');
    return {
      changes: [
        { update: 'referral', id: subject, set: { state: 'revoked', endedAt: now }, version: row.version },
        ...close(shares, now, 'referral_revoked'),
        {
          insert: 'revocation',
          id: newId(),
          person: row.person as string,
          office: row.office,
          values: { referral: subject, reason: input.reason },
        },
      ],
      notices: [{ kind: 'share_revoked', office: row.toOffice as string, record: 'referral', subject }],
      persons: [row.person as string],
    };
  },
});

export const referralActs = [
  sendReferral,
  acceptReferral,
  returnReferral,
  completeReferral,
  revokeReferral,
  withdrawConsent,
  takeBackShare,
] as const;
