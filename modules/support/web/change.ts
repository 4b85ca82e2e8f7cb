/* How a need changed against the time before: more, less, the same, or not to be said. Levels have an order and no size; nothing is added up over domains. */
import { needLevels } from '../index.ts';

export type Change = 'more' | 'less' | 'same' | 'unclear';

/** `not_known` has no place in the order, and neither has what was not shared. */
const order: readonly unknown[] = needLevels.filter(level => level !== 'not_known');

/** Levels in the order of their days; the last must be known, and some earlier one. */
export function changeOf(levels: readonly unknown[]): Change {
  const known = levels.map(level => order.indexOf(level)).filter(at => at >= 0);
  if (known.length < 2 || !order.includes(levels.at(-1))) return 'unclear';
  const [before, now] = known.slice(-2) as [number, number];
  return now > before ? 'more' : now < before ? 'less' : 'same';
}
