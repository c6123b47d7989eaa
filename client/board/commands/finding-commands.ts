/** Finding one's way by words: the palette of commands, find on the board, the outline. */
import { Command as CommandIcon, Search, TableOfContents } from "lucide-react";
import { words } from "../../words/words.ts";
import { change } from "../table-state.ts";
import type { NamedCommand } from "./command.ts";

export const palette: NamedCommand = {
  id: "finding.palette",
  group: "moving",
  name: words.commands.finding.palette,
  keys: ["mod+k"],
  icon: CommandIcon,
  where: "everywhere",
  menus: ["table"],
  run: ({ state }) => change(state, { dialog: "palette" }),
};

export const find: NamedCommand = {
  id: "finding.find",
  group: "moving",
  name: words.commands.finding.find,
  keys: ["mod+f"],
  icon: Search,
  where: "everywhere",
  menus: ["table"],
  run: ({ state }) => state.set((last) => ({ ...last, finding: (last.finding ?? 0) + 1 })),
};

export const outline: NamedCommand = {
  id: "finding.outline",
  group: "moving",
  name: words.commands.finding.outline,
  keys: ["alt+o"],
  icon: TableOfContents,
  where: "everywhere",
  isOn: ({ state }) => state.panel === "outline",
  run: ({ state }, now) =>
    change(state, { panel: now.state.panel === "outline" ? undefined : "outline" }),
};

export const findingCommands = [palette, find, outline] as const;
