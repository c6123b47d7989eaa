/** How broad pen and highlighter draw, and what the eraser takes. */
import { PenLine, Scissors } from "lucide-react";
import { inkKeys, nextWidth, otherEraser } from "../../papers/reading/ink-choices.tsx";
import { words } from "../../words/words.ts";
import { change, isInk } from "../table-state.ts";
import type { Command } from "./command.ts";

const say = words.ink;

const width: Command = {
  id: "ink.width",
  group: "tools",
  name: say.anotherWidth,
  keys: [inkKeys.width],
  icon: PenLine,
  right: "write",
  isOffered: ({ state }) => isInk(state.tool),
  run({ state }, { state: { tool, inkWidth } }) {
    if (!isInk(tool)) return false;
    const next = nextWidth(inkWidth[tool]);
    return change(state, {
      inkWidth: { ...inkWidth, [tool]: next },
      said: `${say.widthOf(words.board.tools[tool])}: ${say.widths[next]}`,
    });
  },
};

/** Takes the eraser in hand, too. */
const eraser: Command = {
  id: "ink.eraser",
  group: "tools",
  name: ({ state }) => say.otherEraser[otherEraser(state.eraserMode)],
  help: say.eraserHelp,
  keys: [inkKeys.eraser],
  icon: Scissors,
  right: "write",
  run({ state }, now) {
    const eraserMode = otherEraser(now.state.eraserMode);
    change(state, { eraserMode, tool: "eraser", said: say.otherEraser[eraserMode] });
  },
};

export const inkCommands: readonly Command[] = [width, eraser];
