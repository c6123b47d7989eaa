/**
 * The keyboard on the pages being read: a cross that draws a region, and a region moved and resized.
 *
 * The same machines as the pointer's, in states of their own. Arrows move (Shift: farther), Enter sets a
 * corner or settles, Alt with an arrow resizes. test/unit/reading-stage.test.ts holds it to that.
 */
import type { PageId, RegionId } from "../../../shared/base/ids.ts";
import { type PagePoint, type Point, pagePoint } from "../../../shared/geometry/rect.ts";
import { idleRegion, type RegionInput, regionSoFar, stepRegion } from "../../tools/region-tool.ts";
import {
  idleReshape,
  type ReshapeInput,
  reshapedSoFar,
  stepReshape,
} from "../../tools/reshape-tool.ts";
import { noDraft, type PageInView, type StagePort } from "./stage-port.ts";

export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type KeysAt = "nothing" | "aiming" | "stretching" | "reshaping";

/** One press of an arrow, and with Shift. Screen pixels. */
const arrowPx = 12;
const longArrowPx = 60;

const arrows: { readonly [key: string]: Point } = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export type StageKeys = ReturnType<typeof createStageKeys>;

export function createStageKeys(port: StagePort) {
  let region = idleRegion;
  let reshape = idleReshape;
  let page: PageId | undefined;
  let taken: RegionId | undefined;

  const current = (): PageInView | undefined => port.pages().find((one) => one.page === page);
  const at = (): KeysAt => {
    if (taken !== undefined) return "reshaping";
    return region.at === "aiming" || region.at === "stretching" ? region.at : "nothing";
  };

  function show(): void {
    const rect = regionSoFar(region);
    const shaped = reshapedSoFar(reshape);
    if (page === undefined) return port.show(noDraft);
    port.show({
      ...(rect && { region: { page, rect } }),
      ...(region.at === "aiming" && { aim: { page, point: region.point } }),
      ...(taken && shaped && { reshape: { region: taken, rect: shaped } }),
    });
  }

  function reset(): void {
    region = idleRegion;
    reshape = idleReshape;
    page = undefined;
    taken = undefined;
  }

  function doRegion(input: RegionInput, on: PageId): void {
    const [next, effect] = stepRegion(region, input);
    region = next;
    if (effect?.do !== "add-region") return;
    reset();
    port.addRegion(on, effect.rect);
  }

  function doReshape(input: ReshapeInput, id: RegionId): void {
    const [next, effect] = stepReshape(reshape, input);
    reshape = next;
    if (effect) port.reshape(id, effect.rect);
  }

  /** Moves the cross; where it stands at the page's edge already, over to the page beside it. */
  function moveAim(on: PageInView, dx: number, dy: number): void {
    const before = region;
    doRegion({ is: "nudge", dx: dx / on.drawn.w, dy: dy / on.drawn.h }, on.page);
    if (before.at !== "aiming" || region.at !== "aiming") return;
    if (before.point.x !== region.point.x || before.point.y !== region.point.y) return;
    const pages = port.pages();
    const other =
      pages[pages.findIndex((one) => one.page === on.page) + (dx > 0 || dy > 0 ? 1 : -1)];
    if (!other) return;
    const across = Math.abs(other.drawn.x - on.drawn.x) > Math.abs(other.drawn.y - on.drawn.y);
    if (across !== (dx !== 0)) return;
    const { x, y } = region.point;
    page = other.page;
    region = { at: "aiming", point: across ? pagePoint(1 - x, y) : pagePoint(x, 1 - y) };
  }

  function move(on: PageInView, way: Point, { shiftKey, altKey }: PressedKey): void {
    const px = shiftKey ? longArrowPx : arrowPx;
    const dx = way.x * px;
    const dy = way.y * px;
    if (taken === undefined) return moveAim(on, dx, dy);
    const { w, h } = on.drawn;
    doReshape({ is: "nudge", dx: dx / w, dy: dy / h, stretch: altKey }, taken);
  }

  function settle(on: PageInView): void {
    if (taken === undefined) return doRegion({ is: "corner" }, on.page);
    doReshape({ is: "settle" }, taken);
    reset();
  }

  return {
    at,
    /** Puts the cross on a page, to draw a region from there. */
    aim(on: PageId, point: PagePoint): void {
      reset();
      page = on;
      doRegion({ is: "aim", point }, on);
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
      else return false;
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
