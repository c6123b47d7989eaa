/** Sending the selected papers to a pile or back, by number, and what becomes of a stack by keys alone. */
import { Columns3, Inbox, MessageSquareHeart } from "lucide-react";
import type { PaperId } from "../../../shared/base/ids.ts";
import type { Note } from "../../../shared/board/notes.ts";
import { pileIcons } from "../../needs/pile-mark.tsx";
import { words } from "../../words/words.ts";
import { papersInOrder } from "../table/sorting.ts";
import { change } from "../table-state.ts";
import type { Command, Situation } from "./command.ts";

const say = words.board;
const hasPapers = ({ papers }: Situation): boolean => papers.length > 0;

/** The first nine piles have a key each; the others are reached by name. */
const piles = Array.from({ length: 24 }, (_, i): Command => {
  const nth = i + 1;
  return {
    id: `sorting.pile${nth}`,
    group: "sorting",
    name: ({ view }) => say.sendTo(view.piles[i] ? say.pileName(view.piles[i]) : ""),
    help: words.commands.help.sendToPile,
    ...(nth <= 9 && { keys: [String(nth)] }),
    iconOf: ({ view }) => view.piles[i] && pileIcons[view.piles[i].mark],
    menus: ["selection"],
    right: "write",
    isThere: ({ view }) => view.piles[i] !== undefined,
    isOffered: hasPapers,
    run: ({ acts }) => acts.sendToNumber(nth),
  };
});

export const sendBack: Command = {
  id: "sorting.unsorted",
  group: "sorting",
  name: say.sendTo(say.unsorted),
  help: words.commands.help.sendBack,
  keys: ["0"],
  icon: Inbox,
  menus: ["selection"],
  right: "write",
  isOffered: hasPapers,
  run: ({ acts }) => acts.sendToNumber(0),
};

export const cite: Command = {
  id: "sorting.cite",
  group: "sorting",
  name: say.evidence,
  icon: MessageSquareHeart,
  menus: ["selection"],
  right: "write",
  isOffered: ({ papers, regions }) => papers.length + regions.length > 0,
  run: ({ state }) => change(state, { dialog: "cite" }),
};

/** An interpretation on the table, alone in hand. */
function readingInHand({ view, notes, state }: Situation): Note | undefined {
  const [id] = state.selection.size === 1 ? notes : [];
  const note = id && view.notes.get(id);
  return note?.stance === "interpretation" && note.region === undefined ? note : undefined;
}

export const attach: Command = {
  id: "sorting.attach",
  group: "sorting",
  name: (now) => {
    const note = readingInHand(now);
    return say.attachEvidence(note ? (now.view.evidenceOf.get(note.id)?.length ?? 0) : 0);
  },
  help: say.attachHelp,
  keys: ["alt+e"],
  icon: MessageSquareHeart,
  menus: ["selection"],
  right: "write",
  isOffered: (now) => readingInHand(now) !== undefined,
  run: ({ state }) => change(state, { dialog: "attach" }),
};

export const compare: Command = {
  id: "sorting.compare",
  group: "sorting",
  name: words.compare.compare,
  help: words.compare.help,
  keys: ["shift+c"],
  icon: Columns3,
  menus: ["selection"],
  isOffered: (now) => compared(now).length > 1,
  run: ({ acts }, now) => acts.compare(compared(now)),
};

/** Those selected, in the order they lie in. */
function compared({ view, papers }: Situation): readonly PaperId[] {
  return papersInOrder(view).filter((id) => papers.includes(id));
}

export const sortingCommands: readonly Command[] = [...piles, sendBack, cite, attach, compare];

/** The command that sends to the pile at this place from the left, 0 being the first. */
export const sendToPile = (index: number): Command | undefined => piles[index];
