/* She takes a consent back: all of it, or for a class of data, or for one receiver. Every share that rests on it ends in the same act, and its receiver is told
 * without her name; of what she leaves standing a narrower share goes on. What was done before stays done: nothing here pretends otherwise. */
import { act, type Change, type Notice } from '../../kernel/act/act.ts';
import { choice, codes, text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { classesOf, consentGivers, isDataClass, type TakenBack } from '../intake/index.ts';
import { classesOfField } from './shareable.ts';

interface LiveShare {
  readonly id: string;
  readonly referral: string | null;
  readonly toOffice: string;
  readonly sharedFields: readonly string[];
  readonly sharePurpose: string;
  readonly ground: string;
  readonly until: string;
}

const liveShares = `select id, referral, to_office as "toOffice", shared_fields as "sharedFields", share_purpose as "sharePurpose", ground, until
  from share where consent = $1 and revoked_at is null`;

export const withdrawConsent = act({
  name: 'consent.withdraw',
  record: 'consent',
  input: {
    /** Only these classes; with no class and no receiver named, the whole consent. */
    dataClasses: codes({}),
    /** Only these offices. */
    recipients: codes({}),
    saidBy: choice('consentGiver', consentGivers, {}),
    withdrawnWhy: text({ max: 300 }),
  },
  writes: {
    consent: { update: ['withdrawnAt', 'withdrawnWhy'] },
    withdrawal: { insert: true },
    share: { insert: true, update: ['revokedAt', 'revokedWhy'] },
    referral: { update: ['state', 'endedAt'] },
  },
  async facts(source, { subject, row }) {
    const [shares, takenBack, file] = await Promise.all([
      source.query<LiveShare>(liveShares, [subject]),
      source.query<TakenBack>(
        'select data_classes as "dataClasses", recipients from withdrawal where consent = $1',
        [subject],
      ),
      row ? source.find('person', row.person as string) : null,
    ]);
    return { shares, takenBack, holdsFile: file !== null && file.via === undefined };
  },
  decide({ row, subject, input, now, newId }, { shares, takenBack, holdsFile }) {
    if (!row) return new Problem('record.not_found');
    if (row.withdrawnAt) return new Problem('act.wrong_state', { state: 'withdrawn' });
    const classes = input.dataClasses ?? [];
    const recipients = input.recipients ?? [];
    if (!classes.every(isDataClass)) return invalid({ field: 'dataClasses', reason: 'choice' });
    const left = classesOf(row, [...takenBack, { dataClasses: classes }]);
    const whole =
      (classes.length === 0 && recipients.length === 0) ||
      left.length === 0 ||
      (row.recipient !== null && recipients.includes(row.recipient as string));
    const person = row.person as string;
    const touched = shares.filter(
      share =>
        whole || recipients.includes(share.toOffice) || share.sharedFields.some(name => !stays(name, left)),
    );
    const changes = touched.flatMap((share): Change[] => {
      const fields = share.sharedFields.filter(name => stays(name, left));
      const goesOn = !whole && holdsFile && !recipients.includes(share.toOffice) && fields.length > 0;
      const why = whole || !goesOn ? 'consent_withdrawn' : 'consent_narrowed';
      const { id, ...same } = share;
      return [
        { update: 'share', id, set: { revokedAt: now, revokedWhy: why } },
        ...(goesOn
          ? [
              {
                insert: 'share',
                id: newId(),
                person,
                values: { ...same, sharedFields: fields, consent: subject, startsAt: now },
              },
            ]
          : share.referral
            ? [{ update: 'referral', id: share.referral, set: { state: 'revoked', endedAt: now } }]
            : []),
      ];
    });
    return {
      changes: [
        {
          insert: 'withdrawal',
          id: newId(),
          person,
          values: {
            consent: subject,
            whole: whole ? 'yes' : 'no',
            dataClasses: whole ? null : input.dataClasses,
            recipients: whole ? null : input.recipients,
            saidBy: input.saidBy ?? 'herself',
            why: input.withdrawnWhy,
            sharesEnded: touched.length,
          },
        },
        ...(whole
          ? [
              {
                update: 'consent',
                id: subject,
                set: { withdrawnAt: now, withdrawnWhy: input.withdrawnWhy },
                version: row.version,
              },
            ]
          : []),
        ...changes,
      ],
      notices: touched.map(
        (share): Notice => ({
          kind: 'share_revoked',
          office: share.toOffice,
          record: share.referral ? 'referral' : 'share',
          subject: share.referral ?? share.id,
        }),
      ),
      persons: [person],
    };
  },
});

/** Whether a field is still spoken of. */
const stays = (name: string, classes: readonly string[]): boolean =>
  classesOfField(name).some(one => classes.includes(one));
