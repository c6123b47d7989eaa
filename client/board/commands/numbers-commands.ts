/** Numbers beside papers: bringing a table in, the panel with its columns, drawing papers to look at. */
import { ChartColumn, Dices, TableProperties } from "lucide-react";
import { words } from "../../words/words.ts";
import { change } from "../table-state.ts";
import type { NamedCommand, Situation } from "./command.ts";

const hasPapers = ({ view }: Situation): boolean => view.papers.size > 0;

export const numbers: NamedCommand = {
  id: "numbers.panel",
  group: "board",
  name: words.board.numbers,
  keys: ["shift+n"],
  icon: ChartColumn,
  where: "everywhere",
  isOn: ({ state }) => state.panel === "numbers",
  run: ({ state }, now) =>
    change(state, { panel: now.state.panel === "numbers" ? undefined : "numbers" }),
};

export const bringInNumbers: NamedCommand = {
  id: "numbers.bringIn",
  group: "board",
  name: words.board.bringInNumbers,
  icon: TableProperties,
  where: "everywhere",
  right: "write",
  isThere: hasPapers,
  run: ({ state }) => change(state, { dialog: "bringInNumbers" }),
};

export const drawPapers: NamedCommand = {
  id: "numbers.draw",
  group: "sorting",
  name: words.board.drawPapers,
  icon: Dices,
  where: "everywhere",
  isThere: hasPapers,
  run: ({ state }) => change(state, { dialog: "draw" }),
};

export const numbersCommands = [numbers, bringInNumbers, drawPapers] as const;
