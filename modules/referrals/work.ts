/* What waits about referrals: to answer, silent, sent back, in hand; and consents that end soon while something rests on them. */
import type { WorkSource } from '../../kernel/record/work.ts';
import { fileRoles, sharedWithRoles } from '../agencies/index.ts';

/** Days before its end on which the office that took a consent down is reminded. */
export const consentEndsSoon = 14;

/** The day from which somebody is grown whatever day a half-known birth was: SQL on a column of half-known days. */
const grownOn = (born: string): string =>
  `((case length(${born}) when 4 then (${born} || '-12-31')::date when 7 then ((${born} || '-01')::date + interval '1 month' - interval '1 day') else ${born}::date end) + interval '18 years')::date`;

/**
 * Consents a guardian gave for a child who has not said yes herself and comes of age within these days, or has, while something rests on them: from then on
 * only her own answer counts. SQL with the consent as `r` and the file as `p`.
 */
export const comesOfAge = (today: string): string =>
  `r.given = 'yes' and r.withdrawn_at is null and r.given_by = 'guardian' and r.child_assent is distinct from 'yes'
     and p.state = 'open' and p.born is not null and ${grownOn('p.born')} <= ${today} + ${consentEndsSoon}
     and exists (select from share s where s.consent = r.id and s.revoked_at is null)`;
const comesOfAgeOn = grownOn('p.born');

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
    // One item a person, whatever she consented to: her page shows them all.
    kind: 'consent_ending',
    record: 'consent',
    opensFile: true,
    rows: ({ reach }) =>
      `(select distinct on (r.person) r.id, r.person, r.until, r.made_at, r.office from consent r
        where r.office = any (${reach}) and r.given = 'yes' and r.withdrawn_at is null and r.until > ct.today() and r.until <= ct.today() + ${consentEndsSoon}
          and exists (select from share s where s.consent = r.id and s.revoked_at is null) order by r.person, r.until) r order by r.until limit 50`,
    due: 'r.until',
    rule: "'practice.consent_ending'",
    caption: "coalesce((select p.number from person p where p.id = r.person), '')",
  },
  {
    kind: 'consent_of_age',
    record: 'consent',
    roles: fileRoles,
    opensFile: true,
    rows: ({ reach }) =>
      // The sweeper found them and told the office: reckoning every guardian's consent anew at each look would take a tenth of a second.
      `(select distinct on (r.person) r.id, r.person, r.made_at, r.office, p.number, ${comesOfAgeOn} as grown_on from notice n
          join consent r on r.id = case when n.notice_kind = 'consent_of_age' then n.subject::uuid end join person p on p.id = r.person
        where n.to_office = any (${reach}) and n.notice_kind = 'consent_of_age' and ${comesOfAge('ct.today()')} order by r.person) r order by r.grown_on limit 50`,
    due: 'r.grown_on',
    caption: 'r.number',
  },
];
