/* What waits about referrals: to answer, silent, sent back, in hand; and consents that end soon while something rests on them. */
import type { WorkSource } from '../../kernel/record/work.ts';
import { sharedWithRoles } from '../agencies/index.ts';

/** Days before its end on which the office that took a consent down is reminded. */
export const consentEndsSoon = 14;

const silence = {
  record: 'referral',
  roles: sharedWithRoles,
  due: 'r.remind_on',
  rule: "'practice.referral_silence'",
  start: "(r.sent_at at time zone 'Asia/Ho_Chi_Minh')::date",
  caption: 'r.number',
} as const;

export const referralWork: readonly WorkSource[] = [
  {
    ...silence,
    kind: 'referral_to_answer',
    rows: ({ reach }) =>
      `referral r where r.to_office = any (${reach}) and r.state = 'sent' order by r.remind_on limit 100`,
  },
  {
    ...silence,
    kind: 'referral_silent',
    rows: ({ reach }) =>
      `referral r where r.office = any (${reach}) and r.state = 'sent' and r.remind_on <= ct.today() order by r.remind_on limit 100`,
  },
  {
    kind: 'referral_returned',
    record: 'referral',
    roles: sharedWithRoles,
    rows: ({ reach }) =>
      `referral r where r.office = any (${reach}) and r.state = 'returned' and r.answered_at > now() - interval '30 days' order by r.answered_at desc limit 50`,
    caption: 'r.number',
  },
  {
    kind: 'referral_in_hand',
    record: 'referral',
    roles: sharedWithRoles,
    rows: ({ reach }) =>
      `referral r where r.to_office = any (${reach}) and r.state = 'accepted' order by r.until limit 100`,
    due: 'r.until',
    caption: 'r.number',
  },
  {
    kind: 'consent_ending',
    record: 'consent',
    rows: ({ reach }) =>
      `consent r where r.office = any (${reach}) and r.given = 'yes' and r.withdrawn_at is null and r.until > ct.today() and r.until <= ct.today() + ${consentEndsSoon}
        and exists (select from share s where s.consent = r.id and s.revoked_at is null) order by r.until limit 50`,
    due: 'r.until',
    rule: "'practice.consent_ending'",
    caption: 'r.consent_purpose',
  },
];
