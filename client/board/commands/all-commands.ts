/** The table of commands: every feature's own list, in the order in which menus and the palette show them. */
import { aloneCommands } from "./alone-commands.ts";
import { arrangingCommands } from "./arranging-commands.ts";
import { boardCommands } from "./board-commands.ts";
import type { Command } from "./command.ts";
import { editingCommands } from "./editing-commands.ts";
import { findingCommands } from "./finding-commands.ts";
import { inkCommands } from "./ink-commands.ts";
import { movingCommands } from "./moving-commands.ts";
import { numbersCommands } from "./numbers-commands.ts";
import { pileCommands } from "./pile-commands.ts";
import { questionsCommands } from "./questions-commands.ts";
import { sortingCommands } from "./sorting-commands.ts";
import { talkCommands } from "./talk-commands.ts";
import { togetherCommands } from "./together-commands.ts";
import { shapeCommands, toolCommands } from "./tool-commands.ts";

export const allCommands: readonly Command[] = [
  ...sortingCommands,
  ...aloneCommands,
  ...pileCommands,
  ...toolCommands,
  ...inkCommands,
  ...shapeCommands,
  ...arrangingCommands,
  ...editingCommands,
  ...movingCommands,
  ...findingCommands,
  ...talkCommands,
  ...togetherCommands,
  ...numbersCommands,
  ...questionsCommands,
  ...boardCommands,
];
