/**
 * What colleagues hold in their hands glides along on this table as well, until they let go.
 *
 * Owns which things are held by whom. When the document moves a held thing, its hold ends at once: the
 * drop may arrive before the hand is seen to open.
 */
import type { Point } from "../../../shared/geometry/rect.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import type { TableGround } from "./table-ground.ts";

interface Held {
  readonly home: Point;
  readonly by: Point;
}

/** Follows until the returned function is called. */
export function followDrags(
  session: BoardSession,
  ground: Pick<TableGround, "scene" | "motion">,
): () => void {
  const held = new Map<string, Held>();
  /** Dropped, though the last state of the hand still says held. */
  const dropped = new Map<string, Point>();

  function follow(): void {
    const wanted = new Map<string, Point>();
    for (const { drag } of session.presence.others()) {
      for (const id of drag?.ids ?? []) if (drag) wanted.set(id, drag.by);
    }
    for (const [id, by] of wanted) {
      const item = ground.scene.get(id);
      if (!item || isAt(dropped.get(id), by)) continue;
      dropped.delete(id);
      held.set(id, { home: held.get(id)?.home ?? item.rect, by });
      ground.motion.hold(id, by, "gliding");
    }
    for (const id of held.keys()) {
      if (wanted.has(id)) continue;
      held.delete(id);
      ground.motion.release(id);
    }
    for (const id of dropped.keys()) if (!wanted.has(id)) dropped.delete(id);
  }

  function onDocument(): void {
    for (const [id, { home, by }] of held) {
      const item = ground.scene.get(id);
      if (item && isAt(home, item.rect)) continue;
      held.delete(id);
      dropped.set(id, by);
      ground.motion.release(id);
    }
  }

  const stops = [session.presence.subscribe(follow), session.reader.subscribe(onDocument)];
  return () => {
    for (const stop of stops) stop();
  };
}

const isAt = (a: Point | undefined, b: Point): boolean =>
  a !== undefined && a.x === b.x && a.y === b.y;
