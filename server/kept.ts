/* What is counted over many rows, kept for some seconds: everybody with the same role over the same offices is shown the same, so that it is counted once for all of them. */
import type { Caller } from './actor.ts';

interface Kept<T> {
  readonly answer: Promise<T>;
  readonly since: number;
  readonly counting: boolean;
}

export interface KeepFor {
  /** Shown as it is while younger than this, in milliseconds. */
  readonly fresh: number;
  /** An older one is shown while it is counted anew; nobody waits then but the first. One that is as old as this is not shown. */
  readonly tooOld: number;
  /** How many answers are kept. */
  readonly most: number;
}

/** @returns what answers a caller; `forget` it when what was counted is another. */
export function keeping<T>(
  count: (caller: Caller) => Promise<T>,
  { fresh, tooOld, most }: KeepFor,
): ((caller: Caller) => Promise<T>) & { forget(): void } {
  const kept = new Map<string, Kept<T>>();
  const answer = async (caller: Caller): Promise<T> => {
    const { role, reach } = caller.actor;
    const key = `${role} ${[...reach].sort().join(' ')}`;
    const known = kept.get(key);
    const age = known ? Date.now() - known.since : Number.POSITIVE_INFINITY;
    if (known && (age < fresh || known.counting)) return known.answer;
    const next = count(caller);
    const renewed: Kept<T> = {
      answer: known && age < tooOld ? known.answer : next,
      since: known?.since ?? Date.now(),
      counting: true,
    };
    if (kept.size >= most) kept.clear();
    kept.set(key, renewed);
    // Forgotten meanwhile, it was counted from what is no more.
    const stands = () => kept.get(key) === renewed;
    next.then(
      () => stands() && kept.set(key, { answer: next, since: Date.now(), counting: false }),
      // What failed is not kept for those who come next.
      () => stands() && kept.delete(key),
    );
    return renewed.answer;
  };
  return Object.assign(answer, { forget: () => kept.clear() });
}
