/*
 * The one place in the browser that reads the clock. Screens get `now` from `useNow()`, which ticks once a minute: enough for a countdown in
 * hours, and quiet on a slow tablet.
 */
import { type Instant, instantOf } from '../kernel/day.ts';
import { makeStore, type Store } from './store.ts';

const now: Store<Instant> = makeStore(readClock(), () => {
  const timer = setInterval(() => now.set(readClock()), 60_000);
  return () => clearInterval(timer);
});

/** This moment, for the made-at time of an act. */
export function readClock(): Instant {
  return instantOf(Date.now());
}

/** A moment that moves on once a minute while somebody looks at it. */
export function useNow(): Instant {
  return now.use();
}
