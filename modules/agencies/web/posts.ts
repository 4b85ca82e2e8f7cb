/* Whether a post is held on a day, and in which words that is said. A lent post also ends with the post it was lent from; the server knows that. */
import type { Day } from '../../../kernel/day.ts';
import type { Row } from '../../../web/datasource.ts';
import { presenceOn } from './day-choice.tsx';

const daysOf = (post: Row) => ({ validFrom: post.validFrom as Day, validTo: post.validTo as Day | null });

export const isHeld = (post: Row, on: Day): boolean => presenceOn(on, daysOf(post)) === 'there';

export function stateOfPost(post: Row, on: Day): 'now' | 'later' | 'over' {
  const presence = presenceOn(on, daysOf(post));
  return presence === 'there' ? 'now' : presence === 'later' ? 'later' : 'over';
}
