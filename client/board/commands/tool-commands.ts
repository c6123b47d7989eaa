/**
 * Taking a tool in hand.
 *
 * Keys as people know them from other whiteboards where that is possible: V select, H hand, N note, P pen,
 * Shift+P highlighter, E eraser, T text, B box, A arrow, F frame, C connector, K laser pointer.
 * Two are our own: R marks a region of a paper, which is what this table is for, and L is the list.
 */
import {
  Circle,
  Eraser,
  Frame,
  Hand,
  Highlighter,
  ImagePlus,
  Minus,
  MousePointer2,
  MoveUpRight,
  PencilLine,
  Plus,
  Shapes,
  Spline,
  Square,
  SquareDashedMousePointer,
  StickyNote,
  Type,
  Wand,
} from "lucide-react";
import type { Icon } from "../../ui/button.tsx";
import { words } from "../../words/words.ts";
import {
  change,
  isDrawnShape,
  isLooking,
  isShapeTool,
  type ToolName,
  tools,
} from "../table-state.ts";
import type { NamedCommand } from "./command.ts";

export interface ToolCommand extends NamedCommand {
  readonly tool: ToolName;
  readonly icon: Icon;
}

const looks: { readonly [tool in ToolName]: readonly [key: string, icon: Icon] } = {
  select: ["v", MousePointer2],
  hand: ["h", Hand],
  note: ["n", StickyNote],
  pen: ["p", PencilLine],
  highlighter: ["shift+p", Highlighter],
  eraser: ["e", Eraser],
  region: ["r", SquareDashedMousePointer],
  text: ["t", Type],
  box: ["b", Square],
  ellipse: ["shift+b", Circle],
  line: ["shift+a", Minus],
  arrow: ["a", MoveUpRight],
  connector: ["c", Spline],
  frame: ["f", Frame],
  laser: ["k", Wand],
};

/** One for each tool, in the order of the tool bar. */
export const toolCommands: readonly ToolCommand[] = tools.map((tool) => ({
  id: `tool.${tool}`,
  group: "tools",
  tool,
  name: words.board.tools[tool],
  keys: [looks[tool][0]],
  icon: looks[tool][1],
  ...(!isLooking(tool) && { right: "write" as const }),
  isOn: ({ state }) => state.tool === tool,
  run: ({ state }) => change(state, { tool, ...(isDrawnShape(tool) && { lastShape: tool }) }),
}));

/** All shapes behind one button: it takes the last one in hand, and its panel has the others. */
export const takeShape: NamedCommand = {
  id: "tool.shapes",
  group: "tools",
  name: words.shapes.chooser,
  icon: Shapes,
  right: "write",
  isOn: ({ state }) => isDrawnShape(state.tool),
  run: ({ state }, now) => change(state, { tool: now.state.lastShape }),
};

/** For hands that point at nothing: what the tool draws, in the middle of what is seen. */
export const putShape: NamedCommand = {
  id: "tool.put",
  // The same key as for opening, so the same row of the help.
  group: "editing",
  help: words.commands.help.open,
  name: words.shapes.put,
  keys: ["enter"],
  icon: Plus,
  right: "write",
  isOffered: ({ state }) => isShapeTool(state.tool),
  run: ({ table }, { state: { tool } }) => isShapeTool(tool) && table.get()?.shapes()?.put(tool),
};

export const bringImage: NamedCommand = {
  id: "tool.image",
  group: "tools",
  name: words.shapes.bringImage,
  keys: ["i"],
  icon: ImagePlus,
  menus: ["table"],
  right: "write",
  run: ({ state }) => change(state, { dialog: "image" }),
};

export const connect: NamedCommand = {
  id: "tool.connect",
  group: "tools",
  name: words.shapes.connect,
  keys: ["alt+c"],
  icon: Spline,
  menus: ["selection"],
  right: "write",
  isOffered: ({ state, regions }) => state.selection.size === 2 && regions.length === 0,
  run: async ({ session }, { state }) => {
    const [from, to] = state.selection;
    const { connectThings } = await import("../shapes/connect.ts");
    return from !== undefined && to !== undefined && connectThings(session, from, to);
  },
};

export const shapeCommands: readonly NamedCommand[] = [takeShape, putShape, bringImage, connect];
