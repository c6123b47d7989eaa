/**
 * What a command of the board is: one act with its name, its keys, its place in menus, and when it is
 * offered. Bars, context menus, the palette, the help sheet and the keys are all drawn from the one table
 * in all-commands.ts, so that a key, its hint and the help cannot differ.
 *
 * How a feature adds its own:
 *   1. a file beside this one, `export const drawingCommands: readonly Command[] = [...]`;
 *   2. one line in all-commands.ts;
 *   3. names in the feature's own words file; a group that is new also in `groups` here and in
 *      words.commands.groups.
 * A button takes name, icon, hint and act from its command by `CommandButton` (bars/command-button.tsx).
 * `run` may await an import, so what is large stays out of the first load.
 * test/unit/board-commands.test.ts holds the table to: ids once, and never two offered commands on a key.
 */
import type { NoteId, PaperId, RegionId } from "../../../shared/base/ids.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import { type Thing, thingsOf } from "../../../shared/board/things.ts";
import type { BoardAnswer } from "../../../shared/protocol/api.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import type { Icon } from "../../ui/button.tsx";
import type { BoardHands } from "../board-context.ts";
import type { TableActs } from "../table-acts.ts";
import type { OpenMenu, TableState } from "../table-state.ts";

/** In the order of the help sheet and of menus. */
export const groups = [
  "sorting",
  "tools",
  "objects",
  "editing",
  "moving",
  "together",
  "talk",
  "board",
] as const;
export type CommandGroup = (typeof groups)[number];

/**
 * Which context menu a command stands in: of the bare table, or of what is selected. A pile's menu is its
 * own (heaps/pile-menu.tsx), and a right click on the pile opens that one.
 */
export type MenuPlace = OpenMenu["on"];

/** What there is to act on, and who acts. The same object until something of it changes. */
export interface Situation {
  readonly mayWrite: boolean;
  /** Whether this person is of the team; a guest is not. */
  readonly isMember: boolean;
  readonly view: BoardView;
  /** Holds the open context menu too, with its place on the table. */
  readonly state: TableState;
  /** What is selected, by kind. */
  readonly papers: readonly PaperId[];
  readonly notes: readonly NoteId[];
  readonly regions: readonly RegionId[];
  /** The free things among them: notes, shapes and ink on the table, from the bottom up. */
  readonly things: readonly Thing[];
}

/** What commands act through. */
export interface CommandPort extends BoardHands {
  readonly board: BoardAnswer;
  readonly session: BoardSession;
  readonly acts: TableActs;
  situation(): Situation;
  /** Calls back after each change of the situation; the returned function stops it. */
  subscribe(listener: () => void): () => void;
}

export interface Command {
  /** `group.act`; never shown. */
  readonly id: string;
  readonly group: CommandGroup;
  readonly name: string | ((now: Situation) => string);
  /** The help sheet's words where they are not the name. Commands of the same words share a row. */
  readonly help?: string;
  /** As for `useHotkeys`; the first one is shown beside the name, the help sheet shows all. */
  readonly keys?: readonly string[];
  readonly icon?: Icon;
  /** Where the icon depends on what there is. */
  iconOf?(now: Situation): Icon | undefined;
  /** Where its keys act: at the table, or also in the list. By default at the table. */
  readonly where?: "table" | "everywhere";
  readonly menus?: readonly MenuPlace[];
  readonly isDanger?: boolean;
  /** An act that means nothing but as a key, such as an arrow: neither menus nor the palette show it. */
  readonly isKeyOnly?: boolean;
  /** What a person must be allowed; by default nothing. */
  readonly right?: "write" | "member";
  /** Whether this board has what it is about, whatever is selected; by default it has. */
  isThere?(now: Situation): boolean;
  /** Whether it means anything now, for whoever has the right; by default always. */
  isOffered?(now: Situation): boolean;
  /** For a command that is a switch or a choice: whether it is on. */
  isOn?(now: Situation): boolean;
  /** `false` = there was nothing to do, and a key keeps the browser's own meaning. */
  run(port: CommandPort, now: Situation): unknown;
}

export function situationOf(
  view: BoardView,
  state: TableState,
  rights: Pick<Situation, "mayWrite" | "isMember">,
): Situation {
  const ids = [...state.selection];
  return {
    ...rights,
    view,
    state,
    papers: ids.filter((id): id is PaperId => view.papers.has(id as PaperId)),
    notes: ids.filter((id): id is NoteId => view.notes.has(id as NoteId)),
    regions: ids.filter((id): id is RegionId => view.regions.has(id as RegionId)),
    things: ids.length === 0 ? [] : selectedThings(view, state.selection),
  };
}

const selectedThings = (view: BoardView, selection: ReadonlySet<string>): readonly Thing[] =>
  [...thingsOf(view).values()].filter(({ id }) => selection.has(id));

/** A command whose name is always the same. */
export interface NamedCommand extends Command {
  readonly name: string;
}

/** Whether this person could be offered the command here, were the right thing selected. */
export function mayEver({ right, isThere }: Command, now: Situation): boolean {
  if (right === "write" && !now.mayWrite) return false;
  if (right === "member" && !now.isMember) return false;
  return isThere?.(now) ?? true;
}

export const isOffered = (command: Command, now: Situation): boolean =>
  mayEver(command, now) && (command.isOffered?.(now) ?? true);

export function nameOf({ name }: Command, now: Situation): string {
  return typeof name === "string" ? name : name(now);
}

export const iconOf = (command: Command, now: Situation): Icon | undefined =>
  command.iconOf?.(now) ?? command.icon;

/** Whether something is selected. */
export const hasSelection = ({ state }: Situation): boolean => state.selection.size > 0;

/** Every key that some command has, once. */
export const keysOf = (commands: readonly Command[]): readonly string[] => [
  ...new Set(commands.flatMap(({ keys }) => keys ?? [])),
];

/** The command that a key means now. */
export function commandOn(
  commands: readonly Command[],
  key: string,
  now: Situation,
): Command | undefined {
  const { look, reading } = now.state;
  const isTable = look === "table" && reading === undefined;
  return commands.find(
    (command) =>
      command.keys?.includes(key) &&
      (isTable || command.where === "everywhere") &&
      isOffered(command, now),
  );
}
