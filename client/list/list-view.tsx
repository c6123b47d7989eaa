/**
 * The session as a tree of rows: session, piles, papers, marks. Equal to the table in power, and the
 * way in for whoever works by keyboard or with a screen reader.
 *
 * Owns the view: the tree with its focus, the buttons beside it, what is said aloud. Rows come from
 * list-model.ts, what keys mean from keys.ts, what commands do from commands.ts.
 */
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { NeedId, NoteId, PaperId, PileId, RegionId } from "../../shared/base/ids.ts";
import { standingOf } from "../../shared/board/standing.ts";
import { NeedChooser } from "../needs/need-chooser.tsx";
import { NoteEvidence } from "../needs/note-evidence.tsx";
import type { EvidenceTarget } from "../papers/evidence-drag.ts";
import { useBoard, useMayWrite, useSession } from "../sync/use-board.tsx";
import { settle } from "../talk/talk-acts.ts";
import { useTalk } from "../talk/talk-hands.ts";
import { isApple, isTyping } from "../ui/hotkeys.ts";
import { ContextMenu } from "../ui/menu-parts.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { list as listWords } from "../words/en/list.ts";
import { needs as needWords } from "../words/en/needs.ts";
import { ActionColumn } from "./action-column.tsx";
import { createListCommands } from "./commands.ts";
import {
  type Command,
  chooseNone,
  chooseOne,
  chooseTo,
  focusOn,
  press,
  standAt,
  targetsOf,
  toggle,
} from "./keys.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { createListModel } from "./list-model.ts";
import { ListRow, type RowPort } from "./list-row.tsx";
import styles from "./list-view.module.css";
import { memberNames } from "./member-names.ts";
import { actionsFor, lookingActions } from "./row-actions.ts";
import { nameOf } from "./row-names.ts";
import type { RowKey } from "./rows.ts";
import { wayTo } from "./tree.ts";
import { useReaders } from "./use-readers.ts";

export interface ListViewProps {
  /** Opens the reader at a paper, or at a region on it. */
  readonly onOpen: (paper: PaperId, region?: RegionId) => void;
  readonly onCompare: (papers: readonly PaperId[]) => void;
  /** Shows the tags of papers, to be put and taken off. */
  readonly onTag: (papers: readonly PaperId[]) => void;
  /** Keeps a paper as a picture of understanding. */
  readonly onKeep: (paper: PaperId) => void;
  /** The thing to stand at; a larger `turn` each time one is gone to. */
  readonly goal?:
    | {
        readonly id: string;
        /** It is a need, and the focus goes to its card beside the list. */
        readonly need: NeedId | undefined;
        readonly takesFocus: boolean;
        readonly turn: number;
      }
    | undefined;
  /** Shows a need with all that belongs to it, beside the list. */
  readonly onNeed: (need: NeedId) => void;
  readonly showsNeeds: boolean;
  /** Shows the needs beside the list, or puts them away. */
  readonly onNeeds: () => void;
}

interface Citing {
  readonly targets: readonly EvidenceTarget[];
  readonly pile: PileId | undefined;
  readonly isNew: boolean;
}

export function ListView(props: ListViewProps) {
  const { onOpen, onCompare, onTag, onKeep, onNeed, goal, showsNeeds, onNeeds } = props;
  const session = useSession();
  const talk = useTalk();
  const [model] = useState(() => createListModel(session.reader, talk.view));
  const { rows, state, editing, said } = useSyncExternalStore(model.subscribe, model.get);
  const piles = useBoard((view) => view.piles);
  const readers = useReaders();
  const [citing, setCiting] = useState<Citing | undefined>();
  const [attaching, setAttaching] = useState<NoteId | undefined>();
  const [showsKeys, setShowsKeys] = useState(false);
  const tree = useRef<HTMLDivElement>(null);
  /** Whether the tree takes keys: then its focus moves with the row that has it. */
  const hasFocus = useRef(false);

  const commands = useMemo(() => createListCommands(session, model), [session, model]);
  const run = (command: Command): void => {
    if (!looks(command) && !session.mayWrite()) return;
    commands.run(command, {
      open: onOpen,
      compare: onCompare,
      tag: onTag,
      keep: onKeep,
      attach: setAttaching,
      talk: (about) => talk.open({ is: "about", about }),
      openNeed: onNeed,
      openThread: (id) => talk.open({ is: "thread", id }),
      resolve: (id) => settle(talk.session, id, true),
      follow: (url) => void window.open(url, "_blank", "noopener,noreferrer"),
      cite: (targets, pile, isNew) => setCiting({ targets, pile, isNew }),
    });
  };
  const port = useMemo((): RowPort => {
    const takeFocus = (): void => {
      hasFocus.current = true;
    };
    return {
      nameMember: memberNames(session.me, session.members),
      toggle(row) {
        takeFocus();
        model.change((now, all) => toggle(focusOn(now, row.key), all, row.key));
      },
      choose(row) {
        takeFocus();
        model.change((now, all) => chooseOne(now, all, row));
      },
      finish: commands.finish,
      carried(row) {
        const { state: now, rows: all } = model.get();
        const chosen = targetsOf(now, all);
        if (!now.chosen.has(row.key)) return [row.paper];
        return chosen.flatMap((one) => (one.kind === "paper" ? [one.paper] : []));
      },
      drop(papers, pile) {
        if (session.mayWrite()) commands.send(papers, pile);
      },
    };
  }, [session, model, commands]);

  const focus = rows.some(({ key }) => key === state.focus) ? state.focus : rows[0]?.key;
  useEffect(() => {
    if (!hasFocus.current || editing !== undefined || focus === undefined) return;
    const row = rowElement(tree.current, focus);
    if (!row || row === document.activeElement) return;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }, [focus, editing, rows]);

  useEffect(() => {
    if (!goal) return;
    const way = wayTo(session.reader.view(), goal.id);
    hasFocus.current = goal.takesFocus && goal.need === undefined;
    model.change((now, all) => standAt(now, all, way));
    rowElement(tree.current, way.at(-1) ?? "")?.scrollIntoView({ block: "nearest" });
  }, [goal, model, session]);

  useEffect(() => {
    // The field takes the focus by itself, but stays where it is.
    if (editing !== undefined)
      rowElement(tree.current, editing)?.scrollIntoView({ block: "nearest" });
  }, [editing]);

  const targets = targetsOf(state, rows);
  const mayWrite = useMayWrite();
  const groups = mayWrite
    ? actionsFor(targets, piles, commands, run)
    : lookingActions(targets, run);
  const menu = groups.flatMap(({ actions }, i) => [
    ...(i > 0 ? ["separator" as const] : []),
    ...actions,
  ]);

  function onClick(event: MouseEvent): void {
    const key = rowKeyOf(event.target);
    if (key === undefined || isTyping(event.target)) return;
    hasFocus.current = true;
    const mod = isApple() ? event.metaKey : event.ctrlKey;
    model.change((now, all) => {
      if (event.shiftKey) return chooseTo(now, all, key);
      const row = all.find((one) => one.key === key);
      return mod && row ? chooseOne(now, all, row) : focusOn(now, key);
    });
  }

  function onDoubleClick(event: MouseEvent): void {
    const key = rowKeyOf(event.target);
    if (key === undefined || isTyping(event.target)) return;
    model.change((now) => chooseNone(focusOn(now, key)));
    run({ does: "open" });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isTyping(event.target) || event.nativeEvent.isComposing) return;
    const key = {
      key: event.key,
      code: event.code,
      shift: event.shiftKey,
      mod: isApple() ? event.metaKey : event.ctrlKey,
      alt: event.altKey,
      atMs: event.timeStamp,
    };
    const pressed = press(state, rows, key, nameOf);
    if (!pressed) return;
    event.preventDefault();
    const before = state.chosen.size;
    model.change(() => pressed.state);
    if (pressed.state.chosen.size !== before) {
      model.say(listWords.chosenNow(pressed.state.chosen.size));
    }
    if (pressed.command) run(pressed.command);
  }

  const cited = useCallback(
    (need: NeedId | undefined, added: number): void => {
      setCiting(undefined);
      if (need === undefined) return;
      const view = session.reader.view();
      const said = view.needs.find(({ id }) => id === need)?.words || needWords.untitled;
      const { papers } = standingOf(view, need);
      model.change(chooseNone);
      model.say(listWords.citedNow(added, said, papers.length));
    },
    [session, model],
  );

  return (
    <div className={styles["list"]}>
      <div className={styles["scroll"]}>
        <ContextMenu items={menu} onOpen={(at) => aim(at.x, at.y)}>
          <div
            ref={tree}
            role="tree"
            aria-label={listWords.tree}
            aria-multiselectable
            className={styles["tree"]}
            tabIndex={-1}
            onKeyDown={onKeyDown}
            onClick={onClick}
            onDoubleClick={onDoubleClick}
            onFocus={(event) => {
              hasFocus.current = true;
              const key = rowKeyOf(event.target);
              if (key && !isTyping(event.target)) model.change((now) => focusOn(now, key));
            }}
            onBlur={(event) => {
              const to = event.relatedTarget;
              hasFocus.current = to instanceof Node && event.currentTarget.contains(to);
            }}
          >
            {rows.map((row) => (
              <ListRow
                key={row.key}
                row={row}
                hasFocus={row.key === focus}
                isChosen={state.chosen.has(row.key)}
                isEditing={row.key === editing}
                readers={row.kind === "paper" ? (readers.get(row.paper) ?? "") : ""}
                port={port}
              />
            ))}
          </div>
        </ContextMenu>
      </div>
      <ActionColumn
        targets={targets}
        chosen={state.chosen.size}
        groups={groups}
        onChooseNone={() => model.change(chooseNone)}
        onKeys={() => setShowsKeys(true)}
        showsNeeds={showsNeeds}
        onNeeds={onNeeds}
      />
      <VisuallyHidden>
        <output>{said}</output>
      </VisuallyHidden>
      {citing && <NeedChooser {...citing} onDone={(need, added = 0) => cited(need, added)} />}
      {attaching && <NoteEvidence note={attaching} onClose={() => setAttaching(undefined)} />}
      {showsKeys && <KeysDialog onClose={() => setShowsKeys(false)} />}
    </div>
  );

  /** A right click or long press is about the row under it, unless that is one of those chosen. */
  function aim(x: number, y: number): void {
    const key = rowKeyOf(document.elementFromPoint(x, y));
    if (key === undefined) return;
    model.change((now) => {
      const next = focusOn(now, key);
      return now.chosen.has(key) ? next : chooseNone(next);
    });
  }
}

/** Whether a command changes nothing, so that whoever only looks may give it. */
const looks = ({ does }: Command): boolean => ["open", "compare", "follow", "talk"].includes(does);

function rowKeyOf(target: EventTarget | null): RowKey | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest('[role="treeitem"]')?.getAttribute("data-key") ?? undefined;
}

function rowElement(tree: HTMLElement | null, key: RowKey): HTMLElement | undefined {
  return tree?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? undefined;
}
