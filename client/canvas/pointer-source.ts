/**
 * The browser's pointer and wheel events of one element, in our own plain form.
 *
 * Owns the listeners and nothing of what they mean (hands.ts); a resting palm is left out (palms.ts). Events that begin on something with a
 * hand of its own, a button, a field, anything under `data-own-pointer`, are left alone.
 */
import type { Point } from "../../shared/geometry/rect.ts";
import type { HandEvent, PointerKind } from "./hands.ts";
import { noPalms, siftPalms } from "./palms.ts";

export interface WheelTurn {
  readonly screen: Point;
  /** Pixels to move the table by. */
  readonly by: Point;
  /** Set where the turn means zooming: how many times larger. */
  readonly zoomBy: number | undefined;
}

export interface PointerListener {
  hand(event: HandEvent): void;
  wheel(turn: WheelTurn): void;
  /** The pointer left the view. */
  left(): void;
}

/** Listens until the returned function is called. */
export function listenToPointers(view: HTMLElement, listener: PointerListener): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let palms = noPalms;
  const tell = (is: HandEvent["is"]) => (event: PointerEvent) => {
    if (is === "down") {
      if (hasOwnHand(event.target)) return;
      // The press must not move the focus, select text or start the browser's own drag.
      event.preventDefault();
      capture(view, event.pointerId);
    }
    const [next, events] = siftPalms(palms, handEvent(view, is, event));
    palms = next;
    for (const one of events) listener.hand(one);
  };
  view.addEventListener("pointerdown", tell("down"), { signal });
  view.addEventListener("pointermove", tell("move"), { signal });
  view.addEventListener("pointerup", tell("up"), { signal });
  view.addEventListener("pointercancel", tell("cancel"), { signal });
  view.addEventListener("pointerleave", () => listener.left(), { signal });
  view.addEventListener("dragstart", (event) => event.preventDefault(), { signal });
  view.addEventListener(
    "wheel",
    (event) => {
      if (scrollsItself(event.target, view)) return;
      event.preventDefault();
      // Sixty a second, and whoever listens further out looks at each.
      event.stopPropagation();
      listener.wheel(wheelTurn(view, event));
    },
    { signal, passive: false },
  );
  return () => stop.abort();
}

/** Keeps the pointer's events coming when it leaves the view; one that is gone already cannot be kept. */
function capture(view: HTMLElement, pointer: number): void {
  try {
    view.setPointerCapture(pointer);
  } catch {
    // A press that was over before we heard of it: its `up` is on its way.
  }
}

function hasOwnHand(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("button, a, input, textarea, select, [data-own-pointer]") !== null
  );
}

/** A long note that is being written scrolls under the wheel. */
function scrollsItself(target: EventTarget | null, view: HTMLElement): boolean {
  for (let at = target; at instanceof HTMLElement && at !== view; at = at.parentElement) {
    if (at.hasAttribute("data-own-pointer") && at.scrollHeight > at.clientHeight + 1) return true;
  }
  return false;
}

function handEvent(view: HTMLElement, is: HandEvent["is"], event: PointerEvent): HandEvent {
  const box = view.getBoundingClientRect();
  const kind = kindOf(event.pointerType);
  const parts = is === "move" ? (event.getCoalescedEvents?.() ?? []) : [];
  return {
    is,
    pointer: event.pointerId,
    kind,
    button: event.button === 1 ? "middle" : event.button === 2 ? "other" : "main",
    screen: { x: event.clientX - box.left, y: event.clientY - box.top },
    trail: (parts.length > 0 ? parts : [event]).map((part) => ({
      x: part.clientX - box.left,
      y: part.clientY - box.top,
      pressure: kind === "pen" ? part.pressure : 0.5,
    })),
    shift: event.shiftKey,
    mod: event.ctrlKey || event.metaKey,
    alt: event.altKey,
    timeMs: event.timeStamp,
    contactPx: kind === "touch" ? Math.max(event.width, event.height) : undefined,
  };
}

const kindOf = (type: string): PointerKind => (type === "pen" || type === "touch" ? type : "mouse");

const linePx = 40;
/** How much one pixel of wheel zooms; a pinch on a trackpad sends small steps with Ctrl. */
const zoomPerPx = 0.0022;
const pinchPerPx = 0.01;
const mostPerTurn = 1.6;

function wheelTurn(view: HTMLElement, event: WheelEvent): WheelTurn {
  const box = view.getBoundingClientRect();
  const unit = event.deltaMode === 1 ? linePx : event.deltaMode === 2 ? box.height : 1;
  const dx = event.deltaX * unit;
  const dy = event.deltaY * unit;
  const zooms = event.ctrlKey || event.metaKey;
  const fine = Math.abs(dy) < 50;
  const zoomBy = Math.exp(-dy * (fine ? pinchPerPx : zoomPerPx));
  const sideways = event.shiftKey && dx === 0;
  return {
    screen: { x: event.clientX - box.left, y: event.clientY - box.top },
    by: sideways ? { x: -dy, y: 0 } : { x: -dx, y: -dy },
    zoomBy: zooms ? Math.min(mostPerTurn, Math.max(1 / mostPerTurn, zoomBy)) : undefined,
  };
}
