/** Going to a thing of the board, wherever the board is looked at: the table, the list, the needs. */
import type { NeedId } from "../../../shared/base/ids.ts";
import type { CommandPort } from "../commands/command.ts";
import { change, select } from "../table-state.ts";
import type { Thing } from "./things.ts";

/**
 * Shows the thing and selects it, where it is of the kind that can be. `takesFocus`: whether the focus
 * goes there too, or stays in the field from which it was looked for.
 */
export function goTo(
  { state, table }: Pick<CommandPort, "state" | "table">,
  { kind, id }: Pick<Thing, "kind" | "id">,
  takesFocus: boolean,
): void {
  const goal = { id, takesFocus, turn: (state.get().goal?.turn ?? 0) + 1 };
  if (kind === "need") {
    return change(state, { panel: "needs", goal: { ...goal, need: id as NeedId } });
  }
  change(state, { goal: { ...goal, need: undefined } });
  if (state.get().look === "list") return;
  select(state, kind === "pile" ? [] : [id]);
  table.get()?.goTo(id);
  if (takesFocus) table.get()?.focus(id);
}
