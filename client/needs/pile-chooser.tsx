/** Which pile a need was seen in: a button that says it, with a menu of the piles. */
import { ChevronDown, Layers } from "lucide-react";
import type { PileId } from "../../shared/base/ids.ts";
import { useBoard } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import { needs as needWords } from "../words/en/needs.ts";
import { words } from "../words/words.ts";
import { pileIcons } from "./pile-mark.tsx";

export function PileChooser(props: {
  /** Undefined = the whole board. */
  readonly pile: PileId | undefined;
  readonly onChoose: (pile: PileId | undefined) => void;
}) {
  const piles = useBoard((view) => view.piles);
  const chosen = piles.find(({ id }) => id === props.pile);
  const name = chosen ? words.board.pileName(chosen) : needWords.wholeBoard;
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="small" icon={ChevronDown}>
          {needWords.seenInPile(name)}
        </Button>
      }
      items={[
        ...piles.map((pile) => ({
          label: words.board.pileName(pile),
          icon: pileIcons[pile.mark],
          checked: pile === chosen,
          onSelect: () => props.onChoose(pile.id),
        })),
        {
          label: needWords.wholeBoard,
          icon: Layers,
          checked: chosen === undefined,
          onSelect: () => props.onChoose(undefined),
        },
      ]}
    />
  );
}
