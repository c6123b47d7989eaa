/**
 * What hands do on the table, told apart: a tool at work, a pan, a pinch, a long press.
 *
 * Pure: (state, event) → (state, effects). Knows no tools; `decide` says what a pointer that comes down
 * means now. A second finger always takes the table in both hands: the tool is told to cancel. A
 * finger that may mean two things waits: moved it pans, lifted it was a tap, kept still it takes hold.
 * test/unit/canvas-hands.test.ts holds it to that.
 */
import type { Point } from "../../shared/geometry/rect.ts";

export type PointerKind = "mouse" | "pen" | "touch";

/** A point of the screen with the pen's pressure, 0..1; 0.5 where the device tells none. */
export interface TrailPoint extends Point {
  readonly pressure: number;
}

export interface HandEvent {
  readonly is: "down" | "move" | "up" | "cancel";
  readonly pointer: number;
  readonly kind: PointerKind;
  readonly button: "main" | "middle" | "other";
  /** Screen pixels from the view's top left. */
  readonly screen: Point;
  /** All points since the last event, oldest first. */
  readonly trail: readonly TrailPoint[];
  readonly shift: boolean;
  /** Ctrl, or Command on a Mac. */
  readonly mod: boolean;
  readonly alt: boolean;
  readonly timeMs: number;
}

/** The same, for the tool: `clicks` counts quick presses at one place. */
export interface ToolPointer extends HandEvent {
  readonly clicks: number;
}

export type HandEffect =
  | { readonly do: "tool"; readonly input: ToolPointer }
  | { readonly do: "pan"; readonly by: Point }
  | { readonly do: "pinch"; readonly by: Point; readonly zoomBy: number; readonly at: Point };

/** What a pointer that comes down means: `wait` = a finger on something that could also pan. */
export type Meaning = "tool" | "pan" | "wait" | "nothing";

interface Waiting {
  readonly pointer: number;
  readonly down: ToolPointer;
}

export interface HandState {
  readonly touches: ReadonlyMap<number, Point>;
  readonly tool: ToolPointer | undefined;
  readonly pan: { readonly pointer: number; readonly last: Point } | undefined;
  readonly waiting: Waiting | undefined;
  readonly lastDown: { readonly at: Point; readonly timeMs: number; readonly clicks: number };
}

export type HandStep = readonly [HandState, readonly HandEffect[]];

export const idleHands: HandState = {
  touches: new Map(),
  tool: undefined,
  pan: undefined,
  waiting: undefined,
  lastDown: { at: { x: 0, y: 0 }, timeMs: -Infinity, clicks: 0 },
};

/** A finger this still for this long takes hold of what lies under it. */
export const longPressMs = 420;
const stillPx = 9;
const doubleClickMs = 420;
const doubleClickPx = 8;

export function stepHands(
  state: HandState,
  event: HandEvent,
  decide: (event: HandEvent) => Meaning,
): HandStep {
  switch (event.is) {
    case "down":
      return cameDown(state, event, decide);
    case "move":
      return moved(state, event);
    case "up":
    case "cancel":
      return lifted(state, event);
  }
}

/** Time passes: a waiting finger takes hold once it was still long enough. */
export function tickHands(state: HandState, nowMs: number): HandStep {
  const { waiting } = state;
  if (!waiting || nowMs - waiting.down.timeMs < longPressMs) return [state, []];
  return [
    { ...state, waiting: undefined, tool: waiting.down },
    [{ do: "tool", input: waiting.down }],
  ];
}

function cameDown(
  state: HandState,
  event: HandEvent,
  decide: (event: HandEvent) => Meaning,
): HandStep {
  const touches =
    event.kind === "touch"
      ? new Map(state.touches).set(event.pointer, event.screen)
      : state.touches;
  if (touches.size === 2 && event.kind === "touch") {
    const { tool } = state;
    const effects: HandEffect[] =
      tool && tool.kind === "touch" ? [{ do: "tool", input: { ...tool, is: "cancel" } }] : [];
    const kept = tool?.kind === "touch" ? undefined : tool;
    return [{ ...state, touches, tool: kept, pan: undefined, waiting: undefined }, effects];
  }
  // One thing at a time: a third finger, or a mouse beside a pen, changes nothing.
  if (state.tool || state.pan || touches.size > 2) {
    const penTakesOver = event.kind === "pen" && state.tool?.kind !== "pen";
    if (!penTakesOver) return [{ ...state, touches }, []];
  }
  const clicks = clicksOf(state, event);
  const lastDown = { at: event.screen, timeMs: event.timeMs, clicks };
  const down: ToolPointer = { ...event, clicks };
  const next = { ...state, touches, lastDown };
  switch (decide(event)) {
    case "nothing":
      return [next, []];
    case "pan":
      return [{ ...next, pan: { pointer: event.pointer, last: event.screen } }, []];
    case "wait":
      return [{ ...next, waiting: { pointer: event.pointer, down } }, []];
    case "tool": {
      const palm: HandEffect[] = state.tool
        ? [{ do: "tool", input: { ...state.tool, is: "cancel" } }]
        : [];
      return [
        { ...next, tool: down, pan: undefined, waiting: undefined },
        [...palm, { do: "tool", input: down }],
      ];
    }
  }
}

function clicksOf(state: HandState, { screen, timeMs }: HandEvent): number {
  const { at, timeMs: before, clicks } = state.lastDown;
  const near = Math.hypot(screen.x - at.x, screen.y - at.y) <= doubleClickPx;
  return near && timeMs - before <= doubleClickMs ? clicks + 1 : 1;
}

function moved(state: HandState, event: HandEvent): HandStep {
  const { touches, waiting, pan, tool } = state;
  if (event.kind === "touch" && touches.has(event.pointer)) {
    const next = new Map(touches).set(event.pointer, event.screen);
    if (touches.size >= 2) return [{ ...state, touches: next }, pinch(touches, next)];
    if (waiting?.pointer === event.pointer) {
      const { screen } = waiting.down;
      const strayed = Math.hypot(event.screen.x - screen.x, event.screen.y - screen.y) > stillPx;
      if (!strayed) return [{ ...state, touches: next }, []];
      const began = { pointer: event.pointer, last: event.screen };
      return [{ ...state, touches: next, waiting: undefined, pan: began }, []];
    }
    state = { ...state, touches: next };
  }
  if (pan?.pointer === event.pointer) {
    const by = { x: event.screen.x - pan.last.x, y: event.screen.y - pan.last.y };
    return [{ ...state, pan: { ...pan, last: event.screen } }, [{ do: "pan", by }]];
  }
  // Without a press the tool hears of a hovering mouse or pen, for cursors and what lies under it.
  const hovers = !tool && event.kind !== "touch";
  if (tool?.pointer !== event.pointer && !hovers) return [state, []];
  return [state, [{ do: "tool", input: { ...event, clicks: tool?.clicks ?? 0 } }]];
}

function pinch(
  before: ReadonlyMap<number, Point>,
  after: ReadonlyMap<number, Point>,
): readonly HandEffect[] {
  const [a, b] = [...before.values()];
  const [c, d] = [...after.values()];
  if (!a || !b || !c || !d) return [];
  const spread = (p: Point, q: Point): number => Math.max(24, Math.hypot(p.x - q.x, p.y - q.y));
  const middle = (p: Point, q: Point): Point => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 });
  const from = middle(a, b);
  const at = middle(c, d);
  const by = { x: at.x - from.x, y: at.y - from.y };
  return [{ do: "pinch", by, zoomBy: spread(c, d) / spread(a, b), at }];
}

function lifted(state: HandState, event: HandEvent): HandStep {
  const touches = new Map(state.touches);
  touches.delete(event.pointer);
  const next = { ...state, touches };
  if (state.waiting?.pointer === event.pointer) {
    const { down } = state.waiting;
    const tap: HandEffect[] =
      event.is === "cancel"
        ? []
        : [
            { do: "tool", input: down },
            { do: "tool", input: { ...event, clicks: down.clicks } },
          ];
    return [{ ...next, waiting: undefined }, tap];
  }
  if (state.pan?.pointer === event.pointer) return [{ ...next, pan: undefined }, []];
  if (state.tool?.pointer !== event.pointer) return [next, []];
  const input: ToolPointer = { ...event, clicks: state.tool.clicks };
  return [{ ...next, tool: undefined }, [{ do: "tool", input }]];
}
