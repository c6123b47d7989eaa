/**
 * Undo and redo of this tab's own acts on one lane.
 *
 * One Y.UndoManager over every root; it tracks the origins it is given and never `null`, a provider or
 * the structure's origin. One act is one step; words typed are cut into steps by pauses. It never undoes
 * somebody else: a register that a colleague changed since is theirs, and a step leaves it alone.
 * test/property/classroom.test.ts holds it to that.
 */
import * as Y from "yjs";
import { sameValue } from "../../shared/records/records.ts";

export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface History {
  undo(): void;
  redo(): void;
  /** What comes next starts a new step. */
  boundary(): void;
  /** All that `act` changes under a tracked origin is one step, however long it takes. */
  step(act: () => void): void;
  state(): HistoryState;
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

/** Words typed within this time of each other are undone together. */
const typingPauseMs = 500;

/** What a step did to one register. */
interface Write {
  /** The value to go back to; undefined = there was none. */
  readonly before: unknown;
  /** Whether somebody else has written the register since. */
  overtaken: boolean;
}

/** What a step did. */
interface Deed {
  readonly writes: Map<Y.Map<unknown>, Map<string, Write>>;
  /** Whether words changed: those Yjs takes back letter by letter, leaving a colleague's. */
  words: boolean;
}

type Step = Y.UndoManager["undoStack"][number];
type Changes = Y.Transaction["changedParentTypes"];

/** `roots`: maps of records by name, and other roots themselves. */
export function createHistory(
  doc: Y.Doc,
  roots: readonly (string | Y.Text)[],
  origins: readonly unknown[],
): History {
  const manager = new Y.UndoManager(
    roots.map((root) => (typeof root === "string" ? doc.getMap(root) : root)),
    { trackedOrigins: new Set(origins), captureTimeout: typingPauseMs },
  );
  const deeds = new WeakMap<Step, Deed>();
  const listeners = new Set<() => void>();
  let state: HistoryState = { canUndo: false, canRedo: false };
  let inStep = false;
  let isGoing = false;

  function refresh(): void {
    if (isGoing) return;
    const next = { canUndo: manager.canUndo(), canRedo: manager.canRedo() };
    if (next.canUndo === state.canUndo && next.canRedo === state.canRedo) return;
    state = next;
    for (const listener of listeners) listener();
  }

  manager.on("stack-item-added", ({ stackItem, changedParentTypes }) => {
    deeds.set(stackItem, withChanges({ writes: new Map(), words: false }, changedParentTypes));
    refresh();
  });
  manager.on("stack-item-updated", ({ stackItem, changedParentTypes }) => {
    const deed = deeds.get(stackItem);
    if (deed) withChanges(deed, changedParentTypes);
  });
  manager.on("stack-cleared", refresh);

  function onTransaction({ origin, changedParentTypes }: Y.Transaction): void {
    const steps = [...manager.undoStack, ...manager.redoStack];
    if (steps.length === 0 || origin === manager || origins.includes(origin)) return;
    // Also where they chose alike: what both wrote is theirs too, and stays.
    for (const { register, key } of registerWrites(changedParentTypes)) {
      for (const step of steps) {
        const write = deeds.get(step)?.writes.get(register)?.get(key);
        if (write) write.overtaken = true;
      }
    }
  }
  doc.on("afterTransaction", onTransaction);

  const stackOf = (way: "undo" | "redo"): Step[] =>
    way === "undo" ? manager.undoStack : manager.redoStack;

  /** Goes back step by step until something changed on the board, or there is no step left. */
  function go(way: "undo" | "redo"): void {
    isGoing = true;
    try {
      while (stackOf(way).length > 0 && !goOne(way));
    } finally {
      isGoing = false;
    }
    refresh();
  }

  /**
   * Yjs alone goes wrong where several people write one register: after concurrent writes the winner's
   * undo leaves it empty; an undo behind one that brought back a colleague's value takes that value for
   * one's own; and a step whose own writes are all covered by now is passed over for the one below it. So
   * it is shown one step alone, and what it did is set right within the same transaction.
   */
  function goOne(way: "undo" | "redo"): boolean {
    const stack = stackOf(way);
    const wanted = writesOf(deeds.get(stack.at(-1) as Step)).map(({ register, key, write }) => ({
      register,
      key,
      value: write.overtaken ? register.get(key) : write.before,
    }));
    const flag = way === "undo" ? "undoing" : "redoing";
    const opposite = stackOf(way === "undo" ? "redo" : "undo");
    const count = opposite.length;
    const below = stack.splice(0, stack.length - 1);
    try {
      doc.transact(() => {
        manager[way]();
        for (const { register, key, value } of wanted) restore(register, key, value);
        // The manager asks when the transaction ends; its own method has ended before.
        manager[flag] = true;
      }, manager);
    } finally {
      manager[flag] = false;
      stack.unshift(...below);
    }
    const made = opposite.length > count ? opposite.at(-1) : undefined;
    const deed = made && deeds.get(made);
    if (deed && (deed.words || deed.writes.size > 0)) return true;
    // All of it was somebody else's by now: nothing to see, and nothing to redo.
    if (made) opposite.pop();
    return false;
  }

  return {
    undo: () => go("undo"),
    redo: () => go("redo"),
    boundary: () => manager.stopCapturing(),
    step(act) {
      if (inStep) return act();
      inStep = true;
      manager.stopCapturing();
      manager.captureTimeout = Number.POSITIVE_INFINITY;
      try {
        act();
      } finally {
        inStep = false;
        manager.captureTimeout = typingPauseMs;
        manager.stopCapturing();
      }
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    destroy() {
      listeners.clear();
      doc.off("afterTransaction", onTransaction);
      manager.destroy();
    },
  };
}

interface RegisterChange {
  readonly register: Y.Map<unknown>;
  readonly key: string;
  readonly before: unknown;
}

/** Registers that hold what a transaction wrote, be it the same as before. To be called before its handlers end. */
function registerWrites(changes: Changes): RegisterChange[] {
  return eventsOf(changes).flatMap(({ target, changes: { keys } }) => {
    if (!(target instanceof Y.Map)) return [];
    const register = target as Y.Map<unknown>;
    return [...keys].map(([key, { action, oldValue }]): RegisterChange => {
      const before: unknown = action === "add" ? undefined : oldValue;
      return { register, key, before };
    });
  });
}

/** Those of them that read differently now. */
const registerChanges = (changes: Changes): RegisterChange[] =>
  registerWrites(changes).filter(
    ({ register, key, before }) => !sameValue(before, register.get(key)),
  );

/** Each event once, though every parent of its target has it too. */
function eventsOf(changes: Changes): Y.YEvent<Y.AbstractType<unknown>>[] {
  return [...changes].flatMap(([type, events]) =>
    (events as Y.YEvent<Y.AbstractType<unknown>>[]).filter(({ target }) => target === type),
  );
}

function withChanges(deed: Deed, changes: Changes): Deed {
  for (const { register, key, before } of registerChanges(changes)) {
    const writes = deed.writes.get(register) ?? new Map<string, Write>();
    deed.writes.set(register, writes);
    const known = writes.get(key);
    if (!known || known.overtaken) writes.set(key, { before, overtaken: false });
  }
  deed.words ||= eventsOf(changes).some(({ target }) => target instanceof Y.Text);
  return deed;
}

function writesOf(deed: Deed | undefined) {
  return [...(deed?.writes ?? [])].flatMap(([register, writes]) =>
    [...writes].map(([key, write]) => ({ register, key, write })),
  );
}

/** Inner types are never replaced by an edit: what Yjs made of them stays. */
function restore(register: Y.Map<unknown>, key: string, value: unknown): void {
  const now = register.get(key);
  if (now instanceof Y.AbstractType || value instanceof Y.AbstractType) return;
  if (sameValue(now, value)) return;
  if (value === undefined) register.delete(key);
  else register.set(key, value);
}
