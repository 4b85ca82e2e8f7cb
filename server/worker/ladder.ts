/* Who is told of a limit that comes near or is past: its officer, the head of the office, the office above, the steering committee, as rules/escalation says. Above the office that
 * has the case only the office is named, and no case. Each rung is told once for a day; a limit that moved begins anew. In the morning everybody gets a count of her own. */
import { addDays, dayOf, type Instant, startOfDay } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { digestDay, type Falling, isQuiet, ladderOn, rungMoments } from '../../modules/justice/index.ts';
import { rules } from '../../rules/index.ts';
import type { Escalation } from '../../rules/schema-justice.ts';
import type { Db, Door } from '../db/door.ts';
import { tell } from '../ledger/write.ts';
import { notify, notifyOfficer } from './notify.ts';

type Near = Falling & {
  readonly id: string;
  readonly about: 'criminalCase' | 'crimeReport';
  readonly subject: string;
  readonly limitFamily: string;
  readonly told: number;
  readonly duty: string;
  readonly parent: string | null;
  readonly officer: string | null;
  readonly heads: readonly string[];
};

const mostAtOnce = 500;
const lives = (alias: string) =>
  `${alias}.valid_from <= ct.today() and (${alias}.valid_to is null or ${alias}.valid_to > ct.today())`;
const nearest = `select d.id, case when d.criminal_case is null then 'crimeReport' else 'criminalCase' end as about,
    coalesce(d.criminal_case, d.crime_report) as subject, d.limit_family as "limitFamily", d.told, d.duty, o.parent,
    (select p.officer from post p where p.officer = d.duty_officer and p.office = d.duty and ${lives('p')} limit 1) as officer,
    array(select p.officer from post p where p.office = d.duty and p.head and ${lives('p')} order by p.officer) as heads,
    d.due_on as "dueOn", d.due_by as "dueBy", d.ask_until as "askUntil", d.to_the_hour as "toTheHour"
  from deadline d join office o on o.id = d.duty
  where d.tell_at <= $1 and (d.to_the_hour or not $2) order by d.tell_at limit ${mostAtOnce}`;

/** The secretariats of the steering committee. */
const committees = (db: Db) =>
  db.query<{ id: string }>(
    `select o.id from office o join agency a on a.id = o.agency where a.agency_kind = 'secretariat' and ${lives('o')}`,
  );

/** Tells of one rung; where nobody stands on it, the whole office that has the duty is told. */
async function tellRung(db: Db, now: Instant, rung: Escalation['rungs'][number], limit: Near): Promise<void> {
  const kind = `limit_${rung.to}`;
  const office = () => notify(db, now, kind, limit.duty, limit.about, limit.subject);
  const officers = (ids: readonly string[]) =>
    Promise.all(ids.map(id => notifyOfficer(db, now, kind, id, limit.about, limit.subject)));
  if (rung.to === 'officer') await (limit.officer ? officers([limit.officer]) : office());
  else if (rung.to === 'head') await (limit.heads.length > 0 ? officers(limit.heads) : office());
  else {
    const above = rung.to === 'superior' ? (limit.parent ? [limit.parent] : []) : await committees(db);
    for (const one of above)
      await notify(db, now, kind, typeof one === 'string' ? one : one.id, 'deadline', limit.duty);
  }
}

/** Tells of every rung that was come to and not told of. @returns how many limits were told of. */
async function climb(db: Db, now: Instant): Promise<number> {
  const ladder = ladderOn(rules, dayOf(now));
  if (!ladder) return 0;
  let told = 0;
  for (;;) {
    const limits = await db.query<Near>(nearest, [now, isQuiet(ladder, now)]);
    for (const limit of limits) {
      const moments = rungMoments(ladder, limit);
      const ahead = moments.findIndex((at, index) => index >= limit.told && at > now);
      const due = ahead === -1 ? ladder.rungs.length : ahead;
      const rungs = ladder.rungs.slice(limit.told, due);
      for (const rung of rungs) await tellRung(db, now, rung, limit);
      await db.query(
        'update deadline set told = $2, tell_at = $3, changed_at = $4, version = version + 1 where id = $1',
        [limit.id, due, moments[due] ?? null, now],
      );
      await tell(db, null, now, {
        kind: 'system',
        name: 'deadline.tell',
        subjectRecord: limit.about,
        subject: limit.subject,
        body: { limit: limit.limitFamily, due: limit.dueOn, rungs: rungs.map(({ to }) => to) },
      });
    }
    told += limits.length;
    if (limits.length < mostAtOnce) return told;
  }
}

/** Gives everybody of the three bodies the count of her morning, once a day, where there is anything. @returns how many. */
async function giveDigests(db: Db, now: Instant): Promise<number> {
  const ladder = ladderOn(rules, dayOf(now));
  const day = ladder && digestDay(ladder, now);
  if (!day) return 0;
  const counts = await db.query<{ officer: string; overdue: number; today: number; week: number }>(
    'select officer, overdue, today, week from ct.mornings($1, $2, $3, $4)',
    [day, now, startOfDay(addDays(day, 1)), startOfDay(addDays(day, 8))],
  );
  for (const { officer, overdue, today, week } of counts) {
    const id = newId();
    await db.query(
      `insert into digest (id, province, made_at, made_by, changed_at, to_officer, on_day, overdue, due_today, due_this_week)
       values ($1, 'lao_cai', $2, $3, $2, $3, $4, $5, $6, $7)`,
      [id, now, officer, day, overdue, today, week],
    );
    await notifyOfficer(db, now, 'limits_morning', officer, 'digest', id);
  }
  return counts.length;
}

const lockKey = 7213555;

/** Both, as one transaction that one of several servers does. */
export const remindOfLimits = (door: Door, now: Instant): Promise<{ told: number; mornings: number }> =>
  door.as({ system: 'ct_system' }, async db => {
    const [lock] = await db.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [
      lockKey,
    ]);
    if (!lock?.mine) return { told: 0, mornings: 0 };
    return { told: await climb(db, now), mornings: await giveDigests(db, now) };
  });
