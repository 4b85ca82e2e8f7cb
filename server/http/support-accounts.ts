/* The statement by budget source: what was paid from each in a period, by regime. Who supports people gets the sums of her office, and can open each as a list; a
 * secretary and an auditor get the sums of the province and nothing of anybody. A payment taken back counts against its source on the day it was taken back. */
import type { FastifyInstance } from 'fastify';
import { type Day, parseDay } from '../../kernel/day.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { payment, summingRoles } from '../../modules/entitlements/index.ts';
import type { Caller } from '../actor.ts';
import type { Db, Door } from '../db/door.ts';
import { readingsOf } from '../rows.ts';
import type { Serving } from './app.ts';
import { bodyOf } from './records.ts';

export interface AccountLine {
  readonly budgetSource: string;
  readonly regime: string;
  /** In đồng, what was taken back subtracted. */
  readonly sum: number;
  readonly payments: number;
  readonly reversals: number;
}

// The province's sums are asked as the one role that sees every row; nothing but these columns leaves it.
const sums = (offices: string) => `select p.budget_source as "budgetSource", p.regime,
    coalesce(sum(case when p.reverses is null then p.amount else -p.amount end), 0)::float8 as sum,
    (count(*) filter (where p.reverses is null))::int as payments, (count(*) filter (where p.reverses is not null))::int as reversals
  from payment p where p.paid_on >= $1 and p.paid_on < $2${offices} group by 1, 2 order by 1, 2`;

const ofProvince = (db: Db, from: Day, to: Day) => db.query<AccountLine>(sums(''), [from, to]);
const ofOffices = (db: Db, from: Day, to: Day, reach: readonly string[]) =>
  db.query<AccountLine>(sums(' and p.office = any ($3::uuid[])'), [from, to, reach]);

export function supportAccountRoutes(app: FastifyInstance, serving: Serving): void {
  app.post('/api/support-accounts', async request =>
    accountsOf(serving.door, await serving.caller(request), bodyOf<AccountsAsked>(request)),
  );
}

export interface AccountsAsked {
  readonly from: unknown;
  readonly to: unknown;
}

/** @throws Problem when the sums are not the caller's, or the days are none. */
export async function accountsOf(
  door: Door,
  { actor, standing }: Caller,
  { from: first, to: past }: Partial<AccountsAsked>,
): Promise<{ rows: boolean; lines: AccountLine[] }> {
  const [from, to] = [parseDay(first), parseDay(past)];
  if (!from) throw invalid({ field: 'from', reason: 'day' });
  if (!to) throw invalid({ field: 'to', reason: 'day' });
  if (to <= from) throw invalid({ field: 'to', reason: 'before_start' });
  if ((summingRoles as readonly string[]).includes(actor.role))
    return { rows: false, lines: await door.as({ system: 'ct_system' }, db => ofProvince(db, from, to)) };
  if (!readingsOf(payment, actor.role).some(reading => reading.arm === 'held'))
    throw new Problem('act.not_yours');
  return { rows: true, lines: await door.as(standing, db => ofOffices(db, from, to, actor.reach)) };
}
