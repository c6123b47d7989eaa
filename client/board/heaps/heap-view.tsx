/**
 * A heap on the table, the tray or a pile: its ground, its header, and what it says while it is empty.
 * Lies under the cards, in board units; the header keeps a readable size on the screen.
 */

import { ChevronsLeftRight, Layers, LayoutGrid } from "lucide-react";
import { useState } from "react";
import type { PileId } from "../../../shared/base/ids.ts";
import type { Heap } from "../../../shared/board/layout.ts";
import { limits } from "../../../shared/protocol/limits.ts";
import { canLayOut, describePile, type Pile, renamePile } from "../../../shared/sorting/piles.ts";
import { PileMark } from "../../needs/pile-mark.tsx";
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { TalkSign } from "../../talk/talk-sign.tsx";
import { IconButton } from "../../ui/button.tsx";
import { ariaHotkey } from "../../ui/hotkeys.ts";
import { useStore } from "../../ui/store.ts";
import { Tooltip } from "../../ui/tooltip.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { words } from "../../words/words.ts";
import { CommandButton } from "../bars/command-button.tsx";
import { useHands } from "../board-context.ts";
import { sortAlone, talkBetween } from "../commands/alone-commands.ts";
import { EditableWords } from "../editable-words.tsx";
import type { TableActs } from "../table-acts.ts";
import styles from "./heap-view.module.css";
import { PileMenu, TrayMenu } from "./pile-menu.tsx";

export interface HeapViewProps {
  readonly acts: TableActs;
  /** Undefined = the tray of unsorted papers. */
  readonly pile: Pile | undefined;
  readonly heap: Heap;
  /** Where its first row of papers ends, in board units from its top. */
  readonly below: number;
  readonly count: number;
  /** 1 the first pile, 0 the tray: the key that sends papers here. */
  readonly digit: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Just added: its name is asked for at once. */
  readonly isNew: boolean;
}

export function HeapView(props: HeapViewProps) {
  const { acts, pile, heap, below, count, digit } = props;
  const { state } = useHands();
  const isAimedAt = useStore(state, ({ aim }) => aim !== undefined && aim.pile === pile?.id);
  const hasPapers = useBoard((view) => view.papers.size > 0);
  const isBetween = useBoard((view) => view.between !== undefined);
  const mayWrite = useMayWrite();
  const name = pile ? words.board.pileName(pile) : words.board.unsorted;
  const { x, y, w, h } = heap.frame;
  return (
    <section
      className={styles["heap"]}
      data-colour={pile?.colour ?? "tray"}
      data-aim={isAimedAt || undefined}
      aria-label={`${name}, ${words.board.papers(count)}`}
      style={{ left: x, top: y, width: w, height: h }}
    >
      <div className={styles["header"]} style={{ height: heap.header.h }}>
        <div className={styles["inner"]}>
          {pile ? (
            <PileHeader {...props} pile={pile} />
          ) : (
            <div className={styles["row"]}>
              <span className={styles["mark"]}>
                <PileMark pile={undefined} size="small" />
              </span>
              <h2 className={styles["name"]}>{words.board.unsorted}</h2>
              <Count count={count} />
              <div className={styles["menu"]} data-kept={isBetween || undefined}>
                {isBetween && <CommandButton command={talkBetween} size="small" />}
                {count > 0 && mayWrite && !isBetween && (
                  <CommandButton command={sortAlone} size="small" />
                )}
                <TrayMenu count={count} />
              </div>
            </div>
          )}
        </div>
      </div>
      {count === 0 && pile && hasPapers && mayWrite && (
        <p className={styles["empty"]}>{words.board.pileHelp(digit)}</p>
      )}
      {pile && heap.lies === "stack" && (pile.folded || count > 1) && (
        <BelowStack acts={acts} pile={pile} top={below} />
      )}
    </section>
  );
}

function PileHeader(
  props: Omit<HeapViewProps, "heap" | "below" | "pile" | "digit"> & { readonly pile: Pile },
) {
  const { acts, pile, count, isFirst, isLast, isNew } = props;
  const session = useSession();
  const { state } = useHands();
  const isOut = useStore(state, ({ laidOut }) => laidOut === pile.id);
  const [asked, setAsked] = useState({ name: 0, criterion: 0 });
  const write = (edit: (id: PileId, origin: unknown) => void): void =>
    session.act((origin) => edit(pile.id, origin));
  return (
    <>
      <div className={styles["row"]}>
        <span className={styles["mark"]}>
          <PileMark pile={pile} size="small" />
        </span>
        <h2 className={styles["name"]}>
          <EditableWords
            value={words.board.pileName(pile)}
            placeholder={words.board.newPile}
            label={words.board.pileNameField}
            maxLength={limits.nameLength}
            startsEditing={isNew}
            asked={asked.name}
            onChange={(next) => write((id, origin) => renamePile(session.doc, id, next, origin))}
          />
        </h2>
        <Count count={count} />
        <TalkSign of={pile.id} />
        <div className={styles["menu"]} data-kept={isOut || undefined}>
          {(isOut || pile.arrangement === "fan") && canLayOut(pile) && count > 1 && (
            <LayOut acts={acts} pile={pile} isOut={isOut} />
          )}
          <PileMenu
            acts={acts}
            pile={pile}
            count={count}
            isFirst={isFirst}
            isLast={isLast}
            onRename={() => setAsked((last) => ({ ...last, name: last.name + 1 }))}
            onDescribe={() => setAsked((last) => ({ ...last, criterion: last.criterion + 1 }))}
          />
        </div>
      </div>
      <div className={styles["criterion"]} data-written={pile.criterion !== "" || undefined}>
        <EditableWords
          value={pile.criterion}
          placeholder={words.board.criterion}
          label={words.board.criterionField}
          maxLength={400}
          asked={asked.criterion}
          onChange={(next) => write((id, origin) => describePile(session.doc, id, next, origin))}
        />
      </div>
    </>
  );
}

type LayOutProps = Pick<HeapViewProps, "acts"> & { readonly pile: Pile };

/** A fan is spread from its header; what is laid out is put together again there. */
function LayOut({ acts, pile, isOut }: LayOutProps & { readonly isOut: boolean }) {
  const name = words.board.pileName(pile);
  return (
    <IconButton
      label={isOut ? words.board.putTogether(name) : words.board.layOut(name)}
      icon={isOut ? Layers : LayoutGrid}
      shortcut="o"
      size="small"
      onClick={() => acts.layOut(pile.id)}
    />
  );
}

/** Below a stack: spreads it for this person, or opens for everybody what was folded away. */
function BelowStack({ acts, pile, top }: LayOutProps & { readonly top: number }) {
  const mayWrite = useMayWrite();
  const { board } = words;
  const name = board.pileName(pile);
  const { folded } = pile;
  if (folded && !mayWrite) return null;
  return (
    <Tooltip
      label={folded ? board.unfoldPile(name) : board.layOut(name)}
      shortcut={folded ? "shift+f" : "o"}
    >
      <button
        type="button"
        className={styles["below"]}
        style={{ top }}
        aria-label={folded ? board.unfoldPile(name) : board.layOut(name)}
        aria-keyshortcuts={ariaHotkey(folded ? "shift+f" : "o")}
        onClick={() => (folded ? acts.fold(pile.id) : acts.layOut(pile.id))}
      >
        {folded ? <ChevronsLeftRight aria-hidden /> : <LayoutGrid aria-hidden />}
        <span>{folded ? board.unfold : board.layOutShort}</span>
      </button>
    </Tooltip>
  );
}

function Count({ count }: { readonly count: number }) {
  return (
    <span className={styles["count"]}>
      <span aria-hidden>{count}</span>
      <VisuallyHidden>{words.board.papers(count)}</VisuallyHidden>
    </span>
  );
}
