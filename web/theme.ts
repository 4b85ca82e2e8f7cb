/*
 * The reader's choice of light, dark or the machine's own, and of more contrast. `public/first-paint.js` applies the same three keys before the
 * first paint; keep both in step.
 */
import { useSyncExternalStore } from 'react';

export type Theme = 'auto' | 'light' | 'dark';
export type Contrast = 'auto' | 'more';
export interface Look {
  readonly theme: Theme;
  readonly contrast: Contrast;
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const contrasting = window.matchMedia('(prefers-contrast: more)');
const listeners = new Set<() => void>();
let look: Look = read();

dark.addEventListener('change', apply);
contrasting.addEventListener('change', apply);

export function useLook(): Look {
  return useSyncExternalStore(subscribe, () => look);
}

/** Applies the choice to the page and keeps it on this machine. */
export function chooseLook(change: Partial<Look>): void {
  look = { ...look, ...change };
  try {
    localStorage.setItem('chungtay.theme', look.theme);
    localStorage.setItem('chungtay.contrast', look.contrast);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
  apply();
  for (const listener of listeners) listener();
}

function apply(): void {
  const { dataset } = document.documentElement;
  dataset.theme = look.theme === 'auto' ? (dark.matches ? 'dark' : 'light') : look.theme;
  dataset.contrast = look.contrast === 'more' || contrasting.matches ? 'more' : 'normal';
}

function read(): Look {
  try {
    const theme = localStorage.getItem('chungtay.theme');
    const contrast = localStorage.getItem('chungtay.contrast');
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
      contrast: contrast === 'more' ? 'more' : 'auto',
    };
  } catch {
    return { theme: 'auto', contrast: 'auto' };
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
