/** Which needs nothing that the team has is put to; what is only wanted does not meet a need. */
import type { Need } from "./needs.ts";
import type { BoardView } from "./reader.ts";

/** In the team's order. */
export function unmetNeeds({
  needs,
  resourcesOf,
}: Pick<BoardView, "needs" | "resourcesOf">): readonly Need[] {
  return needs.filter(({ id }) => !resourcesOf.get(id)?.some(({ state }) => state === "have"));
}
