/**
 * One row of the tree. Drawn again only when the row itself, its focus, its choice or its field
 * changed. Keys are the tree's; the two small buttons are for pointers and fingers.
 */
import { Check, ChevronRight } from "lucide-react";
import { type DragEvent, memo, useState } from "react";
import type { PaperId, PileId } from "../../shared/base/ids.ts";
import { carryEvidence } from "../papers/evidence-drag.ts";
import { classes } from "../ui/classes.ts";
import { list as listWords } from "../words/en/list.ts";
import { canChoose } from "./keys.ts";
import styles from "./list-row.module.css";
import type { NameMember } from "./member-names.ts";
import { carriedPapers, carriesPapers, carryPapers } from "./row-drag.ts";
import { RowEditor } from "./row-editor.tsx";
import { nameOf } from "./row-names.ts";
import { RowWords } from "./row-words.tsx";
import type { PaperRow, Row } from "./rows.ts";

/** What rows call back; one object for all rows, for the life of the list. */
export interface RowPort {
  readonly nameMember: NameMember;
  readonly toggle: (row: Row) => void;
  readonly choose: (row: Row) => void;
  readonly finish: (row: Row) => void;
  /** The papers that go with one being dragged: those chosen, if it is one of them. */
  readonly carried: (row: PaperRow) => readonly PaperId[];
  readonly drop: (papers: readonly PaperId[], pile: PileId | undefined) => void;
}

export interface ListRowProps {
  readonly row: Row;
  readonly hasFocus: boolean;
  readonly isChosen: boolean;
  readonly isEditing: boolean;
  /** Names of colleagues who read this paper now, in words, or "". */
  readonly readers: string;
  readonly port: RowPort;
}

export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { row, hasFocus, isChosen, isEditing, readers, port } = props;
  const [isOver, setOver] = useState(false);
  const choosable = canChoose(row);
  const draggable =
    !isEditing && (row.kind === "paper" || row.kind === "mark" || row.kind === "evidence");
  const name = nameOf(row);
  // What the row shows is its name; the small buttons in it are not.
  const labelId = `row ${row.key}`.replace(/\s/g, "-");

  return (
    <div
      role="treeitem"
      aria-labelledby={isEditing ? undefined : labelId}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-expanded={row.expanded}
      aria-selected={choosable ? isChosen : undefined}
      tabIndex={hasFocus ? 0 : -1}
      style={row.kind === "note" || row.kind === "shape" ? deeper(row.level) : undefined}
      data-key={row.key}
      className={classes(
        styles["row"],
        styles[row.kind],
        hasFocus && styles["here"],
        isChosen && styles["chosen"],
        isOver && styles["over"],
      )}
      draggable={draggable}
      onDragStart={(event) => {
        if (row.kind === "paper") {
          carryEvidence(event.dataTransfer, { paper: row.paper });
          carryPapers(event.dataTransfer, port.carried(row));
        } else if (row.kind === "mark") {
          carryEvidence(event.dataTransfer, { region: row.region });
        } else if (row.kind === "evidence") {
          const { paper, region } = row;
          carryEvidence(event.dataTransfer, region ? { region } : { paper });
        }
      }}
      {...(row.kind === "pile"
        ? takesPapers(setOver, (papers) => port.drop(papers, row.pile?.id))
        : {})}
    >
      <span className={styles["turn"]}>
        {row.expanded !== undefined && (
          <button
            type="button"
            tabIndex={-1}
            className={styles["twisty"]}
            aria-label={row.expanded ? listWords.fold(name) : listWords.unfold(name)}
            onClick={(event) => {
              event.stopPropagation();
              port.toggle(row);
            }}
          >
            <ChevronRight size={18} aria-hidden />
          </button>
        )}
      </span>
      {choosable && (
        <button
          type="button"
          tabIndex={-1}
          className={styles["check"]}
          aria-label={listWords.choose(name)}
          aria-pressed={isChosen}
          onClick={(event) => {
            event.stopPropagation();
            port.choose(row);
          }}
        >
          <span className={styles["box"]}>
            <Check size={14} strokeWidth={3} aria-hidden />
          </span>
        </button>
      )}
      <div id={labelId} className={styles["content"]}>
        {isEditing ? (
          <RowEditor row={row} onDone={() => port.finish(row)} />
        ) : (
          <RowWords row={row} readers={readers} nameMember={port.nameMember} />
        )}
      </div>
    </div>
  );
});

/** Things in a frame stand farther in than those free on the table. */
const deeper = (level: number) => ({ ["--deeper" as string]: level - 3 });

/** A pile's row takes the papers let go on it. */
function takesPapers(
  onOver: (over: boolean) => void,
  onTake: (papers: readonly PaperId[]) => void,
) {
  return {
    onDragOver(event: DragEvent): void {
      if (!carriesPapers(event.dataTransfer)) return;
      event.preventDefault();
      onOver(true);
    },
    onDragLeave: (): void => onOver(false),
    onDrop(event: DragEvent): void {
      onOver(false);
      event.preventDefault();
      onTake(carriedPapers(event.dataTransfer));
    },
  };
}
