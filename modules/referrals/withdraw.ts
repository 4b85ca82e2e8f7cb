/* She takes a consent back: all of it, or for a class of data, or for one receiver. She may say so to whoever is with her: who holds the file or took the consent down, or
 * somebody who sees the file through a share that rests on it. What follows is the database's (`ct.take_back`), because whoever writes it down does not see every
 * share: each that rests on it ends in the same act, its receiver is told without her name, and of what she leaves standing a narrower share goes on. What was
 * done before stays done: nothing here pretends otherwise. */
import { act, type Change, type Row } from '../../kernel/act/act.ts';
import { choice, codes, text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { classesOf, consentGivers, findTakenBack, isDataClass } from '../intake/index.ts';
import { shareBundles } from './shareable.ts';

const said = {
  /** Only these classes; with no class and no receiver named, the whole consent. */
  dataClasses: codes({}),
  saidBy: choice('consentGiver', consentGivers, {}),
  withdrawnWhy: text({ max: 300 }),
};

interface Said {
  readonly consent: string;
  readonly whole: boolean;
  readonly classes: readonly string[];
  readonly recipients: readonly string[];
  readonly saidBy: string | null;
  readonly why: string | null;
}

const takingBack = (id: string, person: string, { whole, classes, recipients, ...of }: Said): Change => ({
  insert: 'withdrawal',
  id,
  person,
  values: {
    consent: of.consent,
    whole: whole ? 'yes' : 'no',
    dataClasses: whole || classes.length === 0 ? null : classes,
    recipients: whole || recipients.length === 0 ? null : recipients,
    endedFields: whole ? null : classes.flatMap(one => [...(shareBundles[one] ?? [])]),
    saidBy: of.saidBy ?? 'herself',
    why: of.why,
  },
});

export const withdrawConsent = act({
  name: 'consent.withdraw',
  record: 'consent',
  input: {
    ...said,
    /** Only these offices. */
    recipients: codes({}),
  },
  writes: { withdrawal: { insert: true } },
  facts: (source, { subject }) => findTakenBack(source, subject),
  decide({ row, subject, input, newId }, takenBack) {
    if (!row) return new Problem('record.not_found');
    if (row.withdrawnAt) return new Problem('act.wrong_state', { state: 'withdrawn' });
    const classes = input.dataClasses ?? [];
    const recipients = input.recipients ?? [];
    if (!classes.every(isDataClass)) return invalid({ field: 'dataClasses', reason: 'choice' });
    const whole =
      (classes.length === 0 && recipients.length === 0) ||
      classesOf(row, [...takenBack, { dataClasses: classes }]).length === 0 ||
      (row.recipient !== null && recipients.includes(row.recipient as string));
    const { saidBy, withdrawnWhy: why } = input;
    // Who may have had a part in it could cut her off from those who protect her.
    if (saidBy === 'guardian' && ['yes', 'unknown'].includes(row.guardianInvolved as string) && !why)
      return invalid({ field: 'withdrawnWhy', reason: 'guardian_takes_back' });
    return {
      changes: [
        takingBack(newId(), row.person as string, {
          consent: subject,
          whole,
          classes,
          recipients,
          saidBy,
          why,
        }),
      ],
      persons: [row.person as string],
    };
  },
});

const restsOnConsent = (share: Row): boolean =>
  share.ground === 'consent' && typeof share.consent === 'string';

/** Told to a receiver, who knows the consent only as what her share rests on. */
export const takeBackShare = act({
  name: 'share.takeBack',
  record: 'share',
  input: {
    ...said,
    /** Only from this office; others go on. */
    onlyHere: choice('yesNo', ['yes', 'no'], {}),
  },
  writes: { withdrawal: { insert: true } },
  decide({ row, input, newId }) {
    if (!row) return new Problem('record.not_found');
    if (row.revokedAt) return new Problem('act.wrong_state', { state: 'withdrawn' });
    if (!restsOnConsent(row)) return new Problem('share.not_on_consent');
    const onlyHere = input.onlyHere === 'yes';
    const classes = onlyHere ? [] : (input.dataClasses ?? []);
    if (!classes.every(isDataClass)) return invalid({ field: 'dataClasses', reason: 'choice' });
    const { saidBy, withdrawnWhy: why } = input;
    return {
      changes: [
        takingBack(newId(), row.person as string, {
          consent: row.consent as string,
          whole: !onlyHere && classes.length === 0,
          classes,
          recipients: onlyHere ? [row.toOffice as string] : [],
          saidBy,
          why,
        }),
      ],
      persons: [row.person as string],
    };
  },
});
