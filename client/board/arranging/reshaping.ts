/**
 * Resizing and turning what is selected by the handles round it: carries out what the resize tool's
 * machine asks for.
 *
 * Owns the machine's state and how things lie while a handle is pulled; the document gets one act when the
 * hand opens. Papers arrange themselves and lines have ends of their own: a selection with a paper or a
 * mark in it has no handles, and neither has a line alone.
 */
import type { ShapeId } from "../../../shared/base/ids.ts";
import type { Shape } from "../../../shared/board/shapes.ts";
import {
  changeThings,
  type Thing,
  type ThingChange,
  thingsOf,
} from "../../../shared/board/things.ts";
import type { Point, Rect } from "../../../shared/geometry/rect.ts";
import { turnedPoint } from "../../../shared/geometry/turned.ts";
import { rectToScreen } from "../../canvas/camera.ts";
import type { ToolPointer } from "../../canvas/hands.ts";
import type { OverlayFrame } from "../../canvas/overlay.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import {
  type Handle,
  type Held,
  handleAt,
  handlePoint,
  movedWith,
  sizeHandles,
  turnedWith,
} from "../../tools/handles.ts";
import {
  idleResize,
  type ResizeEffect,
  type ResizeInput,
  type ResizeState,
  stepResize,
} from "../../tools/resize-tool.ts";
import type { CanvasColours } from "../table/canvas-colours.ts";
import { change, type TableStore } from "../table-state.ts";
import { boundsAround, lineOf, type SizeOf } from "./held-things.ts";

export interface ReshapingPorts {
  readonly session: BoardSession;
  readonly state: TableStore;
  /** Where a thing is shown, its words grown; undefined for what has no card. */
  readonly sizeOf: SizeOf;
  /** CSS pixels per board unit. */
  scale(): number;
}

export interface Reshaping {
  /** Whether a handle stands at a point. */
  isHandle(at: Point): boolean;
  /** How the pointer looks over a point: "" where no handle is. */
  cursorAt(at: Point): string;
  /** Whether the pointer is the business of a handle: takes hold of it, pulls it, lets it go. */
  takes(input: ToolPointer, at: Point): boolean;
  cancel(): boolean;
  paint(frame: OverlayFrame, colours: CanvasColours): void;
}

/** CSS pixels. */
const reachPx = { corner: 9, over: 26 } as const;
const handlePx = 9;
/** A selection smaller than this on the screen shows its corners only. */
const sidesFromPx = 44;
/** Board units: a thing smaller than this cannot be taken hold of any more. */
const leastSide = 16;

export function createReshaping({ session, state, sizeOf, scale }: ReshapingPorts): Reshaping {
  let machine: ResizeState = idleResize;
  let selected: readonly Thing[] = [];

  function held(): { readonly frame: Held; readonly things: readonly Thing[] } | undefined {
    const { selection, tool, writing, isBusy } = state.get();
    if (tool !== "select" || writing || isBusy || selection.size === 0) return undefined;
    if (!session.mayWrite()) return undefined;
    const view = session.reader.view();
    const all = thingsOf(view);
    const things = [...all.values()]
      .filter(({ id }) => selection.has(id))
      .map((one) => ({ ...one, box: shownBox(one) }));
    if (things.length < selection.size || things.some(({ locked }) => locked)) return undefined;
    const [only] = things;
    if (!only) return undefined;
    if (things.length === 1) {
      return lineOf(view.shapes, only) ? undefined : { frame: only, things };
    }
    const box = boundsAround(things);
    return box && { frame: { box, turn: 0 }, things };
  }

  /** As it lies now: under a pull, grown by its words, or as the document has it. */
  function shownBox(thing: Thing): Rect {
    const known = sizeOf(thing.id);
    return known && thing.kind !== "stroke" && !isLine(thing)
      ? { ...thing.box, w: known.w, h: known.h }
      : thing.box;
  }

  const isLine = (thing: Pick<Thing, "id">): boolean =>
    lineOf(session.reader.view().shapes, thing) !== undefined;

  function handlesOf({ box }: Held): readonly Handle[] {
    const px = Math.min(box.w, box.h) * scale();
    return px < sidesFromPx ? ["nw", "ne", "se", "sw", "turn"] : [...sizeHandles, "turn"];
  }

  function under(at: Point): Handle | undefined {
    const now = held();
    if (!now) return undefined;
    const reach = reachPx.corner / scale();
    const over = reachPx.over / scale();
    return handleAt(now.frame, at, { reach, over, handles: handlesOf(now.frame) });
  }

  function feed(input: ResizeInput): void {
    const [next, effect] = stepResize(machine, input);
    machine = next;
    if (effect) carryOut(effect);
  }

  function carryOut(effect: ResizeEffect): void {
    switch (effect.do) {
      case "resize": {
        const { from, to } = effect;
        const isOne = selected.length === 1;
        lay((thing) => ({
          box: isOne ? to : movedWith(thing, from.box, to),
          turn: thing.turn,
        }));
        break;
      }
      case "turn":
        lay((thing) => turnedWith(thing, effect.about, effect.by));
        break;
      case "keep":
        keep();
        break;
      case "give-up":
        show(undefined);
        break;
    }
  }

  function lay(place: (thing: Thing) => Held): void {
    show(new Map(selected.map((thing) => [thing.id, place(thing)])));
  }

  /** On this table, and on those of colleagues. */
  function show(reshaped: ReadonlyMap<string, Held> | undefined): void {
    change(state, { reshaped });
    session.presence.set({ reshaped });
  }

  function keep(): void {
    const { reshaped } = state.get();
    const { shapes } = session.reader.view();
    const changes = selected.flatMap((thing): readonly ThingChange[] => {
      const lies = reshaped?.get(thing.id);
      return lies ? [changeOf(thing, lies, shapes)] : [];
    });
    if (changes.length > 0) {
      session.act((origin) => changeThings(session.doc, changes, origin));
    }
    show(undefined);
  }

  function changeOf(
    thing: Thing,
    { box, turn }: Held,
    shapes: ReadonlyMap<ShapeId, Shape>,
  ): ThingChange {
    const { kind, id } = thing;
    const ends = shapes.get(id as ShapeId)?.ends;
    if (!ends) return { kind, id, pos: { x: box.x, y: box.y }, size: { w: box.w, h: box.h }, turn };
    // A line among others: its ends keep their share of its box, and go round with it.
    const from = thing.box;
    const share = (at: number, start: number, length: number): number =>
      length > 0 ? (at - start) / length : 0.5;
    const placed = (at: Point): Point => {
      const inside = {
        x: box.x + share(at.x, from.x, from.w) * box.w,
        y: box.y + share(at.y, from.y, from.h) * box.h,
      };
      const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
      return turnedPoint(inside, middle, turn);
    };
    return {
      kind,
      id,
      from: { ...ends.from, at: placed(ends.from.at) },
      to: { ...ends.to, at: placed(ends.to.at) },
    };
  }

  function press(at: Point): boolean {
    const handle = under(at);
    const now = held();
    if (!handle || !now) return false;
    selected = now.things;
    session.history.boundary();
    feed({
      is: "press",
      at,
      handle,
      held: now.frame,
      keepShape: handle.length === 2 && keepsShape(now.things, session.reader.view().shapes),
      least: leastSide,
    });
    return true;
  }

  return {
    isHandle: (at) => under(at) !== undefined,
    cursorAt(at) {
      const handle = under(at);
      return handle ? cursorOf(handle, held()?.frame.turn ?? 0) : "";
    },
    takes(input, at) {
      if (input.is === "down") return input.button === "main" && press(at);
      if (machine.at !== "pulling") return false;
      if (input.is === "move") feed({ is: "move", at, shift: input.shift, alt: input.alt });
      else feed({ is: input.is === "up" ? "lift" : "cancel" });
      return true;
    },
    cancel() {
      const had = machine.at === "pulling";
      feed({ is: "cancel" });
      return had;
    },
    paint(frame, colours) {
      const now = held();
      const lies = state.get().reshaped;
      if (!now || (lies && machine.at !== "pulling")) return;
      const shown = lies ? reshapedFrame(now.things, lies) : now.frame;
      if (shown) paintHandles(frame, shown, handlesOf(shown), colours);
    },
  };

  function reshapedFrame(
    things: readonly Thing[],
    lies: ReadonlyMap<string, Held>,
  ): Held | undefined {
    const [only] = things;
    if (things.length === 1 && only) return lies.get(only.id);
    const box = boundsAround(things.flatMap(({ id }) => lies.get(id) ?? []));
    return box && { box, turn: 0 };
  }
}

const cursors = ["ns-resize", "nesw-resize", "ew-resize", "nwse-resize"] as const;
const compass: readonly Handle[] = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];

/** The way a handle pulls, as it is seen on something turned. */
function cursorOf(handle: Handle, turn: number): string {
  if (handle === "turn") return "grab";
  const eighth = compass.indexOf(handle) + Math.round(turn / 45);
  return cursors[eighth % cursors.length] ?? "";
}

/** Words and pictures are not to be pulled out of shape from a corner; a box may be. */
function keepsShape(things: readonly Thing[], shapes: ReadonlyMap<ShapeId, Shape>): boolean {
  const kind = shapes.get(things[0]?.id as ShapeId)?.kind;
  return things.length > 1 || kind === undefined || kind === "image" || kind === "text";
}

function paintHandles(
  { ink, camera }: OverlayFrame,
  held: Held,
  handles: readonly Handle[],
  colours: CanvasColours,
): void {
  const box = rectToScreen(camera, held.box);
  const shown: Held = { box, turn: held.turn };
  ink.strokeStyle = colours.accent;
  ink.fillStyle = colours.onAccent;
  ink.lineWidth = 1.5;
  ink.save();
  ink.translate(box.x + box.w / 2, box.y + box.h / 2);
  ink.rotate((held.turn * Math.PI) / 180);
  ink.strokeRect(-box.w / 2 - 2, -box.h / 2 - 2, box.w + 4, box.h + 4);
  ink.restore();
  for (const handle of handles) {
    const { x, y } = handlePoint(shown, handle, reachPx.over);
    ink.beginPath();
    if (handle === "turn") ink.arc(x, y, handlePx / 2 + 1, 0, 2 * Math.PI);
    else ink.roundRect(x - handlePx / 2, y - handlePx / 2, handlePx, handlePx, 2);
    ink.fill();
    ink.stroke();
  }
}
