import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { createPresence, type Doing } from "../../../client/sync/presence.ts";
import type { MemberId } from "../../../shared/base/ids.ts";
import { pagePoint } from "../../../shared/geometry/rect.ts";
import { limits } from "../../../shared/protocol/limits.ts";

const member = (name: string) => ({ memberId: name as MemberId, name });

function aPage(clientId: number) {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const awareness = new Awareness(doc);
  return { awareness, says: () => encodeAwarenessUpdate(awareness, [clientId]) };
}
type Page = ReturnType<typeof aPage>;
const hears = (page: Page, from: Page) => applyAwarenessUpdate(page.awareness, from.says(), "net");

const open: Page[] = [];
/** A page on which somebody else is already, unless it is `alone`. */
function openPage(clientId: number, alone?: "alone"): Page {
  const page = aPage(clientId);
  if (!alone) {
    const somebody = aPage(1_000);
    somebody.awareness.setLocalState({});
    hears(page, somebody);
    open.push(somebody);
  }
  open.push(page);
  return page;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const { awareness } of open.splice(0)) awareness.destroy();
  vi.useRealTimers();
});

const reshaped = new Map([["one", { box: { x: 1.5, y: -2, w: 30, h: 40 }, turn: 15 }]]);
const everything: Doing = {
  at: { x: 12.5, y: -3.5 },
  onPage: { page: "a-page" as never, at: pagePoint(0.25, 0.75) },
  reading: "a-paper" as never,
  drag: { ids: ["one", "two"], by: { x: 1, y: 2 } },
  reshaped: undefined,
  pulled: {
    id: "a-line" as never,
    ends: {
      from: { at: { x: 1, y: 2 }, on: undefined, side: { x: 0.5, y: 0.5 } },
      to: { at: { x: 30, y: 40.5 }, on: "a-box", side: { x: 0.125, y: 1 } },
    },
    bend: 0.25,
  },
  stroke: [
    { x: 1, y: 1 },
    { x: 2, y: 3 },
  ],
  caret: { of: "a-note", client: 7, clock: 42 },
  view: { x: -10.25, y: 4, w: 1200, h: 800.5 },
  follows: "ben" as MemberId,
  laser: true,
  call: 1_700_000_000_000,
};

describe("presence", () => {
  test("while somebody sorts alone others see that they are here, and nothing of what they do", () => {
    const [ann, ben] = [openPage(1), openPage(2)];
    const annHere = createPresence(ann.awareness, member("Ann"));
    createPresence(ben.awareness, member("Ben"));
    annHere.set(everything);
    vi.advanceTimersByTime(60);
    const back = annHere.rest();
    vi.advanceTimersByTime(60);
    const resting = ann.says();
    annHere.set({ reading: "another-paper" as never, drag: undefined, at: { x: 1, y: 1 } });
    vi.advanceTimersByTime(60);
    // Not even how often.
    expect(ann.says()).toEqual(resting);
    hears(ben, ann);
    expect(ben.awareness.getStates().get(1)).toEqual({ member: "Ann", name: "Ann" });
    back();
    back();
    vi.advanceTimersByTime(60);
    expect(ann.awareness.getLocalState()).toMatchObject({ reading: "another-paper" });
  });

  test("alone, nothing is sent of a moving hand, and whoever comes is told how things stand", () => {
    const ann = openPage(1, "alone");
    const here = createPresence(ann.awareness, member("Ann"));
    const before = ann.says();
    for (let ms = 0; ms < 1000; ms += 5) {
      here.set({ at: { x: ms, y: 0 } });
      vi.advanceTimersByTime(5);
    }
    expect(ann.says()).toEqual(before);
    const ben = openPage(2);
    createPresence(ben.awareness, member("Ben"));
    hears(ann, ben);
    expect(ann.awareness.getLocalState()).toMatchObject({ at: [995, 0] });
    here.destroy();
  });

  test("who begins to sort alone takes back what they said, though nobody is here to see it", () => {
    const ann = openPage(1, "alone");
    const here = createPresence(ann.awareness, member("Ann"));
    const ben = openPage(2);
    createPresence(ben.awareness, member("Ben"));
    hears(ann, ben);
    here.set(everything);
    vi.advanceTimersByTime(60);
    ben.awareness.setLocalState(null);
    hears(ann, ben);
    here.rest();
    vi.advanceTimersByTime(60);
    expect(ann.awareness.getLocalState()).toEqual({ member: "Ann", name: "Ann" });
    here.destroy();
  });

  test("what one page says, another reads", () => {
    const [ann, ben] = [openPage(1), openPage(2)];
    const annHere = createPresence(ann.awareness, member("Ann"));
    const benHere = createPresence(ben.awareness, member("Ben"));
    vi.advanceTimersByTime(60);
    annHere.set(everything);
    hears(ben, ann);
    expect(benHere.others()).toMatchObject([
      { key: 1, memberId: "Ann", name: "Ann", ...everything },
    ]);
    annHere.destroy();
    hears(ben, ann);
    expect(benHere.others()).toEqual([]);
    benHere.destroy();
  });

  test("a guest is seen with what they are here as, a member without", () => {
    const [ann, ben] = [openPage(1), openPage(2)];
    const annHere = createPresence(ann.awareness, member("Ann"), "specialist");
    const benHere = createPresence(ben.awareness, member("Ben"));
    hears(ben, ann);
    hears(ann, ben);
    expect(benHere.others().map(({ role }) => role)).toEqual(["specialist"]);
    expect(annHere.others().map(({ role }) => role)).toEqual([undefined]);
    annHere.destroy();
    benHere.destroy();
  });

  test("what is taken back is gone", () => {
    const [ann, ben] = [openPage(1), openPage(2)];
    const annHere = createPresence(ann.awareness, member("Ann"));
    const benHere = createPresence(ben.awareness, member("Ben"));
    annHere.set(everything);
    annHere.set({ drag: undefined, at: undefined });
    vi.advanceTimersByTime(60);
    hears(ben, ann);
    expect(benHere.others()).toMatchObject([
      { drag: undefined, at: undefined, reading: "a-paper" },
    ]);
    annHere.destroy();
    benHere.destroy();
  });

  test("a moving hand sends at most 20 states a second, the last one for certain", () => {
    const ann = openPage(1);
    const here = createPresence(ann.awareness, member("Ann"));
    let states = 0;
    ann.awareness.on("update", () => states++);
    for (let ms = 0; ms < 1000; ms += 5) {
      here.set({ at: { x: ms, y: 0 } });
      vi.advanceTimersByTime(5);
    }
    vi.advanceTimersByTime(60);
    expect(states).toBeLessThanOrEqual(21);
    expect(states).toBeGreaterThan(15);
    expect(ann.awareness.getLocalState()).toMatchObject({ at: [995, 0] });
    here.destroy();
  });

  test("how things lie in a hand is told where it drags and draws nothing", () => {
    const [ann, ben] = [openPage(1), openPage(2)];
    const annHere = createPresence(ann.awareness, member("Ann"));
    const benHere = createPresence(ben.awareness, member("Ben"));
    vi.advanceTimersByTime(60);
    annHere.set({ reshaped });
    hears(ben, ann);
    expect(benHere.others()[0]?.reshaped).toEqual(reshaped);
    annHere.set({ drag: everything.drag });
    vi.advanceTimersByTime(60);
    hears(ben, ann);
    expect(benHere.others()[0]?.reshaped).toBeUndefined();
    annHere.destroy();
    benHere.destroy();
  });

  test("the fullest state there may be stays below the server's limit", () => {
    const ann = openPage(1);
    const long = { memberId: "m".repeat(16) as MemberId, name: "\u{1f600}".repeat(40) };
    const here = createPresence(ann.awareness, long);
    vi.advanceTimersByTime(60);
    const far = { x: -123_456.7, y: -123_456.7 };
    here.set({
      ...everything,
      at: far,
      drag: { ids: Array.from({ length: 500 }, () => "i".repeat(16)), by: far },
      stroke: Array.from({ length: 5000 }, () => far),
    });
    expect(ann.says().byteLength).toBeLessThan(limits.awarenessBytes);
    const held = { box: { ...far, w: 123_456.7, h: 123_456.7 }, turn: 359.9 };
    const ids = Array.from({ length: 500 }, (_, i) => String(i).padStart(16, "i"));
    here.set({
      drag: undefined,
      stroke: undefined,
      reshaped: new Map(ids.map((id) => [id, held])),
    });
    vi.advanceTimersByTime(60);
    expect(ann.awareness.getLocalState()?.["reshaped"]).toHaveLength(30);
    expect(ann.says().byteLength).toBeLessThan(limits.awarenessBytes);
    here.destroy();
  });

  test("whatever another page sends, a sane state or none comes out", () => {
    const [ann, ben] = [openPage(1), openPage(2)];
    const here = createPresence(ben.awareness, member("Ben"));
    const value = fc.jsonValue({ maxDepth: 3 });
    const point = fc.oneof(fc.tuple(fc.double(), fc.double()), value);
    const good = fc.constant([[1, 2], null, [0.5, 0.5]]);
    const state = fc.oneof(
      value,
      fc.record(
        {
          member: fc.oneof(fc.string(), value),
          name: fc.oneof(fc.string(), value),
          at: point,
          onPage: fc.oneof(fc.tuple(fc.string(), fc.double(), fc.double()), value),
          reading: fc.oneof(fc.string(), value),
          drag: fc.oneof(fc.record({ ids: fc.array(value), by: point }), value),
          stroke: fc.oneof(fc.array(point), value),
          reshaped: fc.oneof(
            fc.array(fc.tuple(fc.string(), ...Array.from({ length: 5 }, () => fc.double()))),
            value,
          ),
          pulled: fc.oneof(fc.tuple(fc.string(), good, good, fc.oneof(fc.double(), value)), value),
        },
        { requiredKeys: [] },
      ),
    );
    const numbers = (held: unknown): number[] =>
      typeof held === "number"
        ? [held]
        : typeof held === "object" && held !== null
          ? (held instanceof Map ? [...held.values()] : Object.values(held)).flatMap(numbers)
          : [];
    fc.assert(
      fc.property(state, (garbage) => {
        ann.awareness.setLocalState(garbage as never);
        hears(ben, ann);
        for (const other of here.others()) {
          expect(typeof other.memberId).toBe("string");
          expect(typeof other.name).toBe("string");
          expect(other.colour).toBeGreaterThanOrEqual(1);
          expect(other.colour).toBeLessThanOrEqual(8);
          expect(numbers(other).every(Number.isFinite)).toBe(true);
          expect(["undefined", "number"]).toContain(typeof other.pulled?.bend);
        }
      }),
      { numRuns: 400 },
    );
    here.destroy();
  });

  test("others are the same array until one of them changes", () => {
    const [ann, ben] = [openPage(1), openPage(2)];
    const annHere = createPresence(ann.awareness, member("Ann"));
    const benHere = createPresence(ben.awareness, member("Ben"));
    hears(ben, ann);
    const before = benHere.others();
    benHere.set({ at: { x: 1, y: 1 } });
    vi.advanceTimersByTime(60);
    expect(benHere.others()).toBe(before);
    annHere.set({ at: { x: 1, y: 1 } });
    vi.advanceTimersByTime(60);
    hears(ben, ann);
    expect(benHere.others()).not.toBe(before);
    annHere.destroy();
    benHere.destroy();
  });
});
