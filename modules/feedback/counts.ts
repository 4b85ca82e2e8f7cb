/* Numbers an office may see about itself without learning what one person said: fewer than five are hidden, one hidden number is never left alone beside a
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
 * Hides small numbers. @returns each number, or null where it is hidden: none at all when all together are fewer than five; and when one alone would be hidden,
 * the next smallest with it, because the total gives it away. Nought is a number that says something about everybody, and is hidden like the others.
 */
export function withoutSmall<Code extends string>(
  counts: Readonly<Record<Code, number>>,
): Readonly<Record<Code, number | null>> {
  const codes = Object.keys(counts) as Code[];
  const total = codes.reduce((sum, code) => sum + counts[code], 0);
  const hidden = new Set(codes.filter(code => total < leastShown || counts[code] < leastShown));
  if (hidden.size === 1) {
    const next = codes.filter(code => !hidden.has(code)).sort((a, b) => counts[a] - counts[b])[0];
    if (next) hidden.add(next);
  }
  return Object.fromEntries(codes.map(code => [code, hidden.has(code) ? null : counts[code]])) as Record<
    Code,
    number | null
  >;
}
