/** What can be done with a pile, and the dialog for its mark and colour. */
import {
  ArrowLeft,
  ArrowRight,
  Ellipsis,
  ListChecks,
  Palette,
  PencilLine,
  Text,
  Trash2,
} from "lucide-react";
import { useState } from "react";
import {
  deletePile,
  type Pile,
  pileColours,
  pileMarks,
  restylePile,
} from "../../../shared/sorting/piles.ts";
import { papersIn, stepPile } from "../../list/acts.ts";
import { PileMark } from "../../needs/pile-mark.tsx";
import { useMayWrite, useSession } from "../../sync/use-board.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Menu } from "../../ui/menu.tsx";
import { toast } from "../../ui/toast.tsx";
import { words } from "../../words/words.ts";
import { useHands } from "../board-context.ts";
import { select } from "../table-state.ts";
import styles from "./pile-menu.module.css";

export interface PileMenuProps {
  readonly pile: Pile;
  readonly count: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onRename: () => void;
  readonly onDescribe: () => void;
}

export function PileMenu(props: PileMenuProps) {
  const { pile, count, isFirst, isLast, onRename, onDescribe } = props;
  const session = useSession();
  const { state } = useHands();
  const [isRestyling, setRestyling] = useState(false);
  const mayWrite = useMayWrite();
  const say = words.board;
  const name = say.pileName(pile);

  function remove(): void {
    session.act((origin) => deletePile(session.doc, pile.id, origin));
    toast({
      title: say.pileRemoved(name, count),
      action: { label: say.undo, onSelect: session.history.undo },
    });
  }

  const selectAll = {
    label: say.selectAllIn,
    icon: ListChecks,
    disabled: count === 0,
    onSelect: () => select(state, papersIn(session.reader.view(), pile.id)),
  };
  if (!mayWrite) {
    return (
      <Menu
        align="end"
        trigger={<IconButton label={say.pileMenu(name)} icon={Ellipsis} size="small" />}
        items={[selectAll]}
      />
    );
  }

  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton label={say.pileMenu(name)} icon={Ellipsis} size="small" />}
        items={[
          { label: say.renamePile, icon: PencilLine, onSelect: onRename },
          { label: say.editCriterion, icon: Text, onSelect: onDescribe },
          { label: say.changeLook, icon: Palette, onSelect: () => setRestyling(true) },
          selectAll,
          "separator",
          {
            label: say.moveLeft,
            icon: ArrowLeft,
            disabled: isFirst,
            onSelect: () => void stepPile(session, pile.id, -1),
          },
          {
            label: say.moveRight,
            icon: ArrowRight,
            disabled: isLast,
            onSelect: () => void stepPile(session, pile.id, 1),
          },
          "separator",
          { label: say.removePile, icon: Trash2, danger: true, onSelect: remove },
        ]}
      />
      {isRestyling && <PileLook pile={pile} onClose={() => setRestyling(false)} />}
    </>
  );
}

/** The unsorted are no pile: they can only be taken all at once. */
export function TrayMenu({ count }: { readonly count: number }) {
  const session = useSession();
  const { state } = useHands();
  const say = words.board;
  return (
    <Menu
      align="end"
      trigger={<IconButton label={say.pileMenu(say.unsorted)} icon={Ellipsis} size="small" />}
      items={[
        {
          label: say.selectAllIn,
          icon: ListChecks,
          disabled: count === 0,
          onSelect: () => select(state, papersIn(session.reader.view(), undefined)),
        },
      ]}
    />
  );
}

function PileLook({ pile, onClose }: { readonly pile: Pile; readonly onClose: () => void }) {
  const session = useSession();
  const say = words.board;
  const restyle = (look: Partial<Pick<Pile, "mark" | "colour">>): void =>
    session.act((origin) => restylePile(session.doc, pile.id, { ...pile, ...look }, origin));
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={say.lookOf(say.pileName(pile))}
      footer={
        <Button variant="primary" onClick={onClose}>
          {say.done}
        </Button>
      }
    >
      <fieldset className={styles["choices"]}>
        <legend className={styles["legend"]}>{say.mark}</legend>
        {pileMarks.map((mark) => (
          <label key={mark} className={styles["choice"]}>
            <input
              type="radio"
              name="mark"
              checked={mark === pile.mark}
              onChange={() => restyle({ mark })}
            />
            <PileMark pile={{ mark, colour: pile.colour }} />
            <span>{say.marks[mark]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className={styles["choices"]}>
        <legend className={styles["legend"]}>{say.colour}</legend>
        {pileColours.map((colour) => (
          <label key={colour} className={styles["choice"]}>
            <input
              type="radio"
              name="colour"
              checked={colour === pile.colour}
              onChange={() => restyle({ colour })}
            />
            <PileMark pile={{ mark: pile.mark, colour }} />
            <span>{say.colours[colour]}</span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
