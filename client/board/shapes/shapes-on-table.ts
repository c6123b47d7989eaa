/**
 * Shapes at the table: their cards, the tools that draw them, the lines that follow what they join.
 *
 * A chunk of its own: it comes when a board has shapes, or somebody takes a tool for them. Owns the
 * machines' states and what is half drawn; what is finished goes into the document as one act.
 */
import type { ShapeId } from "../../../shared/base/ids.ts";
import type { BoxOf } from "../../../shared/board/connectors.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import {
  addShape,
  isLine,
  type LineEnd,
  type NewShape,
  type Shape,
  type ShapeKind,
  shapeSize,
} from "../../../shared/board/shapes.ts";
import { changeThings, deleteThings, thingsOf } from "../../../shared/board/things.ts";
import type { Point, Rect, Size } from "../../../shared/geometry/rect.ts";
import { toBoard } from "../../canvas/camera.ts";
import type { ToolPointer } from "../../canvas/hands.ts";
import type { Painter } from "../../canvas/overlay.ts";
import type { Pictures } from "../../canvas/pictures.ts";
import type { SceneEdit } from "../../canvas/scene.ts";
import type { Look } from "../../canvas/stage.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { idleLineTool, lineSoFar, type Reach, stepLineTool } from "../../tools/line-tool.ts";
import {
  idleShapeTool,
  type ShapeToolState,
  shapeSoFar,
  stepShapeTool,
} from "../../tools/shape-tool.ts";
import type { CanvasColours } from "../table/canvas-colours.ts";
import { boxOfItem } from "../table/item-box.ts";
import type { TableGround } from "../table/table-ground.ts";
import {
  change,
  type ShapeTool,
  select,
  type TableState,
  type TableStore,
} from "../table-state.ts";
import { frameAt, wholeIn } from "./belonging.ts";
import { outlineOf, paintDraft, paintHandles, paintTarget } from "./draft-painter.ts";
import { createImagePictures } from "./image-pictures.ts";
import { fillOf, letterUnits } from "./line-drawing.ts";
import { createLineEnds } from "./line-ends.ts";
import { createLineFollowing } from "./line-following.ts";
import { createShapeCard, type ShapeCard } from "./shape-card.ts";
import { hitShape, isSwept, type ShapeHit } from "./shape-hit.ts";
import { createShapeItems, type ShapeItem } from "./shape-items.ts";
import { createShapeSketch, isSameShape } from "./shape-sketch.ts";

export interface ShapesPorts {
  readonly session: BoardSession;
  readonly state: TableStore;
  readonly ground: TableGround;
  readonly pictures: Pictures;
  colours(): CanvasColours;
  /** Whether the person asked their system for less motion. */
  still(): boolean;
  /** Whether this person's hand holds the thing away from where it lies. */
  isHeld(id: string): boolean;
  /** The card of a shape that is seen from near. */
  cardOf(id: string): ShapeCard | undefined;
  focus(id: string): void;
  /** A card turned out larger or smaller than it was. */
  resized(): void;
}

export interface ShapesOnTable {
  /** What came, changed and went since the last call. */
  edit(view: BoardView, inHand: TableState): SceneEdit<ShapeItem>;
  readonly look: Look<ShapeItem>;
  hit(item: ShapeItem, at: Point): ShapeHit;
  isSwept(item: ShapeItem, rect: Rect): boolean;
  input(tool: ShapeTool, input: ToolPointer, at: Point): void;
  /** Whether the pointer is the business of a handle of the selected line. */
  grip(input: ToolPointer, at: Point): boolean;
  readonly paint: Painter;
  /** Puts what the tool draws, at its usual size, into the middle of the view. */
  put(tool: ShapeTool): void;
  cancel(): boolean;
  destroy(): void;
}

const slopPx = { mouse: 4, pen: 6, touch: 9 } as const;
const reachPx = 8;
/** What is written where the table is seen from afar is at least so large on the screen. */
const legiblePx = 13;
const usualTextWidth = 360;

export function createShapesOnTable(ports: ShapesPorts): ShapesOnTable {
  const { session, state, ground } = ports;
  const items = createShapeItems();
  let drawing: ShapeToolState = idleShapeTool;
  let line = idleLineTool;
  /** What an end under the pointer would be bound to. */
  let target: string | undefined;

  const scale = (): number => ground.camera().scale;
  const binds = (tool: ShapeTool): boolean => tool === "connector";
  const boxOf: BoxOf = (id) => homeBox(id);

  function homeBox(id: string): ReturnType<BoxOf> {
    const item = ground.scene.get(id);
    if (!item) return undefined;
    return item.kind === "shape" && item.content.path ? undefined : boxOfItem(item);
  }

  /** The same where it is shown now: in a hand, or on its way. */
  const shownBox: BoxOf = (id) => {
    const home = homeBox(id);
    const item = ground.scene.get(id);
    const shown = ground.rectOf(id);
    if (!home || !item || !shown) return home;
    const [dx, dy] = [shown.x - item.rect.x, shown.y - item.rect.y];
    return { ...home, box: { ...home.box, x: home.box.x + dx, y: home.box.y + dy } };
  };

  const ends = createLineEnds({
    session,
    boxOf: shownBox,
    scale,
    reachAt: (at, isFree) => reachAt(at, !isFree),
    line: () => selectedLine(),
    changed: () => ground.draw(),
  });
  const pictures = createImagePictures(session.boardId, ports.pictures, (id) => ground.redraw(id));
  const following = createLineFollowing({
    session,
    ground,
    boxOf: shownBox,
    isHeld: ports.isHeld,
    still: ports.still,
    pulled: ends.pulled,
    cardOf: ports.cardOf,
  });

  /** The line whose handles are shown. */
  function selectedLine(): Shape | undefined {
    const { selection, tool, isBusy } = state.get();
    const [id] = selection;
    if (selection.size !== 1 || tool !== "select" || isBusy || !session.mayWrite())
      return undefined;
    const shape = session.reader.view().shapes.get(id as ShapeId);
    return shape && isLine(shape) && !shape.locked ? shape : undefined;
  }

  function reachAt(at: Point, isBinding: boolean): Reach {
    const on = isBinding ? targetAt(at) : undefined;
    const box = on === undefined ? undefined : shownBox(on)?.box;
    target = box && on;
    if (!box) return { at, on: undefined, side: centre };
    const side = { x: (at.x - box.x) / box.w, y: (at.y - box.y) / box.h };
    const isCentral = Math.abs(side.x - 0.5) < 0.25 && Math.abs(side.y - 0.5) < 0.25;
    return { at, on, side: isCentral ? centre : side };
  }

  /** The topmost thing at a point that an end can be bound to. */
  function targetAt(at: Point): string | undefined {
    const found = ground.scene
      .at(at)
      .find((item) =>
        item.kind === "shape" ? !isLine(item.content.shape) && hit(item, at) !== undefined : true,
      );
    return found?.id;
  }

  function hit(item: ShapeItem, at: Point): ShapeHit {
    return hitShape(item.content, at, reachPx / scale());
  }

  function look(
    kind: ShapeKind,
  ): Pick<NewShape, "colour" | "fill" | "weight" | "dash" | "textSize"> {
    const { textSize, ...chosen } = state.get().shapeLook;
    const inside = fillOf({ kind, fill: chosen.fill });
    // A frame is a ground for other things: full of colour it would drown them, unless somebody asks for it.
    const fill = kind === "frame" && inside === "solid" ? "tint" : inside;
    const rest = { ...chosen, fill };
    if (textSize) return { ...rest, textSize };
    if (kind !== "text") return { ...rest, textSize: "medium" };
    const sizes = ["medium", "large", "huge"] as const;
    return {
      ...rest,
      textSize: sizes.find((size) => letterUnits[size] * scale() >= legiblePx) ?? "huge",
    };
  }

  function add(kind: ShapeKind, place: Pick<NewShape, "pos" | "size" | "ends">): ShapeId {
    const { doc, reader, me } = session;
    const id = session.newId<ShapeId>();
    const view = reader.view();
    const things = thingsOf(view);
    const box = place.pos && place.size && { ...place.pos, ...place.size };
    const frame = box && frameAt(things, view.shapes, box);
    const own = kind === "frame" && box ? wholeIn(things, box) : [];
    session.act((origin) => {
      addShape(
        doc,
        { id, kind, ...place, ...look(kind), ...(frame && { frame }), by: me.memberId },
        origin,
      );
      if (own.length === 0) return;
      changeThings(
        doc,
        own.map((thing) => ({ kind: thing.kind, id: thing.id, frame: id })),
        origin,
      );
    });
    change(state, { tool: "select", ...(kind === "text" && { writing: id }) });
    select(state, [id]);
    // From a button of the panel the keys come back to the table.
    if (kind !== "text") ports.focus(id);
    return id;
  }

  function putRect(kind: ShapeKind, rect: Rect): void {
    const { x, y, w, h } = rounded(rect);
    const size = kind === "text" ? { w: Math.max(w, 40), h: shapeSize.text.h } : { w, h };
    add(kind, { pos: { x, y }, size });
  }

  /** One of the usual size, as it looks on the screen. */
  function putAt(kind: ShapeKind, at: Point, how: "from" | "around"): void {
    const times = Math.min(6, Math.max(1, Math.round(4 / scale()) / 4));
    const { w, h } = kind === "text" ? { w: usualTextWidth, h: shapeSize.text.h } : shapeSize[kind];
    const size = { w: w * times, h: kind === "text" ? h : h * times };
    const letters = letterUnits[look("text").textSize ?? "medium"];
    const corner =
      kind === "text"
        ? { x: at.x, y: at.y - letters * 0.7 }
        : { x: at.x - size.w / 2, y: at.y - size.h / 2 };
    const pos = kind === "text" && how === "around" ? { ...corner, x: at.x - size.w / 4 } : corner;
    putRect(kind, { ...pos, ...size });
  }

  function putLine(tool: ShapeTool, from: Reach, to: Reach): void {
    add(tool === "line" ? "line" : "arrow", { ends: { from: endOf(from), to: endOf(to) } });
  }

  function drawLine(tool: ShapeTool, input: ToolPointer, at: Point): void {
    const end = reachAt(at, binds(tool) && !input.mod);
    const [next, effect] =
      input.is === "cancel"
        ? stepLineTool(line, { is: "cancel" })
        : input.is === "down"
          ? stepLineTool(line, { is: "press", end, slop: slopPx[input.kind] / scale() })
          : stepLineTool(line, { is: input.is === "up" ? "lift" : "move", end, even: input.shift });
    line = next;
    if (effect) putLine(tool, effect.from, effect.to);
  }

  function drawShape(kind: ShapeKind, input: ToolPointer, at: Point): void {
    const hold = { even: input.shift, centred: input.alt };
    const [next, effect] =
      input.is === "cancel"
        ? stepShapeTool(drawing, { is: "cancel" })
        : input.is === "down"
          ? stepShapeTool(drawing, { is: "press", at, slop: slopPx[input.kind] / scale() })
          : stepShapeTool(drawing, { is: input.is === "up" ? "lift" : "move", at, ...hold });
    drawing = next;
    if (effect?.do === "put") putRect(kind, effect.rect);
    else if (effect) putAt(kind, effect.at, "from");
  }

  /** A text that was left without words was not meant. */
  let written = state.get().writing;
  const stop = state.subscribe(() => {
    const { writing } = state.get();
    if (writing === written) return;
    const left = session.reader.view().shapes.get(written as ShapeId);
    written = writing;
    if (left?.kind !== "text" || left.words.trim() !== "") return;
    session.act((origin) => deleteThings(session.doc, [{ kind: "shape", id: left.id }], origin));
  });

  /** What is half drawn, for this table and, as an outline, for colleagues. */
  function draft() {
    const { tool } = state.get();
    return { tool, rect: shapeSoFar(drawing), line: lineSoFar(line) };
  }

  return {
    edit(view, inHand) {
      pictures.keepOnly(view.shapes);
      return items.edit(view, inHand, boxOf);
    },
    look: {
      card: (item) =>
        createShapeCard(item, {
          onSize(size: Size) {
            if (size.h > 0 && items.grew(item.id, size)) ports.resized();
          },
          pictureOf: pictures.of,
        }),
      sketch: createShapeSketch({
        colours: ports.colours,
        pathNow: following.pathNow,
        smallOf: (shape) => pictures.of(shape)?.small(),
      }),
      isSameFromAfar: isSameShape,
    },
    hit,
    isSwept: (item, rect) => isSwept(item.content, rect),
    input(tool, input, at) {
      if (isLineTool(tool)) drawLine(tool, input, at);
      else drawShape(tool, input, at);
      session.presence.set({ stroke: outlineOf(draft()) });
      ground.draw();
    },
    grip: ends.input,
    paint(frame) {
      const colours = ports.colours();
      const { tool } = state.get();
      const more = following.follow(frame.nowMs);
      const isReaching = (isLineTool(tool) && binds(tool)) || ends.pulled() !== undefined;
      const box = isReaching && target ? shownBox(target) : undefined;
      if (box) paintTarget(frame, box, colours);
      paintDraft(frame, draft(), state.get().shapeLook, colours, shownBox);
      paintHandles(frame, ends.handles(), colours);
      return more;
    },
    put(tool) {
      const { w, h } = ground.size();
      const middle = toBoard(ground.camera(), { x: w / 2, y: h / 2 });
      if (!isLineTool(tool)) return putAt(tool, middle, "around");
      const half = shapeSize.arrow.w / 2 / Math.min(1, scale());
      const [from, to] = [-half, half].map(
        (dx): Reach => ({
          at: { x: Math.round(middle.x + dx), y: Math.round(middle.y) },
          on: undefined,
          side: centre,
        }),
      ) as [Reach, Reach];
      putLine(tool, from, to);
    },
    cancel() {
      const had = [drawing.at !== "idle", line.at !== "idle", ends.cancel()].includes(true);
      drawing = idleShapeTool;
      line = idleLineTool;
      target = undefined;
      if (had) session.presence.set({ stroke: undefined });
      ground.draw();
      return had;
    },
    destroy() {
      stop();
      pictures.destroy();
    },
  };
}

const centre = { x: 0.5, y: 0.5 } as const;

type LineTool = "line" | "arrow" | "connector";
const isLineTool = (tool: string): tool is LineTool =>
  tool === "line" || tool === "arrow" || tool === "connector";

const endOf = ({ at, on, side }: Reach): LineEnd => ({
  at: { x: Math.round(at.x), y: Math.round(at.y) },
  on,
  side,
});

const rounded = ({ x, y, w, h }: Rect): Rect => ({
  x: Math.round(x),
  y: Math.round(y),
  w: Math.max(8, Math.round(w)),
  h: Math.max(8, Math.round(h)),
});
