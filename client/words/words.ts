/**
 * The catalogue of everything the interface says, one file an area, English now. A phrase that holds a
 * number or a name is a function, so that each language orders and inflects it as it must.
 */
import { board } from "./en/board.ts";
import { inquiry } from "./en/inquiry.ts";
import { keeping } from "./en/keeping.ts";
import { list } from "./en/list.ts";
import { needs } from "./en/needs.ts";
import { papers } from "./en/papers.ts";
import { reading } from "./en/reading.ts";
import { refusals } from "./en/refusals.ts";
import { review } from "./en/review.ts";
import { team } from "./en/team.ts";
import { ui } from "./en/ui.ts";
import { writing } from "./en/writing.ts";

export const words = {
  board,
  inquiry,
  keeping,
  list,
  needs,
  papers,
  reading,
  refusals,
  review,
  team,
  ui,
  writing,
} as const;
