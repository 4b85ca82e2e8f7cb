/* What is taken down beside the file itself: the children with her, each consent by itself, and the draft of an interview. Withdrawing a consent revokes
 * every live share that rests on it in the same act, and tells the receivers. */
import { act, type Change, type Notice } from '../../kernel/act/act.ts';
import { choice, ref, sealed, text } from '../../kernel/fields/kinds.ts';
import { Problem } from '../../kernel/problem.ts';
import { openChildFile } from './child-file.ts';
import { child, consent } from './record.ts';
import { registerPerson } from './register.ts';

export const recordChild = act({
  name: 'child.record',
  record: 'child',
  creates: true,
  input: { person: ref('person', { required: true }), ...child.fields },
  writes: { child: { insert: true } },
  decide({ subject, input, unanswered }) {
    const { person, ...values } = input;
    return {
      changes: [{ insert: 'child', id: subject, person: person as string, values, unanswered }],
      persons: [person as string],
    };
  },
});

const { withdrawnAt: _at, withdrawnWhy: _why, ...consentFields } = consent.fields;

export const recordConsent = act({
  name: 'consent.record',
  record: 'consent',
  creates: true,
  input: { person: ref('person', { required: true }), ...consentFields },
  writes: { consent: { insert: true } },
  decide({ subject, input }) {
    const { person, ...values } = input;
    return {
      changes: [{ insert: 'consent', id: subject, person: person as string, values }],
      persons: [person as string],
    };
  },
});

interface LiveShare {
  readonly id: string;
  readonly referral: string | null;
  readonly to_office: string;
  readonly office: string;
}

export const withdrawConsent = act({
  name: 'consent.withdraw',
  record: 'consent',
  input: { withdrawnWhy: text({ max: 300 }) },
  writes: {
    consent: { update: ['withdrawnAt', 'withdrawnWhy'] },
    share: { update: ['revokedAt', 'revokedWhy'] },
    referral: { update: ['state', 'endedAt'] },
  },
  facts: (source, { subject }) =>
    source.query<LiveShare>(
      'select id, referral, to_office, office from share where consent = $1 and revoked_at is null',
      [subject],
    ),
  decide({ row, subject, input, now }, shares) {
    if (!row) return new Problem('record.not_found');
    if (row.withdrawnAt) return new Problem('act.wrong_state', { state: 'withdrawn' });
    const revoked = shares.flatMap((share): Change[] => [
      { update: 'share', id: share.id, set: { revokedAt: now, revokedWhy: 'consent_withdrawn' } },
      ...(share.referral
        ? [{ update: 'referral', id: share.referral, set: { state: 'revoked', endedAt: now } }]
        : []),
    ]);
    const notices = shares.map(
      (share): Notice => ({
        kind: 'share_revoked',
        office: share.to_office,
        record: share.referral ? 'referral' : 'share',
        subject: share.referral ?? share.id,
      }),
    );
    return {
      changes: [
        { update: 'consent', id: subject, set: { withdrawnAt: now, withdrawnWhy: input.withdrawnWhy } },
        ...revoked,
      ],
      notices,
      persons: [row.person as string],
    };
  },
});

export const keepDraft = act({
  name: 'draft.keep',
  record: 'draft',
  creates: true,
  input: {
    draftKind: choice('draftKind', ['intake'], { required: true }),
    step: text({ max: 60 }),
    body: sealed({ required: true, max: 60000 }),
  },
  writes: { draft: { insert: true, update: ['step', 'body'] } },
  facts: (source, { subject }) => source.find('draft', subject),
  decide({ subject, input, actor }, kept) {
    if (kept && (kept.keptBy !== actor.officer || kept.state !== 'open')) return new Problem('act.not_yours');
    const { step, body } = input;
    return {
      changes: [
        kept
          ? { update: 'draft', id: subject, set: { step, body } }
          : { insert: 'draft', id: subject, values: { ...input, keptBy: actor.officer, state: 'open' } },
      ],
    };
  },
});

export const discardDraft = act({
  name: 'draft.discard',
  record: 'draft',
  states: ['open'],
  input: { used: choice('yesNo', ['yes', 'no'], { required: true }) },
  writes: { draft: { update: ['state', 'body'] } },
  decide: ({ row, subject, input }) =>
    row
      ? {
          changes: [
            {
              update: 'draft',
              id: subject,
              set: { state: input.used === 'yes' ? 'used' : 'discarded', body: null },
            },
          ],
        }
      : new Problem('record.not_found'),
});

export const intakeActs = [
  registerPerson,
  recordChild,
  openChildFile,
  recordConsent,
  withdrawConsent,
  keepDraft,
  discardDraft,
] as const;
