/**
 * Local state of a view (camera, chosen tool, open panels): one value, replaced as a whole, never
 * synced. What colleagues share lives in the board's document instead.
 */
import { useSyncExternalStore } from "react";

export interface Store<T> {
  get(): T;
  /** Replaces the value, or works the next one out of the last. Setting an equal value tells nobody. */
  set(next: T | ((last: T) => T)): void;
  /** Calls `listener` after each change until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** `T` must not itself be a function: `set` would call it. */
export function createStore<T>(initial: T): Store<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  return {
    get: () => value,
    set(next) {
      const last = value;
      value = typeof next === "function" ? (next as (last: T) => T)(last) : next;
      if (Object.is(last, value)) return;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * The store's value, or part of it. `select` must return something that keeps its identity while it is
 * unchanged: a field of the value, not a fresh object.
 */
export function useStore<T>(store: Store<T>): T;
export function useStore<T, S>(store: Store<T>, select: (value: T) => S): S;
export function useStore<T, S>(store: Store<T>, select?: (value: T) => S): T | S {
  return useSyncExternalStore(store.subscribe, () => (select ? select(store.get()) : store.get()));
}
