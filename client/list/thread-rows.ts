/**
 * The rows of a board with the open threads of talk under the things they are about.
 *
 * Pure. Threads about what is gone have no row to stand under: they are in the panel.
 * test/unit/list-threads.test.ts holds it to showing each thread once and to true places in the tree.
 */
import type { PaperId, RegionId } from "../../shared/base/ids.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { type About, aboutKey } from "../../shared/talk/about.ts";
import { isOpen, type TalkView, type Thread } from "../../shared/talk/talk-reader.ts";
import {
  isExpanded,
  type Row,
  type RowKey,
  sameRow,
  sessionKey,
  type ThreadRow,
  tableKey,
} from "./rows.ts";
import { createTree } from "./tree.ts";

export interface TreeWithTalk {
  /** The rows that can be seen, first to last; `talk` undefined until its reader has come. */
  rows(view: BoardView, toggled: ReadonlySet<RowKey>, talk: TalkView | undefined): readonly Row[];
}

export function createTreeWithTalk(): TreeWithTalk {
  const tree = createTree();
  let known: ReadonlyMap<RowKey, Row> = new Map();
  let last: { from: readonly Row[]; talk: TalkView; rows: readonly Row[] } | undefined;
  return {
    rows(view, toggled, talk) {
      const from = tree.rows(view, toggled);
      if (!talk?.threads.some(isOpen)) return from;
      if (last?.from === from && last.talk === talk) return last.rows;
      const bare = new Map(from.map((row) => [row.key, row]));
      const rows = withThreads(from, view, toggled, talk).map(
        (row) =>
          [known.get(row.key), bare.get(row.key)].find((one) => one && sameRow(one, row)) ?? row,
      );
      known = new Map(rows.map((row) => [row.key, row]));
      last = { from, talk, rows };
      return rows;
    },
  };
}

/** A row that is open and has threads, and how many other rows stand right under it. */
interface Waiting {
  readonly row: Row;
  readonly threads: readonly Thread[];
  others: number;
}

/** The rows with their threads as the last ones under each, and how many there are on each paper. */
function withThreads(
  from: readonly Row[],
  view: BoardView,
  toggled: ReadonlySet<RowKey>,
  talk: TalkView,
): readonly Row[] {
  const places = talk.threads.filter((one) => one.about?.kind === "point" && isOpen(one));
  const onPaper = countOnPapers(view, talk);
  const out: Row[] = [];
  const waiting: Waiting[] = [];
  const held = new Map<RowKey, Waiting>();

  function close(level: number): void {
    for (let last = waiting.at(-1); last && last.row.level >= level; last = waiting.at(-1)) {
      waiting.pop();
      const { row, threads, others } = last;
      threads.forEach((thread, i) => out.push(threadRow(thread, row, others + i, last)));
    }
  }

  for (const row of places.length > 0 ? withTable(from) : from) {
    close(row.level);
    const above = row.parent === undefined ? undefined : held.get(row.parent);
    if (above) above.others++;
    const threads = row.kind === "table" ? places : threadsUnder(row, view, talk);
    const isThere = threads.length > 0;
    const expanded = isThere ? (row.expanded ?? isExpanded(row.key, toggled)) : row.expanded;
    const setSize = row.setSize + (above?.threads.length ?? 0);
    const next: Row = { ...row, setSize, expanded };
    const count = row.kind === "paper" ? onPaper.get(row.paper) : undefined;
    out.push(next.kind === "paper" && count !== undefined ? { ...next, threads: count } : next);
    if (!isThere || !expanded) continue;
    const one = { row: next, threads, others: 0 };
    waiting.push(one);
    held.set(row.key, one);
  }
  close(0);
  return out;
}

/** The rows with one for the table, also where nothing lies free on it but talk. */
function withTable(rows: readonly Row[]): readonly Row[] {
  const session = rows.find(({ key }) => key === sessionKey);
  if (!session?.expanded || rows.some(({ key }) => key === tableKey)) return rows;
  const setSize = rows.filter(({ parent }) => parent === sessionKey).length + 1;
  const place = { key: tableKey, parent: sessionKey, level: 2, position: setSize, setSize };
  return [
    ...rows.map((row) => (row.parent === sessionKey ? { ...row, setSize } : row)),
    { kind: "table", ...place, expanded: undefined, count: 0 },
  ];
}

function threadsUnder(row: Row, view: BoardView, talk: TalkView): readonly Thread[] {
  const about = (thing: About): readonly Thread[] =>
    talk.threadsAbout.get(aboutKey(thing))?.filter(isOpen) ?? [];
  switch (row.kind) {
    case "pile":
      return row.pile ? about({ kind: "pile", id: row.pile.id }) : [];
    case "paper":
      return about({ kind: "paper", id: row.paper });
    case "note":
      return about({ kind: "note", id: row.note });
    case "shape":
      return about({ kind: "shape", id: row.shape });
    case "mark": {
      // Of a region with several notes, and so several rows, the first one has what is about it.
      const isFirst = row.note === view.notesOn.get(row.region)?.[0]?.id;
      return [
        ...(isFirst ? about({ kind: "region", id: row.region }) : []),
        ...(row.note ? about({ kind: "note", id: row.note }) : []),
      ];
    }
    case "need":
      return about({ kind: "need", id: row.need });
    case "session":
    case "table":
    case "needs":
    case "evidence":
    case "ink":
    case "thread":
      return [];
  }
}

/** How many open threads there are about each paper, its marks and their notes. */
function countOnPapers(view: BoardView, { threads }: TalkView): ReadonlyMap<PaperId, number> {
  const ofRegion = (id: RegionId | undefined): PaperId | undefined => {
    const region = id && view.regions.get(id);
    return region && view.pages.get(region.page)?.paper;
  };
  const counts = new Map<PaperId, number>();
  for (const thread of threads) {
    const { about } = thread;
    if (!about || !isOpen(thread)) continue;
    const paper =
      about.kind === "paper"
        ? about.id
        : about.kind === "region"
          ? ofRegion(about.id)
          : about.kind === "note"
            ? ofRegion(view.notes.get(about.id)?.region)
            : undefined;
    if (paper) counts.set(paper, (counts.get(paper) ?? 0) + 1);
  }
  return counts;
}

function threadRow(
  { id, replies, by }: Thread,
  above: Row,
  index: number,
  { threads, others }: Waiting,
): ThreadRow {
  return {
    kind: "thread",
    key: `thread:${id}`,
    parent: above.key,
    level: above.level + 1,
    position: index + 1,
    setSize: others + threads.length,
    expanded: undefined,
    thread: id,
    words: replies[0]?.words ?? "",
    by: replies[0]?.by ?? by,
    replies: replies.length - 1,
  };
}
