/*
 * The reader's choice of light, dark or the machine's own, and of more contrast. `public/first-paint.js` applies the same three keys before the
 * first paint; keep both in step.
 */
import { makeStore } from './store.ts';

export type Theme = 'auto' | 'light' | 'dark';
export type Contrast = 'auto' | 'more';
export interface Look {
  readonly theme: Theme;
  readonly contrast: Contrast;
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const contrasting = window.matchMedia('(prefers-contrast: more)');
const look = makeStore<Look>(read());

dark.addEventListener('change', apply);
contrasting.addEventListener('change', apply);

export function useLook(): Look {
  return look.use();
}

/** Applies the choice to the page and keeps it on this machine. */
export function chooseLook(change: Partial<Look>): void {
  const next = { ...look.get(), ...change };
  try {
    localStorage.setItem('chungtay.theme', next.theme);
    localStorage.setItem('chungtay.contrast', next.contrast);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
  look.set(next);
  apply();
}

function apply(): void {
  const { dataset } = document.documentElement;
  const { theme, contrast } = look.get();
  dataset.theme = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme;
  dataset.contrast = contrast === 'more' || contrasting.matches ? 'more' : 'normal';
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
