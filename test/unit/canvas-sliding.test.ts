import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Camera } from "../../client/canvas/camera.ts";
import { createSliding } from "../../client/canvas/sliding.ts";

const page = new EventTarget();
beforeAll(() => {
  vi.stubGlobal("devicePixelRatio", 1);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
});
afterAll(() => void vi.unstubAllGlobals());

/** As much of two elements as sliding touches. */
function setUp() {
  const scroll = { x: 0, y: 0 };
  const attributes = new Set<string>();
  const style = { transform: "" };
  const slide = Object.assign(new EventTarget(), {
    hasAttribute: (name: string) => attributes.has(name),
    toggleAttribute: (name: string, on: boolean) =>
      void (on ? attributes.add(name) : attributes.delete(name)),
    scrollTo(x: number, y: number) {
      if (x < 0 || y < 0) throw new Error("scrolled out of its room");
      Object.assign(scroll, { x, y });
    },
  });
  const sliding = createSliding(slide as never, { style } as never);
  return {
    sliding,
    slides: () => attributes.has("data-slides"),
    isShielded: () => attributes.has("data-shielded"),
    slide,
    scroll,
    /** Where the board's origin is seen, and how large a unit. */
    seen() {
      const [x = 0, y = 0, scale = 0] = [...style.transform.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(
        Number,
      );
      return { x: x - scroll.x, y: y - scroll.y, scale };
    },
  };
}

const numbers = fc.double({ min: -30_000, max: 30_000, noNaN: true });
const cameras = fc.array(
  fc.record({ x: numbers, y: numbers, scale: fc.constantFrom(0.25, 1, 3) }),
  { minLength: 1, maxLength: 30 },
);

describe("the world in the view", () => {
  test("stands where the camera sees it, to whole pixels, however it came there", () => {
    fc.assert(
      fc.property(cameras, (all) => {
        const { sliding, seen } = setUp();
        for (const [i, camera] of all.entries()) {
          sliding.stand(camera, i * 16);
          const { x, y, scale } = seen();
          expect(scale).toBe(camera.scale);
          expect(Math.abs(x + camera.x * scale)).toBeLessThanOrEqual(0.51);
          expect(Math.abs(y + camera.y * scale)).toBeLessThanOrEqual(0.51);
        }
      }),
    );
  });

  test("is scrolled only while it is pushed, and stands still when that ends", () => {
    const { sliding, seen, slides, scroll } = setUp();
    const from: Camera = { x: 0, y: 0, scale: 2 };
    const to: Camera = { x: 20, y: -30, scale: 2 };
    expect(sliding.stand(from, 0)).toBe(false);
    expect(sliding.stand(to, 16)).toBe(true);
    expect(slides()).toBe(true);
    const pushed = seen();
    expect(sliding.stand(to, 1000)).toBe(false);
    expect([slides(), scroll]).toEqual([false, { x: 0, y: 0 }]);
    expect(seen()).toEqual(pushed);
  });

  test("is not scrolled while it is zoomed", () => {
    const { sliding, slides } = setUp();
    sliding.stand({ x: 0, y: 0, scale: 1 }, 0);
    sliding.stand({ x: 10, y: 0, scale: 1 }, 16);
    expect(sliding.stand({ x: 10, y: 0, scale: 1.1 }, 32)).toBe(false);
    expect(slides()).toBe(false);
  });

  test("hides what passes under the pointer while a wheel moves it, until that moves itself or both rest", () => {
    const { sliding, isShielded, slide } = setUp();
    const at = (x: number): Camera => ({ x, y: 0, scale: 1 });
    sliding.stand(at(0), 0);
    sliding.stand(at(10), 16);
    expect(isShielded()).toBe(false);

    sliding.wheeled();
    expect(sliding.stand(at(20), 32)).toBe(true);
    expect(isShielded()).toBe(true);
    slide.dispatchEvent(new Event("pointermove"));
    expect(isShielded()).toBe(false);

    sliding.wheeled();
    const end = at(30);
    sliding.stand(end, 48);
    expect(isShielded()).toBe(true);
    expect(sliding.stand(end, 100)).toBe(true);
    expect(isShielded()).toBe(true);
    sliding.stand(end, 200);
    expect(isShielded()).toBe(false);
    expect(sliding.stand(end, 1000)).toBe(false);
  });
});
