/**
 * What one person has in hand at the table: tool, selection, what is open. Local to this tab, never
 * synced, gone when the board is left.
 */
import type { NoteId, PageId, PaperId, RegionId } from "../../shared/base/ids.ts";
import type { InkColour, InkTool } from "../../shared/board/strokes.ts";
import type { PageRect } from "../../shared/geometry/rect.ts";
import { createStore, type Store } from "../ui/store.ts";
import type { DropPlace } from "./table/drop-place.ts";

export const tools = ["select", "hand", "note", "pen", "highlighter", "eraser", "region"] as const;
/** Those that change nothing. */
export const lookingTools = ["select", "hand"] as const satisfies readonly (typeof tools)[number][];
export type ToolName = (typeof tools)[number];

export const isInk = (tool: ToolName): tool is InkTool => tool === "pen" || tool === "highlighter";

/** Ids of papers, notes on the table and regions, in the order they were selected. */
export type Selection = ReadonlySet<string>;

/** What the reading view shows. */
export interface Reading {
  readonly paper: PaperId;
  readonly region: RegionId | undefined;
}

export interface TableState {
  readonly tool: ToolName;
  readonly inkColour: { readonly [tool in InkTool]: InkColour };
  readonly selection: Selection;
  /** The item that Tab reaches, the last one that was selected by keyboard or pressed. */
  readonly current: string | undefined;
  /** The note whose words are being written. */
  readonly writing: NoteId | undefined;
  /** The region somebody just drew and is about to write on. */
  readonly composing: { readonly page: PageId; readonly rect: PageRect } | undefined;
  /** Where the dragged papers would land. */
  readonly aim: DropPlace | undefined;
  /** Things are being dragged or swept: bars that follow the selection stay away. */
  readonly isBusy: boolean;
  /** What a screen reader says now. */
  readonly said: string;
  readonly look: "table" | "list";
  readonly reading: Reading | undefined;
  readonly panel: "needs" | undefined;
  readonly dialog: "bringIn" | "practice" | "export" | "help" | "versions" | "changed" | undefined;
}

export type TableStore = Store<TableState>;

const none: Selection = new Set();

export function createTableState(initial: Partial<TableState> = {}): TableStore {
  return createStore<TableState>({
    tool: "select",
    inkColour: { pen: "ink", highlighter: "honey" },
    selection: none,
    current: undefined,
    writing: undefined,
    composing: undefined,
    aim: undefined,
    isBusy: false,
    said: "",
    look: "table",
    reading: undefined,
    panel: undefined,
    dialog: undefined,
    ...initial,
  });
}

/** Changes part of the state. */
export function change(store: TableStore, part: Partial<TableState>): void {
  store.set((last) => ({ ...last, ...part }));
}

/** Selects exactly these; `current` becomes the last of them. */
export function select(store: TableStore, ids: Iterable<string>): void {
  const selection = new Set(ids);
  store.set((last) => {
    if (isSame(last.selection, selection)) return last;
    return { ...last, selection, current: [...selection].at(-1) ?? last.current };
  });
}

export function isSame(a: Selection, b: Selection): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
