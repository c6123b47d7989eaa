/**
 * What the mark in the corner may honestly say, from what happened on the socket.
 *
 * Pure: (state, event) → state. "Saved" rests on nothing but the server's `saved` frames: every content
 * frame this socket sent is on disk, the one that brought over what was edited offline included.
 * test/unit/sync/saved-state.test.ts holds it to that.
 */
import type { ErrorCode } from "../../shared/protocol/errors.ts";

export type SavedMark = "connecting" | "saved" | "saving" | "offline" | "refused";

export interface SavedState {
  readonly connected: boolean;
  /** Whether a connection ended or could not be made since the page was opened. */
  readonly everClosed: boolean;
  /** Content frames sent on this socket, and how many of them are on disk. */
  readonly sent: number;
  readonly acked: number;
  /** Which content frame carried what the server lacked at connection (1 = first); 0 = not sent yet. */
  readonly handover: number;
  /** Whether there was an edit that no content frame has carried since. */
  readonly unsent: boolean;
  /** Whether this browser holds edits that no `saved` has covered. */
  readonly unsaved: boolean;
  readonly everSaved: boolean;
  readonly refused: ErrorCode | undefined;
}

/**
 * `edited` comes before the `sent` of the frame that carries the edit. `found`: this browser's cache holds
 * edits that an earlier page did not see saved. `closed` also where a connection could not be made.
 */
export type SavedEvent =
  | { readonly is: "opened" | "closed" | "edited" | "found" }
  | { readonly is: "sent"; readonly handover: boolean }
  | { readonly is: "acked"; readonly frames: number }
  | { readonly is: "refused"; readonly code: ErrorCode };

export const atStart: SavedState = {
  connected: false,
  everClosed: false,
  sent: 0,
  acked: 0,
  handover: 0,
  unsent: false,
  unsaved: false,
  everSaved: false,
  refused: undefined,
};

export function nextSavedState(state: SavedState, event: SavedEvent): SavedState {
  switch (event.is) {
    case "opened":
      return { ...state, connected: true, sent: 0, acked: 0, handover: 0, refused: undefined };
    case "closed":
      return { ...state, connected: false, everClosed: true };
    case "found":
      // Where everything is covered already, what was found is among it.
      return { ...state, unsaved: state.unsaved || !isCovered(state) };
    case "edited":
      return { ...state, unsent: true, unsaved: true };
    case "sent": {
      const sent = state.sent + 1;
      const handover = state.handover || (event.handover ? sent : 0);
      return { ...state, sent, handover, unsent: state.unsent && handover === 0 };
    }
    case "acked": {
      const next = { ...state, acked: Math.max(state.acked, event.frames) };
      const saved = isCovered(next);
      return { ...next, unsaved: state.unsaved && !saved, everSaved: state.everSaved || saved };
    }
    case "refused":
      return { ...state, refused: event.code };
  }
}

const isCovered = (state: SavedState): boolean =>
  !state.unsent && state.handover > 0 && state.acked >= state.sent && state.acked >= state.handover;

export function savedMark(state: SavedState): SavedMark {
  if (state.refused && !state.connected) return "refused";
  if (!state.connected) return state.everClosed ? "offline" : "connecting";
  if (isCovered(state)) return "saved";
  return state.everSaved || state.unsaved ? "saving" : "connecting";
}
