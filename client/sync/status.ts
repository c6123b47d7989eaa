/** How saving goes, for views to look at and to be told of: the state of saved-state.ts, kept current. */
import { type ErrorCode, errors } from "../../shared/protocol/errors.ts";
import {
  atStart,
  nextSavedState,
  type SavedEvent,
  type SavedMark,
  savedMark,
} from "./saved-state.ts";

export interface Status {
  state(): SavedMark;
  /** Why the server refused this page, if it did. */
  reason(): ErrorCode | undefined;
  /** Whether the server takes nothing more from this page until it is loaded anew. */
  isOver(): boolean;
  /** Whether this browser holds edits that are not on the server's disk. */
  unsaved(): boolean;
  subscribe(listener: () => void): () => void;
}

export function createStatus(): Status & { saw(event: SavedEvent): void } {
  const listeners = new Set<() => void>();
  let state = atStart;
  return {
    state: () => savedMark(state),
    reason: () => state.refused,
    isOver: () =>
      savedMark(state) === "refused" &&
      state.refused !== undefined &&
      !errors[state.refused].retryable,
    unsaved: () => state.unsaved,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    saw(event) {
      const before = state;
      state = nextSavedState(state, event);
      const changed =
        savedMark(before) !== savedMark(state) ||
        before.refused !== state.refused ||
        before.unsaved !== state.unsaved;
      if (changed) for (const listener of listeners) listener();
    },
  };
}
