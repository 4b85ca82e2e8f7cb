/* A screening that is not saved yet: its answers stay in the memory of the page, so that looking something up in the file and coming back loses nothing, and
 * the browser asks before the page itself is left. They are never written to the device; who signs out takes them away. */
import { useEffect } from 'react';
import type { Instant } from '../../../kernel/day.ts';
import type { Answers } from '../../../kernel/fields/kinds.ts';
import { listen } from '../../../web/datasource.ts';
import { makeStore } from '../../../web/store.ts';

/** One group of questions a page, then the officer's own impression. */
export const pages = ['act', 'means', 'purpose', 'impression'] as const;
export type Page = (typeof pages)[number];

interface Kept {
  readonly page: Page;
  readonly signs: Answers;
  readonly impression: string | null;
  readonly screenedAt: Instant | null;
  readonly note: string;
}

const screenings = makeStore<ReadonlyMap<string, Kept>>(new Map());
listen(event => {
  if (event === 'signed-out') screenings.set(new Map());
});

export function forget(person: string): void {
  screenings.set(new Map([...screenings.get()].filter(([other]) => other !== person)));
}

/** What was answered so far about a person, and a way to change part of it. */
export function useKept(person: string, now: Instant): [kept: Kept, change: (part: Partial<Kept>) => void] {
  const kept = screenings.use(all => all.get(person));
  const isBegun = kept !== undefined;
  useEffect(() => {
    if (!isBegun) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBegun]);
  const shown = kept ?? { page: 'act', signs: {}, impression: null, screenedAt: now, note: '' };
  return [shown, part => screenings.set(new Map(screenings.get()).set(person, { ...shown, ...part }))];
}
