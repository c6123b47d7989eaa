import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createScene, type Scene, type SceneItem } from "../../client/canvas/scene.ts";
import { contains, intersects, type Rect } from "../../shared/geometry/rect.ts";

const content = {};
const item = (id: string, rect: Rect, more: Partial<SceneItem> = {}): SceneItem => ({
  id,
  kind: "paper",
  rect,
  layer: 1,
  order: "",
  content,
  ...more,
});
/** Puts these into the scene and takes out all others. */
function set(scene: Scene<SceneItem>, items: readonly SceneItem[]) {
  const stay = new Set(items.map(({ id }) => id));
  const gone = [...scene.all()].map(({ id }) => id).filter((id) => !stay.has(id));
  return scene.apply({ put: items, gone });
}
const square = (x: number, y: number): Rect => ({ x, y, w: 10, h: 10 });

describe("the scene", () => {
  test("says what came, what changed and what went", () => {
    const scene = createScene();
    set(scene, [item("a", square(0, 0)), item("b", square(20, 0))]);
    const change = set(scene, [item("a", square(0, 0)), item("c", square(40, 0))]);
    expect(change?.added.map(({ id }) => id)).toEqual(["c"]);
    expect(change?.removed.map(({ id }) => id)).toEqual(["b"]);
    expect(change?.changed).toEqual([]);
  });

  test("the same things again are no change, even as new objects", () => {
    const scene = createScene();
    set(scene, [item("a", square(0, 0))]);
    expect(set(scene, [item("a", square(0, 0))])).toBeUndefined();
  });

  test("of things over one another the higher layer is on top, then the greater order", () => {
    const scene = createScene();
    set(scene, [
      item("note", square(0, 0), { layer: 10 }),
      item("second", square(4, 4), { order: "b" }),
      item("first", square(2, 2), { order: "a" }),
    ]);
    expect(scene.at({ x: 5, y: 5 }).map(({ id }) => id)).toEqual(["note", "second", "first"]);
  });

  test("what is neither put nor gone stays, at no cost", () => {
    const scene = createScene();
    set(scene, [item("a", square(0, 0)), item("b", square(20, 0))]);
    const change = scene.apply({ put: [item("b", square(30, 0))], gone: [] });
    expect(change?.changed.map(([{ id }]) => id)).toEqual(["b"]);
    expect(scene.get("a")).toBeDefined();
    expect(scene.bounds()).toEqual({ x: 0, y: 0, w: 40, h: 10 });
  });

  test("a thing that moved is found where it is, not where it was", () => {
    const scene = createScene();
    set(scene, [item("a", square(0, 0))]);
    set(scene, [item("a", square(100, 100))]);
    expect(scene.at({ x: 5, y: 5 })).toEqual([]);
    expect(scene.at({ x: 105, y: 105 })).toHaveLength(1);
  });

  test("finds the same as looking at every thing, through any row of changes", () => {
    const rect = fc.record({
      x: fc.integer({ min: 0, max: 200 }),
      y: fc.integer({ min: 0, max: 200 }),
      w: fc.integer({ min: 1, max: 40 }),
      h: fc.integer({ min: 1, max: 40 }),
    });
    const boards = fc.array(
      fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), rect),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(boards, rect, (steps, window) => {
        const scene = createScene();
        for (const step of steps)
          set(
            scene,
            Object.entries(step).map(([id, at]) => item(id, at)),
          );
        const last = Object.entries(steps.at(-1) ?? {});
        const ids = (of: Iterable<{ id: string }>): string[] =>
          Array.from(of, ({ id }) => id).toSorted();
        expect(ids(scene.within(window))).toEqual(
          last.flatMap(([id, at]) => (intersects(at, window) ? [id] : [])).toSorted(),
        );
        const found = scene.within(window).length;
        expect(scene.countWithin(window, 100)).toBe(found);
        expect(scene.countWithin(window, 2)).toBe(Math.min(found, 3));
        expect(ids(scene.at(window))).toEqual(
          last.flatMap(([id, at]) => (contains(at, window) ? [id] : [])).toSorted(),
        );
      }),
    );
  });

  test("hundreds of changes at once leave nothing behind", () => {
    const scene = createScene();
    const many = (dx: number) =>
      Array.from({ length: 300 }, (_, i) => item(`i${i}`, square(dx + i * 12, 0)));
    set(scene, many(0));
    set(scene, many(10_000));
    expect(scene.within({ x: 0, y: 0, w: 9000, h: 20 })).toEqual([]);
    expect(scene.within({ x: 10_000, y: 0, w: 9000, h: 20 })).toHaveLength(300);
  });
});
