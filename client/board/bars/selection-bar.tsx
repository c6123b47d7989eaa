/**
 * What can be done with what is selected: always at the same place, so that hands learn it. Every act
 * that has a key has its button here.
 */

import { Inbox, Layers, PencilLine } from "lucide-react";
import { Suspense } from "react";
import type { NoteId, PaperId, RegionId, ShapeId, StrokeId } from "../../../shared/base/ids.ts";
import { colourNote, noteColours } from "../../../shared/board/notes.ts";
import { PileMark } from "../../needs/pile-mark.tsx";
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { useStore } from "../../ui/store.ts";
import { Tooltip } from "../../ui/tooltip.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { words } from "../../words/words.ts";
import { useHands } from "../board-context.ts";
import {
  arrangingMenu,
  crop,
  duplicate,
  group,
  turnLeft,
  turnRight,
} from "../commands/arranging-commands.ts";
import { isOffered, nameOf } from "../commands/command.ts";
import { copyThingLink, open, putDown, remove } from "../commands/editing-commands.ts";
import { tag } from "../commands/questions-commands.ts";
import { attach, cite, compare, sendBack, sendToPile } from "../commands/sorting-commands.ts";
import { talk } from "../commands/talk-commands.ts";
import { connect } from "../commands/tool-commands.ts";
import { useCommandPort, useSituation } from "../commands/use-commands.ts";
import { NeedChooser } from "../parts.ts";
import { evidenceIn } from "../table/selecting.ts";
import type { TableActs } from "../table-acts.ts";
import { change } from "../table-state.ts";
import { CommandButton } from "./command-button.tsx";
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
  const regions = useBoard((view) => view.regions);
  const shapes = useBoard((view) => view.shapes);
  const strokes = useBoard((view) => view.strokes);
  const isCiting = useStore(state, ({ dialog }) => dialog === "cite");
  const mayWrite = useMayWrite();
  const say = words.board;
  const ids = [...selection];
  const counts = {
    papers: ids.filter((id) => papers.has(id as PaperId)).length,
    notes: ids.filter((id) => notes.has(id as NoteId)).length,
    regions: ids.filter((id) => regions.has(id as RegionId)).length,
    shapes: ids.filter((id) => shapes.has(id as ShapeId)).length,
    strokes: ids.filter((id) => strokes.has(id as StrokeId)).length,
  };
  const [only] = ids.length === 1 ? ids : [];
  const isImage = shapes.get(only as ShapeId)?.kind === "image";
  if (ids.length === 0 || isAway) return null;

  return (
    <div className={styles["bar"]} role="toolbar" aria-label={say.selectionBar}>
      <span className={styles["what"]}>{say.selected(counts)}</span>
      {mayWrite && counts.papers > 0 && <SendTo acts={acts} />}
      {mayWrite && counts.notes > 0 && <NoteColours ids={ids} />}
      {mayWrite && counts.notes === 1 && ids.length === 1 && <Attach />}
      {mayWrite && counts.shapes === 1 && ids.length === 1 && (
        <CommandButton command={open} icon={PencilLine} size="small" />
      )}
      {mayWrite && ids.length === 2 && counts.regions + counts.strokes === 0 && (
        <CommandButton command={connect} size="small" />
      )}
      {ids.length === 1 && counts.papers + counts.regions === 1 && (
        <Button
          size="small"
          variant="quiet"
          icon={open.icon}
          onClick={() => acts.open(ids[0] ?? "")}
        >
          {counts.regions > 0 ? say.openMark : say.open}
        </Button>
      )}
      {mayWrite && isImage && <CommandButton command={crop} size="small" />}
      {mayWrite && (counts.papers > 0 || isImage) && <TurnButtons />}
      {mayWrite && counts.papers + counts.regions > 0 && (
        <CommandButton command={cite} size="small" />
      )}
      {mayWrite && counts.papers > 0 && <CommandButton command={tag} size="small" />}
      {counts.papers > 1 && <CommandButton command={compare} size="small" />}
      {ids.length === 1 && counts.strokes === 0 && <CommandButton command={talk} size="small" />}
      {ids.length === 1 && counts.strokes === 0 && (
        <CommandButton command={copyThingLink} size="small" />
      )}
      {mayWrite && <Arrange />}
      {mayWrite && <CommandButton command={remove} size="small" />}
      <CommandButton command={putDown} size="small" />
      {isCiting && (
        <Suspense>
          <NeedChooser
            targets={evidenceIn(session.reader.view(), selection)}
            onDone={(need, added) => {
              change(state, { dialog: undefined });
              if (need) acts.cited(added ?? 0);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

/** What an interpretation stands on, or that nothing is named yet. */
function Attach() {
  const port = useCommandPort();
  const now = useSituation();
  if (!isOffered(attach, now)) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      icon={attach.icon}
      onClick={() => void attach.run(port, port.situation())}
    >
      {nameOf(attach, now)}
    </Button>
  );
}

function TurnButtons() {
  return (
    <>
      <CommandButton command={turnLeft} size="small" />
      <CommandButton command={turnRight} size="small" />
    </>
  );
}

/** Every act on several things, behind one button: there are too many for a bar. */
function Arrange() {
  const port = useCommandPort();
  const now = useSituation();
  if (now.things.length === 0) return null;
  const shown = [duplicate, group, ...arrangingMenu].filter((command) => isOffered(command, now));
  return (
    <Menu
      side="top"
      align="end"
      trigger={
        <Button size="small" variant="quiet" icon={Layers}>
          {words.arranging.menu}
        </Button>
      }
      items={shown.map((command) => ({
        label: nameOf(command, now),
        icon: command.icon,
        shortcut: command.keys?.[0],
        onSelect: () => void command.run(port, port.situation()),
      }))}
    />
  );
}

function SendTo({ acts }: { readonly acts: TableActs }) {
  const piles = useBoard((view) => view.piles);
  return (
    <div className={styles["piles"]}>
      {piles.map((pile, i) => {
        const name = words.board.pileName(pile);
        return (
          <Pile
            key={pile.id}
            name={name}
            shortcut={sendToPile(i)?.keys?.[0]}
            onSend={() => acts.sendTo(pile.id)}
          >
            <PileMark pile={pile} size="small" />
          </Pile>
        );
      })}
      <Pile
        name={words.board.unsorted}
        shortcut={sendBack.keys?.[0]}
        onSend={() => acts.sendTo(undefined)}
      >
        <Inbox size={18} aria-hidden />
      </Pile>
    </div>
  );
}

function Pile(props: {
  readonly name: string;
  readonly shortcut: string | undefined;
  readonly onSend: () => void;
  readonly children: React.ReactNode;
}) {
  const { name, shortcut: key, onSend, children } = props;
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
