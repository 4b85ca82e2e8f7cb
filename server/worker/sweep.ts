/* What time does by itself: shares that ran out are closed, those of a consent that is over with it; reviews fall due; a referral or a verification nobody answered is brought to mind and then told to the superior,
 * what an ended office left open goes to its successor, old counts of failed sign-ins are forgotten.
 * Every sweep is one transaction that several servers may try at once and one does; doing it twice changes nothing. What only a new day changes is looked for
 * once a day, and at start. */
import { type Day, dayOf, type Instant } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { sweepAttempts } from '../auth/index.ts';
import type { Db, Door } from '../db/door.ts';
import { tell } from '../ledger/write.ts';
import { askOfAge, endReferralsWithConsent, endWithConsent, warnOfEndings } from './consents.ts';
import { handOver } from './handover.ts';
import { remindOfWeeks } from './key-cases.ts';
import { remindOfLimits } from './ladder.ts';
import { notify } from './notify.ts';
import { eraseDecided, openDueReviews } from './retention.ts';

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

interface Waiting {
  readonly id: string;
  readonly person: string;
  readonly office: string;
  readonly to_office: string;
}

/** What is waited for, and what both sides are told when it does not come. */
const reminders = [
  { record: 'referral', kind: 'referral_unanswered' },
  { record: 'verification', kind: 'verification_owed' },
] as const;

/**
 * Reminds both sides, once, of a referral or a verification that was not answered by its day: for a referral what practice allows, for a verification its
 * term or, where the law names none that is known, practice again.
 */
export async function remindOfSilence(db: Db, now: Instant): Promise<number> {
  let reminded = 0;
  for (const { record, kind } of reminders) {
    const silent = await db.query<Waiting>(
      `update ${record} set reminded_at = $1, changed_at = $1, version = version + 1
        where id in (select id from ${record} where state = 'sent' and reminded_at is null and remind_on < ct.today() limit 500)
        returning id, person, office, to_office`,
      [now],
    );
    for (const { id, person, office, to_office } of silent) {
      await notify(db, now, kind, to_office, record, id);
      await notify(db, now, kind, office, record, id);
      await tell(db, null, now, {
        kind: 'system',
        name: `${record}.remind`,
        subjectRecord: record,
        subject: id,
        persons: [person],
      });
    }
    reminded += silent.length;
  }
  return reminded;
}

/** A reminded body that stays silent: its superior is told that an answer is owed, and nothing about whom. What was answered since is no longer owed. */
export async function escalateSilence(db: Db, now: Instant): Promise<number> {
  await db.query(
    `update owed_answer o set state = 'closed', closed_at = $1, changed_at = $1, version = o.version + 1
      from verification v where v.id = o.verification and o.state = 'open' and v.state <> 'sent'`,
    [now],
  );
  const silent = await db.query<Waiting & { superior: string }>(
    `update verification v set escalated_at = $1, escalated_to = f.parent, changed_at = $1, version = v.version + 1
      from office f
      where f.id = v.to_office and f.parent is not null
        and v.id in (select id from verification where state = 'sent' and reminded_at is not null and escalated_at is null and escalate_on < ct.today() limit 500)
      returning v.id, v.person, v.office, v.to_office, f.parent as superior`,
    [now],
  );
  for (const request of silent) {
    const owed = newId();
    await db.query(
      `insert into owed_answer (id, province, office, made_at, made_by, changed_at, verification, request_number, to_office, owed_by, state, received_on, due_on, advisory)
       select $1, province, office, $2, made_by, $2, id, number, escalated_to, to_office, 'open', received_on, due_on, advisory from verification where id = $3`,
      [owed, now, request.id],
    );
    await notify(db, now, 'answer_owed', request.superior, 'owedAnswer', owed);
    await notify(db, now, 'verification_escalated', request.to_office, 'verification', request.id);
    await tell(db, null, now, {
      kind: 'system',
      name: 'verification.escalated',
      subjectRecord: 'verification',
      subject: request.id,
      persons: [request.person],
    });
  }
  return silent.length;
}

export interface Swept {
  readonly closed: number;
  readonly endedWithConsent: number;
  readonly reminded: number;
  readonly escalated: number;
  readonly handedOver: number;
  readonly reviewsDue: number;
}

const nothing: Swept = {
  closed: 0,
  endedWithConsent: 0,
  reminded: 0,
  escalated: 0,
  handedOver: 0,
  reviewsDue: 0,
};

/** One sweep. @returns what was done; nothing when another server is at it. */
export async function sweep(door: Door, now: Instant): Promise<Swept> {
  return door.as({ system: 'ct_system' }, async db => {
    const [lock] = await db.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [
      lockKey,
    ]);
    if (!lock?.mine) return nothing;
    // Before what ran out by itself: a share that ends with its consent says so.
    const endedWithConsent = await endWithConsent(db, now);
    const closed = await closeRunOutShares(db, now);
    await endReferralsWithConsent(db, now);
    return {
      closed,
      endedWithConsent,
      reminded:
        (await remindOfSilence(db, now)) + (await warnOfEndings(db, now)) + (await remindOfWeeks(db, now)),
      escalated: await escalateSilence(db, now),
      handedOver: await handOver(db, now),
      reviewsDue: await openDueReviews(db, now),
    };
  });
}

/** What only a new day changes: who comes of age. Waits for a sweep that is under way, on whichever server. @returns how many were brought to mind. */
export async function sweepDay(door: Door, now: Instant): Promise<number> {
  let asked = 0;
  for (;;) {
    const found = await door.as({ system: 'ct_system' }, async db => {
      await db.query('select pg_advisory_xact_lock($1)', [lockKey]);
      return askOfAge(db, now);
    });
    if (found === 0) return asked;
    asked += found;
  }
}

/**
 * Sweeps at start and every minute, and what only a new day changes at start and in the first minute of each day; a day whose work failed is tried again a minute
 * later. `listErased` keeps the list of what was erased outside the database: it is asked each day, and at once when something was erased here.
 */
export function startSweeping(
  door: Door,
  now: () => Instant,
  listErased: () => Promise<unknown>,
  every = 60_000,
): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let dayDone: Day | null = null;
  const sweepAll = async () => {
    const today = dayOf(now());
    await sweep(door, now());
    const erased = await eraseDecided(door, now());
    if (erased > 0 || dayDone !== today) await listErased();
    if (dayDone !== today) await sweepDay(door, now());
    dayDone = today;
    await door.as({ system: 'ct_auth' }, db => sweepAttempts(db, now()));
  };
  let isRunning = false;
  const run = () => {
    if (isRunning) return;
    isRunning = true;
    // Limits are told of whatever becomes of the rest.
    running = Promise.allSettled([sweepAll(), remindOfLimits(door, now())]).finally(() => {
      isRunning = false;
    });
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
