/* Numbers an office may see about itself without learning what one person said: fewer than five are hidden, what is hidden is five or more together beside the
 * total, and only quarters that are over are counted, so that nobody can watch a number change while a tablet is being handed back. */
import type { Day } from '../../kernel/day.ts';

/** Below this a number is not shown. */
export const leastShown = 5;

/** The first day of the quarter a day lies in. */
export function quarterOf(day: Day): Day {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01` as Day;
}

/**
 * Hides small numbers. @returns each number, or null where it is hidden: all when together they are fewer than five; and where those hidden are fewer than five
 * together, the next smallest with them, because the total gives them away. Nought says something about everybody, and is hidden like the others.
 */
export function withoutSmall<Code extends string>(
  counts: Readonly<Record<Code, number>>,
): Readonly<Record<Code, number | null>> {
  const codes = Object.keys(counts) as Code[];
  const bySize = codes.toSorted((a, b) => counts[a] - counts[b]);
  const sum = (list: readonly Code[]) => list.reduce((all, code) => all + counts[code], 0);
  let hidden = bySize.filter(code => counts[code] < leastShown);
  while (hidden.length > 0 && hidden.length < codes.length && sum(hidden) < leastShown)
    hidden = bySize.slice(0, hidden.length + 1);
  return Object.fromEntries(codes.map(code => [code, hidden.includes(code) ? null : counts[code]])) as Record<
    Code,
    number | null
  >;
}
