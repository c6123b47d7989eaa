/** Several things at once: lining up, stacking, grouping, locking; and copies of them. */
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  BringToFront,
  ClipboardPaste,
  Copy as CopyIcon,
  CopyPlus,
  Crop,
  Group,
  LassoSelect,
  LayoutGrid,
  Lock,
  LockOpen,
  MoveDown,
  MoveUp,
  RotateCcw,
  RotateCw,
  Scissors,
  SendToBack,
  Ungroup,
} from "lucide-react";
import type { ShapeId } from "../../../shared/base/ids.ts";
import type { Alignment } from "../../tools/arrange.ts";
import type { Icon } from "../../ui/button.tsx";
import { words } from "../../words/words.ts";
import type { Stacking } from "../arranging/arranging-acts.ts";
import type { Direction } from "../table/neighbours.ts";
import { change } from "../table-state.ts";
import type { Command, CommandPort, Situation } from "./command.ts";

const say = words.arranging;

/** Fetched when first used: what one does to several things is no part of the first look at a board. */
const acts = () => import("../arranging/arranging-acts.ts");
const clipboard = () => import("../arranging/clipboard.ts");

const sizes =
  ({ table }: CommandPort) =>
  (id: string) =>
    table.get()?.homeOf(id);
const ids = ({ things }: Situation): readonly string[] => things.map(({ id }) => id);
const free = ({ things }: Situation): number => things.filter(({ locked }) => !locked).length;

const shared = { group: "objects", menus: ["selection"], right: "write" } as const;

const alignKeys: { readonly [how in Alignment]: readonly [key: string, icon: Icon] } = {
  left: ["alt+a", AlignStartVertical],
  centre: ["alt+h", AlignCenterVertical],
  right: ["alt+d", AlignEndVertical],
  top: ["alt+w", AlignStartHorizontal],
  middle: ["alt+v", AlignCenterHorizontal],
  bottom: ["alt+s", AlignEndHorizontal],
};
const aligning = (Object.keys(alignKeys) as Alignment[]).map(
  (how): Command => ({
    ...shared,
    id: `objects.align.${how}`,
    name: say.align[how],
    keys: [alignKeys[how][0]],
    icon: alignKeys[how][1],
    isOffered: (now) => free(now) > 1,
    run: async (port, now) => (await acts()).align(port.session, ids(now), how, sizes(port)),
  }),
);

const distributing = (["x", "y"] as const).map(
  (axis): Command => ({
    ...shared,
    id: `objects.distribute.${axis}`,
    name: say.distribute[axis],
    keys: [axis === "x" ? "alt+shift+h" : "alt+shift+v"],
    icon: axis === "x" ? AlignHorizontalDistributeCenter : AlignVerticalDistributeCenter,
    isOffered: (now) => free(now) > 2,
    run: async (port, now) => (await acts()).distribute(port.session, ids(now), axis, sizes(port)),
  }),
);

const tidy: Command = {
  ...shared,
  id: "objects.tidy",
  name: say.tidy,
  keys: ["alt+t"],
  icon: LayoutGrid,
  isOffered: (now) => free(now) > 1,
  run: async (port, now) => (await acts()).tidy(port.session, ids(now), sizes(port)),
};

const stackKeys: { readonly [how in Stacking]: readonly [key: string, icon: Icon] } = {
  front: ["]", BringToFront],
  forward: ["alt+]", MoveUp],
  backward: ["alt+[", MoveDown],
  back: ["[", SendToBack],
};
const stacking = (Object.keys(stackKeys) as Stacking[]).map(
  (how): Command => ({
    ...shared,
    id: `objects.stack.${how}`,
    name: say.stack[how],
    keys: [stackKeys[how][0]],
    icon: stackKeys[how][1],
    isOffered: (now) => free(now) > 0,
    run: async (port, now) => (await acts()).restack(port.session, ids(now), how, sizes(port)),
  }),
);

export const group: Command = {
  ...shared,
  id: "objects.group",
  name: say.group,
  keys: ["mod+g"],
  icon: Group,
  isOffered: (now) =>
    free(now) > 1 && new Set(now.things.map((one) => one.group ?? one.id)).size > 1,
  run: async ({ session }, now) => (await acts()).group(session, ids(now)),
};

const ungroup: Command = {
  ...shared,
  id: "objects.ungroup",
  name: say.ungroup,
  keys: ["mod+shift+g"],
  icon: Ungroup,
  isOffered: ({ things }) => things.some((one) => one.group !== undefined),
  run: async ({ session }, now) => (await acts()).ungroup(session, ids(now)),
};

const isAllLocked = ({ things }: Situation): boolean => things.every(({ locked }) => locked);

const lock: Command = {
  ...shared,
  id: "objects.lock",
  name: (now) => (isAllLocked(now) && now.things.length > 0 ? say.unlock : say.lock),
  help: say.lock,
  keys: ["mod+shift+l"],
  icon: Lock,
  iconOf: (now) => (isAllLocked(now) ? LockOpen : Lock),
  isOffered: ({ things }) => things.length > 0,
  run: async ({ session }, now) => (await acts()).lock(session, ids(now), !isAllLocked(now)),
};

/** Free things turn as one; of papers, every page turns where it lies. */
const turning = ([-90, 90] as const).map(
  (by): Command => ({
    ...shared,
    id: by > 0 ? "objects.turnRight" : "objects.turnLeft",
    name: by > 0 ? say.turnRight : say.turnLeft,
    keys: [by > 0 ? "alt+arrowright" : "alt+arrowleft"],
    icon: by > 0 ? RotateCw : RotateCcw,
    isOffered: (now) => free(now) + now.papers.length > 0,
    async run(port, now) {
      const all = [...ids(now), ...now.papers];
      const pages = (await acts()).turn(port.session, all, by, sizes(port));
      if (pages > 0) change(port.state, { said: say.pagesTurned(pages, by > 0) });
    },
  }),
);
export const [turnLeft, turnRight] = turning as [Command, Command];

/** Of one image: which part of it shows. */
export const crop: Command = {
  ...shared,
  id: "objects.crop",
  name: words.shapes.crop,
  help: words.shapes.cropTitle,
  keys: ["x"],
  icon: Crop,
  isOffered: ({ things, state, view }) =>
    state.selection.size === 1 &&
    things.some(({ id, locked }) => !locked && view.shapes.get(id as ShapeId)?.kind === "image"),
  run: ({ state }) => change(state, { dialog: "crop" }),
};

export const duplicate: Command = {
  ...shared,
  id: "objects.duplicate",
  name: say.duplicate,
  keys: ["mod+d"],
  icon: CopyPlus,
  isOffered: ({ things }) => things.length > 0,
  run: async (port) => (await clipboard()).duplicate(port),
};

const copy: Command = {
  group: "objects",
  menus: ["selection"],
  id: "objects.copy",
  name: say.copy,
  keys: ["mod+c"],
  icon: CopyIcon,
  isOffered: ({ things }) => things.length > 0,
  // The browser then asks the page what to copy (use-clipboard.ts), as it does for its own menu.
  run: () => document.execCommand("copy"),
};

const cut: Command = {
  ...shared,
  id: "objects.cut",
  name: say.cut,
  keys: ["mod+x"],
  icon: Scissors,
  isOffered: (now) => free(now) > 0,
  run: () => document.execCommand("cut"),
};

const paste: Command = {
  id: "objects.paste",
  group: "objects",
  name: say.paste,
  icon: ClipboardPaste,
  menus: ["table", "selection"],
  right: "write",
  run: async (port) => (await clipboard()).pasteByButton(port),
};

/** Only the browser's own key may read what other programs copied: it then fires `paste`. */
const pasteKey: Command = {
  id: "objects.pasteKey",
  group: "objects",
  name: say.paste,
  keys: ["mod+v"],
  isKeyOnly: true,
  right: "write",
  run: () => false,
};

const lasso: Command = {
  id: "tool.lasso",
  group: "tools",
  name: say.lasso,
  keys: ["shift+v"],
  icon: LassoSelect,
  menus: ["table"],
  isOn: ({ state }) => state.sweep === "lasso",
  run: ({ state }) =>
    state.set((last) => ({
      ...last,
      tool: "select",
      sweep: last.sweep === "lasso" ? "rectangle" : "lasso",
    })),
};

/** Whether arrows move what is selected, instead of going from paper to paper. */
export const isNudging = ({ things, state, mayWrite }: Situation): boolean =>
  mayWrite && things.length > 0 && things.length === state.selection.size;

const ways: { readonly [way in Direction]: readonly [x: number, y: number] } = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};
const nudges = (["", "shift+"] as const).flatMap((held) =>
  (Object.keys(ways) as Direction[]).map((direction): Command => {
    const [x, y] = ways[direction];
    const far = held === "" ? 1 : 10;
    return {
      id: `moving.nudge.${held}${direction}`,
      group: "moving",
      // The same keys, so the same row of the help.
      help: held === "" ? words.commands.help.arrows : words.commands.help.extend,
      name: held === "" ? say.nudge : say.nudgeFar,
      keys: [`${held}arrow${direction}`],
      isKeyOnly: true,
      right: "write",
      isOffered: isNudging,
      run: async ({ session }, now) =>
        (await acts()).nudge(session, ids(now), { x: x * far, y: y * far }),
    };
  }),
);

/** Those that stand in the menu of the selection's bar. */
export const arrangingMenu: readonly Command[] = [
  ungroup,
  lock,
  ...aligning,
  ...distributing,
  tidy,
  ...stacking,
  ...turning,
];

export const arrangingCommands: readonly Command[] = [
  crop,
  lasso,
  duplicate,
  copy,
  cut,
  paste,
  pasteKey,
  group,
  ...arrangingMenu,
  ...nudges,
];
