/** What can be done with a pile, and the dialog for its mark and colour. */
import {
  ArrowLeft,
  ArrowRight,
  ChevronsLeftRight,
  ChevronsRightLeft,
  Columns3,
  Ellipsis,
  ListChecks,
  MessagesSquare,
  Palette,
  PencilLine,
  Text,
  Trash2,
} from "lucide-react";
import { useState } from "react";
import {
  arrangements,
  deletePile,
  type Pile,
  pileColours,
  pileMarks,
  restylePile,
} from "../../../shared/sorting/piles.ts";
import { papersIn, stepPile } from "../../list/acts.ts";
import { arrangementIcons } from "../../needs/arrangement-icons.ts";
import { PileMark } from "../../needs/pile-mark.tsx";
import { useMayWrite, useSession } from "../../sync/use-board.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Menu } from "../../ui/menu.tsx";
import { toast } from "../../ui/toast.tsx";
import { words } from "../../words/words.ts";
import { useHands } from "../board-context.ts";
import { sortAloneChoices } from "../commands/alone-commands.ts";
import { useCommandPort } from "../commands/use-commands.ts";
import type { TableActs } from "../table-acts.ts";
import { select } from "../table-state.ts";
import styles from "./pile-menu.module.css";

export interface PileMenuProps {
  readonly acts: TableActs;
  readonly pile: Pile;
  readonly count: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onRename: () => void;
  readonly onDescribe: () => void;
}

export function PileMenu(props: PileMenuProps) {
  const { acts, pile, count, isFirst, isLast, onRename, onDescribe } = props;
  const session = useSession();
  const { state, talk } = useHands();
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
  const talkAbout = {
    label: words.talk.talkAboutPile,
    icon: MessagesSquare,
    onSelect: () => talk.open({ is: "about", about: { kind: "pile", id: pile.id } }),
  };
  const compareAll = {
    label: words.compare.compare,
    icon: Columns3,
    disabled: count < 2,
    onSelect: () => void acts.compare(papersIn(session.reader.view(), pile.id)),
  };
  if (!mayWrite) {
    return (
      <Menu
        align="end"
        trigger={<IconButton label={say.pileMenu(name)} icon={Ellipsis} size="small" />}
        items={[selectAll, compareAll, talkAbout]}
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
          compareAll,
          talkAbout,
          "separator",
          ...arrangements.map((how) => ({
            label: say.arrangements[how],
            icon: arrangementIcons[how],
            checked: how === pile.arrangement && !pile.folded,
            onSelect: () => void acts.arrange(pile.id, how),
          })),
          {
            label: pile.folded ? say.unfold : say.fold,
            icon: pile.folded ? ChevronsLeftRight : ChevronsRightLeft,
            shortcut: "shift+f",
            onSelect: () => void acts.fold(pile.id),
          },
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
  const port = useCommandPort();
  const mayWrite = useMayWrite();
  const aloneEntry = {
    label: sortAloneChoices.name,
    icon: sortAloneChoices.icon,
    disabled: count === 0,
    onSelect: () => void sortAloneChoices.run(port, port.situation()),
  };
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
        ...(mayWrite ? [aloneEntry] : []),
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
