/* Which of our offices sits in which seat of a case: the predicates the policies of cases, and of what belongs to them, are made of. */
import { addressedToOurOffice, either } from '../../kernel/policy/policy.ts';

export const supervised = addressedToOurOffice('procuracy', 'procuracy');
export const handled = addressedToOurOffice('handler', 'handler');
export const tried = addressedToOurOffice('court', 'court');
export const comesToUs = addressedToOurOffice('nextHandler', 'next_handler');
export const inOurSeat = either(handled, supervised, tried);
/** The second instance: its procuracy and its court, each by its own role. */
export const supervisedAbove = addressedToOurOffice('appealProcuracy', 'appeal_procuracy');
export const triedAbove = addressedToOurOffice('appealCourt', 'appeal_court');
