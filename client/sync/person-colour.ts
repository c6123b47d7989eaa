/** Which of the cursor colours a person has: the same on every board and in every list. */
import type { MemberId } from "../../shared/base/ids.ts";

/** How many there are: tokens `--person-1` to `--person-8`. */
const personColours = 8;

/** 1..8. */
export function personColour(member: MemberId): number {
  let hash = 0;
  for (let i = 0; i < member.length; i++) hash = (hash * 31 + member.charCodeAt(i)) >>> 0;
  return (hash % personColours) + 1;
}
