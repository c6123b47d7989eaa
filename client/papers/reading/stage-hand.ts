/**
 * The pointer on the pages being read: hands its events to the tool that is chosen, on the page where
 * they began, and the tool's effects to the view.
 *
 * Owns the tools' states; knows no React, no document and no camera: it is told where each page lies in
 * the view. test/unit/reading-stage.test.ts holds it to that.
 */
import type { PageId, RegionId, StrokeId } from "../../../shared/base/ids.ts";
import type { InkPoint } from "../../../shared/geometry/ink.ts";
import { areaAround, cornersOnPage } from "../../../shared/geometry/polygon.ts";
import { contains, type PagePoint, type Point } from "../../../shared/geometry/rect.ts";
import {
  type DrawnPage,
  fromPage,
  ownSize,
  rectFromPage,
  toPage,
} from "../../../shared/geometry/turned-page.ts";
import type { HandEvent, Meaning, ToolPointer } from "../../canvas/hands.ts";
import type { RegionMark } from "../../canvas/page-marks.ts";
import {
  type EraserInput,
  type EraserState,
  idleEraser,
  stepEraser,
  strokesAlong,
} from "../../tools/eraser-tool.ts";
import { drawsWith, type InkInput, idleInk, inkSoFar, stepInk } from "../../tools/ink-tool.ts";
import {
  idleOutline,
  type OutlineInput,
  type OutlineState,
  outlineSoFar,
  stepOutline,
} from "../../tools/outline-tool.ts";
import { idleRegion, type RegionInput, regionSoFar, stepRegion } from "../../tools/region-tool.ts";
import {
  type Grip,
  idleReshape,
  type ReshapeInput,
  reshapedSoFar,
  stepReshape,
} from "../../tools/reshape-tool.ts";
import { cornerAt, cornerGrips, cursorOf, gripAt, gripOnPage, regionAt } from "./region-hit.ts";
import { noDraft, type PageInView, type StagePort } from "./stage-port.ts";

/** What a press began, until it ends. */
type Hold =
  | { readonly on: "region" | "outline" | "eraser"; readonly page: PageId }
  | { readonly on: "ink"; readonly page: PageId; readonly tool: "pen" | "highlighter" }
  | { readonly on: "reshape"; readonly page: PageId; readonly region: RegionId }
  | {
      readonly on: "corner";
      readonly page: PageId;
      readonly region: RegionId;
      readonly index: number;
      readonly from: Point;
      readonly corners: readonly PagePoint[];
      readonly strayed: boolean;
    }
  | { readonly on: "pan"; readonly last: Point; readonly strayed: boolean };

const slopPx = 5;
/** How near to a corner a hand has to come to mean it. */
const cornerPx = { mouse: 9, pen: 9, touch: 22 } as const;
const regionReachPx = 3;
const handlePx = 9;
const eraserPx = 7;

export type StageHand = ReturnType<typeof createStageHand>;

export function createStageHand(port: StagePort) {
  let hold: Hold | undefined;
  let region = idleRegion;
  let ink = idleInk;
  let eraser: EraserState<StrokeId> = idleEraser;
  let reshape = idleReshape;
  let outline: OutlineState = idleOutline;
  /** Where the outline began: with corners it goes on from press to press. */
  let outlinedOn: PageId | undefined;

  const pageUnder = (point: Point): PageInView | undefined =>
    port.pages().find(({ drawn }) => contains(drawn, point));
  const markUnder = (point: Point): RegionId | undefined => {
    const at = pageUnder(point);
    const mark = at && regionAt(at.regions, point, at.drawn, regionReachPx);
    return mark && (mark.id as RegionId);
  };

  function show(): void {
    const line = outlineSoFar(outline);
    if (line && outlinedOn) {
      const corners = outline.at === "corners";
      return port.show({ outline: { page: outlinedOn, points: line, corners } });
    }
    if (!hold || hold.on === "pan") return port.show(noDraft);
    if (hold.on === "corner") {
      return port.show({ reshape: { region: hold.region, ...areaAround(hold.corners) } });
    }
    const { page } = hold;
    const rect = regionSoFar(region);
    const points = inkSoFar(ink);
    const shaped = reshapedSoFar(reshape);
    port.show({
      ...(rect && { region: { page, rect } }),
      ...(hold.on === "ink" && points && { ink: { page, tool: hold.tool, points } }),
      ...(eraser.at === "erasing" && { erasing: eraser.doomed }),
      ...(hold.on === "reshape" && shaped && { reshape: { region: hold.region, rect: shaped } }),
    });
  }

  /** The grip of the chosen region under the point. Inside its frame only the select tool moves it. */
  function gripUnder(
    point: Point,
  ): { at: PageInView; mark: RegionMark; grip: Grip | number } | undefined {
    const tool = port.tool();
    const chosen = port.selected();
    if (chosen === undefined || (tool !== "select" && tool !== "region")) return undefined;
    if (outline.at !== "idle") return undefined;
    for (const at of port.pages()) {
      const mark = at.regions.find(({ id }) => id === chosen);
      const corners = mark && cornerGrips(mark, at.drawn);
      const grip = corners
        ? cornerAt(corners, point, handlePx)
        : mark && gripAt(rectFromPage(mark.rect, at.drawn), point, handlePx);
      if (mark && grip !== undefined && (grip !== "whole" || tool === "select"))
        return { at, mark, grip };
    }
    return undefined;
  }

  function doRegion(input: RegionInput, at: PageInView): void {
    const [next, effect] = stepRegion(region, input);
    region = next;
    if (effect?.do === "add-region") port.addRegion({ page: at.page, rect: effect.rect });
    if (effect?.do === "select-at") port.select(markUnder(fromPage(effect.point, at.drawn)));
  }

  function doOutline(input: OutlineInput): void {
    const at = port.pages().find(({ page }) => page === outlinedOn);
    if (!at) return cancel();
    const [next, effect] = stepOutline(outline, input);
    outline = next;
    if (next.at === "idle") outlinedOn = undefined;
    if (effect?.do === "add-area") port.addRegion({ page: at.page, ...effect.area });
    if (effect?.do === "select-at") port.select(markUnder(fromPage(effect.point, at.drawn)));
  }

  /** The hand on the page where the outline began, also when it went beyond that. */
  function outlineTo(event: ToolPointer, is: "press" | "move" | "lift"): void {
    const drawn = port.pages().find(({ page }) => page === outlinedOn)?.drawn;
    const by = port.shape();
    if (!drawn || by === "box") return cancel();
    const sight = { unit: ownSize(drawn), reachPx: cornerPx[event.kind] };
    for (const one of is === "move" ? event.trail : [event.screen]) {
      const point = toPage(one, drawn);
      doOutline(is === "press" ? { is, by, point } : { is, point, sight });
    }
  }

  function moveCorner(event: ToolPointer, is: "move" | "lift", on: Hold & { on: "corner" }): void {
    const { page, from, index, corners } = on;
    const drawn = port.pages().find((one) => one.page === page)?.drawn;
    if (!drawn) return cancel();
    const { screen } = event;
    const strayed = on.strayed || Math.hypot(screen.x - from.x, screen.y - from.y) > slopPx / 2;
    if (!strayed) return;
    const moved = corners.with(index, toPage(screen, drawn));
    if (is === "move") hold = { ...on, corners: moved, strayed };
    else port.redraw(on.region, { page, ...areaAround(moved) });
  }

  function doReshape(input: ReshapeInput, id: RegionId): void {
    const [next, effect] = stepReshape(reshape, input);
    reshape = next;
    if (effect) port.reshape(id, effect.rect);
  }

  function doEraser(input: EraserInput, at: PageInView): void {
    const [next, effect] = stepEraser(eraser, input, (from, to) =>
      strokesAlong(at.strokes, from, to, ownSize(at.drawn), eraserPx, port.eraserMode()),
    );
    eraser = next;
    if (effect) port.erase(effect.strokes);
  }

  function doInk(input: InkInput, at: PageInView, tool: "pen" | "highlighter"): void {
    const [next, effect] = stepInk(ink, input);
    ink = next;
    if (effect) port.addStroke(at.page, tool, effect.points);
  }

  function press(event: ToolPointer): void {
    const grip = gripUnder(event.screen);
    if (grip && typeof grip.grip === "number") {
      const { mark, at, grip: index } = grip;
      const corners = cornersOnPage(mark) ?? [];
      const region = mark.id as RegionId;
      const from = event.screen;
      hold = { on: "corner", page: at.page, region, index, from, corners, strayed: false };
      return;
    }
    if (grip && typeof grip.grip !== "number") {
      const id = grip.mark.id as RegionId;
      hold = { on: "reshape", page: grip.at.page, region: id };
      const point = toPage(event.screen, grip.at.drawn);
      const own = gripOnPage(grip.grip, grip.at.drawn.turn);
      return doReshape({ is: "press", grip: own, point, rect: grip.mark.rect }, id);
    }
    const tool = port.tool();
    if (outline.at === "corners" && outlinedOn) {
      hold = { on: "outline", page: outlinedOn };
      return outlineTo(event, "press");
    }
    const at = pageUnder(event.screen);
    if (tool === "select" || !at) {
      hold = { on: "pan", last: event.screen, strayed: false };
      return;
    }
    const { page, drawn } = at;
    const point = toPage(event.screen, drawn);
    if (tool === "region" && port.shape() !== "box") {
      hold = { on: "outline", page };
      outlinedOn = page;
      outlineTo(event, "press");
    } else if (tool === "region") {
      hold = { on: "region", page };
      doRegion({ is: "press", point, slop: slopPx / ownSize(drawn).w }, at);
    } else if (tool === "eraser") {
      hold = { on: "eraser", page };
      doEraser({ is: "press", point }, at);
    } else {
      hold = { on: "ink", page, tool };
      const { pointer, kind } = event;
      const [first] = inkPoints(event, drawn);
      const begun = first ?? { ...point, pressure: 0.5 };
      doInk({ is: "press", pointer, kind, point: begun, unit: ownSize(drawn) }, at, tool);
    }
  }

  function goOn(event: ToolPointer, is: "move" | "lift", on: Hold): void {
    if (on.on === "pan") return pan(event, is, on);
    if (on.on === "outline") return outlineTo(event, is);
    if (on.on === "corner") return moveCorner(event, is, on);
    const at = port.pages().find(({ page }) => page === on.page);
    if (!at) return cancel();
    const point = toPage(event.screen, at.drawn);
    switch (on.on) {
      case "region":
        return doRegion({ is, point, slop: slopPx / ownSize(at.drawn).w }, at);
      case "reshape":
        return doReshape({ is, point }, on.region);
      case "eraser":
        return doEraser({ is, point }, at);
      case "ink": {
        const { pointer, shift: straight } = event;
        if (is === "lift") return doInk({ is, pointer }, at, on.tool);
        const points = inkPoints(event, at.drawn);
        return doInk({ is, pointer, points, straight }, at, on.tool);
      }
    }
  }

  function pan({ screen }: ToolPointer, is: "move" | "lift", on: Hold & { on: "pan" }): void {
    const by = { x: screen.x - on.last.x, y: screen.y - on.last.y };
    const strayed = on.strayed || Math.hypot(by.x, by.y) > slopPx;
    if (strayed) {
      port.pan(by);
      hold = { on: "pan", last: screen, strayed };
    } else if (is === "lift") {
      port.select(markUnder(screen));
    }
  }

  function hover(event: ToolPointer): void {
    const point = event.screen;
    if (outline.at === "corners") {
      outlineTo(event, "move");
      show();
    }
    const grip = gripUnder(point);
    const tool = port.tool();
    const mark = tool === "select" || tool === "region" ? markUnder(point) : undefined;
    const over = mark && tool === "select" ? "pointer" : undefined;
    const taken = typeof grip?.grip === "number" ? "move" : grip && cursorOf(grip.grip);
    port.hover(mark, taken ?? over);
  }

  function cancel(): void {
    hold = undefined;
    region = idleRegion;
    outline = idleOutline;
    outlinedOn = undefined;
    eraser = idleEraser;
    reshape = idleReshape;
    [ink] = stepInk(ink, { is: "cancel" });
  }

  return {
    /** What a pointer that comes down means, for the hands. `grabs` = the space bar is held. */
    decide(event: HandEvent, grabs: boolean): Meaning {
      if (event.button === "other") return "nothing";
      if (event.button === "middle" || grabs) return "pan";
      if (event.kind !== "touch") return "tool";
      if (port.tool() === "select") return gripUnder(event.screen) ? "tool" : "wait";
      if (!pageUnder(event.screen)) return "pan";
      return drawsWith(ink, "touch") ? "tool" : "wait";
    },
    pointer(event: ToolPointer): void {
      if (event.is === "down") press(event);
      else if (event.is === "cancel") cancel();
      else if (!hold) return hover(event);
      else goOn(event, event.is === "up" ? "lift" : "move", hold);
      if (event.is === "up") hold = undefined;
      show();
    },
    /** True if the key belonged to an outline that is being set corner by corner. */
    key(key: string): boolean {
      if (outline.at !== "corners" || (key !== "Enter" && key !== "Backspace")) return false;
      doOutline({ is: key === "Enter" ? "close" : "back" });
      if (outline.at === "corners" && outline.points.length === 0) cancel();
      show();
      return true;
    },
    /** True if there was something half done to take back. */
    cancel(): boolean {
      const busy = hold !== undefined || outline.at !== "idle";
      cancel();
      if (busy) show();
      return busy;
    },
    left: (): void => port.hover(undefined, undefined),
  };
}

/** A hand that slips over the edge stays on the paper, where its ink belongs. */
function inkPoints({ trail }: ToolPointer, drawn: DrawnPage): readonly InkPoint[] {
  return trail.map((one) => ({ ...toPage(one, drawn), pressure: one.pressure }));
}
