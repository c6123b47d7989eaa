/**
 * The catalogue of everything the interface says, one file an area, English now. A phrase that holds a
 * number or a name is a function, so that each language orders and inflects it as it must. What only a part
 * says that comes later (the list, the reader, the export, intake, sorting alone, talk) is imported there from
 * its own file.
 */
import { arranging } from "./en/arranging.ts";
import { board } from "./en/board.ts";
import { commands } from "./en/commands.ts";
import { compare } from "./en/compare.ts";
import { ink } from "./en/ink.ts";
import { keeping } from "./en/keeping.ts";
import { refusals } from "./en/refusals.ts";
import { shapes } from "./en/shapes.ts";
import { sorting } from "./en/sorting.ts";
import { talk } from "./en/talk.ts";
import { team } from "./en/team.ts";
import { together } from "./en/together.ts";
import { ui } from "./en/ui.ts";

export const words = {
  arranging,
  board,
  commands,
  compare,
  ink,
  keeping,
  refusals,
  shapes,
  sorting,
  talk,
  team,
  together,
  ui,
} as const;
