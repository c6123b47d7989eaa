/**
 * What hands do on the table, told apart: a tool at work, a pan, a pinch, a long press.
 *
 * Pure: (state, event) → (state, effects). Knows no tools; `decide` says what a pointer that comes down
 * means now. A second finger always takes the table in both hands: the tool is told to cancel. A
 * finger that may mean two things waits: moved it pans, lifted it was a tap, kept still it takes hold.
 * A finger kept that still and then lifted where it was asks for the menu, where there is one.
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
  /** How broad a touch is on the glass, in CSS pixels; undefined where the device tells nothing. */
  readonly contactPx?: number | undefined;
}

/** The same, for the tool: `clicks` counts quick presses at one place. */
export interface ToolPointer extends HandEvent {
  readonly clicks: number;
}

export type HandEffect =
  | { readonly do: "tool"; readonly input: ToolPointer }
  | { readonly do: "pan"; readonly by: Point }
  | { readonly do: "pinch"; readonly by: Point; readonly zoomBy: number; readonly at: Point }
  | { readonly do: "menu"; readonly at: Point };

/** What a pointer that comes down means: `wait` = a finger on something that could also pan. */
export type Meaning = "tool" | "pan" | "wait" | "nothing";

interface Waiting {
  readonly pointer: number;
  readonly down: ToolPointer;
}

interface Pinch {
  readonly spread: number;
  readonly zooms: boolean;
  /** When a finger of it moved last: those of one moment are told one after the other. */
  readonly timeMs: number;
}

export interface HandState {
  readonly touches: ReadonlyMap<number, Point>;
  readonly tool: ToolPointer | undefined;
  readonly pan: { readonly pointer: number; readonly last: Point } | undefined;
  readonly waiting: Waiting | undefined;
  /** A finger that has not moved since it came down and may yet ask for a menu. */
  readonly still:
    | { readonly pointer: number; readonly at: Point; readonly timeMs: number }
    | undefined;
  /** Two fingers on the glass: how far apart they came down, and whether they zoom by now. */
  readonly pinch: Pinch | undefined;
  readonly lastDown: { readonly at: Point; readonly timeMs: number; readonly clicks: number };
}

export type HandStep = readonly [HandState, readonly HandEffect[]];

export const idleHands: HandState = {
  touches: new Map(),
  tool: undefined,
  pan: undefined,
  waiting: undefined,
  still: undefined,
  pinch: undefined,
  lastDown: { at: { x: 0, y: 0 }, timeMs: -Infinity, clicks: 0 },
};

/** Two fingers that push the table never keep the same distance: below this change they do not zoom. */
const pinchShare = 0.06;
const pinchPx = 12;

/** A finger this still for this long takes hold of what lies under it. */
export const longPressMs = 420;
const stillPx = 9;
const doubleClickMs = 420;
const doubleClickPx = 8;

/** `hasMenu`: whether a finger that is kept still and lifted asks for a menu now. */
export function stepHands(
  state: HandState,
  event: HandEvent,
  decide: (event: HandEvent) => Meaning,
  hasMenu = false,
): HandStep {
  switch (event.is) {
    case "down":
      return cameDown(state, event, decide, hasMenu);
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
  hasMenu: boolean,
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
    const pinch = { spread: spreadOf(touches), zooms: false, timeMs: event.timeMs };
    const released = { tool: kept, pan: undefined, waiting: undefined, still: undefined };
    return [{ ...state, touches, pinch, ...released }, effects];
  }
  // One thing at a time: a third finger, or a mouse beside a pen, changes nothing.
  if (state.tool || state.pan || touches.size > 2) {
    const penTakesOver = event.kind === "pen" && state.tool?.kind !== "pen";
    if (!penTakesOver) return [{ ...state, touches }, []];
  }
  const clicks = clicksOf(state, event);
  const lastDown = { at: event.screen, timeMs: event.timeMs, clicks };
  const down: ToolPointer = { ...event, clicks };
  const { pointer, screen: at, timeMs } = event;
  const still = event.kind === "touch" && hasMenu ? { pointer, at, timeMs } : undefined;
  const next = { ...state, touches, lastDown, still };
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

function moved(before: HandState, event: HandEvent): HandStep {
  let state = stirred(before, event);
  const { touches, waiting, pan, tool } = state;
  if (event.kind === "touch" && touches.has(event.pointer)) {
    const next = new Map(touches).set(event.pointer, event.screen);
    if (touches.size >= 2) return pinched(state, next, event.timeMs);
    if (waiting?.pointer === event.pointer) {
      if (!strays(waiting.down.screen, event)) return [{ ...state, touches: next }, []];
      const began = { pointer: event.pointer, last: event.screen };
      // From where it came down, so that the table lies under the finger again.
      const { x, y } = waiting.down.screen;
      const by = { x: event.screen.x - x, y: event.screen.y - y };
      return [{ ...state, touches: next, waiting: undefined, pan: began }, [{ do: "pan", by }]];
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

const strays = (from: Point, { screen }: HandEvent): boolean =>
  Math.hypot(screen.x - from.x, screen.y - from.y) > stillPx;

/** A finger that moved is not still any more. */
function stirred(state: HandState, event: HandEvent): HandState {
  const { still } = state;
  const isStirred = still?.pointer === event.pointer && strays(still.at, event);
  return isStirred ? { ...state, still: undefined } : state;
}

/**
 * Two fingers push the table, and zoom it once they have drawn apart or together far enough; from there
 * on, and not from where they came down, so that nothing jumps.
 */
function pinched(state: HandState, touches: ReadonlyMap<number, Point>, timeMs: number): HandStep {
  const [a, b] = [...state.touches.values()];
  const [c, d] = [...touches.values()];
  if (!a || !b || !c || !d) return [{ ...state, touches }, []];
  const middle = (p: Point, q: Point): Point => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 });
  const from = middle(a, b);
  const at = middle(c, d);
  const by = { x: at.x - from.x, y: at.y - from.y };
  const now = spreadOf(touches);
  const before = spreadOf(state.touches);
  const { spread, zooms, timeMs: lastMs } = state.pinch ?? { spread: now, zooms: false, timeMs };
  const slack = 1 + Math.max(pinchShare, pinchPx / spread);
  // Until the other finger's move of the same moment is told, a push looks like a pinch.
  const isWide = before > spread * slack || before < spread / slack;
  const begins = !zooms && timeMs !== lastMs && isWide;
  const beyond = before > spread ? now / slack : now * slack;
  const zoomBy = zooms ? now / before : begins ? beyond / spread : 1;
  const pinch = { spread, zooms: zooms || begins, timeMs };
  return [{ ...state, touches, pinch }, [{ do: "pinch", by, zoomBy, at }]];
}

/** How far apart the first two fingers are. */
function spreadOf(touches: ReadonlyMap<number, Point>): number {
  const [a, b] = [...touches.values()];
  return a && b ? Math.max(24, Math.hypot(a.x - b.x, a.y - b.y)) : 24;
}

function lifted(state: HandState, event: HandEvent): HandStep {
  const touches = new Map(state.touches);
  touches.delete(event.pointer);
  // The fingers that are left are as far apart as they are: the wobble is counted from there.
  const { timeMs } = event;
  const pinch = touches.size >= 2 ? { spread: spreadOf(touches), zooms: false, timeMs } : undefined;
  const next = { ...state, touches, pinch, still: undefined };
  const { still } = state;
  const isLong = still?.pointer === event.pointer && event.timeMs - still.timeMs >= longPressMs;
  if (event.is === "up" && still && isLong && !strays(still.at, event)) {
    // The tool had hold of something and lets it be.
    const given: HandEffect[] =
      state.tool?.pointer === event.pointer
        ? [{ do: "tool", input: { ...state.tool, is: "cancel" } }]
        : [];
    const free = { ...next, tool: undefined, waiting: undefined, pan: undefined };
    return [free, [...given, { do: "menu", at: still.at }]];
  }
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
