/* The board of facilities and who stays in one. Numbers come from the database's counting and carry no names; the rows behind them are read under the reader's own
 * rights. Who stays is asked for by those who work there and by those who hold a file, and entered in the ledger. */
import type { Actor } from '../kernel/act/act.ts';
import { addDays, addMonths, type Day, dayOf, daysBetween, type Instant, parseDay } from '../kernel/day.ts';
import { isId } from '../kernel/id.ts';
import { groundsToAct, maySeeAny } from '../kernel/policy/policy.ts';
import { type FieldIssue, invalid, Problem } from '../kernel/problem.ts';
import {
  type Asking,
  countDays,
  countFindings,
  facility,
  freeOf,
  improvement,
  kilometresBetween,
  pointOf,
  reviewing,
  serviceCodes,
  standingOf,
  stay,
  unfitFor,
} from '../modules/facilities/index.ts';
import { policy } from '../modules/index.ts';
import { abilitiesOn } from './datasource.ts';
import type { Db } from './db/door.ts';
import { tell } from './ledger/write.ts';
import { readingsOf, toRow } from './rows.ts';

export interface BoardRequest {
  readonly office?: unknown;
  readonly id?: unknown;
  readonly service?: unknown;
  readonly language?: unknown;
  readonly sex?: unknown;
  /** In whole years. */
  readonly age?: unknown;
  readonly children?: unknown;
  readonly nationality?: unknown;
  /** The unit from which distances are counted; the area of the reader's own office when absent. */
  readonly from?: unknown;
  /** The first day counted; today when absent. */
  readonly since?: unknown;
  readonly days?: unknown;
}

const longest = 92;

function readRequest(request: BoardRequest) {
  const issues: FieldIssue[] = [];
  const check = <T>(field: keyof BoardRequest, good: (value: unknown) => T | undefined, reason: string) => {
    const raw = request[field];
    if (raw === undefined || raw === null || raw === '') return null;
    const value = good(raw);
    if (value === undefined) issues.push({ field, reason });
    return value ?? null;
  };
  const oneOf = (codes: readonly string[] | undefined) => (value: unknown) =>
    typeof value === 'string' && codes?.includes(value) ? value : undefined;
  const id = (value: unknown) => (isId(value) ? value : undefined);
  const whole = (least: number, most: number) => (value: unknown) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? (value as number)
      : undefined;
  const asked = {
    office: check('office', id, 'id'),
    id: check('id', id, 'id'),
    service: check('service', oneOf(serviceCodes), 'choice'),
    language: check('language', oneOf(facility.fields.languages.options.codes), 'choice'),
    sex: check('sex', oneOf(facility.fields.servedSex.options.codes), 'choice'),
    age: check('age', whole(0, 120), 'whole'),
    children: check('children', whole(0, 20), 'whole'),
    nationality: check(
      'nationality',
      value => (typeof value === 'string' && /^[A-Z]{2}$/.test(value) ? value : undefined),
      'choice',
    ),
    from: check('from', id, 'id'),
    since: check(
      'since',
      value => (typeof value === 'string' ? (parseDay(value) ?? undefined) : undefined),
      'day',
    ),
    days: check('days', whole(1, longest), 'whole'),
  };
  if (issues.length > 0) throw invalid(...issues);
  return asked;
}

const pointSql = 'select level, longitude, latitude from unit where id = $1';

/** Where distances begin: the unit that was asked for, else the area of the reader's office. The middle of a whole province says nothing about a way. */
async function startOf(db: Db, actor: Actor, from: string | null) {
  const [own] = from
    ? []
    : await db.query<{ area: string | null }>('select area from office where id = $1', [actor.office]);
  const unit = from ?? own?.area ?? null;
  if (!unit) return { unit: null, point: null };
  const [found] = await db.query<{ level: string; longitude: string | null; latitude: string | null }>(
    pointSql,
    [unit],
  );
  if (!found || found.level === 'province') return { unit: null, point: null };
  return { unit, point: pointOf(found.longitude, found.latitude) };
}

/** Every facility that fits what was asked, with what is counted of it. @throws Problem when the directory is not the reader's. */
export async function boardOf(db: Db, actor: Actor, now: Instant, request: BoardRequest) {
  const [reading] = readingsOf(facility, actor.role);
  if (!reading) throw new Problem('record.not_found');
  const asked = readRequest(request);
  const today = dayOf(now);
  const rows = await db.query<
    Record<string, unknown> & { id: string; longitude: string | null; latitude: string | null }
  >(
    `select ${reading.select}, u.longitude, u.latitude from ${reading.from} r left join unit u on u.id = r.unit
      where ($1::uuid is null or r.office = $1) and ($2::uuid is null or r.id = $2) and ($3::text is null or $3 = any (r.services))
        and ($4::text is null or $4 = any (r.languages)) order by r.name, r.id limit 500`,
    [asked.office, asked.id, asked.service, asked.language],
  );
  const asking: Asking = {
    sex: asked.sex,
    born: asked.age === null ? null : addMonths(today, -12 * asked.age),
    nationality: asked.nationality,
    children: asked.children ?? 0,
  };
  const fitting = rows.filter(row => unfitFor(row, asking, today).length === 0);
  const ids = fitting.map(row => row.id);
  const since = asked.since ?? today;
  const until = addDays(since, asked.days ?? 1);
  if (Math.abs(daysBetween(since, today)) > 3660)
    throw invalid({ field: 'since', reason: 'too_far', params: { days: 3660 } });
  const [start, todays, days, findings] = await Promise.all([
    startOf(db, actor, asked.from),
    countDays(db, ids, today, addDays(today, 1)),
    countDays(db, ids, since, until),
    countFindings(db, ids, today),
  ]);
  const [post] = await db.query<{ competence: string[] | null }>(
    'select competence from office where id = $1',
    [actor.office],
  );
  const mayReview =
    groundsToAct(policy, actor.role, 'facilityReview.begin').length > 0 &&
    (post?.competence ?? []).some(task => reviewing.includes(task));
  const knowsFindings = maySeeAny(policy, actor.role, improvement);
  return {
    today,
    from: start.unit,
    seesStays: maySeeAny(policy, actor.role, stay),
    seesFindings: knowsFindings,
    mayReview,
    facilities: fitting.map(({ longitude, latitude, ...raw }) => {
      const row = toRow(facility, raw, 'held', actor.reach);
      const count = todays.find(one => one.facility === raw.id) ?? { places: null, taken: 0 };
      const found = findings.find(one => one.facility === raw.id)!;
      const point = pointOf(longitude, latitude);
      return {
        ...row,
        abilities: abilitiesOn(facility, row, actor),
        places: count.places,
        taken: count.taken,
        free: freeOf(count),
        standing: standingOf(found),
        reviewedOn: found.reviewedOn,
        // How weak a safe house is, and in how many things, is for those who may read the findings.
        ...(knowsFindings
          ? { openImprovements: found.openImprovements, overdueImprovements: found.overdueImprovements }
          : {}),
        kilometres: start.point && point ? Math.round(kilometresBetween(start.point, point)) : null,
        days: days.filter(one => one.facility === raw.id).map(({ facility: _id, ...one }) => one),
      };
    }),
  };
}

interface StayListed {
  readonly id: string;
  readonly person: string;
  readonly number: string | null;
  readonly fullName: string | null;
  readonly admittedOn: Day;
  readonly leftOn: Day | null;
  readonly places: number;
  readonly overFull: string | null;
  readonly leaveReason: string | null;
}

/** Who stays or stayed in a facility, as far as the reader may know: the newest first. */
export async function staysIn(
  db: Db,
  actor: Actor,
  now: Instant,
  request: { readonly facility?: unknown; readonly state?: unknown },
): Promise<{ stays: StayListed[] }> {
  const [reading] = readingsOf(stay, actor.role);
  if (reading?.arm !== 'held') throw new Problem('person.not_shared');
  if (!isId(request.facility)) throw invalid({ field: 'facility', reason: 'id' });
  const state = request.state === 'left' ? 'left' : 'staying';
  const rows = await db.query<StayListed>(
    `select r.id, r.person, r.office, r.state, r.admitted_on::text as "admittedOn", r.places, r.over_full as "overFull", r.left_on::text as "leftOn",
            r.leave_reason as "leaveReason", coalesce(p.number, v.number) as number, coalesce(p.full_name, v.full_name) as "fullName"
       from ${reading.from} r left join person p on p.id = r.person left join shared.person v on v.id = r.person
      where r.facility = $1 and r.state = $2 order by r.admitted_on desc, r.id desc limit 200`,
    [request.facility, state],
  );
  if (rows.length > 0)
    await tell(db, actor, now, {
      kind: 'list',
      name: 'stay.list',
      subjectRecord: 'stay',
      persons: [...new Set(rows.map(row => row.person))],
    });
  return { stays: rows };
}
