/**
 * What a key does in the list: the WAI-ARIA tree pattern (arrows, Home, End, type-ahead, folding,
 * choosing several), and the keys of the product (1 2 3 … 0, Alt with arrows, F2, Delete, Alt with a
 * letter).
 *
 * Pure: (state, rows, key) in, (state, command) out. What a command does to the board is for acts.ts.
 * Letters alone are type-ahead, because papers are named by codes; so commands take Alt.
 * Source: https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
 */
import { isExpanded, type Row, type RowKey } from "./rows.ts";

export interface ListState {
  /** The row that takes keys; undefined = the first. */
  readonly focus: RowKey | undefined;
  /** Where a stretch of chosen rows starts. */
  readonly anchor: RowKey | undefined;
  readonly chosen: ReadonlySet<RowKey>;
  /** Rows folded or unfolded against their custom; see `isExpanded`. */
  readonly toggled: ReadonlySet<RowKey>;
  readonly typed: { readonly letters: string; readonly atMs: number };
}

export interface KeyPress {
  /** As in `KeyboardEvent`. */
  readonly key: string;
  readonly code: string;
  readonly shift: boolean;
  /** Ctrl, or Command on Apple's keyboards. */
  readonly mod: boolean;
  readonly alt: boolean;
  /** Milliseconds on any clock that only goes forward. */
  readonly atMs: number;
}

export type Command =
  | { readonly does: "open" }
  | { readonly does: "send"; readonly digit: number }
  | { readonly does: "step"; readonly by: -1 | 1 }
  | { readonly does: "turn"; readonly by: 90 | -90 }
  /** The first link of the row, where no other is named. */
  | { readonly does: "follow"; readonly url?: string }
  | {
      readonly does:
        | "rename"
        | "delete"
        | "notice"
        | "wonder"
        | "interpretation"
        | "cite"
        | "need"
        | "talk"
        | "resolve"
        | "compare"
        | "tag"
        | "keep"
        | "close";
    };

export interface Pressed {
  readonly state: ListState;
  readonly command?: Command;
}

export const listAtStart: ListState = {
  focus: undefined,
  anchor: undefined,
  chosen: new Set(),
  toggled: new Set(),
  typed: { letters: "", atMs: 0 },
};

/** Letters typed within this time of each other are one word. */
const typeAheadMs = 700;

/** Keys with Alt, by their place on the keyboard: Alt writes other letters on Apple's. */
const altCommands: { readonly [code: string]: Command } = {
  KeyN: { does: "notice" },
  KeyW: { does: "wonder" },
  KeyI: { does: "interpretation" },
  KeyC: { does: "cite" },
  KeyE: { does: "need" },
  KeyM: { does: "talk" },
  KeyR: { does: "resolve" },
  KeyS: { does: "compare" },
  KeyL: { does: "follow" },
  KeyG: { does: "tag" },
  KeyK: { does: "keep" },
  KeyQ: { does: "close" },
  ArrowUp: { does: "step", by: -1 },
  ArrowDown: { does: "step", by: 1 },
  ArrowLeft: { does: "turn", by: -90 },
  ArrowRight: { does: "turn", by: 90 },
};

const holders: ReadonlySet<Row["kind"]> = new Set(["session", "pile", "needs", "table"]);

/** Piles, needs together, the table and the session hold things; only what they hold is chosen. A thread is no thing. */
export const canChoose = ({ kind }: Row): boolean => !holders.has(kind) && kind !== "thread";

/** The rows an action is about: those chosen, or the one with the focus. */
export function targetsOf(state: ListState, rows: readonly Row[]): readonly Row[] {
  if (state.chosen.size > 0) return rows.filter((row) => state.chosen.has(row.key));
  const focused = rows.find((row) => row.key === state.focus) ?? rows[0];
  return focused ? [focused] : [];
}

/**
 * The state after a key, and the command it gives; undefined for a key that is not ours, which then
 * keeps the browser's own meaning. `nameOf` is what type-ahead compares with.
 */
export function press(
  before: ListState,
  rows: readonly Row[],
  key: KeyPress,
  nameOf: (row: Row) => string,
): Pressed | undefined {
  // Any other key ends the word that is being typed, or the next code would be the rest of it.
  const state = isTypeAhead(key) ? before : untyped(before);
  const at = Math.max(
    0,
    rows.findIndex((row) => row.key === state.focus),
  );
  const row = rows[at];
  if (!row) return undefined;
  if (key.alt) {
    const command = key.mod ? undefined : altCommands[key.code];
    return command && { state, command };
  }
  if (key.mod) return withMod(state, rows, at, key);
  switch (key.key) {
    case "ArrowDown":
    case "ArrowUp":
      return { state: walk(state, rows, at + (key.key === "ArrowDown" ? 1 : -1), key.shift) };
    case "Home":
      return { state: walk(state, rows, 0, key.shift) };
    case "End":
      return { state: walk(state, rows, rows.length - 1, key.shift) };
    case "ArrowRight":
      if (row.expanded === false) return { state: toggle(state, rows, row.key) };
      return { state: row.expanded ? focusOn(state, rows[at + 1]?.key) : state };
    case "ArrowLeft":
      if (row.expanded) return { state: toggle(state, rows, row.key) };
      return { state: focusOn(state, row.parent ?? row.key) };
    case "*":
      return { state: unfoldBeside(state, rows, row) };
    case "Enter":
      if (holders.has(row.kind)) {
        return { state: row.expanded === undefined ? state : toggle(state, rows, row.key) };
      }
      return { state, command: { does: "open" } };
    case " ":
      if (key.shift) return { state: stretch(state, rows, at) };
      return { state: chooseOne(state, rows, row) };
    case "Escape":
      return state.chosen.size > 0 ? { state: chooseNone(state) } : undefined;
    case "F2":
      return { state, command: { does: "rename" } };
    case "Delete":
    case "Backspace":
      return { state, command: { does: "delete" } };
    default:
      return typedKey(state, rows, at, key, nameOf);
  }
}

function withMod(
  state: ListState,
  rows: readonly Row[],
  at: number,
  key: KeyPress,
): Pressed | undefined {
  switch (key.key) {
    case "a":
    case "A":
      return { state: chooseAll(state, rows, rows[at]) };
    case "Home":
    case "End":
      if (!key.shift) return undefined;
      return { state: walk(state, rows, key.key === "Home" ? 0 : rows.length - 1, true) };
    default:
      return undefined;
  }
}

const isTypeAhead = ({ key, alt, mod }: KeyPress): boolean =>
  !alt && !mod && /^[\p{L}\p{N}]$/u.test(key);

/** Digits send papers to piles, unless they go on with a code that is being typed. */
function typedKey(
  state: ListState,
  rows: readonly Row[],
  at: number,
  key: KeyPress,
  nameOf: (row: Row) => string,
): Pressed | undefined {
  if (!isTypeAhead(key)) return undefined;
  const letter = key.key.toLocaleLowerCase();
  const { letters, atMs } = state.typed;
  const goesOn = letters !== "" && key.atMs - atMs <= typeAheadMs;
  const digit = /^[0-9]$/.test(letter);
  const wanted = goesOn ? letters + letter : letter;
  // The same letter again walks on through the rows that start with it.
  const again = goesOn && letters === letter;
  const found = digit && !goesOn ? undefined : seek(rows, at, wanted, goesOn, nameOf);
  const next = found ?? (again ? seek(rows, at, letter, false, nameOf) : undefined);
  if (next === undefined && digit) {
    return { state: untyped(state), command: { does: "send", digit: Number(letter) } };
  }
  const typed = { letters: found === undefined && again ? letter : wanted, atMs: key.atMs };
  return { state: next === undefined ? { ...state, typed } : { ...focusOn(state, next), typed } };
}

const untyped = (state: ListState): ListState =>
  state.typed.letters === "" ? state : { ...state, typed: { letters: "", atMs: 0 } };

function seek(
  rows: readonly Row[],
  at: number,
  letters: string,
  here: boolean,
  nameOf: (row: Row) => string,
): RowKey | undefined {
  const from = here ? at : at + 1;
  const round = [...rows.slice(from), ...rows.slice(0, from)];
  return round.find((row) => nameOf(row).toLocaleLowerCase().startsWith(letters))?.key;
}

export function focusOn(state: ListState, key: RowKey | undefined): ListState {
  return key === undefined || key === state.focus ? state : { ...state, focus: key };
}

function walk(state: ListState, rows: readonly Row[], to: number, choosing: boolean): ListState {
  const index = Math.min(rows.length - 1, Math.max(0, to));
  const next = focusOn(untyped(state), rows[index]?.key);
  if (!choosing) return next;
  return stretch({ ...next, anchor: state.anchor ?? state.focus ?? rows[0]?.key }, rows, index);
}

/** Chooses everything from the anchor to a row, and nothing else. */
function stretch(state: ListState, rows: readonly Row[], to: number): ListState {
  const anchor = rows.findIndex((row) => row.key === state.anchor);
  const from = anchor < 0 ? to : anchor;
  const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1).filter(canChoose);
  return {
    ...state,
    anchor: rows[from]?.key,
    chosen: new Set(mostCommonLevel(between).map((row) => row.key)),
  };
}

/** A stretch over papers with open marks means the papers; one inside a paper means its marks. */
function mostCommonLevel(rows: readonly Row[]): readonly Row[] {
  const level = Math.min(...rows.map((row) => row.level));
  return rows.filter((row) => row.level === level);
}

/** Chooses a row, or takes it back out; what holds things does so with all it directly holds. */
export function chooseOne(state: ListState, rows: readonly Row[], row: Row): ListState {
  const held = canChoose(row) ? [row] : heldBy(rows, row);
  const all = held.every(({ key }) => state.chosen.has(key));
  const chosen = new Set(state.chosen);
  for (const { key } of held) {
    if (all) chosen.delete(key);
    else chosen.add(key);
  }
  return { ...state, focus: row.key, anchor: row.key, chosen };
}

/** What a row holds that can be seen and chosen: a pile its papers, the session all papers. */
function heldBy(rows: readonly Row[], row: Row): readonly Row[] {
  if (row.kind === "session") return rows.filter(({ kind }) => kind === "paper");
  return rows.filter((one) => one.parent === row.key && canChoose(one));
}

export function chooseTo(state: ListState, rows: readonly Row[], key: RowKey): ListState {
  const to = rows.findIndex((row) => row.key === key);
  if (to < 0) return state;
  return stretch({ ...focusOn(state, key), anchor: state.anchor ?? state.focus }, rows, to);
}

export function chooseNone(state: ListState): ListState {
  return { ...state, chosen: new Set(), anchor: undefined };
}

/** All rows beside this one; on a pile all its papers; on the session all papers that can be seen. */
function chooseAll(state: ListState, rows: readonly Row[], row: Row | undefined): ListState {
  if (!row) return state;
  const among = canChoose(row)
    ? rows.filter((one) => one.parent === row.parent && canChoose(one))
    : heldBy(rows, row);
  return { ...state, anchor: row.key, chosen: new Set(among.map(({ key }) => key)) };
}

/** Folds or unfolds; rows that go out of sight are not chosen any more, and lose the focus to theirs. */
export function toggle(state: ListState, rows: readonly Row[], key: RowKey): ListState {
  const toggled = new Set(state.toggled);
  if (!toggled.delete(key)) toggled.add(key);
  if (isExpanded(key, toggled)) return { ...state, toggled };
  const hidden = new Set(below(rows, key).map((row) => row.key));
  return {
    ...state,
    toggled,
    chosen: new Set([...state.chosen].filter((chosen) => !hidden.has(chosen))),
    focus: state.focus !== undefined && hidden.has(state.focus) ? key : state.focus,
  };
}

/** Unfolds the rows of `way`, outermost first, and stands at its last. */
export function standAt(state: ListState, rows: readonly Row[], way: readonly RowKey[]): ListState {
  const last = way.at(-1);
  if (last === undefined) return state;
  const folded = way.slice(0, -1).filter((key) => !isExpanded(key, state.toggled));
  return focusOn(
    folded.reduce((next, key) => toggle(next, rows, key), state),
    last,
  );
}

/** All rows under one that can be seen. */
function below(rows: readonly Row[], key: RowKey): readonly Row[] {
  const at = rows.findIndex((row) => row.key === key);
  const level = rows[at]?.level ?? 0;
  const end = rows.findIndex((row, i) => i > at && row.level <= level);
  return at < 0 ? [] : rows.slice(at + 1, end < 0 ? rows.length : end);
}

function unfoldBeside(state: ListState, rows: readonly Row[], row: Row): ListState {
  return rows
    .filter(({ parent, expanded }) => parent === row.parent && expanded === false)
    .reduce((next, { key }) => toggle(next, rows, key), state);
}

/**
 * The state after the board changed under it: what is gone is not chosen any more, and a focus that
 * went with its row falls on the nearest one left: behind it, before it, or the row it was in.
 */
export function settle(state: ListState, before: readonly Row[], after: readonly Row[]): ListState {
  const here = new Set(after.map((row) => row.key));
  const chosen = [...state.chosen].filter((key) => here.has(key));
  const settled =
    chosen.length === state.chosen.size ? state : { ...state, chosen: new Set(chosen) };
  if (state.focus === undefined || here.has(state.focus)) return settled;
  return { ...settled, focus: nearest(before, state.focus, here) };
}

/** The row that takes the focus when `gone` leave their place, and so does the row `from`. */
export function afterLeaving(
  rows: readonly Row[],
  from: RowKey,
  gone: ReadonlySet<RowKey>,
): RowKey | undefined {
  const left = new Set(rows.map((row) => row.key).filter((key) => !gone.has(key)));
  return gone.has(from) ? nearest(rows, from, left) : from;
}

function nearest(
  rows: readonly Row[],
  from: RowKey,
  left: ReadonlySet<RowKey>,
): RowKey | undefined {
  const at = rows.findIndex((row) => row.key === from);
  const row = rows[at];
  if (!row) return undefined;
  const beside = ({ key, parent }: Row): boolean => parent === row.parent && left.has(key);
  const next = rows.slice(at + 1).find(beside) ?? rows.slice(0, at).findLast(beside);
  if (next) return next.key;
  if (row.parent === undefined) return undefined;
  return left.has(row.parent) ? row.parent : nearest(rows, row.parent, left);
}
