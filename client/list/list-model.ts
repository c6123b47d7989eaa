/**
 * The list's own state joined with the board: rows that can be seen, focus, what is chosen, which row
 * is being edited, and what was last said aloud.
 *
 * A local store, never synced. Follows the board while somebody listens; the rules of what a change
 * does to focus and choice are in keys.ts, what commands do to the board in commands.ts.
 */
import type { BoardReader } from "../../shared/board/reader.ts";
import type { TalkView } from "../../shared/talk/talk-reader.ts";
import type { Store } from "../ui/store.ts";
import { type ListState, listAtStart, settle } from "./keys.ts";
import type { Row, RowKey } from "./rows.ts";
import { createTreeWithTalk } from "./thread-rows.ts";

export interface ListSnapshot {
  readonly rows: readonly Row[];
  readonly state: ListState;
  /** The row that shows its field. */
  readonly editing: RowKey | undefined;
  /** For the live region. */
  readonly said: string;
}

export interface ListModel {
  get(): ListSnapshot;
  subscribe(listener: () => void): () => void;
  /** Replaces focus, choice or folding. */
  change(next: (state: ListState, rows: readonly Row[]) => ListState): void;
  /** Shows the field of a row, or none; the row takes the focus and is unfolded to. */
  edit(row: RowKey | undefined): void;
  say(words: string): void;
}

/** `talk`: what is on the talk lane, where the list shows it. */
export function createListModel(
  reader: BoardReader,
  talk?: Store<TalkView | undefined>,
): ListModel {
  const tree = createTreeWithTalk();
  const listeners = new Set<() => void>();
  let stop: (() => void) | undefined;
  let snapshot: ListSnapshot = {
    rows: tree.rows(reader.view(), listAtStart.toggled, talk?.get()),
    state: listAtStart,
    editing: undefined,
    said: "",
  };

  function set(next: ListSnapshot): void {
    if (next === snapshot) return;
    snapshot = next;
    for (const listener of listeners) listener();
  }

  /** The snapshot with its rows brought up to the board and to `state`. */
  function grown(from: ListSnapshot, state: ListState): ListSnapshot {
    const rows = tree.rows(reader.view(), state.toggled, talk?.get());
    const settled = settle(state, from.rows, rows);
    const editing = rows.some(({ key }) => key === from.editing) ? from.editing : undefined;
    if (rows === from.rows && settled === from.state && editing === from.editing) return from;
    return { ...from, rows, state: settled, editing };
  }

  const follow = (): void => set(grown(snapshot, snapshot.state));

  return {
    get: () => snapshot,
    subscribe(listener) {
      if (listeners.size === 0) {
        const stops = [reader.subscribe(follow), talk?.subscribe(follow)];
        stop = () => {
          for (const end of stops) end?.();
        };
        follow();
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
    change(next) {
      const now = grown(snapshot, snapshot.state);
      set(grown(now, next(now.state, now.rows)));
    },
    edit(row) {
      const now = grown(snapshot, snapshot.state);
      set({ ...now, editing: row, state: row ? { ...now.state, focus: row } : now.state });
    },
    say(said) {
      // The same words again are said again only if something in them differs.
      const again = said === snapshot.said.trimEnd() && !snapshot.said.endsWith("\u00a0");
      set({ ...snapshot, said: again ? `${said}\u00a0` : said });
    },
  };
}
