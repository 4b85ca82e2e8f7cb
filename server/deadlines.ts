/* The board of limits: what is past, due today, due within the week, by office and officer, in the cases our offices sit in. Each number has the filter of the list behind it, so
 * that they cannot disagree. The secretariat of the steering committee gets numbers of offices and no case. */
import { addDays, addHours, dayOf, type Instant, instantOf, millisOf, startOfDay } from '../kernel/day.ts';
import { Problem } from '../kernel/problem.ts';
import { agencyKindOf } from '../modules/agencies/index.ts';
import { type DeadlineBoard, seatOfRole, type Tally } from '../modules/justice/index.ts';
import { type Door, lastReading } from './db/door.ts';
import { type KeepFor, keeping } from './kept.ts';

/** A limit that ends with a day is past from midnight on: that very moment still belongs to the day. */
const justAfter = (at: Instant): Instant => instantOf(millisOf(at) + 1);

const counted = `count(*) filter (where d.force = 'binds' and d.due_by < $2)::int as overdue,
    count(*) filter (where d.force = 'binds' and d.due_by >= $2 and d.due_by < $3)::int as today,
    count(*) filter (where d.force = 'binds' and d.due_by >= $3)::int as week, count(*) filter (where d.force = 'advises')::int as advises`;
const byOffice = `select office, null as officer, overdue, today, week, ${agencyKindOf('t.office')} as agency from ct.deadlines_by_office($1, $2, $3) t`;
type Along = NonNullable<DeadlineBoard['seat']>;
/** A post or a station sits in no case: it has limits of the reports it took. */
const alongOf: Readonly<Record<string, Along>> = {
  ...seatOfRole,
  police_officer: 'duty',
  border_officer: 'duty',
};
/** The seats a role looks from: the procuracy and the court also from those of the second instance. */
const seatsFrom: Readonly<Record<Along, readonly string[]>> = {
  duty: ['duty'],
  handler: ['handler'],
  procuracy: ['procuracy', 'appeal_procuracy'],
  court: ['court', 'appeal_court'],
};
/** One reading along each seat's index; what both seats of ours lead to counts once. */
const bySeat = (seat: Along) => {
  const rows = seatsFrom[seat].map((column, index, all) => {
    const once = all.slice(0, index).map(before => ` and (d.${before} = any ($1::uuid[])) is not true`);
    return `select d.duty, d.duty_officer, d.force, d.due_by from deadline d
      where d.${column} = any ($1::uuid[])${once.join('')} and d.force in ('binds', 'advises') and d.due_by < $4`;
  });
  return `select t.*, ${agencyKindOf('t.office')} as agency from (select d.duty as office, d.duty_officer as officer, ${counted}
    from (${rows.join(' union all ')}) d group by 1, 2) t`;
};

const keepFor: KeepFor = { fresh: 10_000, tooOld: 60_000, most: 500 };

/** The board of a caller, counted once for all who are alike; `forget` when limits are other ones. */
export const makeDeadlineBoard = (door: Door, now: () => Instant) =>
  keeping(async ({ actor, standing }): Promise<DeadlineBoard> => {
    const at = now();
    const midnight = (days: number) => justAfter(startOfDay(addDays(dayOf(at), days)));
    const moments = { now: at, tomorrow: midnight(1), week: midnight(8) };
    const values = [moments.now, moments.tomorrow, moments.week];
    const ask = (sql: string, asked: readonly unknown[]) =>
      door.as(standing, db => lastReading(db)<Tally>(sql, asked), { reading: true });
    if (actor.role === 'secretary') return { seat: null, ...moments, tallies: await ask(byOffice, values) };
    const seat = alongOf[actor.role];
    if (!seat) throw new Problem('list.not_yours');
    return { seat, ...moments, tallies: await ask(bySeat(seat), [actor.reach, ...values]) };
  }, keepFor);

/** How far back a calendar goes on showing what is past. */
export const calendarFrom = (now: Instant): Instant => addHours(now, -24 * 90);
