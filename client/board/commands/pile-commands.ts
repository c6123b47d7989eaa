/**
 * How piles lie, of the one that the paper in hand lies in; a pile's own menu does the same to its pile. What
 * is laid out is so for this person alone; all else is the same for everybody.
 */
import { ChevronsRightLeft, LayoutGrid, Rows3 } from "lucide-react";
import type { PaperId } from "../../../shared/base/ids.ts";
import { arrangements, canLayOut, type Pile } from "../../../shared/sorting/piles.ts";
import { arrangementIcons } from "../../needs/arrangement-icons.ts";
import { words } from "../../words/words.ts";
import type { Command, Situation } from "./command.ts";

const say = words.board;

function pileInHand({ view, state }: Situation): Pile | undefined {
  const lies = state.current && view.places.get(state.current as PaperId)?.pile;
  return view.piles.find(({ id }) => id === lies);
}
const hasPile = (now: Situation): boolean => pileInHand(now) !== undefined;

const ways = arrangements.map(
  (how): Command => ({
    id: `piles.${how}`,
    group: "sorting",
    name: say.arrangements[how],
    icon: arrangementIcons[how],
    right: "write",
    isOffered: hasPile,
    isOn: (now) => pileInHand(now)?.arrangement === how,
    run: ({ acts }, now) => acts.arrange(pileInHand(now)?.id, how),
  }),
);

const anotherWay: Command = {
  id: "piles.another",
  group: "sorting",
  name: say.anotherWay,
  help: words.commands.help.anotherWay,
  keys: ["shift+o"],
  icon: Rows3,
  right: "write",
  isOffered: hasPile,
  run: ({ acts }, now) => acts.arrange(pileInHand(now)?.id),
};

const fold: Command = {
  id: "piles.fold",
  group: "sorting",
  name: (now) => (pileInHand(now)?.folded ? say.unfold : say.fold),
  help: words.commands.help.fold,
  keys: ["shift+f"],
  icon: ChevronsRightLeft,
  right: "write",
  isOffered: hasPile,
  run: ({ acts }, now) => acts.fold(pileInHand(now)?.id),
};

const layOut: Command = {
  id: "piles.layOut",
  group: "sorting",
  name: (now) => {
    const pile = pileInHand(now);
    const name = pile ? say.pileName(pile) : "";
    return now.state.laidOut === pile?.id ? say.putTogether(name) : say.layOut(name);
  },
  help: words.commands.help.layOut,
  keys: ["o"],
  icon: LayoutGrid,
  isOffered: (now) => {
    const pile = pileInHand(now);
    return pile !== undefined && canLayOut(pile);
  },
  run: ({ acts }, now) => acts.layOut(pileInHand(now)?.id),
};

export const pileCommands: readonly Command[] = [...ways, anotherWay, fold, layOut];
