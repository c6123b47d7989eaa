/** Sorting alone first: one press starts a round, or goes on with the one that is on; and the last reveal again. */
import { ChartNoAxesGantt, Eye, PencilRuler, Settings2, Split } from "lucide-react";
import { words } from "../../words/words.ts";
import { change } from "../table-state.ts";
import type { Command, NamedCommand, Situation } from "./command.ts";

const say = words.sorting;

const acts = () => import("../alone/alone-acts.ts");
const hasPapers = ({ view }: Situation): boolean => view.papers.size > 0;

export const sortAlone: NamedCommand = {
  id: "sorting.alone",
  group: "sorting",
  name: say.alone,
  help: say.aloneHelp,
  keys: ["shift+s"],
  icon: PencilRuler,
  where: "everywhere",
  menus: ["table", "selection"],
  right: "write",
  isThere: hasPapers,
  run: async (port, now) => (await acts()).sort(port, now),
};

export const sortAloneChoices: NamedCommand = {
  id: "sorting.aloneChoices",
  group: "sorting",
  name: say.choices,
  icon: Settings2,
  where: "everywhere",
  right: "write",
  isThere: hasPapers,
  run: async (port) => (await acts()).choose(port),
};

const lookAgain: NamedCommand = {
  id: "sorting.lookAgain",
  group: "sorting",
  name: say.lookAgain,
  icon: Eye,
  where: "everywhere",
  right: "write",
  run: async (port) => (await acts()).lookAgain(port),
};

export const talkBetween: NamedCommand = {
  id: "sorting.between",
  group: "sorting",
  name: say.between,
  help: say.betweenHelp,
  keys: ["shift+t"],
  icon: Split,
  where: "everywhere",
  menus: ["table"],
  isThere: hasPapers,
  run: async (port, now) => (await acts()).talk(port, now),
};

const moved: NamedCommand = {
  id: "sorting.movement",
  group: "sorting",
  name: say.moved,
  help: say.movedHelp,
  keys: ["shift+m"],
  icon: ChartNoAxesGantt,
  where: "everywhere",
  isThere: hasPapers,
  isOn: ({ state }) => state.panel === "movement",
  run: ({ state }, now) =>
    change(state, { panel: now.state.panel === "movement" ? undefined : "movement" }),
};

export const aloneCommands: readonly Command[] = [
  sortAlone,
  sortAloneChoices,
  lookAgain,
  talkBetween,
  moved,
];
