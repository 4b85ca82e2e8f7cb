/* Which of our offices sits in which seat of a case: the predicates the policies of cases, and of what belongs to them, are made of. */
import { addressedToOurOffice, either, type Predicate } from '../../kernel/policy/policy.ts';

export const supervised = addressedToOurOffice('procuracy', 'procuracy');
export const handled = addressedToOurOffice('handler', 'handler');
export const tried = addressedToOurOffice('court', 'court');
export const comesToUs = addressedToOurOffice('nextHandler', 'next_handler');
export const inOurSeat = either(handled, supervised, tried);
/** The second instance: its procuracy and its court, each by its own role. */
export const supervisedAbove = addressedToOurOffice('appealProcuracy', 'appeal_procuracy');
export const triedAbove = addressedToOurOffice('appealCourt', 'appeal_court');

/** A report lies with us: it was handed to us, or we took it and handed it to nobody. */
export const liesWithUs: Predicate = {
  name: 'liesWithUs',
  sql: (alias, { reach }) => `coalesce(${alias}.to_office, ${alias}.office) = any (${reach})`,
  test: (row, actor) => actor.reach.includes((row.toOffice ?? row.office) as string),
};
