/** Lanes that are to be folded although nobody writes in them much: something in them has been due since `before`. */
import type { LaneReading } from "../../storage/lane-reading.ts";

/** `before`: milliseconds since 1970. */
export function overdue(
  lanes: LaneReading,
  { before }: { readonly before: number },
): readonly string[] {
  return lanes.overdue(before);
}
