/**
 * Lines follow what they join while that is dragged by anybody or glides to where it belongs, and the hand
 * that pulls them by an end: one's own at once, a colleague's a little behind, since its places come in
 * steps.
 *
 * Owns which lines are drawn away from where the scene has them. A free end stays where it is until a hand
 * holds the line itself.
 */
import type { ShapeId } from "../../../shared/base/ids.ts";
import { type BoxOf, type LinePath, pathOf } from "../../../shared/board/connectors.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import { isLine, type LineEnd, type Shape } from "../../../shared/board/shapes.ts";
import type { Point } from "../../../shared/geometry/rect.ts";
import { shareGone } from "../../canvas/catch-up.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import type { TableGround } from "../table/table-ground.ts";
import type { ShapeCard } from "./shape-card.ts";

export interface LineFollowingPorts {
  readonly session: BoardSession;
  readonly ground: TableGround;
  /** Where things are shown now. */
  readonly boxOf: BoxOf;
  isHeld(id: string): boolean;
  /** Whether the person asked their system for less motion. */
  still(): boolean;
  pulled(): Pick<Shape, "id" | "ends" | "bend"> | undefined;
  cardOf(id: string): ShapeCard | undefined;
}

export interface LineFollowing {
  /** Draws all lines that are on their way; whether one has not caught up with its hand. */
  follow(nowMs: number): boolean;
  /** Where a line runs now, if that is not where the scene has it. */
  pathNow(id: ShapeId): LinePath | undefined;
}

export function createLineFollowing(ports: LineFollowingPorts): LineFollowing {
  const { session, ground } = ports;
  let last: ReadonlySet<ShapeId> = new Set();
  /** Where lines run that colleagues pull. */
  let caught: ReadonlyMap<ShapeId, LinePath> = new Map();
  let lastMs = 0;

  function onTheWay(shapes: BoardView["shapes"]): Set<ShapeId> {
    const lines = linesOf(shapes);
    const found = new Set<ShapeId>();
    const add = (id: string): void => {
      for (const line of lines.get(id) ?? []) found.add(line);
    };
    if (lines.size === 0) return found;
    for (const id of ground.moving()) add(id);
    for (const id of lines.keys()) if (ports.isHeld(id)) add(id);
    for (const { drag, pulled: theirs } of session.presence.others()) {
      for (const id of drag?.ids ?? []) add(id);
      if (theirs && lines.has(theirs.id)) found.add(theirs.id);
    }
    const pulled = ports.pulled();
    if (pulled) found.add(pulled.id);
    return found;
  }

  function isInAHand(id: string): boolean {
    return ports.isHeld(id) || session.presence.others().some(({ drag }) => drag?.ids.includes(id));
  }

  function pathNow(id: ShapeId): LinePath | undefined {
    const line = last.has(id) ? session.reader.view().shapes.get(id) : undefined;
    const item = ground.scene.get(id);
    const shown = ground.rectOf(id);
    if (!line || !item || !shown) return undefined;
    const pulled = ports.pulled();
    if (pulled?.id === id) return pathOf(pulled, ports.boxOf);
    const theirs = caught.get(id);
    if (theirs) return theirs;
    const isFree = isInAHand(id);
    const by = isFree ? { x: shown.x - item.rect.x, y: shown.y - item.rect.y } : nowhere;
    return pathOf({ ends: movedBy(line.ends, by), bend: line.bend }, ports.boxOf);
  }

  /** Brings the lines that colleagues pull nearer to where those have them; whether there is way left. */
  function catchUp(nowMs: number): boolean {
    const share = ports.still() ? 1 : shareGone(nowMs - lastMs);
    lastMs = nowMs;
    const before = caught;
    const after = new Map<ShapeId, LinePath>();
    let isBehind = false;
    for (const { pulled } of session.presence.others()) {
      const line = pulled && session.reader.view().shapes.get(pulled.id);
      const goal = line && isLine(line) && pathOf(pulled, ports.boxOf);
      if (!goal) continue;
      const from = before.get(line.id) ?? pathOf(line, ports.boxOf) ?? goal;
      const next = nearer(from, goal, share);
      after.set(line.id, next);
      isBehind ||= next !== goal;
    }
    caught = after;
    return isBehind;
  }

  /** Near, the card is drawn anew; from afar whatever is held is, each frame, so the line is held where it is. */
  function show(id: ShapeId, isOnTheWay: boolean): void {
    if (ground.plane() === "far") {
      if (isInAHand(id)) return;
      if (isOnTheWay) ground.motion.hold(id, nowhere, "at once");
      else ground.motion.release(id);
      return;
    }
    const path = pathNow(id);
    const shown = ground.rectOf(id);
    if (path && shown) ports.cardOf(id)?.follow(path, shown);
  }

  return {
    pathNow,
    follow(nowMs) {
      const isBehind = catchUp(nowMs);
      const now = onTheWay(session.reader.view().shapes);
      // One that has just come to rest is drawn once more, where it rests.
      const rested = [...last].filter((id) => !now.has(id));
      last = new Set([...now, ...rested]);
      for (const id of now) show(id, true);
      for (const id of rested) show(id, false);
      last = now;
      return isBehind;
    },
  };
}

const nowhere: Point = { x: 0, y: 0 };

/** Board units: nearer than this a line has caught up. */
const arrived = 0.5;

/** A share of the way on; the goal itself once it is near. */
function nearer(from: LinePath, goal: LinePath, share: number): LinePath {
  const points = ["from", "to", "over"] as const;
  const left = Math.max(
    ...points.map((one) => Math.hypot(goal[one].x - from[one].x, goal[one].y - from[one].y)),
  );
  if (left * (1 - share) < arrived) return goal;
  const [start, end, over] = points.map((one) => between(from[one], goal[one], share));
  return start && end && over ? { from: start, to: end, over } : goal;
}

const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
});

function movedBy(ends: Shape["ends"], by: Point): Shape["ends"] {
  if (!ends || by === nowhere) return ends;
  const moved = (end: LineEnd): LineEnd => ({
    ...end,
    at: { x: end.at.x + by.x, y: end.at.y + by.y },
  });
  return { from: moved(ends.from), to: moved(ends.to) };
}

type Lines = ReadonlyMap<string, readonly ShapeId[]>;
const known = new WeakMap<BoardView["shapes"], Lines>();

/** The lines that move when a thing does: those bound to it, and the line itself. */
function linesOf(shapes: BoardView["shapes"]): Lines {
  const last = known.get(shapes);
  if (last) return last;
  const lines = new Map<string, ShapeId[]>();
  for (const shape of shapes.values()) {
    if (!isLine(shape) || !shape.ends) continue;
    for (const id of new Set([shape.id, shape.ends.from.on, shape.ends.to.on])) {
      if (id !== undefined) lines.set(id, [...(lines.get(id) ?? []), shape.id]);
    }
  }
  known.set(shapes, lines);
  return lines;
}
