/** Moving about: from paper to paper, nearer and farther. */
import { Maximize, Minus, Plus, Scan, ZoomIn } from "lucide-react";
import { words } from "../../words/words.ts";
import type { Direction } from "../table/neighbours.ts";
import { isNudging } from "./arranging-commands.ts";
import { type Command, hasSelection, type NamedCommand } from "./command.ts";

const say = words.board;
const zoomStep = 1.35;

const directions: readonly Direction[] = ["left", "up", "down", "right"];
const arrows = directions.flatMap((direction): readonly Command[] => [
  {
    id: `moving.${direction}`,
    group: "moving",
    name: words.commands.help.arrows,
    keys: [`arrow${direction}`],
    isKeyOnly: true,
    isOffered: (now) => !isNudging(now),
    run: ({ acts }) => acts.go(direction, false),
  },
  {
    id: `moving.extend.${direction}`,
    group: "moving",
    name: words.commands.help.extend,
    keys: [`shift+arrow${direction}`],
    isKeyOnly: true,
    isOffered: (now) => !isNudging(now),
    run: ({ acts }) => acts.go(direction, true),
  },
]);

export const fit: NamedCommand = {
  id: "moving.fit",
  group: "moving",
  name: say.zoomFit,
  keys: ["shift+1"],
  icon: Maximize,
  menus: ["table"],
  run: ({ table }) => table.get()?.showAll("gliding"),
};

export const zoomToSelection: NamedCommand = {
  id: "moving.selection",
  group: "moving",
  name: say.zoomSelection,
  keys: ["shift+2"],
  icon: Scan,
  menus: ["selection"],
  isOffered: hasSelection,
  run: ({ table }, { state }) => table.get()?.show([...state.selection]),
};

export const fullSize: NamedCommand = {
  id: "moving.full",
  group: "moving",
  name: say.zoomFull,
  keys: ["shift+0"],
  icon: ZoomIn,
  menus: ["table"],
  run: ({ table }) => table.get()?.zoomTo(1),
};

export const nearer: Command = {
  id: "moving.nearer",
  group: "moving",
  name: say.zoomIn,
  keys: ["+", "="],
  icon: Plus,
  run: ({ table }) => table.get()?.zoomBy(zoomStep),
};

export const farther: Command = {
  id: "moving.farther",
  group: "moving",
  name: say.zoomOut,
  keys: ["-"],
  icon: Minus,
  run: ({ table }) => table.get()?.zoomBy(1 / zoomStep),
};

export const movingCommands: readonly Command[] = [
  ...arrows.filter(({ id }) => !id.includes("extend")),
  ...arrows.filter(({ id }) => id.includes("extend")),
  fit,
  zoomToSelection,
  fullSize,
  nearer,
  farther,
];
