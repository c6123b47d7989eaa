/**
 * The mark that a guest's visit leaves for the team: one when they come in by the link, which is on disk
 * before they hold a session, and one for each later hour in which anything was shown to them, by socket
 * or by HTTP. Counts nothing.
 */
import type { Actor } from "../../shared/team/can.ts";
import type { Clock } from "../ops/clock.ts";
import type { Log } from "../ops/log.ts";
import type { Records } from "../storage/records.ts";

const hourMs = 60 * 60 * 1000;

export interface VisitMarks {
  /** Something is being shown to this actor; does nothing for one who is no guest. */
  mark(actor: Actor): void;
}

export function createVisitMarks(records: Records, clock: Clock, log: Log): VisitMarks {
  /** When each guest was last marked. */
  const standing = new Map<string, number>();
  return {
    mark(actor) {
      if (!("guestId" in actor)) return;
      const { guestId } = actor;
      const now = clock.now();
      const last = standing.get(guestId) ?? records.guests.lastVisitOf(guestId) ?? -hourMs;
      if (now - last < hourMs) {
        standing.set(guestId, last);
        return;
      }
      standing.set(guestId, now);
      records.guests.markVisit(guestId).catch((error: unknown) => {
        // Tried again with the next thing they are shown.
        standing.delete(guestId);
        log.warn({ reason: String(error) }, "a visit was not marked");
      });
    },
  };
}
