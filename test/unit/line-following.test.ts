/** A line in a colleague's hand: seen on its way, a little behind the hand, and at home once it is let go. */
import { describe, expect, test } from "vitest";
import {
  createLineFollowing,
  type LineFollowingPorts,
} from "../../client/board/shapes/line-following.ts";
import type { LivePull } from "../../client/sync/presence.ts";
import type { ShapeId } from "../../shared/base/ids.ts";
import type { LinePath } from "../../shared/board/connectors.ts";
import type { Shape } from "../../shared/board/shapes.ts";

const id = "arrow" as ShapeId;
const end = (x: number, y: number) => ({ at: { x, y }, on: undefined, side: { x: 0.5, y: 0.5 } });
const home = { id, kind: "arrow", bend: 0, ends: { from: end(0, 0), to: end(100, 0) } } as Shape;
const pulledTo = (x: number, y: number): LivePull => ({
  id,
  bend: 0,
  ends: { from: end(0, 0), to: end(x, y) },
});

function aTable(isStill = false) {
  let pulled: LivePull | undefined;
  const drawn: LinePath[] = [];
  const rect = { x: 0, y: 0, w: 100, h: 1 };
  const ports = {
    session: {
      presence: { others: () => [{ drag: undefined, pulled }] },
      reader: { view: () => ({ shapes: new Map([[id, home]]) }) },
    },
    ground: {
      plane: () => "near",
      moving: () => [],
      rectOf: () => rect,
      scene: { get: () => ({ id, rect }) },
    },
    boxOf: () => undefined,
    isHeld: () => false,
    still: () => isStill,
    pulled: () => undefined,
    cardOf: () => ({ follow: (path: LinePath) => void drawn.push(path) }),
  } as unknown as LineFollowingPorts;
  const following = createLineFollowing(ports);
  let nowMs = 0;
  return {
    drawn,
    hold: (next: LivePull | undefined) => {
      pulled = next;
    },
    /** One frame later: whether there is more to come. */
    frame: (ms = 16) => {
      nowMs += ms;
      return following.follow(nowMs);
    },
  };
}

describe("a line that a colleague pulls", () => {
  test("comes after their hand in small steps, and arrives where it holds it", () => {
    const table = aTable();
    table.hold(pulledTo(100, 80));
    let frames = 0;
    while (table.frame()) expect(++frames).toBeLessThan(60);
    const ys = table.drawn.map(({ to }) => to.y);
    expect(frames).toBeGreaterThan(5);
    expect(ys).toEqual(ys.toSorted((a, b) => a - b));
    expect(ys[0]).toBeLessThan(40);
    expect(ys.at(-1)).toBe(80);
  });

  test("is at once where it is held for whoever wants less motion", () => {
    const table = aTable(true);
    table.hold(pulledTo(60, 80));
    expect(table.frame()).toBe(false);
    expect(table.drawn.at(-1)?.to).toEqual({ x: 60, y: 80 });
  });

  test("is drawn where it belongs once it is let go, and then left alone", () => {
    const table = aTable(true);
    table.hold(pulledTo(60, 80));
    table.frame();
    table.hold(undefined);
    table.frame();
    expect(table.drawn.at(-1)?.to).toEqual({ x: 100, y: 0 });
    const { length } = table.drawn;
    table.frame();
    expect(table.drawn).toHaveLength(length);
  });

  test("that is not on this table is nobody's business", () => {
    const table = aTable();
    table.hold({ ...pulledTo(5, 5), id: "gone" as ShapeId });
    expect(table.frame()).toBe(false);
    expect(table.drawn).toEqual([]);
  });
});
