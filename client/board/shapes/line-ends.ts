/** The handles of a selected line: its two ends, bound wherever they are let go, and its middle, which bends it. */
import { aimsOf, type BoxOf, pathOf } from "../../../shared/board/connectors.ts";
import { bendLine } from "../../../shared/board/shape-edits.ts";
import type { LineEnd, Shape } from "../../../shared/board/shapes.ts";
import { changeThings } from "../../../shared/board/things.ts";
import type { Point } from "../../../shared/geometry/rect.ts";
import type { ToolPointer } from "../../canvas/hands.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import {
  type HeldLine,
  idleLineEnd,
  type LineEndState,
  type LineGrip,
  stepLineEnd,
} from "../../tools/line-end-tool.ts";
import type { Reach } from "../../tools/line-tool.ts";
import { pointOn } from "./line-drawing.ts";

export interface LineEndsPorts {
  readonly session: BoardSession;
  readonly boxOf: BoxOf;
  scale(): number;
  /** What an end at this point would be bound to; nothing where it is to be free. */
  reachAt(at: Point, isFree: boolean): Reach;
  /** The line whose handles are shown. */
  line(): Shape | undefined;
  changed(): void;
}

export interface LineEnds {
  /** Whether the pointer is a handle's business. */
  input(input: ToolPointer, at: Point): boolean;
  handles(): readonly Handle[];
  /** The line as it is being pulled. */
  pulled(): Pick<Shape, "id" | "ends" | "bend"> | undefined;
  cancel(): boolean;
}

export interface Handle {
  readonly grip: LineGrip;
  readonly at: Point;
}

const handlePx = { mouse: 10, pen: 12, touch: 22 } as const;
const straightPx = 8;

export function createLineEnds(ports: LineEndsPorts): LineEnds {
  const { session } = ports;
  let machine: LineEndState = idleLineEnd;
  let held: Shape | undefined;

  function pulled(): Pick<Shape, "id" | "ends" | "bend"> | undefined {
    if (machine.at === "idle" || !held) return undefined;
    return { id: held.id, ...asShape(held, machine.grip, machine.line) };
  }

  /** Colleagues see it on its way. */
  function tell(): void {
    const { id, ends, bend } = pulled() ?? {};
    const isBent = bend !== undefined;
    session.presence.set({ pulled: id && ends && isBent ? { id, ends, bend } : undefined });
  }

  function handles(): readonly Handle[] {
    const line = ports.line();
    const path = line && pathOf(pulled() ?? line, ports.boxOf);
    if (!path) return [];
    return [
      { grip: "from", at: path.from },
      { grip: "to", at: path.to },
      { grip: "bend", at: pointOn(path, 0.5) },
    ];
  }

  function press(input: ToolPointer, at: Point): boolean {
    const reach = handlePx[input.kind] / ports.scale();
    const handle = handles().find((one) => Math.hypot(one.at.x - at.x, one.at.y - at.y) <= reach);
    const line = handle && ports.line();
    const held0 = line && heldLine(line, ports.boxOf);
    if (!handle || !line || !held0) return false;
    held = line;
    session.history.boundary();
    [machine] = stepLineEnd(machine, { is: "press", grip: handle.grip, line: held0 });
    return true;
  }

  function finish(line: Shape, grip: LineGrip, to: HeldLine): void {
    const { ends, bend } = asShape(line, grip, to);
    session.act((origin) => {
      if (grip === "bend") bendLine(session.doc, line.id, bend, origin);
      else if (ends) {
        changeThings(session.doc, [{ kind: "shape", id: line.id, [grip]: ends[grip] }], origin);
      }
    });
  }

  return {
    input(input, at) {
      if (machine.at === "idle") return input.is === "down" && press(input, at);
      if (input.is === "cancel" || !held) [machine] = stepLineEnd(machine, { is: "cancel" });
      else if (input.is !== "down") {
        const { grip } = machine;
        const [next, effect] = stepLineEnd(machine, {
          is: input.is === "up" ? "lift" : "move",
          end: ports.reachAt(at, grip === "bend" || input.mod),
          even: input.shift,
          slack: straightPx / ports.scale(),
        });
        machine = next;
        if (effect) finish(held, effect.grip, effect.line);
      }
      if (machine.at === "idle") held = undefined;
      tell();
      ports.changed();
      return true;
    },
    handles,
    pulled,
    cancel() {
      const had = machine.at !== "idle";
      machine = idleLineEnd;
      held = undefined;
      if (had) tell();
      return had;
    },
  };
}

function heldLine(line: Shape, boxOf: BoxOf): HeldLine | undefined {
  const aims = aimsOf(line, boxOf);
  if (!aims || !line.ends) return undefined;
  const { from, to } = line.ends;
  return { from: { ...from, at: aims.from }, to: { ...to, at: aims.to }, bend: line.bend };
}

/** The line with what the grip pulled, all else as it was. */
function asShape(line: Shape, grip: LineGrip, to: HeldLine): Pick<Shape, "ends" | "bend"> {
  if (grip === "bend" || !line.ends) return { ends: line.ends, bend: to.bend };
  const { at, on, side } = to[grip];
  const end: LineEnd = { at: { x: Math.round(at.x), y: Math.round(at.y) }, on, side };
  return { ends: { ...line.ends, [grip]: end }, bend: line.bend };
}
