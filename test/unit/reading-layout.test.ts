import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rectToScreen } from "../../client/canvas/camera.ts";
import type { RegionMark } from "../../client/canvas/page-marks.ts";
import { beside } from "../../client/papers/reading/beside.ts";
import { fittedTo, keptOver, layoutPaper } from "../../client/papers/reading/paper-layout.ts";
import { papersInOrder, stillInOrder } from "../../client/papers/reading/reading-order.ts";
import { gripAt, regionAt } from "../../client/papers/reading/region-hit.ts";
import { tierFor } from "../../client/papers/reading/tiers.ts";
import type { BlobHash, PageId, PaperId } from "../../shared/base/ids.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { contains, intersects, pageRect } from "../../shared/geometry/rect.ts";
import type { Page } from "../../shared/papers/papers.ts";
import { inventBoard } from "../fixtures/board.ts";

const insets = { top: 16, right: 20, bottom: 72, left: 84 };
const wide = { w: 982, h: 704 };
const tall = { w: 820, h: 760 };

function page(id: string, w = 1700, h = 2200): Page {
  const tiers = [200, 640, 1275, w].map((width) => ({
    w: width,
    h: Math.round((width * h) / w),
    hash: `${width}` as BlobHash,
  }));
  return {
    id: id as PageId,
    paper: "p" as PaperId,
    order: id,
    size: { w, h },
    turn: 0,
    tiers,
    covered: false,
    leftOut: false,
    transcript: "",
    alt: "",
  };
}

describe("the pages of a paper before a reader", () => {
  test("two pages lie side by side on a wide screen and one under the other on a narrow one", () => {
    const pages = [page("a"), page("b")];
    const [, right] = [...layoutPaper(pages, wide).pages.values()];
    const [, below] = [...layoutPaper(pages, { w: 400, h: 900 }).pages.values()];
    expect(right?.y).toBe(0);
    expect(below?.x).toBe(0);
    expect(below?.y).toBeGreaterThan(2200);
  });

  test("pages never overlap, and a page scanned smaller is shown as wide as the others", () => {
    const { pages } = layoutPaper([page("a"), page("b", 850, 1100), page("c", 2200, 1700)], wide);
    const rects = [...pages.values()];
    expect(rects.map(({ w }) => w)).toEqual([1700, 1700, 1700]);
    rects.forEach((a, i) => {
      for (const b of rects.slice(i + 1)) expect(intersects(a, b)).toBe(false);
    });
  });

  test("fit page shows all of it clear of the bars; fit width fills the width", () => {
    const layout = layoutPaper([page("a")], wide);
    const whole = rectToScreen(fittedTo("page", layout, wide, insets), layout.bounds);
    expect(whole.x).toBeGreaterThanOrEqual(insets.left - 0.01);
    expect(whole.y + whole.h).toBeLessThanOrEqual(wide.h - insets.bottom + 0.01);
    const across = rectToScreen(fittedTo("width", layout, wide, insets), layout.bounds);
    expect(across.w).toBeCloseTo(wide.w - insets.left - insets.right);
    expect(across.y).toBeCloseTo(insets.top);
  });

  test("however it is pushed and zoomed, the paper stays in view", () => {
    const number = fc.double({ min: -1e5, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.double({ min: 0.05, max: 4, noNaN: true }), (x, y, scale) => {
        const layout = layoutPaper([page("a"), page("b")], tall);
        const kept = keptOver(layout, { x, y, scale }, tall, insets);
        const box = rectToScreen(kept, layout.bounds);
        expect(kept.scale).toBe(scale);
        const room = {
          x: insets.left,
          y: insets.top,
          w: tall.w - insets.left - insets.right,
          h: tall.h - insets.top - insets.bottom,
        };
        expect(intersects(box, room)).toBe(true);
        const middle = { x: room.x + room.w / 2, y: room.y + room.h / 2 };
        // Rounding may leave the middle on the paper's very edge.
        const grown = { x: box.x - 1e-6, y: box.y - 1e-6, w: box.w + 2e-6, h: box.h + 2e-6 };
        expect(contains(grown, middle)).toBe(true);
      }),
    );
  });
});

describe("the image of a page", () => {
  test("is the smallest that is sharp on this screen, and never none", () => {
    const one = page("a");
    expect(tierFor(one, 180, 1)?.w).toBe(200);
    expect(tierFor(one, 180, 2)?.w).toBe(640);
    expect(tierFor(one, 1275, 1)?.w).toBe(1275);
    expect(tierFor(one, 5000, 2)?.w).toBe(1700);
  });

  test("a little softness is not worth four times the memory", () => {
    expect(tierFor(page("a"), 700, 1)?.w).toBe(640);
  });
});

describe("what is read next", () => {
  test("papers follow each other as they lie: unsorted first, then pile by pile", () => {
    const view = readBoard(inventBoard({}, 7).doc);
    const order = papersInOrder(view);
    expect(order).toHaveLength(view.papers.size);
    expect(new Set(order).size).toBe(order.length);
    expect(order.slice(0, view.sorted.unsorted.length)).toEqual(view.sorted.unsorted);
  });

  test("sending the open paper to a pile changes nothing about what comes next", () => {
    const [a, b, c, d] = ["a", "b", "c", "d"] as PaperId[] as [PaperId, PaperId, PaperId, PaperId];
    expect(stillInOrder([a, b, c], [a, c, b])).toEqual([a, b, c]);
    expect(stillInOrder([a, b, c], [a, c])).toEqual([a, c]);
    expect(stillInOrder([a, b], [d, a, b])).toEqual([a, b, d]);
  });
});

describe("a panel beside a region", () => {
  const window = { x: 0, y: 0, w: 1366, h: 768 };
  const panel = { w: 352, h: 336 };

  test("stands to the right, else to the left, never over the region while there is room", () => {
    const left = { x: 200, y: 300, w: 100, h: 80 };
    expect(beside(left, panel, window).x).toBe(312);
    const right = { x: 1100, y: 300, w: 200, h: 80 };
    expect(beside(right, panel, window).x).toBe(1100 - 12 - 352);
  });

  test("stays in the window wherever the region is", () => {
    const size = fc.integer({ min: 1, max: 1300 });
    const at = fc.integer({ min: -300, max: 1500 });
    fc.assert(
      fc.property(at, at, size, size, (x, y, w, h) => {
        const { x: px, y: py } = beside({ x, y, w, h }, panel, window);
        expect(px).toBeGreaterThanOrEqual(8);
        expect(py).toBeGreaterThanOrEqual(8);
        expect(px + panel.w).toBeLessThanOrEqual(window.w - 8);
        expect(py + panel.h).toBeLessThanOrEqual(window.h - 8);
      }),
    );
  });
});

describe("what lies under a point of a page", () => {
  const drawn = { x: 100, y: 100, w: 400, h: 500, turn: 0 } as const;
  const region = (id: string, x: number, y: number, w: number, h: number): RegionMark => ({
    id,
    rect: pageRect(x, y, w, h),
    stances: [],
    index: 1,
  });

  test("a region inside another can be reached, and a hand may miss by a little", () => {
    const all = [region("outer", 0.1, 0.1, 0.8, 0.8), region("inner", 0.4, 0.4, 0.1, 0.1)];
    expect(regionAt(all, { x: 275, y: 310 }, drawn, 3)?.id).toBe("inner");
    expect(regionAt(all, { x: 240, y: 310 }, drawn, 3)?.id).toBe("outer");
    expect(regionAt(all, { x: 138, y: 310 }, drawn, 3)?.id).toBe("outer");
    expect(regionAt(all, { x: 120, y: 310 }, drawn, 3)).toBeUndefined();
  });

  test("corners come before sides, sides before the middle", () => {
    const frame = { x: 0, y: 0, w: 100, h: 60 };
    expect(gripAt(frame, { x: 98, y: 62 }, 9)).toEqual({ x: 1, y: 1 });
    expect(gripAt(frame, { x: 50, y: -4 }, 9)).toEqual({ x: 0, y: -1 });
    expect(gripAt(frame, { x: 50, y: 30 }, 9)).toBe("whole");
    expect(gripAt(frame, { x: 150, y: 30 }, 9)).toBeUndefined();
  });
});
