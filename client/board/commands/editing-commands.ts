/** Opening, taking back, taking away: what is done with whatever is selected, and with what was done last. */
import { BookOpen, Link, ListChecks, Redo2, Trash2, Undo2, X } from "lucide-react";
import type { ShapeId } from "../../../shared/base/ids.ts";
import { words } from "../../words/words.ts";
import { linkTo, linkToPlace } from "../address.ts";
import { copyLink } from "../copy-link.ts";
import { readingOf } from "../table-acts.ts";
import { isShapeTool } from "../table-state.ts";
import { type Command, hasSelection } from "./command.ts";
import { openMenuByKey } from "./open-menu.ts";

const say = words.board;

export const open: Command = {
  id: "editing.open",
  group: "editing",
  name: ({ regions, notes, view, state }) => {
    const shape = view.shapes.get([...state.selection][0] as ShapeId);
    if (shape) return words.shapes.write(shape.kind);
    return regions.length > 0 ? say.openMark : notes.length > 0 ? words.commands.write : say.open;
  },
  help: words.commands.help.open,
  keys: ["enter"],
  icon: BookOpen,
  menus: ["selection"],
  isOffered: ({ state, notes, things, mayWrite }) => {
    if (isShapeTool(state.tool)) return false;
    if (state.selection.size === 1) return (notes.length === 0 && things.length === 0) || mayWrite;
    return state.selection.size === 0 && state.current !== undefined;
  },
  run: ({ acts }) => acts.open(),
};

/** The key people know from other programs; a button and a menu have it as `open`. */
const write: Command = {
  id: "editing.write",
  group: "editing",
  name: words.commands.writeOn,
  help: words.commands.help.writeOn,
  keys: ["f2"],
  isKeyOnly: true,
  right: "write",
  isOffered: ({ state, notes, view }) =>
    state.selection.size === 1 &&
    (notes.length === 1 || view.shapes.has([...state.selection][0] as ShapeId)),
  run: ({ acts }) => acts.write(),
};

export const copyThingLink: Command = {
  id: "editing.copyLink",
  group: "editing",
  name: ({ papers }) => (papers.length > 0 ? say.copyPaperLink : words.together.copyThingLink),
  icon: Link,
  menus: ["selection"],
  isOffered: ({ state }) => state.selection.size === 1,
  run({ session }, { state, view }) {
    const [thing = ""] = state.selection;
    const reading = readingOf(view, thing);
    return copyLink(
      reading ? linkTo(session.boardId, reading) : linkToPlace(session.boardId, { thing }),
    );
  },
};

export const selectAll: Command = {
  id: "editing.selectAll",
  group: "editing",
  name: words.commands.help.selectAll,
  keys: ["mod+a"],
  icon: ListChecks,
  menus: ["table"],
  run: ({ acts }) => acts.selectAll(),
};

const menu: Command = {
  id: "editing.menu",
  group: "editing",
  name: words.commands.menu,
  help: words.commands.help.menu,
  keys: ["shift+f10", "contextmenu"],
  isKeyOnly: true,
  run: openMenuByKey,
};

export const putDown: Command = {
  id: "editing.putDown",
  group: "editing",
  name: say.clearSelection,
  help: words.commands.help.nothing,
  keys: ["escape"],
  icon: X,
  run: ({ acts }) => acts.escape(),
};

export const remove: Command = {
  id: "editing.remove",
  group: "editing",
  name: say.deleteSelected,
  keys: ["delete", "backspace"],
  icon: Trash2,
  menus: ["selection"],
  isDanger: true,
  right: "write",
  isOffered: hasSelection,
  run: ({ acts }) => acts.remove(),
};

export const undo: Command = {
  id: "editing.undo",
  group: "editing",
  name: say.undo,
  keys: ["mod+z"],
  icon: Undo2,
  where: "everywhere",
  menus: ["table"],
  right: "write",
  run: ({ session }) => session.history.undo(),
};

export const redo: Command = {
  id: "editing.redo",
  group: "editing",
  name: say.redo,
  keys: ["mod+shift+z", "mod+y"],
  icon: Redo2,
  where: "everywhere",
  menus: ["table"],
  right: "write",
  run: ({ session }) => session.history.redo(),
};

export const editingCommands: readonly Command[] = [
  open,
  write,
  copyThingLink,
  selectAll,
  putDown,
  undo,
  redo,
  menu,
  remove,
];
