/**
 * The keyboard on the pages being read: a cross that draws a region, and a region moved and resized.
 *
 * The same machines as the pointer's, in states of their own. Arrows move (Shift: farther), Enter sets a
 * corner or settles, Alt with an arrow resizes. test/unit/reading-stage.test.ts holds it to that.
 */
import type { PageId, RegionId } from "../../../shared/base/ids.ts";
import { areaAround, cornersOnPage, type Outline } from "../../../shared/geometry/polygon.ts";
import { type PagePoint, type Point, pagePoint } from "../../../shared/geometry/rect.ts";
import {
  type DrawnPage,
  fromPage,
  ownSize,
  toPage,
  wayOnPage,
} from "../../../shared/geometry/turned-page.ts";
import {
  idleOutline,
  type OutlineInput,
  type OutlineState,
  outlineSoFar,
  stepOutline,
} from "../../tools/outline-tool.ts";
import { idleRegion, type RegionInput, regionSoFar, stepRegion } from "../../tools/region-tool.ts";
import {
  idleReshape,
  type ReshapeInput,
  reshapedSoFar,
  stepReshape,
} from "../../tools/reshape-tool.ts";
import { gripOnPage } from "./region-hit.ts";
import { noDraft, type PageInView, type StagePort } from "./stage-port.ts";

export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type KeysAt =
  | "nothing"
  | "aiming"
  | "stretching"
  | "outlining"
  | "reshaping"
  | "reshapingOutline";

/** One press of an arrow, and with Shift. Screen pixels. */
const arrowPx = 12;
const longArrowPx = 60;

const arrows: { readonly [key: string]: Point } = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The corner that moves when a region is stretched: bottom right as it is seen. */
const farCorner = { x: 1, y: 1 } as const;
const unit = { x: 0, y: 0, w: 1, h: 1 } as const;

/** A step of so many pixels on the screen as a step in fractions of the page. */
function stepOnPage(drawn: DrawnPage, px: Point): { readonly dx: number; readonly dy: number } {
  const way = wayOnPage(px, drawn.turn);
  const own = ownSize(drawn);
  return { dx: way.x / own.w, dy: way.y / own.h };
}

export type StageKeys = ReturnType<typeof createStageKeys>;

export function createStageKeys(port: StagePort) {
  let region = idleRegion;
  let reshape = idleReshape;
  let page: PageId | undefined;
  let taken: RegionId | undefined;
  let outline: OutlineState = idleOutline;
  /** The corners of the outline in hand, and which of them the arrows move; the whole without one. */
  let inHand: { readonly outline: Outline; readonly corner: number | undefined } | undefined;

  const current = (): PageInView | undefined => port.pages().find((one) => one.page === page);
  const at = (): KeysAt => {
    if (taken !== undefined) return inHand ? "reshapingOutline" : "reshaping";
    if (outline.at === "corners") return "outlining";
    return region.at === "aiming" || region.at === "stretching" ? region.at : "nothing";
  };

  function show(): void {
    const rect = regionSoFar(region);
    const shaped = reshapedSoFar(reshape);
    if (page === undefined) return port.show(noDraft);
    if (outline.at === "corners") {
      const points = outlineSoFar(outline) ?? [];
      const aim = { page, point: outline.next };
      return port.show({ outline: { page, points, corners: true }, aim });
    }
    const corner = inHand?.corner;
    const corners = shaped && cornersOnPage({ rect: shaped, outline: inHand?.outline });
    const aimed = corner === undefined ? undefined : corners?.[corner];
    port.show({
      ...(aimed && { aim: { page, point: aimed } }),
      ...(rect && { region: { page, rect } }),
      ...(region.at === "aiming" && { aim: { page, point: region.point } }),
      ...(taken &&
        shaped && { reshape: { region: taken, rect: shaped, outline: inHand?.outline } }),
    });
  }

  function reset(): void {
    region = idleRegion;
    reshape = idleReshape;
    outline = idleOutline;
    inHand = undefined;
    page = undefined;
    taken = undefined;
  }

  function doOutline(input: OutlineInput, on: PageId): void {
    const [next, effect] = stepOutline(outline, input);
    outline = next;
    if (effect?.do !== "add-area") return;
    reset();
    port.addRegion({ page: on, ...effect.area });
  }

  function doRegion(input: RegionInput, on: PageId): void {
    const [next, effect] = stepRegion(region, input);
    region = next;
    if (effect?.do !== "add-region") return;
    reset();
    port.addRegion({ page: on, rect: effect.rect });
  }

  function doReshape(input: ReshapeInput, id: RegionId): void {
    const [next, effect] = stepReshape(reshape, input);
    reshape = next;
    if (effect) port.reshape(id, effect.rect);
  }

  /** Moves the cross; where it stands at the page's edge already, over to the page beside it. */
  function moveAim(on: PageInView, dx: number, dy: number): void {
    const before = region;
    doRegion({ is: "nudge", ...stepOnPage(on.drawn, { x: dx, y: dy }) }, on.page);
    if (before.at !== "aiming" || region.at !== "aiming") return;
    if (before.point.x !== region.point.x || before.point.y !== region.point.y) return;
    const pages = port.pages();
    const other =
      pages[pages.findIndex((one) => one.page === on.page) + (dx > 0 || dy > 0 ? 1 : -1)];
    if (!other) return;
    const across = Math.abs(other.drawn.x - on.drawn.x) > Math.abs(other.drawn.y - on.drawn.y);
    if (across !== (dx !== 0)) return;
    const { x, y } = fromPage(region.point, { ...unit, turn: on.drawn.turn });
    page = other.page;
    const seen = across ? { x: 1 - x, y } : { x, y: 1 - y };
    region = { at: "aiming", point: toPage(seen, { ...unit, turn: other.drawn.turn }) };
  }

  function move(on: PageInView, way: Point, { shiftKey, altKey }: PressedKey): void {
    const px = shiftKey ? longArrowPx : arrowPx;
    const dx = way.x * px;
    const dy = way.y * px;
    const step = stepOnPage(on.drawn, { x: dx, y: dy });
    if (outline.at === "corners") return doOutline({ is: "nudge", ...step }, on.page);
    if (taken === undefined) return moveAim(on, dx, dy);
    if (inHand?.corner !== undefined) return moveCorner(inHand.outline, inHand.corner, step);
    const grip = altKey ? gripOnPage(farCorner, on.drawn.turn) : "whole";
    doReshape({ is: "nudge", ...step, grip }, taken);
  }

  function moveCorner(of: Outline, corner: number, by: { dx: number; dy: number }): void {
    const rect = reshapedSoFar(reshape);
    const corners = rect && cornersOnPage({ rect, outline: of });
    const from = corners?.[corner];
    if (!corners || !from || taken === undefined) return;
    const area = areaAround(corners.with(corner, pagePoint(from.x + by.dx, from.y + by.dy)));
    doReshape({ is: "take", rect: area.rect }, taken);
    inHand = { outline: area.outline ?? of, corner };
  }

  /** The corner after the one in hand, and after the last one the whole again. */
  function nextCorner(of: Outline, corner: number | undefined): void {
    const next = corner === undefined ? 0 : corner + 1;
    inHand = { outline: of, corner: next < of.length ? next : undefined };
  }

  function settle(on: PageInView): void {
    if (outline.at === "corners") return doOutline({ is: "corner" }, on.page);
    if (taken === undefined) return doRegion({ is: "corner" }, on.page);
    const rect = reshapedSoFar(reshape);
    if (inHand && rect) port.redraw(taken, { page: on.page, rect, outline: inHand.outline });
    else doReshape({ is: "settle" }, taken);
    reset();
  }

  return {
    at,
    /** Puts the cross on a page, to draw a region from there. */
    aim(on: PageId, point: PagePoint): void {
      reset();
      page = on;
      // A line that follows the hand has no keys: with them it goes from corner to corner.
      if (port.shape() === "box") doRegion({ is: "aim", point }, on);
      else doOutline({ is: "aim", point }, on);
      show();
    },
    /** Takes hold of a region, to move and resize it. */
    take(id: RegionId): void {
      const on = port.pages().find(({ regions }) => regions.some((mark) => mark.id === id));
      const mark = on?.regions.find((one) => one.id === id);
      if (!on || !mark) return;
      reset();
      page = on.page;
      taken = id;
      if (mark.outline) inHand = { outline: mark.outline, corner: undefined };
      doReshape({ is: "take", rect: mark.rect }, id);
      show();
    },
    /** True if the key belonged to what is being done by keyboard. */
    press(event: PressedKey): boolean {
      const on = current();
      if (!on || at() === "nothing") return false;
      const way = arrows[event.key];
      if (way) move(on, way, event);
      else if (event.key === "Enter" || event.key === " ") settle(on);
      else if (inHand && event.key.toLowerCase() === "n") {
        nextCorner(inHand.outline, inHand.corner);
      } else if (outline.at === "corners" && event.key === "Backspace") {
        doOutline({ is: "back" }, on.page);
      } else return false;
      show();
      return true;
    },
    /** True if there was something half done to take back. */
    cancel(): boolean {
      if (at() === "nothing") return false;
      reset();
      show();
      return true;
    },
  };
}
