/** The board as a whole: its looks, its papers in and out, its past, its help. */
import {
  BookKey,
  Bookmark,
  CalendarClock,
  ClipboardList,
  FileDown,
  FileStack,
  History,
  Keyboard,
  ListTree,
  MessageSquareHeart,
  NotebookPen,
  UserPlus,
} from "lucide-react";
import { notebookPath, threadsPath } from "../../team/paths.ts";
import { words } from "../../words/words.ts";
import { change, type TableState } from "../table-state.ts";
import type { Command, NamedCommand } from "./command.ts";

const say = words.board;
const opening =
  (dialog: TableState["dialog"]): Command["run"] =>
  ({ state }) =>
    change(state, { dialog });

export const bringIn: NamedCommand = {
  id: "board.bringIn",
  group: "board",
  name: say.bringIn,
  icon: FileStack,
  where: "everywhere",
  menus: ["table"],
  right: "write",
  run: opening("bringIn"),
};

export const task: NamedCommand = {
  id: "board.task",
  group: "board",
  name: say.task,
  keys: ["shift+q"],
  icon: ClipboardList,
  where: "everywhere",
  right: "member",
  run: opening("task"),
};

export const keyBook: NamedCommand = {
  id: "board.keyBook",
  group: "board",
  name: say.keyBook,
  keys: ["shift+k"],
  icon: BookKey,
  where: "everywhere",
  right: "member",
  isThere: ({ view }) => view.papers.size > 0,
  run: opening("keyBook"),
};

export const exportPdf: NamedCommand = {
  id: "board.export",
  group: "board",
  name: say.exportPdf,
  icon: FileDown,
  where: "everywhere",
  right: "member",
  run: opening("export"),
};

export const invite: NamedCommand = {
  id: "board.invite",
  group: "board",
  name: say.invite,
  icon: UserPlus,
  where: "everywhere",
  right: "member",
  run: opening("invite"),
};

export const needs: NamedCommand = {
  id: "board.needs",
  group: "board",
  name: say.needs,
  icon: MessageSquareHeart,
  where: "everywhere",
  isOn: ({ state }) => state.panel === "needs",
  run: ({ state }, now) =>
    change(state, { panel: now.state.panel === "needs" ? undefined : "needs" }),
};

export const changed: NamedCommand = {
  id: "board.changed",
  group: "board",
  name: words.keeping.changed,
  icon: CalendarClock,
  where: "everywhere",
  right: "member",
  run: opening("changed"),
};

export const versions: NamedCommand = {
  id: "board.versions",
  group: "board",
  name: words.keeping.versions,
  icon: History,
  where: "everywhere",
  right: "member",
  run: opening("versions"),
};

export const notebook: NamedCommand = {
  id: "board.notebook",
  group: "board",
  name: words.commands.notebook,
  icon: NotebookPen,
  where: "everywhere",
  right: "member",
  run: ({ board }) => location.assign(notebookPath(board.teamId)),
};

const threads: NamedCommand = {
  id: "board.threads",
  group: "board",
  name: words.commands.threads,
  icon: Bookmark,
  where: "everywhere",
  right: "member",
  run: ({ board }) => location.assign(threadsPath(board.teamId)),
};

const look: Command = {
  id: "board.look",
  group: "board",
  name: ({ state }) => words.commands.lookAt[state.look === "table" ? "list" : "table"],
  help: words.commands.help.look,
  keys: ["l"],
  icon: ListTree,
  where: "everywhere",
  run: ({ state }, now) => change(state, { look: now.state.look === "table" ? "list" : "table" }),
};

export const help: NamedCommand = {
  id: "board.help",
  group: "board",
  name: say.keys,
  help: words.commands.help.sheet,
  keys: ["?"],
  icon: Keyboard,
  where: "everywhere",
  menus: ["table"],
  run: opening("help"),
};

export const boardCommands: readonly Command[] = [
  bringIn,
  task,
  keyBook,
  exportPdf,
  invite,
  needs,
  changed,
  versions,
  notebook,
  threads,
  look,
  help,
];
