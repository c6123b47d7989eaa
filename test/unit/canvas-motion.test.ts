import { describe, expect, test } from "vitest";
import { createMotion } from "../../client/canvas/motion.ts";

const gliding = () => createMotion({ still: () => false });
/** Lets `ms` pass in frames of a sixtieth of a second. */
function pass(motion: ReturnType<typeof gliding>, ms: number, fromMs = 0): void {
  for (let now = fromMs; now <= fromMs + ms; now += 1000 / 60) motion.step(now);
}

describe("motion on the table", () => {
  test("a thing that is new is shown at home at once", () => {
    const motion = gliding();
    motion.place("a", { x: 10, y: 20 });
    expect(motion.at("a")).toEqual({ x: 10, y: 20 });
  });

  test("a thing with a new home glides there and comes to rest", () => {
    const motion = gliding();
    motion.place("a", { x: 0, y: 0 });
    motion.step(0);
    motion.place("a", { x: 100, y: 0 });
    pass(motion, 60);
    const x = motion.at("a")?.x ?? 0;
    expect(x).toBeGreaterThan(20);
    expect(x).toBeLessThan(90);
    pass(motion, 600, 60);
    expect(motion.at("a")).toEqual({ x: 100, y: 0 });
    expect(motion.isMoving()).toBe(false);
  });

  test("my own drag is under my hand at once", () => {
    const motion = gliding();
    motion.place("a", { x: 0, y: 0 });
    motion.hold("a", { x: 40, y: 5 }, "at once");
    expect(motion.at("a")).toEqual({ x: 40, y: 5 });
  });

  test("dropped at a new home it goes there from the hand, never back first", () => {
    const motion = gliding();
    motion.place("a", { x: 0, y: 0 });
    motion.step(0);
    motion.hold("a", { x: 90, y: 0 }, "at once");
    motion.place("a", { x: 100, y: 0 });
    motion.release("a");
    let last = 90;
    for (let now = 16; now < 500; now += 16) {
      motion.step(now);
      const x = motion.at("a")?.x ?? 0;
      expect(x).toBeGreaterThanOrEqual(last);
      last = x;
    }
    expect(last).toBe(100);
  });

  test("whoever asked for less motion sees things where they belong at once", () => {
    const motion = createMotion({ still: () => true });
    motion.place("a", { x: 0, y: 0 });
    motion.place("a", { x: 100, y: 0 });
    expect(motion.at("a")).toEqual({ x: 100, y: 0 });
    motion.hold("a", { x: 5, y: 5 }, "gliding");
    expect(motion.at("a")).toEqual({ x: 105, y: 5 });
  });

  test("at rest nothing is said to move", () => {
    const motion = gliding();
    motion.place("a", { x: 0, y: 0 });
    expect([...motion.step(0)]).toEqual(["a"]);
    expect([...motion.step(16)]).toEqual([]);
    expect(motion.isMoving()).toBe(false);
  });

  test("a tab that was hidden does not make things leap when it comes back", () => {
    const motion = gliding();
    motion.place("a", { x: 0, y: 0 });
    motion.step(0);
    motion.place("a", { x: 100, y: 0 });
    motion.step(16);
    motion.step(60_000);
    expect(motion.at("a")?.x).toBeLessThan(75);
  });
});
