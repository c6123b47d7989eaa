/** Opening the context menu: at a pointer, or by key at what is selected or in the middle of what is seen. */
import type { Point } from "../../../shared/geometry/rect.ts";
import { change, select } from "../table-state.ts";
import type { CommandPort } from "./command.ts";

/** `at` in client pixels. What lies there is selected, unless it is part of what is selected already. */
export function openMenu({ state, table }: CommandPort, at: Point): void {
  const there = table.get()?.lookUp(at);
  if (!there) return;
  const { id, place } = there;
  if (id !== undefined && !state.get().selection.has(id)) select(state, [id]);
  // Where the focus goes back to when the menu closes.
  if (id !== undefined) table.get()?.focus(id);
  change(state, { menu: { at, place, on: id === undefined ? "table" : "selection" } });
}

export function openMenuByKey({ state, table }: CommandPort): boolean {
  const stands = table.get();
  if (!stands) return false;
  const { selection, current } = state.get();
  const [first] = selection;
  const about = current !== undefined && selection.has(current) ? current : first;
  const at = stands.clientMiddleOf(about);
  const { place } = stands.lookUp(at);
  change(state, { menu: { at, place, on: about === undefined ? "table" : "selection" } });
  return true;
}
