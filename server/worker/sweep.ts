/* What time does by itself: shares that ran out are closed, a referral nobody answered is brought to mind, what an ended
 * office left open goes to its successor, old counts of failed sign-ins are forgotten.
 * Every sweep is one transaction that several servers may try at once and one does; doing it twice changes nothing. */
import type { Instant } from '../../kernel/day.ts';
import { sweepAttempts } from '../auth/index.ts';
import type { Db, Door } from '../db/door.ts';
import { tell } from '../ledger/write.ts';
import { handOver } from './handover.ts';
import { notify } from './notify.ts';

const lockKey = 7213552;
interface Ended {
  readonly id: string;
  readonly person: string;
  readonly office: string;
  readonly to_office: string;
  readonly referral: string | null;
}

/** Closes the shares whose time is over; the receiver's right ended with the time, this takes the keys away and says so. */
export async function closeRunOutShares(db: Db, now: Instant): Promise<number> {
  const ended = await db.query<Ended>(
    `update share set revoked_at = until, revoked_why = 'ran_out', changed_at = $1, version = version + 1
      where id in (select id from share where revoked_at is null and until <= $1 limit 500)
      returning id, person, office, to_office, referral`,
    [now],
  );
  for (const share of ended) {
    await notify(db, now, 'share_ran_out', share.office, 'share', share.id);
    await tell(db, null, now, {
      kind: 'system',
      name: 'share.run_out',
      subjectRecord: 'share',
      subject: share.id,
      persons: [share.person],
    });
  }
  return ended.length;
}

interface Silent {
  readonly id: string;
  readonly person: string;
  readonly office: string;
  readonly to_office: string;
}

/** Reminds both sides of referrals that were not answered in time (a practice, not a term of the law), once. */
export async function remindOfSilence(db: Db, now: Instant): Promise<number> {
  const silent = await db.query<Silent>(
    `update referral set reminded_at = $1, changed_at = $1, version = version + 1
      where id in (select id from referral where state = 'sent' and reminded_at is null and remind_on < ct.today() limit 500)
      returning id, person, office, to_office`,
    [now],
  );
  for (const referral of silent) {
    await notify(db, now, 'referral_unanswered', referral.to_office, 'referral', referral.id);
    await notify(db, now, 'referral_unanswered', referral.office, 'referral', referral.id);
    await tell(db, null, now, {
      kind: 'system',
      name: 'referral.remind',
      subjectRecord: 'referral',
      subject: referral.id,
      persons: [referral.person],
    });
  }
  return silent.length;
}

/** One sweep. @returns what was done; nothing when another server is at it. */
export async function sweep(
  door: Door,
  now: Instant,
): Promise<{ closed: number; reminded: number; handedOver: number }> {
  return door.as({ system: 'ct_system' }, async db => {
    const [lock] = await db.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [
      lockKey,
    ]);
    if (!lock?.mine) return { closed: 0, reminded: 0, handedOver: 0 };
    return {
      closed: await closeRunOutShares(db, now),
      reminded: await remindOfSilence(db, now),
      handedOver: await handOver(db, now),
    };
  });
}

/** Sweeps at start and every minute. */
export function startSweeping(door: Door, now: () => Instant, every = 60_000): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const run = () => {
    running = sweep(door, now())
      .then(() => door.as({ system: 'ct_auth' }, db => sweepAttempts(db, now())))
      .catch(() => undefined);
  };
  const soon = setTimeout(run, 1500).unref();
  const timer = setInterval(run, every).unref();
  return {
    async stop() {
      clearTimeout(soon);
      clearInterval(timer);
      await running;
    },
  };
}
