/* What time does to consents: what rests on one that is over ends, and its receiver is told; one that will soon be over is brought to mind, once, and so is one that a
 * guardian gave for somebody who is now grown; and receivers are told of what ended with a consent that somebody took back who could not see them (the database had closed it at once). */
import { addDays, type Day, dayOf, type Instant } from '../../kernel/day.ts';
import { comesOfAge, consentEndsSoon } from '../../modules/referrals/index.ts';
import type { Db } from '../db/door.ts';
import { enter, notify } from './notify.ts';

interface Ended {
  readonly id: string;
  readonly person: string;
  readonly office: string;
  readonly to_office: string;
}

/** Closes the live shares of consents whose last day is over. @returns how many. */
export async function endWithConsent(db: Db, now: Instant): Promise<number> {
  const ended = await db.query<Ended>(
    `update share set revoked_at = $1, revoked_why = 'consent_ran_out', changed_at = $1, version = version + 1
      where id in (select s.id from share s join consent c on c.id = s.consent where s.revoked_at is null and s.ground = 'consent' and c.until <= $2 limit 500)
      returning id, person, office, to_office`,
    [now, dayOf(now)],
  );
  for (const share of ended) {
    await notify(db, now, 'consent_ran_out', share.office, 'share', share.id);
    await enter(db, now, 'consent.run_out', 'share', share);
  }
  return ended.length;
}

/** Ends referrals that were still open when the share under them ended with a consent, and tells both sides. @returns how many. */
export async function endReferralsWithConsent(db: Db, now: Instant): Promise<number> {
  const ended = await db.query<Ended>(
    `update referral r set state = 'revoked', ended_at = $1, changed_at = $1, version = version + 1
      where r.id in (select s.referral from share s join referral o on o.id = s.referral and o.state in ('sent', 'accepted')
          where s.revoked_why in ('consent_withdrawn', 'consent_ran_out') limit 500)
        and not exists (select from share l where l.referral = r.id and l.revoked_at is null)
      returning id, person, office, to_office`,
    [now],
  );
  for (const referral of ended) {
    await notify(db, now, 'share_revoked', referral.to_office, 'referral', referral.id);
    await enter(db, now, 'referral.end_with_consent', 'referral', referral);
  }
  return ended.length;
}

/** Brings to mind consents that will be over soon while something rests on them; once each. @returns how many. */
export async function warnOfEndings(db: Db, now: Instant): Promise<number> {
  const today = dayOf(now);
  const soon: Day = addDays(today, consentEndsSoon);
  const ending = await db.query<{ id: string; office: string }>(
    `select c.id, c.office from consent c
      where c.given = 'yes' and c.withdrawn_at is null and c.until > $1 and c.until <= $2
        and exists (select from share s where s.consent = c.id and s.revoked_at is null)
        and not exists (select from notice n where n.notice_kind = 'consent_ending' and n.subject = c.id::text)
      limit 500`,
    [today, soon],
  );
  for (const consent of ending)
    await notify(db, now, 'consent_ending', consent.office, 'consent', consent.id);
  return ending.length;
}

/** Brings those to mind, once each. @returns how many. */
export async function askOfAge(db: Db, now: Instant): Promise<number> {
  const asked = await db.query<{ id: string; office: string }>(
    `select r.id, p.office from consent r join person p on p.id = r.person
      where ${comesOfAge('$1::date')}
        and not exists (select from notice n where n.notice_kind = 'consent_of_age' and n.subject = r.id::text)
      limit 500`,
    [dayOf(now)],
  );
  for (const consent of asked) await notify(db, now, 'consent_of_age', consent.office, 'consent', consent.id);
  return asked.length;
}
