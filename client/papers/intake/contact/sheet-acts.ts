/**
 * What can be done to pages of the contact sheet, each by a button with a name and by a key, and what
 * is said when it is done.
 */
import {
  ArrowLeft,
  ArrowRight,
  Crop,
  Group,
  Merge,
  RotateCw,
  Scissors,
  Trash2,
} from "lucide-react";
import type { Icon } from "../../../ui/button.tsx";
import { isApple, type KeyPress, matchesHotkey, parseHotkey } from "../../../ui/hotkeys.ts";
import { contactSheet as sheetWords } from "../../../words/en/contact-sheet.ts";
import { gathered, type Slot, stepSlot, withCut, withMoved } from "../arrange.ts";
import type { Intake } from "../intake.ts";
import { type IntakePage, papersOf } from "../intake-state.ts";

const says = sheetWords;

type Papers = readonly (readonly IntakePage[])[];

export interface SheetAct {
  readonly name: string;
  readonly icon: Icon;
  readonly key: string;
  /** Undefined where the act makes no sense; otherwise does it and answers what to say. */
  readonly offered: (
    intake: Intake,
    papers: Papers,
    keys: ReadonlySet<number>,
  ) => (() => string) | undefined;
}

export const sheetActs: readonly SheetAct[] = [
  {
    name: says.turn,
    icon: RotateCw,
    key: "r",
    offered: (intake, _, keys) => () => {
      intake.turn([...keys]);
      return says.turned(keys.size);
    },
  },
  {
    name: says.earlier,
    icon: ArrowLeft,
    key: "alt+arrowleft",
    offered: (intake, papers, keys) => moveBy(intake, papers, keys, -1),
  },
  {
    name: says.later,
    icon: ArrowRight,
    key: "alt+arrowright",
    offered: (intake, papers, keys) => moveBy(intake, papers, keys, 1),
  },
  {
    name: says.opens,
    icon: Scissors,
    key: "n",
    offered(intake, papers, keys) {
      const first = firstOf(papers, keys);
      if (first === undefined || keys.size > 1 || begins(papers, first)) return undefined;
      return () => {
        intake.arrange((pages, grouping) => withCut(pages, grouping, first, true));
        return says.opened(nameNow(intake, first));
      };
    },
  },
  {
    name: says.joins,
    icon: Merge,
    key: "j",
    offered(intake, papers, keys) {
      const first = firstOf(papers, keys);
      const home = papers.findIndex((paper) => paper.some(({ key }) => key === first));
      const isOne = papers[home]?.every(({ key }) => key === first) || keys.size === 1;
      const start = papers[home]?.[0]?.key;
      if (start === undefined || home === 0 || !isOne || start !== first) return undefined;
      return () => {
        intake.arrange((pages, grouping) => withCut(pages, grouping, start, false));
        return says.joined(nameNow(intake, start));
      };
    },
  },
  {
    name: says.gather,
    icon: Group,
    key: "g",
    offered(intake, papers, keys) {
      const isPaper = papers.some(
        (paper) => paper.length === keys.size && paper.every(({ key }) => keys.has(key)),
      );
      if (keys.size < 2 || isPaper) return undefined;
      return () => {
        intake.arrange((pages, grouping) => gathered(pages, grouping, keys));
        return says.gathered(keys.size);
      };
    },
  },
  {
    name: says.fit,
    icon: Crop,
    key: "enter",
    offered(intake, papers, keys) {
      const [key] = keys;
      const page = papers.flat().find((each) => each.key === key);
      if (keys.size !== 1 || !page?.whole) return undefined;
      return () => {
        intake.toFit(page.key);
        return "";
      };
    },
  },
  {
    name: says.takeOut,
    icon: Trash2,
    key: "delete",
    offered: (intake, _, keys) => () => {
      intake.drop([...keys], true);
      return says.takenOut(keys.size);
    },
  },
];

/** The act that a key asks for. */
export function actFor(press: KeyPress): SheetAct | undefined {
  return sheetActs.find(({ key }) => matchesHotkey(parseHotkey(key), press, isApple()));
}

/** Moves pages to a slot, as one step. */
export function moveTo(intake: Intake, keys: ReadonlySet<number>, slot: Slot): string {
  intake.arrange((pages, grouping) => withMoved(pages, grouping, keys, slot));
  const first = firstOf(papersOf(intake.state.get()), keys);
  return first === undefined ? "" : says.movedTo(nameNow(intake, first));
}

function moveBy(
  intake: Intake,
  papers: Papers,
  keys: ReadonlySet<number>,
  by: -1 | 1,
): (() => string) | undefined {
  const slot = stepSlot(papers, keys, by);
  return slot && (() => moveTo(intake, keys, slot));
}

const firstOf = (papers: Papers, keys: ReadonlySet<number>): number | undefined =>
  papers.flat().find(({ key }) => keys.has(key))?.key;

const begins = (papers: Papers, key: number): boolean =>
  papers.some(([first]) => first?.key === key);

/** What a page is called where it lies now. */
function nameNow(intake: Intake, key: number): string {
  const papers = papersOf(intake.state.get());
  const at = papers.findIndex((paper) => paper.some((page) => page.key === key));
  const paper = papers[at] ?? [];
  return says.page(at + 1, paper.findIndex((page) => page.key === key) + 1, paper.length);
}
