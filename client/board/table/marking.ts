/**
 * Marking on the table: pen, highlighter, eraser and region, each by its own machine, on the bare table
 * and on the papers that lie on it.
 *
 * Owns the machines' states and what is half done; what is finished goes into the document as one act.
 * A mark that begins on a page belongs to that page, in its coordinates, and goes wherever it goes.
 */
import type { PageId, StrokeId } from "../../../shared/base/ids.ts";
import { addStroke, eraseInk, type NewStroke } from "../../../shared/board/strokes.ts";
import type { InkPoint } from "../../../shared/geometry/ink.ts";
import type { Erasing } from "../../../shared/geometry/ink-cut.ts";
import {
  contains,
  grown,
  intersects,
  type PagePoint,
  type PageRect,
  type Point,
  type Size,
} from "../../../shared/geometry/rect.ts";
import {
  besidePage,
  type DrawnPage,
  fromPage,
  ownSize,
  toPage,
} from "../../../shared/geometry/turned-page.ts";
import type { PointerKind, ToolPointer } from "../../canvas/hands.ts";
import type { InkMark } from "../../canvas/page-marks.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { type EraserState, idleEraser, stepEraser, strokesAlong } from "../../tools/eraser-tool.ts";
import {
  drawsWith,
  type InkInput,
  idleInk,
  inkSoFar,
  inkWidths,
  stepInk,
} from "../../tools/ink-tool.ts";
import { idleRegion, type RegionState, regionSoFar, stepRegion } from "../../tools/region-tool.ts";
import { isInk, type TableState, type ToolName } from "../table-state.ts";
import { boxOf } from "./ink-painter.ts";

/** What is half done, to be drawn. */
export interface Draft {
  readonly stroke: (InkMark & { readonly page: PageId | undefined }) | undefined;
  readonly region: { readonly page: PageId; readonly rect: PageRect } | undefined;
  /** Strokes under the eraser, and what it takes of each. */
  readonly erasing: ReadonlyMap<string, Erasing> | undefined;
}

/** A page as it lies on the table now, in board units. */
export interface ShownPage {
  readonly page: PageId;
  readonly rect: DrawnPage;
}

export interface MarkingPorts {
  readonly session: BoardSession;
  state(): TableState;
  pageAt(at: Point): ShownPage | undefined;
  pagesAlong(from: Point, to: Point, reach: number): readonly ShownPage[];
  toBoard(screen: Point): Point;
  /** CSS pixels per board unit. */
  scale(): number;
  /** A region was drawn; whoever drew it writes on it now, and only then is it kept. */
  composeOn(page: PageId, rect: PageRect): void;
  /** The region tool was clicked, not dragged. */
  selectAt(at: Point): void;
  changed(): void;
}

export interface Marking {
  input(tool: ToolName, input: ToolPointer, at: Point): void;
  /** Whether this kind of pointer marks with the tool, or is a hand that pans. */
  marksWith(tool: ToolName, kind: PointerKind): boolean;
  draft(): Draft;
  /** Gives up what is half done; whether there was anything. */
  cancel(): boolean;
}

const eraserReachPx = 11;
const slopPx = 4;

export function createMarking(ports: MarkingPorts): Marking {
  const { session } = ports;
  let ink = idleInk;
  let inkOn: ShownPage | undefined;
  let eraser: EraserState<StrokeId> = idleEraser;
  let region: RegionState = idleRegion;
  let regionOn: ShownPage | undefined;

  function feedInk(input: InkInput, tool: "pen" | "highlighter"): void {
    const [next, effect] = stepInk(ink, input);
    ink = next;
    if (!effect) return;
    const stroke: NewStroke = {
      id: session.newId<StrokeId>(),
      ...penInHand(ports.state(), tool, inkOn),
      points: effect.points,
      by: session.me.memberId,
    };
    session.act((origin) => addStroke(session.doc, stroke, origin));
  }

  function press(input: ToolPointer, at: Point, pressure: number): InkInput {
    inkOn = ports.pageAt(at);
    return {
      is: "press",
      pointer: input.pointer,
      kind: input.kind,
      point: { ...inkSpace(at, inkOn), pressure },
      unit: unitOf(inkOn, ports.scale()),
    };
  }

  function inkMoved(input: ToolPointer, tool: "pen" | "highlighter"): void {
    const { pointer } = input;
    let points: InkPoint[] = [];
    const move = (): void => {
      if (points.length > 0) feedInk({ is: "move", pointer, points, straight: input.shift }, tool);
      points = [];
    };
    for (const { x, y, pressure } of input.trail) {
      const at = ports.toBoard({ x, y });
      const off = inkOn && !contains(grown(inkOn.rect, inkOn.rect.w * 0.02), at);
      if (off && ink.stroke && !input.shift) {
        // The pen left the page: the mark on it ends here, and goes on upon what lies beside it.
        move();
        feedInk({ is: "lift", pointer }, tool);
        feedInk(press(input, at, pressure), tool);
      } else {
        points.push({ ...inkSpace(at, inkOn), pressure });
      }
    }
    move();
  }

  function inkInput(input: ToolPointer, at: Point, tool: "pen" | "highlighter"): void {
    const pressure = input.trail.at(-1)?.pressure ?? 0.5;
    switch (input.is) {
      case "down":
        feedInk(press(input, at, pressure), tool);
        break;
      case "move":
        if (ink.stroke) inkMoved(input, tool);
        break;
      case "up":
        feedInk({ is: "lift", pointer: input.pointer }, tool);
        break;
      case "cancel":
        feedInk({ is: "cancel" }, tool);
        break;
    }
    session.presence.set({ stroke: soFarOnTable() });
  }

  /** The stroke under the pen in board units, for colleagues. */
  function soFarOnTable(): readonly Point[] | undefined {
    const points = inkSoFar(ink);
    const on = inkOn;
    return on ? points?.map((point) => fromPage(point as unknown as PagePoint, on.rect)) : points;
  }

  function erase(input: ToolPointer, at: Point): void {
    const is = input.is === "down" ? "press" : input.is === "up" ? "lift" : input.is;
    const [next, effect] = stepEraser(
      eraser,
      is === "cancel" ? { is } : { is, point: at },
      touchedStrokes,
    );
    eraser = next;
    if (!effect) return;
    session.act((origin) => eraseInk(session.doc, effect.strokes, session.newId(), origin));
  }

  function touchedStrokes(from: Point, to: Point): readonly (readonly [StrokeId, Erasing])[] {
    const mode = ports.state().eraserMode;
    const { strokes } = session.reader.view();
    const scale = ports.scale();
    const reach = eraserReachPx / scale;
    const all = [...strokes.values()];
    const way = grown(
      {
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        w: Math.abs(from.x - to.x),
        h: Math.abs(from.y - to.y),
      },
      reach,
    );
    const free = all.filter((stroke) => {
      const box = stroke.page === undefined ? boxOf(stroke) : undefined;
      return box && intersects(box, way);
    });
    const unit = unitOf(undefined, scale);
    const found = [...strokesAlong(free, from, to, unit, eraserReachPx, mode)];
    for (const shown of ports.pagesAlong(from, to, reach)) {
      const on = all.filter(({ page }) => page === shown.page);
      const [a, b] = [besidePage(from, shown.rect), besidePage(to, shown.rect)];
      found.push(...strokesAlong(on, a, b, unitOf(shown, scale), eraserReachPx, mode));
    }
    return found;
  }

  function markRegion(input: ToolPointer, at: Point): void {
    if (input.is === "down") regionOn = ports.pageAt(at);
    if (input.is === "cancel" || !regionOn) {
      region = idleRegion;
      if (input.is === "down") ports.selectAt(at);
      return;
    }
    const on = regionOn;
    const is = input.is === "down" ? "press" : input.is === "up" ? "lift" : input.is;
    const slop = slopPx / unitOf(on, ports.scale()).w;
    const [next, effect] = stepRegion(region, { is, point: toPage(at, on.rect), slop });
    region = next;
    if (effect?.do === "add-region") {
      ports.composeOn(on.page, effect.rect);
    } else if (effect) {
      ports.selectAt(fromPage(effect.point, on.rect));
    }
  }

  return {
    input(tool, input, at) {
      if (isInk(tool)) inkInput(input, at, tool);
      else if (tool === "eraser") erase(input, at);
      else if (tool === "region") markRegion(input, at);
      ports.changed();
    },
    marksWith(tool, kind) {
      if (isInk(tool) || tool === "eraser") return drawsWith(ink, kind);
      return tool === "region";
    },
    draft() {
      const { tool } = ports.state();
      const points = inkSoFar(ink);
      const rect = regionSoFar(region);
      return {
        stroke:
          points && isInk(tool)
            ? { id: "draft", ...penInHand(ports.state(), tool, inkOn), points }
            : undefined,
        region: rect && regionOn ? { page: regionOn.page, rect } : ports.state().composing,
        erasing: eraser.at === "erasing" ? eraser.doomed : undefined,
      };
    },
    cancel() {
      const had = ink.stroke !== undefined || eraser.at !== "idle" || region.at !== "idle";
      [ink] = stepInk(ink, { is: "cancel" });
      eraser = idleEraser;
      region = idleRegion;
      if (had) session.presence.set({ stroke: undefined });
      ports.changed();
      return had;
    },
  };
}

function penInHand(state: TableState, tool: "pen" | "highlighter", on: ShownPage | undefined) {
  const widths = inkWidths[tool][state.inkWidth[tool]];
  const width = on ? widths.page : widths.board;
  return { tool, colour: state.inkColour[tool], width, page: on?.page };
}

/** A point of the table in the space that is drawn on: fractions of the page, or board units. */
function inkSpace(at: Point, on: ShownPage | undefined): Point {
  return on ? toPage(at, on.rect) : at;
}

function unitOf(on: ShownPage | undefined, scale: number): Size {
  const { w, h } = on ? ownSize(on.rect) : { w: 1, h: 1 };
  return { w: w * scale, h: h * scale };
}
