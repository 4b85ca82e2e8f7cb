/* Who is told of a limit that comes near or is past: its officer, the head of the office, the office above, the steering committee, as rules/escalation says. Above the office that
 * has the case only the office is named, and no case. Each rung is told once for a day; a limit that moved begins anew. In the morning everybody gets a count of her own. */
import { addDays, addHours, dayOf, type Instant, startOfDay } from '../../kernel/day.ts';
import { officeStands, postHeld } from '../../modules/agencies/index.ts';
import { digestDay, type Falling, isQuiet, ladderOn, rungMoments } from '../../modules/justice/index.ts';
import { rules } from '../../rules/index.ts';
import type { Escalation } from '../../rules/schema-justice.ts';
import type { Db, Door } from '../db/door.ts';
import { tell } from '../ledger/write.ts';
import { nobody } from './notify.ts';

type Near = Falling & {
  readonly id: string;
  readonly about: 'criminalCase' | 'crimeReport';
  readonly subject: string;
  readonly limitFamily: string;
  readonly told: number;
  readonly force: string;
  readonly duty: string;
  readonly parent: string | null;
  readonly officer: string | null;
  readonly heads: readonly string[];
};

/** A round is a short transaction, and what the ledger says of it stays readable. */
const mostAtOnce = 250;
const nearest = `select d.id, case when d.criminal_case is null then 'crimeReport' else 'criminalCase' end as about,
    coalesce(d.criminal_case, d.crime_report) as subject, d.limit_family as "limitFamily", d.told, d.force, d.duty, o.parent,
    (select p.officer from post p where p.officer = d.duty_officer and p.office = d.duty and ${postHeld('p')} limit 1) as officer,
    array(select p.officer from post p where p.office = d.duty and p.head and ${postHeld('p')} order by p.officer) as heads,
    d.due_on as "dueOn", d.due_by as "dueBy", d.ask_until as "askUntil", d.to_the_hour as "toTheHour"
  from deadline d join office o on o.id = d.duty
  where d.tell_at <= $1 and (d.to_the_hour or not $2) order by d.tell_at limit ${mostAtOnce} for update of d`;

/** The secretariats of the steering committee. */
const committees = (db: Db) =>
  db.query<{ id: string }>(
    `select o.id from office o join agency a on a.id = o.agency where a.agency_kind = 'secretariat' and ${officeStands('o')}`,
  );

interface Told {
  readonly kind: string;
  readonly office: string | null;
  readonly officer: string | null;
  readonly about: string;
  readonly subject: string;
}

/** Who is told on a rung; where nobody stands on it, the whole office that has the duty. */
function toldOn(
  rung: Escalation['rungs'][number],
  limit: Near,
  committees: readonly { readonly id: string }[],
): Told[] {
  const kind = `limit_${rung.to}`;
  const { about, subject, duty } = limit;
  if (rung.to === 'officer' || rung.to === 'head') {
    const officers = rung.to === 'head' ? limit.heads : limit.officer ? [limit.officer] : [];
    return officers.length > 0
      ? officers.map(officer => ({ kind, office: null, officer, about, subject }))
      : [{ kind, office: duty, officer: null, about, subject }];
  }
  // The head of a provincial body has nobody above her but the committee.
  const above = rung.to === 'superior' && limit.parent ? [limit.parent] : committees.map(({ id }) => id);
  return above.map(office => ({ kind, office, officer: null, about: 'deadline', subject: duty }));
}

/** Two rungs that were come to at once may be the same officer's. */
const once = (told: readonly Told[]): Told[] => [
  ...new Map(told.map(one => [`${one.kind} ${one.office ?? one.officer}`, one])).values(),
];

/** Nobody has the same of the same twice while she has not read the first: that one comes to the top again. */
const giveAll = `with t as (
    select distinct * from json_to_recordset($3::json) r(kind text, office uuid, officer uuid, about text, subject text)
  ), again as (
    update notice n set made_at = $1, changed_at = $1, version = n.version + 1 from t
    where n.notice_kind = t.kind and n.subject = t.subject and n.read_at is null
      and n.to_office is not distinct from t.office and n.to_officer is not distinct from t.officer
    returning t.kind, t.office, t.officer, t.subject
  )
  insert into notice (id, province, made_at, made_by, changed_at, notice_kind, to_office, to_officer, about, subject)
  select gen_random_uuid(), 'lao_cai', $1, $2, $1, t.kind, t.office, t.officer, t.about, t.subject from t
  where not exists (select from again a where a.kind = t.kind and a.subject = t.subject
    and a.office is not distinct from t.office and a.officer is not distinct from t.officer)`;

/** Tells of every rung that was come to and not told of, so many limits at a time; the next sweep goes on. @returns how many limits were told of. */
async function climb(db: Db, now: Instant): Promise<number> {
  const ladder = ladderOn(rules, dayOf(now));
  if (!ladder) return 0;
  const limits = await db.query<Near>(nearest, [now, isQuiet(ladder, now)]);
  if (limits.length === 0) return 0;
  const secretariats = await committees(db);
  const steps = limits.map(limit => {
    const moments = rungMoments(ladder, limit);
    const ahead = moments.findIndex((at, index) => index >= limit.told && at > now);
    // Of a day that only advises nobody above the office is told.
    const outside = ladder.rungs.findIndex(({ to }) => to === 'superior' || to === 'committee');
    const most = limit.force === 'binds' || outside === -1 ? ladder.rungs.length : outside;
    const told = Math.max(limit.told, Math.min(most, ahead === -1 ? ladder.rungs.length : ahead));
    return {
      limit,
      told,
      tellAt: told < most ? moments[told]! : null,
      notices: once(ladder.rungs.slice(limit.told, told).flatMap(rung => toldOn(rung, limit, secretariats))),
    };
  });
  const notices = steps.flatMap(step => step.notices);
  await db.query(giveAll, [now, nobody, JSON.stringify(notices)]);
  await db.query(
    `update deadline d set told = t.told, tell_at = t.tell_at, changed_at = $1, version = d.version + 1
      from unnest($2::uuid[], $3::int[], $4::timestamptz[]) t(id, told, tell_at) where d.id = t.id`,
    [
      now,
      steps.map(({ limit }) => limit.id),
      steps.map(({ told }) => told),
      steps.map(({ tellAt }) => tellAt),
    ],
  );
  // By case: whoever asks of one finds who was told of its limits, and when.
  const byFile = Map.groupBy(
    steps.filter(step => step.notices.length > 0),
    ({ limit }) => limit.subject,
  );
  await Promise.all(
    [...byFile].map(([subject, told]) =>
      tell(db, null, now, {
        kind: 'system',
        name: 'deadline.tell',
        subjectRecord: told[0]!.limit.about,
        subject,
        body: {
          told: told.map(({ limit, notices }) => ({
            limit: limit.limitFamily,
            due: limit.dueOn,
            to: notices.map(({ kind, office, officer }) => ({ kind, office, officer })),
          })),
        },
      }),
    ),
  );
  return limits.length;
}

/**
 * A count and a notice of it for everybody who has anything, and that the day has been given: once, and not before what changed in the night is counted, unless $6.
 * Whoever has not read the notice of yesterday has one, which comes to the top again.
 */
const giveMornings = `with mine as (
    insert into ct.morning_given (day, given_at) select $1::date, $2::timestamptz where $6 or not exists (select from ct.deadline_mark)
    on conflict do nothing returning day
  ), counted as materialized (
    select gen_random_uuid() as id, c.* from mine cross join ct.mornings(mine.day, $2, $3, $4) c
  ), given as (
    insert into digest (id, province, made_at, made_by, changed_at, to_officer, on_day, overdue, due_today, due_this_week)
    select id, 'lao_cai', $2, $5::uuid, $2, officer, $1, overdue, today, week from counted
  ), again as (
    update notice n set made_at = $2, changed_at = $2, subject = c.id, version = n.version + 1 from counted c
    where n.notice_kind = 'limits_morning' and n.to_officer = c.officer and n.read_at is null returning n.to_officer
  ), noticed as (
    insert into notice (id, province, made_at, made_by, changed_at, notice_kind, to_officer, about, subject)
    select gen_random_uuid(), 'lao_cai', $2, $5, $2, 'limits_morning', officer, 'deadline', id from counted
    where officer not in (select to_officer from again)
  )
  select count(*)::int as given from counted`;

/** Gives everybody who has limits to keep the count of her morning. @returns how many. */
async function giveDigests(db: Db, now: Instant): Promise<number> {
  const ladder = ladderOn(rules, dayOf(now));
  const day = ladder && digestDay(ladder, now);
  if (!day) return 0;
  // A case that cannot be counted anew stays marked, and must not cost everybody her morning.
  const isLate = digestDay(ladder, addHours(now, -1)) === day;
  const ends = [startOfDay(addDays(day, 1)), startOfDay(addDays(day, 8))];
  const [row] = await db.query<{ given: number }>(giveMornings, [day, now, ...ends, nobody, isLate]);
  return row!.given;
}

const lockKey = 7213555;
/** A server that stops waits for a round and not for all. */
const mostRounds = 20;

/** Both, as short transactions; of several servers one goes after the other, and finds nothing left to do. */
export async function remindOfLimits(
  door: Door,
  now: Instant,
): Promise<{ readonly told: number; readonly mornings: number }> {
  const inTurn = (work: (db: Db, now: Instant) => Promise<number>) =>
    door.as({ system: 'ct_system' }, async db => {
      await db.query('select pg_advisory_xact_lock($1)', [lockKey]);
      return work(db, now);
    });
  let told = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const more = await inTurn(climb);
    told += more;
    if (more < mostAtOnce) break;
  }
  return { told, mornings: await inTurn(giveDigests) };
}
