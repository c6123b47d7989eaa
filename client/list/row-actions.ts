/**
 * What can be done with the rows that are chosen, or the one with the focus: one description for the
 * column of buttons and for the menu on right click, so that keys, buttons and menu can do the same.
 */
import {
  ArrowDown,
  ArrowUp,
  Bookmark,
  BookOpen,
  ChevronsLeftRight,
  ChevronsRightLeft,
  CircleCheck,
  Columns3,
  ExternalLink,
  Lightbulb,
  ListPlus,
  MessageSquareHeart,
  MessagesSquare,
  Pencil,
  Quote,
  RotateCcw,
  RotateCw,
  StickyNote,
  Tag,
  Trash2,
} from "lucide-react";
import { arrangements, type Pile } from "../../shared/sorting/piles.ts";
import { arrangementIcons } from "../needs/arrangement-icons.ts";
import { stanceIcons } from "../papers/reading/stance-choice.tsx";
import type { MenuItem } from "../ui/menu.tsx";
import { list, list as listWords } from "../words/en/list.ts";
import { questions } from "../words/en/questions.ts";
import { tags } from "../words/en/tags.ts";
import { words } from "../words/words.ts";
import type { ListCommands } from "./commands.ts";
import { type Command, canChoose } from "./keys.ts";
import { linksIn } from "./row-links.ts";
import { aboutOf, asksQuestion } from "./row-names.ts";
import type { MarkRow, NoteRow, Row } from "./rows.ts";

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
  const citable = targets.some(({ kind }) => ["paper", "mark", "evidence"].includes(kind));
  const write: Action[] = [];
  if (onPaper) {
    const open = { label: list.read, icon: BookOpen, shortcut: "enter" };
    write.push({ ...open, onSelect: does({ does: "open" }) });
  }
  if (only?.kind === "need") {
    const open = { label: list.openNeed, icon: MessageSquareHeart, shortcut: "enter" };
    write.push({ ...open, onSelect: does({ does: "open" }) });
  }
  write.push(...following(only, run));
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
      {
        label: list.interpretation,
        icon: stanceIcons.interpretation,
        shortcut: "alt+i",
        onSelect: does({ does: "interpretation" }),
      },
    );
  }
  if (citable) {
    const cite = { label: list.cite, icon: Quote, shortcut: "alt+c" };
    write.push({ ...cite, onSelect: does({ does: "cite" }) });
  }
  if (only?.kind === "note" && only.stance === "interpretation") {
    const attach = { label: list.attach, icon: Quote, shortcut: "alt+c" };
    write.push({ ...attach, onSelect: does({ does: "cite" }) });
  }
  if (papers.length > 0) {
    const tag = { label: tags.tag, icon: Tag, shortcut: "alt+g" };
    write.push({ ...tag, onSelect: does({ does: "tag" }) });
  }
  if (only?.kind === "paper") {
    const keep = { label: words.commands.keepAnchor, icon: Bookmark, shortcut: "alt+k" };
    write.push({ ...keep, onSelect: does({ does: "keep" }) });
  }
  if (only && asksQuestion(only)) {
    write.push({
      label: only.closed ? questions.reopenThis : questions.closeThis,
      icon: only.closed ? RotateCcw : CircleCheck,
      shortcut: "alt+q",
      onSelect: does({ does: "close" }),
    });
  }
  const beside = papers.length > 1 || (only?.kind === "pile" && only.count > 1);
  if (beside) write.push(comparing(() => run({ does: "compare" })));
  if (citable || only?.kind === "pile") {
    const need = { label: list.newNeed, icon: Lightbulb, shortcut: "alt+e" };
    write.push({ ...need, onSelect: does({ does: "need" }) });
  }
  write.push(...talking(only, does));
  if (write.length > 0) groups.push({ name: "write", actions: write });

  const arrange = arranging(targets, only, commands, does);
  if (arrange.length > 0) groups.push({ name: "arrange", actions: arrange });

  const removable = targets.some(
    (one) => canChoose(one) || (one.kind === "pile" && one.pile !== undefined),
  );
  if (removable) {
    const label = labelOfRemoving(only);
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

function labelOfRemoving(only: Row | undefined): string {
  if (only?.kind === "pile") return list.removePile;
  if (only?.kind === "need") return list.removeNeed;
  return only?.kind === "evidence" ? list.removeEvidence : list.remove;
}

const comparing = (onSelect: () => void): Action => ({
  label: words.compare.compare,
  icon: Columns3,
  shortcut: "alt+s",
  onSelect,
});

/** The same for somebody who may only look. */
export function lookingActions(
  targets: readonly Row[],
  run: (command: Command) => void,
): readonly ActionGroup[] {
  const [only] = targets.length === 1 ? targets : [];
  const onPaper = only && only.kind !== "note" && "paper" in only && only.paper !== undefined;
  const read: Action = {
    label: listWords.read,
    icon: BookOpen,
    shortcut: "enter",
    onSelect: () => run({ does: "open" }),
  };
  const papers = targets.filter(({ kind }) => kind === "paper");
  const beside = papers.length > 1 || (only?.kind === "pile" && only.count > 1);
  const looks = [
    ...(onPaper ? [read] : []),
    ...(only?.kind === "need" ? [{ ...read, label: listWords.openNeed }] : []),
    ...following(only, run),
    ...(beside ? [comparing(() => run({ does: "compare" }))] : []),
    ...talking(only, (command) => () => run(command), false),
  ];
  return [
    ...(looks.length > 0 ? [{ name: "write", actions: looks } as const] : []),
    { name: "board", actions: [] },
  ];
}

/** One button a link; the key is the first one's. */
function following(row: Row | undefined, run: (command: Command) => void): readonly Action[] {
  return linksIn(row).map(({ url, where }, i) => ({
    label: listWords.follow(where),
    icon: ExternalLink,
    ...(i === 0 && { shortcut: "alt+l" }),
    onSelect: () => run({ does: "follow", url }),
  }));
}

/** About the thing, or with a thread about it. */
function talking(
  only: Row | undefined,
  does: (command: Command) => () => void,
  mayWrite = true,
): readonly Action[] {
  if (only?.kind === "thread") {
    const resolve: Action = {
      label: listWords.resolve,
      icon: CircleCheck,
      shortcut: "alt+r",
      onSelect: does({ does: "resolve" }),
    };
    const open: Action = {
      label: listWords.openThread,
      icon: MessagesSquare,
      shortcut: "enter",
      onSelect: does({ does: "open" }),
    };
    return mayWrite ? [open, resolve] : [open];
  }
  if (!only || !aboutOf(only)) return [];
  return [
    {
      label: words.talk.talkAbout,
      icon: MessagesSquare,
      shortcut: "alt+m",
      onSelect: does({ does: "talk" }),
    },
  ];
}

function arranging(
  targets: readonly Row[],
  only: Row | undefined,
  commands: ListCommands,
  does: (command: Command) => () => void,
): readonly Action[] {
  const actions: Action[] = [];
  if (only?.kind === "session" || (only?.kind === "pile" && only.pile)) {
    actions.push({
      label: only.kind === "session" ? list.changeBoard : list.rename,
      icon: Pencil,
      shortcut: "f2",
      onSelect: does({ does: "rename" }),
    });
  }
  if (only?.kind === "shape") {
    const label = words.shapes.write(only.shapeKind);
    actions.push({ label, icon: Pencil, shortcut: "f2", onSelect: does({ does: "rename" }) });
  }
  if (only?.kind === "need") {
    const edit = { label: list.editWords, icon: Pencil, shortcut: "f2" };
    actions.push({ ...edit, onSelect: does({ does: "rename" }) });
  }
  if ((only?.kind === "mark" && only.note) || only?.kind === "note") {
    const edit = { label: list.editWords, icon: Pencil, shortcut: "f2" };
    actions.push({ ...edit, onSelect: does({ does: "rename" }) }, ...stances(only, commands));
  }
  if (only?.kind === "pile" && only.pile) actions.push(...lying(only.pile, commands));
  const steps = (only?.kind === "pile" && only.pile !== undefined) || only?.kind === "need";
  if (steps || targets.some(({ kind }) => kind === "paper")) {
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
  if (targets.some(({ kind }) => kind === "paper")) {
    actions.push(
      {
        label: words.arranging.turnLeft,
        icon: RotateCcw,
        shortcut: "alt+arrowleft",
        onSelect: does({ does: "turn", by: -90 }),
      },
      {
        label: words.arranging.turnRight,
        icon: RotateCw,
        shortcut: "alt+arrowright",
        onSelect: does({ does: "turn", by: 90 }),
      },
    );
  }
  return actions;
}

/** How a pile's papers lie on the table. */
function lying(pile: Pile, commands: ListCommands): readonly Action[] {
  return [
    ...arrangements.map((how) => ({
      label: words.board.arrangements[how],
      icon: arrangementIcons[how],
      disabled: how === pile.arrangement && !pile.folded,
      onSelect: () => commands.arrangePile(pile, how),
    })),
    {
      label: pile.folded ? listWords.unfoldOnTable : listWords.foldOnTable,
      icon: pile.folded ? ChevronsLeftRight : ChevronsRightLeft,
      onSelect: () => commands.foldPile(pile),
    },
  ];
}

function stances(row: MarkRow | NoteRow, commands: ListCommands): readonly Action[] {
  const { note } = row;
  if (note === undefined) return [];
  const labels = {
    notice: listWords.toNotice,
    wonder: listWords.toWonder,
    interpretation: listWords.toInterpretation,
  } as const;
  return (["notice", "wonder", "interpretation"] as const)
    .filter((stance) => stance !== row.stance)
    .map((stance) => ({
      label: labels[stance],
      icon: stanceIcons[stance],
      onSelect: () => commands.restance(note, stance),
    }));
}
