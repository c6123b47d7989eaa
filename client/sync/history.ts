/**
 * Undo and redo of this tab's own acts on the board lane.
 *
 * One Y.UndoManager over every root; it tracks the origins it is given and never `null`, a provider or
 * the structure's origin, so it never undoes somebody else. One act is one step; words typed are cut
 * into steps by pauses.
 */
import * as Y from "yjs";

export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface History {
  undo(): void;
  redo(): void;
  /** What comes next starts a new step. */
  boundary(): void;
  state(): HistoryState;
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

/** Words typed within this time of each other are undone together. */
const typingPauseMs = 500;

export function createHistory(
  doc: Y.Doc,
  roots: readonly string[],
  origins: readonly unknown[],
): History {
  const manager = new Y.UndoManager(
    roots.map((root) => doc.getMap(root)),
    { trackedOrigins: new Set(origins), captureTimeout: typingPauseMs },
  );
  const listeners = new Set<() => void>();
  let state: HistoryState = { canUndo: false, canRedo: false };
  function refresh(): void {
    const next = { canUndo: manager.canUndo(), canRedo: manager.canRedo() };
    if (next.canUndo === state.canUndo && next.canRedo === state.canRedo) return;
    state = next;
    for (const listener of listeners) listener();
  }
  manager.on("stack-item-added", refresh);
  manager.on("stack-item-popped", refresh);
  manager.on("stack-cleared", refresh);
  return {
    undo: () => void manager.undo(),
    redo: () => void manager.redo(),
    boundary: () => manager.stopCapturing(),
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    destroy() {
      listeners.clear();
      manager.destroy();
    },
  };
}
