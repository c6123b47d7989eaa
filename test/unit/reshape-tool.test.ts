import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastRegion } from "../../client/tools/region-tool.ts";
import {
  type Grip,
  idleReshape,
  type ReshapeInput,
  type ReshapeState,
  stepReshape,
} from "../../client/tools/reshape-tool.ts";
import { type PageRect, pagePoint, pageRect } from "../../shared/geometry/rect.ts";

const rect = pageRect(0.2, 0.2, 0.3, 0.2);

function pull(grip: Grip, dx: number, dy: number): PageRect | undefined {
  const from = pagePoint(0.5, 0.5);
  const inputs: ReshapeInput[] = [
    { is: "press", grip, point: from, rect },
    { is: "move", point: pagePoint(0.5 + dx / 2, 0.5 + dy / 2) },
    { is: "lift", point: pagePoint(0.5 + dx, 0.5 + dy) },
  ];
  return run(inputs).reshaped;
}

function run(inputs: readonly ReshapeInput[]): { state: ReshapeState; reshaped?: PageRect } {
  let state = idleReshape;
  let reshaped: PageRect | undefined;
  for (const input of inputs) {
    const [next, effect] = stepReshape(state, input);
    state = next;
    if (effect) reshaped = effect.rect;
  }
  return { state, ...(reshaped && { reshaped }) };
}

describe("reshaping a region", () => {
  test("a corner moves two sides, a side moves one, the middle moves all", () => {
    expect(pull({ x: 1, y: 1 }, 0.1, 0.1)?.w).toBeCloseTo(0.4);
    expect(pull({ x: -1, y: -1 }, 0.1, 0.05)?.x).toBeCloseTo(0.3);
    expect(pull({ x: -1, y: -1 }, 0.1, 0.05)?.h).toBeCloseTo(0.15);
    expect(pull({ x: 0, y: 1 }, 0.4, 0.1)?.w).toBeCloseTo(0.3);
    const moved = pull("whole", 0.1, -0.1);
    expect(moved?.x).toBeCloseTo(0.3);
    expect(moved?.y).toBeCloseTo(0.1);
    expect(moved?.w).toBeCloseTo(0.3);
  });

  test("wherever it is pulled it stays on the page, and stays large enough to touch", () => {
    const grip = fc.oneof(
      fc.constant("whole" as const),
      fc.record({ x: fc.constantFrom(-1, 0, 1), y: fc.constantFrom(-1, 0, 1) } as const),
    );
    const by = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(grip, by, by, (how, dx, dy) => {
        const after = pull(how as Grip, dx, dy) ?? rect;
        expect(after.x).toBeGreaterThanOrEqual(0);
        expect(after.y).toBeGreaterThanOrEqual(0);
        expect(after.x + after.w).toBeLessThanOrEqual(1 + 1e-9);
        expect(after.y + after.h).toBeLessThanOrEqual(1 + 1e-9);
        expect(after.w).toBeGreaterThanOrEqual(leastRegion - 1e-9);
        expect(after.h).toBeGreaterThanOrEqual(leastRegion - 1e-9);
      }),
    );
  });

  test("a press that moves nothing changes nothing, and Escape takes it back", () => {
    expect(pull({ x: 1, y: 1 }, 0, 0)).toBeUndefined();
    const cancelled = run([
      { is: "press", grip: "whole", point: pagePoint(0.5, 0.5), rect },
      { is: "move", point: pagePoint(0.7, 0.7) },
      { is: "cancel" },
      { is: "lift", point: pagePoint(0.7, 0.7) },
    ]);
    expect(cancelled).toEqual({ state: idleReshape });
  });

  test("by keyboard the arrows move it, with Alt they resize it, and Enter keeps it", () => {
    const { reshaped, state } = run([
      { is: "take", rect },
      { is: "nudge", dx: 0.1, dy: 0, grip: "whole" },
      { is: "nudge", dx: 0, dy: 0.1, grip: { x: 1, y: 1 } },
      { is: "settle" },
    ]);
    expect(reshaped?.x).toBeCloseTo(0.3);
    expect(reshaped?.h).toBeCloseTo(0.3);
    expect(state).toEqual(idleReshape);
  });
});
