/* A value of the whole page, outside any component, that screens follow: the language, the messages on show, a question that waits for its answer. */
import { useSyncExternalStore } from 'react';

export interface Store<T> {
  get(): T;
  set(next: T): void;
  /** The value, or the part of it `pick` takes, and again whenever that changes. */
  use(): T;
  use<P>(pick: (value: T) => P): P;
}

/** `whileFollowed` begins when the first screen follows the value; what it returned ends it when the last one stops. */
export function makeStore<T>(first: T, whileFollowed?: () => () => void): Store<T> {
  const listeners = new Set<() => void>();
  let value = first;
  let end: (() => void) | undefined;

  function subscribe(listener: () => void): () => void {
    if (listeners.size === 0) end = whileFollowed?.();
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) end?.();
    };
  }

  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    use: <P>(pick?: (value: T) => P) =>
      useSyncExternalStore<T | P>(subscribe, () => (pick ? pick(value) : value)) as P,
  };
}
