/**
 * What can be done with the rows that are chosen, or the one with the focus: one description for the
 * column of buttons and for the menu on right click, so that keys, buttons and menu can do the same.
 */
import {
  ArrowDown,
  ArrowUp,
  BookOpen,
  Lightbulb,
  ListPlus,
  Pencil,
  Quote,
  StickyNote,
  Trash2,
} from "lucide-react";
import type { Pile } from "../../shared/sorting/piles.ts";
import { stanceIcons } from "../papers/reading/stance-choice.tsx";
import type { MenuItem } from "../ui/menu.tsx";
import { words } from "../words/words.ts";
import type { ListCommands } from "./commands.ts";
import { type Command, canChoose } from "./keys.ts";
import type { MarkRow, NoteRow, Row } from "./tree.ts";

export interface Action extends MenuItem {
  /** For an action that sends to a pile: shown with the pile's mark; null = the unsorted. */
  readonly pile?: Pile | null;
}
export interface ActionGroup {
  readonly name: "send" | "write" | "arrange" | "remove" | "board";
  readonly label?: string;
  readonly actions: readonly Action[];
}

export function actionsFor(
  targets: readonly Row[],
  piles: readonly Pile[],
  commands: ListCommands,
  run: (command: Command) => void,
): readonly ActionGroup[] {
  const [row] = targets;
  const { list } = words;
  const does = (command: Command) => (): void => run(command);
  const papers = targets.filter((one) => one.kind === "paper");
  const only = targets.length === 1 ? row : undefined;
  const groups: ActionGroup[] = [];

  if (papers.length > 0) {
    const common = papers.every(({ pile }) => pile === papers[0]?.pile);
    const here = (pile: Pile | undefined): boolean => common && papers[0]?.pile === pile?.id;
    groups.push({
      name: "send",
      label: list.sendTo,
      actions: [...piles, undefined].map((pile, i): Action => {
        const digit = pile ? i + 1 : 0;
        return {
          label: pile ? words.board.pileName(pile) : words.board.unsorted,
          pile: pile ?? null,
          disabled: here(pile),
          ...(digit <= 9 && { shortcut: `${digit}` }),
          onSelect: () =>
            commands.send(
              papers.map(({ paper }) => paper),
              pile?.id,
            ),
        };
      }),
    });
  }

  const onPaper = only && "paper" in only && only.paper !== undefined;
  const citable = targets.some(({ kind }) => kind === "paper" || kind === "mark");
  const write: Action[] = [];
  if (onPaper) {
    const open = { label: list.read, icon: BookOpen, shortcut: "enter" };
    write.push({ ...open, onSelect: does({ does: "open" }) });
  }
  if (only?.kind === "paper" || only?.kind === "mark") {
    write.push(
      {
        label: list.notice,
        icon: stanceIcons.notice,
        shortcut: "alt+n",
        onSelect: does({ does: "notice" }),
      },
      {
        label: list.wonder,
        icon: stanceIcons.wonder,
        shortcut: "alt+w",
        onSelect: does({ does: "wonder" }),
      },
    );
  }
  if (citable) {
    const cite = { label: list.cite, icon: Quote, shortcut: "alt+c" };
    write.push({ ...cite, onSelect: does({ does: "cite" }) });
  }
  if (citable || only?.kind === "pile") {
    const need = { label: list.newNeed, icon: Lightbulb, shortcut: "alt+e" };
    write.push({ ...need, onSelect: does({ does: "need" }) });
  }
  if (write.length > 0) groups.push({ name: "write", actions: write });

  const arrange = arranging(targets, only, commands, does);
  if (arrange.length > 0) groups.push({ name: "arrange", actions: arrange });

  const removable = targets.some(
    (one) => canChoose(one) || (one.kind === "pile" && one.pile !== undefined),
  );
  if (removable) {
    const label = only?.kind === "pile" ? list.removePile : list.remove;
    const remove = { label, icon: Trash2, shortcut: "delete", danger: true };
    groups.push({
      name: "remove",
      actions: [{ ...remove, onSelect: does({ does: "delete" }) }],
    });
  }
  groups.push({
    name: "board",
    actions: [
      { label: list.addPile, icon: ListPlus, onSelect: commands.addPile },
      { label: list.note, icon: StickyNote, onSelect: commands.addTableNote },
    ],
  });
  return groups;
}

/** The same for somebody who may only look. */
export function lookingActions(
  targets: readonly Row[],
  run: (command: Command) => void,
): readonly ActionGroup[] {
  const [only] = targets.length === 1 ? targets : [];
  const onPaper = only && only.kind !== "note" && "paper" in only && only.paper !== undefined;
  const read: Action = {
    label: words.list.read,
    icon: BookOpen,
    shortcut: "enter",
    onSelect: () => run({ does: "open" }),
  };
  return [
    ...(onPaper ? [{ name: "write", actions: [read] } as const] : []),
    { name: "board", actions: [] },
  ];
}

function arranging(
  targets: readonly Row[],
  only: Row | undefined,
  commands: ListCommands,
  does: (command: Command) => () => void,
): readonly Action[] {
  const { list } = words;
  const actions: Action[] = [];
  if (only?.kind === "session" || (only?.kind === "pile" && only.pile)) {
    actions.push({
      label: only.kind === "session" ? list.changeBoard : list.rename,
      icon: Pencil,
      shortcut: "f2",
      onSelect: does({ does: "rename" }),
    });
  }
  if ((only?.kind === "mark" && only.note) || only?.kind === "note") {
    const edit = { label: list.editWords, icon: Pencil, shortcut: "f2" };
    actions.push({ ...edit, onSelect: does({ does: "rename" }) }, ...stances(only, commands));
  }
  const pile = only?.kind === "pile" && only.pile !== undefined;
  if (pile || targets.some(({ kind }) => kind === "paper")) {
    actions.push(
      {
        label: list.moveUp,
        icon: ArrowUp,
        shortcut: "alt+arrowup",
        onSelect: does({ does: "step", by: -1 }),
      },
      {
        label: list.moveDown,
        icon: ArrowDown,
        shortcut: "alt+arrowdown",
        onSelect: does({ does: "step", by: 1 }),
      },
    );
  }
  return actions;
}

function stances(row: MarkRow | NoteRow, commands: ListCommands): readonly Action[] {
  const { note } = row;
  if (note === undefined) return [];
  return (["notice", "wonder"] as const)
    .filter((stance) => stance !== row.stance)
    .map((stance) => ({
      label: stance === "notice" ? words.list.toNotice : words.list.toWonder,
      icon: stanceIcons[stance],
      onSelect: () => commands.restance(note, stance),
    }));
}
