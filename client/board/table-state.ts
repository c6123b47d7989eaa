/**
 * What one person has in hand at the table: tool, selection, what is open. Local to this tab, never
 * synced, gone when the board is left.
 */
import type {
  MemberId,
  NeedId,
  NoteId,
  PageId,
  PaperId,
  PileId,
  RegionId,
  RoundId,
  ShapeId,
} from "../../shared/base/ids.ts";
import type { Shape } from "../../shared/board/shapes.ts";
import type { InkColour, InkTool } from "../../shared/board/strokes.ts";
import type { PageRect, Point } from "../../shared/geometry/rect.ts";
import type { PaperFilter } from "../../shared/numbers/groups.ts";
import type { TagFilter } from "../../shared/papers/tags.ts";
import type { EraserMode } from "../tools/eraser-tool.ts";
import type { Held } from "../tools/handles.ts";
import type { InkWidth } from "../tools/ink-tool.ts";
import { createStore, type Store } from "../ui/store.ts";
import type { DropPlace } from "./table/drop-place.ts";

/** Those that stand behind one button of the tool bar. */
export const drawnShapes = ["box", "ellipse", "line", "arrow", "connector", "frame"] as const;
export const tools = [
  "select",
  "hand",
  "note",
  "text",
  "pen",
  "highlighter",
  "eraser",
  "region",
  ...drawnShapes,
  "laser",
] as const;
/** Those that change nothing. */
const lookingTools = [
  "select",
  "hand",
  "laser",
] as const satisfies readonly (typeof tools)[number][];
export type ToolName = (typeof tools)[number];

export const isLooking = (tool: ToolName): boolean =>
  (lookingTools as readonly ToolName[]).includes(tool);

export type DrawnShape = (typeof drawnShapes)[number];
export type ShapeTool = DrawnShape | "text";

export const isDrawnShape = (tool: ToolName): tool is DrawnShape =>
  (drawnShapes as readonly ToolName[]).includes(tool);

export const isShapeTool = (tool: ToolName): tool is ShapeTool =>
  tool === "text" || isDrawnShape(tool);

export const isInk = (tool: ToolName): tool is InkTool => tool === "pen" || tool === "highlighter";

/** Ids of papers, notes and shapes on the table and regions, in the order they were selected. */
export type Selection = ReadonlySet<string>;

/** What the reading view shows. */
export interface Reading {
  readonly paper: PaperId;
  readonly region: RegionId | undefined;
  /** Those that are read through; by default all of the board. */
  readonly among?: readonly PaperId[];
}

/** A menu opened on the table by right click, key or long press. */
export interface OpenMenu {
  /** Client pixels. */
  readonly at: Point;
  /** The same point in board units: where what is made from this menu goes. */
  readonly place: Point;
  /** What it is about: what is selected, or the bare table. */
  readonly on: "selection" | "table";
}

export interface Found {
  readonly ids: ReadonlySet<string>;
  readonly at: string | undefined;
}

export interface Goal {
  readonly id: string;
  /** Given where it is a need, which stands beside the table. */
  readonly need: NeedId | undefined;
  /** Whether the focus goes there too, or stays where it was asked from. */
  readonly takesFocus: boolean;
  /** Larger each time, so that the same thing can be gone to again. */
  readonly turn: number;
}

/** How the next shape will look. */
export interface LookInHand extends Pick<Shape, "colour" | "fill" | "weight" | "dash"> {
  /** Undefined until somebody chooses: then so large that it can be read as the table is seen. */
  readonly textSize: Shape["textSize"] | undefined;
}

export interface TableState {
  readonly tool: ToolName;
  readonly inkColour: { readonly [tool in InkTool]: InkColour };
  readonly shapeLook: LookInHand;
  /** The shape that the one button for all of them takes in hand. */
  readonly lastShape: DrawnShape;
  readonly inkWidth: { readonly [tool in InkTool]: InkWidth };
  readonly eraserMode: EraserMode;
  readonly selection: Selection;
  /** The item that Tab reaches, the last one that was selected by keyboard or pressed. */
  readonly current: string | undefined;
  /** What a drag over the bare table does: a rectangle over things, or a line round them. */
  readonly sweep: "rectangle" | "lasso";
  /** How free things lie while a handle is pulled; undefined = as the document has them. */
  readonly reshaped: ReadonlyMap<string, Held> | undefined;
  /** The note or shape whose words, or name, are being written. */
  readonly writing: NoteId | ShapeId | undefined;
  /** The region somebody just drew and is about to write on. */
  readonly composing: { readonly page: PageId; readonly rect: PageRect } | undefined;
  /** Where the dragged papers would land. */
  readonly aim: DropPlace | undefined;
  /** The fan or stack that this person has spread for themselves. */
  readonly laidOut: PileId | undefined;
  /** Things are being dragged or swept: bars that follow the selection stay away. */
  readonly isBusy: boolean;
  /** What a screen reader says now. */
  readonly said: string;
  readonly look: "table" | "list";
  readonly reading: Reading | undefined;
  /** The papers that are looked at side by side. */
  readonly comparing: readonly PaperId[] | undefined;
  /** A round of sorting alone that takes the whole screen: one's own sort, or the reveal. */
  readonly alone: { readonly round: RoundId; readonly shows: "sort" | "reveal" } | undefined;
  readonly panel:
    | "needs"
    | "outline"
    | "talk"
    | "between"
    | "movement"
    | "numbers"
    | "questions"
    | undefined;
  /** What is kept bright by its numbers or a tag, and the papers it means; all others are dimmed. */
  readonly filter: PaperFilter | TagFilter | undefined;
  readonly bright: ReadonlySet<PaperId> | undefined;
  /** Find on the board is open; a larger number each time it is asked for. */
  readonly finding: number | undefined;
  /** What holds the words that are looked for, and which of it is stood at. */
  readonly found: Found | undefined;
  /** The thing that was last gone to, for views that come to stand there by themselves. */
  readonly goal: Goal | undefined;
  /** Whose view this one follows. */
  readonly following: MemberId | undefined;
  /** The context menu that is open. */
  readonly menu: OpenMenu | undefined;
  readonly dialog:
    | "bringIn"
    | "practice"
    | "cite"
    | "export"
    | "help"
    | "invite"
    | "palette"
    | "versions"
    | "image"
    | "crop"
    | "changed"
    | "sortAlone"
    | "bringInNumbers"
    | "draw"
    | "tag"
    | "anchor"
    | "attach"
    | "keyBook"
    | "task"
    | undefined;
}

export type TableStore = Store<TableState>;

const none: Selection = new Set();

export function createTableState(initial: Partial<TableState> = {}): TableStore {
  return createStore<TableState>({
    tool: "select",
    inkColour: { pen: "ink", highlighter: "honey" },
    shapeLook: {
      colour: "ink",
      fill: "none",
      weight: "medium",
      dash: "solid",
      textSize: undefined,
    },
    lastShape: "box",
    inkWidth: { pen: "medium", highlighter: "medium" },
    eraserMode: "whole",
    selection: none,
    current: undefined,
    sweep: "rectangle",
    reshaped: undefined,
    writing: undefined,
    composing: undefined,
    aim: undefined,
    laidOut: undefined,
    isBusy: false,
    said: "",
    look: "table",
    reading: undefined,
    comparing: undefined,
    alone: undefined,
    panel: undefined,
    filter: undefined,
    bright: undefined,
    finding: undefined,
    found: undefined,
    goal: undefined,
    following: undefined,
    menu: undefined,
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
