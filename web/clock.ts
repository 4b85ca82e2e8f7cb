/*
 * The one place in the browser that reads the clock. Screens get `now` from `useNow()`, which ticks once a minute: enough for a countdown in
 * hours, and quiet on a slow tablet.
 */
import { useSyncExternalStore } from 'react';
import { type Instant, instantOf } from '../kernel/day.ts';

const listeners = new Set<() => void>();
let now = instantOf(Date.now());
let timer: ReturnType<typeof setInterval> | undefined;

/** This moment, for the made-at time of an act. */
export function readClock(): Instant {
  return instantOf(Date.now());
}

/** A moment that moves on once a minute while somebody looks at it. */
export function useNow(): Instant {
  return useSyncExternalStore(subscribe, () => now);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 60_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = readClock();
  for (const listener of listeners) listener();
}
