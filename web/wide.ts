/* Whether there is room for something beside the form; told anew when a tablet is turned. */
import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 70rem)');

const follow = (told: () => void): (() => void) => {
  wide.addEventListener('change', told);
  return () => wide.removeEventListener('change', told);
};

export const useWide = (): boolean => useSyncExternalStore(follow, () => wide.matches);
