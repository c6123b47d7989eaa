import { describe, expect, test } from "vitest";
import { columnsFor } from "../../client/papers/compare/compare-grid.ts";
import { lockCameras } from "../../client/papers/compare/locked-cameras.ts";
import { layoutPaper } from "../../client/papers/reading/paper-layout.ts";
import { createReadingCamera } from "../../client/papers/reading/reading-camera.ts";
import type { PageId, PaperId } from "../../shared/base/ids.ts";
import type { Page } from "../../shared/papers/papers.ts";

const insets = { top: 12, right: 12, bottom: 12, left: 12 };
const pane = { w: 500, h: 600 };

/** A view of one page of a scan of this size, whole in its pane. */
function viewOf(w: number, h: number) {
  const id = `${w}` as PageId;
  const paper = "p" as PaperId;
  const page: Page = {
    id,
    paper,
    order: "a0",
    size: { w, h },
    turn: 0,
    tiers: [],
    covered: false,
    leftOut: false,
    transcript: "",
    alt: "",
  };
  const camera = createReadingCamera(() => true, insets);
  camera.lay(layoutPaper([page], pane), pane);
  return camera;
}

/** Three papers, one of them scanned at half the resolution, moved as one while `locked.now`. */
function compared() {
  const locked = { now: true };
  const cameras = [viewOf(1700, 2200), viewOf(850, 1100), viewOf(1700, 2200)] as const;
  const lock = lockCameras(cameras, () => locked.now);
  const shown = () => cameras.map((camera) => camera.shown());
  return { cameras, locked, lock, shown };
}

const rounded = (at: { x: number; y: number; w: number } | undefined) =>
  at && [at.x, at.y, at.w].map((value) => Math.round(value * 100) / 100);

describe("papers that move as one", () => {
  test("are shown at the same place and as wide, whatever their scans' resolutions, zoomed by any of them", () => {
    const { cameras, shown } = compared();
    const before = rounded(shown()[0]);
    cameras[1].zoomBy(3, { x: 80, y: 40 });
    cameras[2].pan({ x: -90, y: -60 });
    const now = shown().map(rounded);
    expect(now[0]).not.toEqual(before);
    expect(now).toEqual([now[0], now[0], now[0]]);
  });

  test("each follow a fit to the page, and go on following their pane", () => {
    const { cameras, shown } = compared();
    cameras[0].zoomBy(4);
    cameras[2].fit("page");
    expect(cameras.map((camera) => camera.standing.get().fit)).toEqual(["page", "page", "page"]);
    expect(shown().map(rounded)).toEqual(Array(3).fill(rounded(shown()[2])));
  });

  test("unlocked move alone, and locked again stand as the one that leads", () => {
    const { cameras, locked, lock, shown } = compared();
    locked.now = false;
    const before = rounded(shown()[1]);
    cameras[0].zoomBy(2);
    expect(rounded(shown()[1])).toEqual(before);
    lock.follow(cameras[0]);
    expect(shown().map(rounded)).toEqual(Array(3).fill(rounded(shown()[0])));
  });

  test("are let go for good", () => {
    const { cameras, lock, shown } = compared();
    lock.stop();
    const before = rounded(shown()[1]);
    cameras[0].zoomBy(2);
    expect(rounded(shown()[1])).toEqual(before);
  });
});

describe("papers side by side", () => {
  const letter = 11 / 8.5;
  test.each([
    ["two on a laptop", 2, { w: 1270, h: 680 }, letter, 2],
    ["four on a laptop", 4, { w: 1270, h: 680 }, letter, 4],
    ["four on a tablet held upright", 4, { w: 724, h: 1090 }, letter, 2],
    ["three on a tablet held upright", 3, { w: 724, h: 1090 }, letter, 2],
    ["two wide strips on a laptop, one under the other", 2, { w: 1270, h: 680 }, 0.3, 1],
  ])("stand as large as can be: %s", (_what, count, room, shape, columns) => {
    expect(columnsFor(count, room, shape)).toBe(columns);
  });
});
