/** Outlining a region: corner after corner, or one line, on a page of 400 x 500 pixels. */
import { describe, expect, test } from "vitest";
import {
  idleOutline,
  type OutlineEffect,
  type OutlineInput,
  type OutlineState,
  outlineSoFar,
  stepOutline,
} from "../../client/tools/outline-tool.ts";
import { cornersOnPage, isWithin, mostCorners } from "../../shared/geometry/polygon.ts";
import { pagePoint } from "../../shared/geometry/rect.ts";

const sight = { unit: { w: 400, h: 500 }, reachPx: 9 };

function run(inputs: readonly OutlineInput[]): readonly [OutlineState, readonly OutlineEffect[]] {
  let state = idleOutline;
  const done: OutlineEffect[] = [];
  for (const input of inputs) {
    const [next, effect] = stepOutline(state, input);
    state = next;
    if (effect) done.push(effect);
  }
  return [state, done];
}

const click = (x: number, y: number): OutlineInput[] => [
  { is: "press", by: "polygon", point: pagePoint(x, y) },
  { is: "lift", point: pagePoint(x, y), sight },
];
const corners = (effect: OutlineEffect | undefined): unknown =>
  effect?.do === "add-area" && cornersOnPage(effect.area)?.map(({ x, y }) => [round(x), round(y)]);
const round = (n: number): number => Math.round(n * 1000) / 1000;

const three = [...click(0.2, 0.2), ...click(0.6, 0.2), ...click(0.6, 0.5)];
const triangle = [
  [0.2, 0.2],
  [0.6, 0.2],
  [0.6, 0.5],
];

describe("corner after corner", () => {
  test("a double click, the first corner and Enter close it alike", () => {
    for (const end of [click(0.605, 0.5), click(0.2, 0.21), [{ is: "close" } as const]]) {
      const [state, done] = run([...three, ...end]);
      expect(state).toEqual(idleOutline);
      expect(done.map(corners)).toEqual([triangle]);
    }
  });

  test("two corners enclose nothing: they are not closed, however often the last is set", () => {
    const [state, done] = run([
      ...click(0.2, 0.2),
      ...click(0.6, 0.2),
      ...click(0.6, 0.2),
      { is: "close" },
    ]);
    expect(done).toEqual([]);
    expect(state.at === "corners" && state.points).toHaveLength(2);
  });

  test("a corner stands where the pointer lifts, not where it came down", () => {
    const [state] = run([
      { is: "press", by: "polygon", point: pagePoint(0.1, 0.1) },
      { is: "move", point: pagePoint(0.3, 0.3), sight },
      { is: "lift", point: pagePoint(0.3, 0.4), sight },
    ]);
    expect(state.at === "corners" && state.points).toEqual([pagePoint(0.3, 0.4)]);
  });

  test("the way to the next corner shows; back takes the last one away, cancel all", () => {
    const [state] = run([...three, { is: "move", point: pagePoint(0.2, 0.5), sight }]);
    expect(outlineSoFar(state)?.at(-1)).toEqual(pagePoint(0.2, 0.5));
    const [shorter] = stepOutline(state, { is: "back" });
    expect(outlineSoFar(shorter)).toHaveLength(3);
    expect(stepOutline(state, { is: "cancel" })).toEqual([idleOutline]);
  });

  test("by keys: Enter sets a corner, a second Enter in one place closes", () => {
    const step = (dx: number, dy: number): OutlineInput[] => [
      { is: "nudge", dx, dy },
      { is: "corner" },
    ];
    const [state, done] = run([
      { is: "aim", point: pagePoint(0.2, 0.2) },
      { is: "corner" },
      ...step(0.4, 0),
      ...step(0, 0.3),
      { is: "corner" },
    ]);
    expect(state).toEqual(idleOutline);
    expect(done.map(corners)).toEqual([triangle]);
  });

  test("there is an end to corners", () => {
    const many = Array.from({ length: mostCorners }, (_, i) =>
      click(0.1 + 0.004 * i, 0.1 + 0.4 * (i % 2)),
    ).flat();
    const [state, done] = run(
      many.map((input) =>
        "sight" in input ? { ...input, sight: { ...sight, reachPx: 1 } } : input,
      ),
    );
    expect(state).toEqual(idleOutline);
    expect(done).toHaveLength(1);
  });
});

describe("one line", () => {
  const round360 = Array.from({ length: 3000 }, (_, i): OutlineInput => {
    const at = (i / 3000) * 2 * Math.PI;
    const wave = 0.2 + 0.02 * Math.sin(at * 60);
    const point = pagePoint(0.5 + wave * Math.cos(at), 0.5 + wave * Math.sin(at));
    return { is: "move", point, sight: { ...sight, unit: { w: 4000, h: 5000 } } };
  });
  const from: OutlineInput = { is: "press", by: "free", point: pagePoint(0.7, 0.5) };

  test("is thinned to what can be kept, and encloses what it went round", () => {
    const lift: OutlineInput = { is: "lift", point: pagePoint(0.7, 0.5), sight };
    const [, done] = run([from, ...round360, lift]);
    const [effect] = done;
    const drawn = effect?.do === "add-area" ? (cornersOnPage(effect.area) ?? []) : [];
    expect(drawn.length).toBeGreaterThan(20);
    expect(drawn.length).toBeLessThanOrEqual(mostCorners);
    expect(isWithin(drawn, { x: 0.5, y: 0.5 })).toBe(true);
    expect(isWithin(drawn, { x: 0.31, y: 0.31 })).toBe(false);
  });

  test("under a word it frames the word's foot; a click chooses what is there", () => {
    const to = (x: number): OutlineInput => ({ is: "move", point: pagePoint(x, 0.5), sight });
    const lift: OutlineInput = { is: "lift", point: pagePoint(0.9, 0.5), sight };
    const [, framed] = run([from, to(0.8), to(0.9), lift]);
    expect(framed).toEqual([
      {
        do: "add-area",
        area: { rect: { x: 0.7, y: 0.494, w: expect.closeTo(0.2), h: expect.closeTo(0.012) } },
      },
    ]);
    const [, chose] = run([from, { is: "lift", point: pagePoint(0.7, 0.5), sight }]);
    expect(chose).toEqual([{ do: "select-at", point: pagePoint(0.7, 0.5) }]);
  });
});
