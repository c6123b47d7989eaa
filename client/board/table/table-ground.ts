/** What hands on the table need of it: where things are and how they move. Never an element. */
import type { Stage } from "../../canvas/stage.ts";
import type { TableItem } from "./table-items.ts";

export type TableGround = Pick<
  Stage<TableItem>,
  | "scene"
  | "motion"
  | "plane"
  | "redraw"
  | "rectOf"
  | "moving"
  | "lift"
  | "camera"
  | "size"
  | "panBy"
  | "reveal"
  | "draw"
>;
