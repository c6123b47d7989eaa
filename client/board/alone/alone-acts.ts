/** What the commands of sorting alone do: go on with the round that is on, or begin one. */
import { start, usualChoices } from "../../sorting/round-acts.ts";
import type { CommandPort, Situation } from "../commands/command.ts";
import { change, select } from "../table-state.ts";

/** Goes on with what is open, or begins a round: of what is selected where that is a set to sort, else of all that is unsorted. */
export async function sort({ session, state }: CommandPort, { papers, view }: Situation) {
  const alone = await session.alone.open();
  const open = alone.rounds.on() ?? alone.late();
  if (open) return change(state, { alone: { round: open.round.id, shows: "sort" } });
  const chosen = papers.length > 1 ? papers : view.sorted.unsorted;
  if (chosen.length === 0) return change(state, { dialog: "sortAlone" });
  const round = await start(session, { ...usualChoices(view), papers: chosen });
  const begun = round ?? alone.rounds.on()?.round.id;
  if (begun) change(state, { alone: { round: begun, shows: "sort" } });
}

export async function choose({ session, state }: CommandPort) {
  const on = (await session.alone.open()).rounds.on();
  if (on) change(state, { alone: { round: on.round.id, shows: "sort" } });
  else change(state, { dialog: "sortAlone" });
}

export async function lookAgain({ session, state }: CommandPort) {
  const alone = await session.alone.open();
  const last = alone.late() ? undefined : alone.rounds.last();
  if (last) change(state, { alone: { round: last.round.id, shows: "reveal" } });
}

/** Shows what was read differently, and stands at the first of it that is not settled. */
export async function talk({ session, state }: CommandPort, { view }: Situation) {
  await session.alone.open();
  const [first] = view.between ?? [];
  change(state, { panel: "between" });
  if (first && !view.between?.some((paper) => state.get().selection.has(paper))) {
    select(state, [first]);
  }
}
