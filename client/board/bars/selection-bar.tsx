/**
 * What can be done with what is selected: always at the same place, so that hands learn it. Every act
 * that has a key has its button here.
 */
import { BookOpen, Inbox, Link, MessageSquareHeart, Trash2, X } from "lucide-react";
import { useState } from "react";
import type { NoteId, PaperId } from "../../../shared/base/ids.ts";
import { colourNote, noteColours } from "../../../shared/board/notes.ts";
import { NeedChooser } from "../../needs/need-chooser.tsx";
import { PileMark } from "../../needs/pile-mark.tsx";
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { Tooltip } from "../../ui/tooltip.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { words } from "../../words/words.ts";
import { useHands } from "../board-context.ts";
import { evidenceIn } from "../table/selecting.ts";
import type { TableActs } from "../table-acts.ts";
import { select } from "../table-state.ts";
import styles from "./selection-bar.module.css";

export function SelectionBar({ acts }: { readonly acts: TableActs }) {
  const { state } = useHands();
  const session = useSession();
  const selection = useStore(state, (value) => value.selection);
  const isAway = useStore(
    state,
    ({ isBusy, tool }) => isBusy || (tool !== "select" && tool !== "hand"),
  );
  const papers = useBoard((view) => view.papers);
  const notes = useBoard((view) => view.notes);
  const [isCiting, setCiting] = useState(false);
  const mayWrite = useMayWrite();
  const say = words.board;
  const ids = [...selection];
  const counts = {
    papers: ids.filter((id) => papers.has(id as PaperId)).length,
    notes: ids.filter((id) => notes.has(id as NoteId)).length,
    regions: 0,
  };
  counts.regions = ids.length - counts.papers - counts.notes;
  if (ids.length === 0 || isAway) return null;

  return (
    <div className={styles["bar"]} role="toolbar" aria-label={say.selectionBar}>
      <span className={styles["what"]}>{say.selected(counts)}</span>
      {mayWrite && counts.papers > 0 && <SendTo acts={acts} />}
      {mayWrite && counts.notes > 0 && <NoteColours ids={ids} />}
      {ids.length === 1 && counts.notes === 0 && (
        <Button
          size="small"
          variant="quiet"
          icon={BookOpen}
          onClick={() => acts.open(ids[0] ?? "")}
        >
          {counts.regions > 0 ? say.openMark : say.open}
        </Button>
      )}
      {mayWrite && counts.papers + counts.regions > 0 && (
        <IconButton
          size="small"
          label={say.evidence}
          icon={MessageSquareHeart}
          onClick={() => setCiting(true)}
        />
      )}
      {ids.length === 1 && counts.papers === 1 && (
        <IconButton
          size="small"
          label={say.copyPaperLink}
          icon={Link}
          onClick={() => void acts.copyLink(ids[0] as PaperId)}
        />
      )}
      {mayWrite && (
        <IconButton
          size="small"
          label={say.deleteSelected}
          icon={Trash2}
          shortcut="delete"
          onClick={acts.remove}
        />
      )}
      <IconButton
        size="small"
        label={say.clearSelection}
        icon={X}
        shortcut="escape"
        onClick={() => select(state, [])}
      />
      {isCiting && (
        <NeedChooser
          targets={evidenceIn(session.reader.view(), selection)}
          onDone={(need, added) => {
            setCiting(false);
            if (need) acts.cited(added ?? 0);
          }}
        />
      )}
    </div>
  );
}

function SendTo({ acts }: { readonly acts: TableActs }) {
  const piles = useBoard((view) => view.piles);
  return (
    <div className={styles["piles"]}>
      {piles.map((pile, i) => {
        const name = words.board.pileName(pile);
        return (
          <Pile key={pile.id} name={name} digit={i + 1} onSend={() => acts.sendTo(pile.id)}>
            <PileMark pile={pile} size="small" />
          </Pile>
        );
      })}
      <Pile name={words.board.unsorted} digit={0} onSend={() => acts.sendTo(undefined)}>
        <Inbox size={18} aria-hidden />
      </Pile>
    </div>
  );
}

function Pile(props: {
  readonly name: string;
  readonly digit: number;
  readonly onSend: () => void;
  readonly children: React.ReactNode;
}) {
  const { name, digit, onSend, children } = props;
  const key = digit <= 9 ? String(digit) : undefined;
  return (
    <Tooltip label={words.board.sendTo(name)} shortcut={key}>
      <button type="button" className={styles["pile"]} aria-keyshortcuts={key} onClick={onSend}>
        {children}
        <VisuallyHidden>{words.board.sendTo(name)}</VisuallyHidden>
        <span className={styles["pileName"]} aria-hidden>
          {name}
        </span>
        {key && (
          <kbd className={styles["key"]} aria-hidden>
            {key}
          </kbd>
        )}
      </button>
    </Tooltip>
  );
}

function NoteColours({ ids }: { readonly ids: readonly string[] }) {
  const session = useSession();
  const notes = useBoard((view) => view.notes);
  const chosen = ids.flatMap((id) => notes.get(id as NoteId) ?? []);
  return (
    <fieldset className={styles["colours"]}>
      <legend className={styles["unseen"]}>{words.board.noteColour}</legend>
      {noteColours.map((colour) => (
        <label key={colour} className={styles["colour"]} title={words.board.colours[colour]}>
          <input
            type="radio"
            name="note-colour"
            aria-label={words.board.colours[colour]}
            checked={chosen.every((note) => note.colour === colour)}
            onChange={() =>
              session.act((origin) =>
                session.doc.transact(() => {
                  for (const { id } of chosen) colourNote(session.doc, id, colour, origin);
                }, origin),
              )
            }
          />
          <span className={styles["dot"]} data-colour={colour} />
        </label>
      ))}
    </fieldset>
  );
}
