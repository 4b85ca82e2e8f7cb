/* What is counted once for all who are alike: everybody with the same role over the same offices is shown the same numbers. They may be some seconds old, and nobody waits for a
 * count but the first. */
import type { Actor } from '../kernel/act/act.ts';
import type { Caller } from './actor.ts';

/** What is younger than this is shown as it is; what is older too, while it is counted anew; what is too old is not shown. */
const fresh = 10_000;
const tooOld = 120_000;
const most = 500;

interface Kept<T> {
  readonly counted: Promise<T>;
  readonly since: number;
  readonly counting: boolean;
}

const keyOf = ({ role, reach }: Actor): string => `${role} ${[...reach].sort().join(' ')}`;

export function keepForAlike<T>(count: (caller: Caller) => Promise<T>): {
  of(caller: Caller): Promise<T>;
  /** What was counted from is another now. */
  forget(): void;
} {
  const kept = new Map<string, Kept<T>>();
  return {
    forget: () => kept.clear(),
    async of(caller) {
      const key = keyOf(caller.actor);
      const known = kept.get(key);
      const age = known ? Date.now() - known.since : Number.POSITIVE_INFINITY;
      if (known && (age < fresh || known.counting)) return known.counted;
      const next = count(caller);
      const renewed: Kept<T> = {
        counted: known && age < tooOld ? known.counted : next,
        since: known?.since ?? Date.now(),
        counting: true,
      };
      if (kept.size >= most) kept.clear();
      kept.set(key, renewed);
      const ours = () => kept.get(key) === renewed;
      next.then(
        // Forgotten meanwhile, it was counted from what is no more.
        () => ours() && kept.set(key, { counted: next, since: Date.now(), counting: false }),
        // What failed is not kept for those who come next.
        () => ours() && kept.delete(key),
      );
      return renewed.counted;
    },
  };
}
