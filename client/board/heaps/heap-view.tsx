/**
 * A heap on the table, the tray or a pile: its ground, its header, and what it says while it is empty.
 * Lies under the cards, in board units; the header keeps a readable size on the screen.
 */

import { useState } from "react";
import type { PileId } from "../../../shared/base/ids.ts";
import type { Heap } from "../../../shared/board/layout.ts";
import { limits } from "../../../shared/protocol/limits.ts";
import { describePile, type Pile, renamePile } from "../../../shared/sorting/piles.ts";
import { PileMark } from "../../needs/pile-mark.tsx";
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { useStore } from "../../ui/store.ts";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { words } from "../../words/words.ts";
import { useHands } from "../board-context.ts";
import { EditableWords } from "../editable-words.tsx";
import styles from "./heap-view.module.css";
import { PileMenu, TrayMenu } from "./pile-menu.tsx";

export interface HeapViewProps {
  /** Undefined = the tray of unsorted papers. */
  readonly pile: Pile | undefined;
  readonly heap: Heap;
  readonly count: number;
  /** 1 the first pile, 0 the tray: the key that sends papers here. */
  readonly digit: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Just added: its name is asked for at once. */
  readonly isNew: boolean;
}

export function HeapView({ pile, heap, count, digit, isFirst, isLast, isNew }: HeapViewProps) {
  const { state } = useHands();
  const isAimedAt = useStore(state, ({ aim }) => aim !== undefined && aim.pile === pile?.id);
  const hasPapers = useBoard((view) => view.papers.size > 0);
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
            <PileHeader {...{ pile, count, isFirst, isLast, isNew }} />
          ) : (
            <div className={styles["row"]}>
              <span className={styles["mark"]}>
                <PileMark pile={undefined} size="small" />
              </span>
              <h2 className={styles["name"]}>{words.board.unsorted}</h2>
              <Count count={count} />
              <div className={styles["menu"]}>
                <TrayMenu count={count} />
              </div>
            </div>
          )}
        </div>
      </div>
      {count === 0 && pile && hasPapers && mayWrite && (
        <p className={styles["empty"]}>{words.board.pileHelp(digit)}</p>
      )}
    </section>
  );
}

function PileHeader(
  props: Omit<HeapViewProps, "heap" | "pile" | "digit"> & { readonly pile: Pile },
) {
  const { pile, count, isFirst, isLast, isNew } = props;
  const session = useSession();
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
        <div className={styles["menu"]}>
          <PileMenu
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

function Count({ count }: { readonly count: number }) {
  return (
    <span className={styles["count"]}>
      <span aria-hidden>{count}</span>
      <VisuallyHidden>{words.board.papers(count)}</VisuallyHidden>
    </span>
  );
}
