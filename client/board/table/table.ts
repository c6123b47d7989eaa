/**
 * The table at work: feeds the stage from the document, hands from the stage to the tools, and what
 * people do to each other.
 *
 * Owns nothing but these connections: the scene is the stage's, the selection the table state's, the
 * papers the document's.
 */
import type { NoteId, PageId, PaperId, RegionId } from "../../../shared/base/ids.ts";
import type { Layout } from "../../../shared/board/layout.ts";
import { addNote, noteSize } from "../../../shared/board/notes.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import {
  contains,
  grown,
  type Point,
  type Rect,
  rectFromPage,
  type Size,
  union,
} from "../../../shared/geometry/rect.ts";
import type { Page } from "../../../shared/papers/papers.ts";
import { type Camera, type Insets, rectToScreen, viewOf } from "../../canvas/camera.ts";
import type { HandEvent, Meaning, ToolPointer } from "../../canvas/hands.ts";
import type { CardMaker } from "../../canvas/near-plane.ts";
import { createPictures, type Picture } from "../../canvas/pictures.ts";
import { createStage, isInView, type Stage } from "../../canvas/stage.ts";
import { blobUrl } from "../../papers/reading/tiers.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { idleNote, type NoteState, stepNote } from "../../tools/note-tool.ts";
import type { Hit } from "../../tools/select-tool.ts";
import { createStore, type Store } from "../../ui/store.ts";
import { change, select, type TableStore } from "../table-state.ts";
import { watchColours } from "./canvas-colours.ts";
import { paintCount, paintGap, paintMarquee, peoplePainter } from "./hand-painter.ts";
import {
  boxOf,
  hasHighlighter,
  type InkScene,
  paintHighlighters,
  paintMarks,
} from "./ink-painter.ts";
import { createMarking, type ShownPage } from "./marking.ts";
import { createNoteCard } from "./note-card.ts";
import { followDrags } from "./others-drags.ts";
import { createPaperCard } from "./paper-card.ts";
import { createSelecting } from "./selecting.ts";
import { createTableItems, type NoteItem, type PaperItem, type TableItem } from "./table-items.ts";

/** Board units are this many scan pixels wide: a page of 1700 pixels lies 160 units wide. */
const scanPixelsPerUnit = 1700 / 160;
const zoom = { least: 0.02 * scanPixelsPerUnit, most: 4 * scanPixelsPerUnit } as const;
/** A board opens no closer than this, however little is on it. */
const openingScale = 1.1;
/** Regions can be picked by their outline where it is at least this large on the screen. Pixels. */
const pickableRegion = 18;
const outlineReachPx = 6;

export interface TablePorts {
  readonly host: HTMLElement;
  readonly session: BoardSession;
  readonly state: TableStore;
  insets(): Insets;
  open(hit: Hit): void;
  cited(added: number): void;
}

/** How the view stands, for the bars around it. */
export interface ViewState {
  /** 1 = one scan pixel to one CSS pixel. */
  readonly zoom: number;
  /** Nothing of the board can be seen. */
  readonly isLost: boolean;
}

export interface Table {
  readonly underlay: HTMLElement;
  readonly view: Store<ViewState>;
  readonly layout: Store<Layout>;
  cardOf(id: string): HTMLElement | undefined;
  focus(id: string): void;
  reveal(id: string): void;
  showAll(how: "at once" | "gliding"): void;
  show(ids: readonly string[]): void;
  zoomBy(factor: number): void;
  zoomTo(scale: number): void;
  panBy(screen: Point): void;
  holdSpace(isDown: boolean): void;
  putNote(at?: Point): NoteId;
  /** Gives up a gesture that is under way; whether there was one. */
  cancel(): boolean;
  /** Where on the table a client point lies, in board units. */
  atClient(client: Point): Point;
  /** Where a page of the table lies in the window now; undefined where it does not lie open. */
  clientRectOfPage(page: PageId): Rect | undefined;
  mounted(): number;
  destroy(): void;
}

export function createTable(ports: TablePorts): Table {
  const { session, state } = ports;
  const { reader, presence } = session;
  const items = createTableItems();
  const layout = createStore<Layout>(items.layout(reader.view()));
  const noteSizes = new Map<string, Size>();
  const pictures = createPictures();
  const pagePictures = new Map<PageId, Picture>();
  const stillWanted = matchMedia("(prefers-reduced-motion: reduce)");
  let spaceHeld = false;
  let noteTool: NoteState = idleNote;
  let framesAtEdge = 0;
  /** The camera that shows everything, to tell whether somebody moved it since. */
  let everything: Camera | undefined;
  let lastSize: Size = { w: 0, h: 0 };
  let lastCounts = { papers: reader.view().papers.size, piles: reader.view().piles.length };
  let pointer: { readonly input: ToolPointer; readonly at: Point } | undefined;

  const others = peoplePainter(
    presence.others,
    () => colours.get(),
    (id) => stage.rectOf(id),
  );
  const stage: Stage<TableItem> = createStage<TableItem>({
    host: ports.host,
    limits: zoom,
    insets: ports.insets,
    makerOf: (kind) => makers[kind as TableItem["kind"]] as CardMaker<TableItem>,
    blended: [(frame) => (paintHighlighters(frame, inkScene(frame.camera, frame.size)), undefined)],
    hasBlended: () => hasHighlighter(reader.view(), marking.draft()),
    painters: [
      (frame) => {
        const { aim } = state.get();
        if (aim) paintGap(frame, aim.gap, colours.get());
        return undefined;
      },
      (frame) => (paintMarks(frame, inkScene(frame.camera, frame.size)), undefined),
      (frame) => {
        const rect = selecting.marquee();
        if (rect) paintMarquee(frame, rect, colours.get());
        const drag = selecting.drag();
        if (drag && drag.ids.size > 1) {
          paintCount(frame, drag.at, drag.ids.size, colours.get());
        }
        return undefined;
      },
      others,
      () => edgeScroll(),
    ],
    decide,
    onPointer,
    onPointerLeft: () => presence.set({ at: undefined }),
    still: () => stillWanted.matches,
  });
  const colours = watchColours(stage.view, () => stage.draw());
  const view = createStore<ViewState>({ zoom: 1, isLost: false });

  const makers: { readonly [kind in TableItem["kind"]]: CardMaker<never> } = {
    paper: ((item: PaperItem) => createPaperCard(item, pictureOf)) as CardMaker<never>,
    note: ((item: NoteItem) =>
      createNoteCard(item, (size) => noteGrew(item.id, size))) as CardMaker<never>,
  };

  const marking = createMarking({
    session,
    state: state.get,
    pageAt,
    pagesAlong,
    toBoard: (screen) => boardPoint(stage.camera(), screen),
    scale: () => stage.camera().scale,
    composeOn: (page, rect) => change(state, { composing: { page, rect } }),
    selectAt(at) {
      const hit = hitAt(at);
      select(state, hit ? [hit.id] : []);
    },
    changed: () => stage.draw(),
  });

  const selecting = createSelecting({
    session,
    state,
    stage,
    layout: layout.get,
    hitAt,
    open: ports.open,
    openTable: () => undefined,
    focus,
    cited: ports.cited,
  });

  function pictureOf(page: Page): Picture {
    const known = pagePictures.get(page.id);
    if (known) return known;
    const picture = pictures.create(
      page.tiers.map(({ w, h, hash }) => ({ w, h, url: blobUrl(session.boardId, hash) })),
    );
    pagePictures.set(page.id, picture);
    return picture;
  }

  function noteGrew(id: NoteId, size: Size): void {
    const known = noteSizes.get(id);
    if (size.h === 0 || (known && known.w === size.w && known.h === size.h)) return;
    noteSizes.set(id, size);
    feed();
  }

  /** Takes over the document and what is in hand into the scene. */
  function feed(): void {
    const board = reader.view();
    layout.set(items.layout(board));
    stage.setItems(items.items(board, state.get(), noteSizes));
    for (const [page, picture] of pagePictures) {
      if (board.pages.has(page)) continue;
      picture.destroy();
      pagePictures.delete(page);
    }
    stage.draw();
  }

  /** What is not on the board any more cannot stay in hand. */
  function letGoOfTheGone(): void {
    const board = reader.view();
    const { selection, writing } = state.get();
    const kept = [...selection].filter((id) => isOnBoard(board, id));
    if (kept.length < selection.size) select(state, kept);
    if (writing && !board.notes.has(writing)) change(state, { writing: undefined });
  }

  function rectOfPage(paper: PaperId, page: PageId): Rect | undefined {
    const card = stage.rectOf(paper);
    const home = layout.get().papers.get(paper);
    const open = layout.get().pages.get(page);
    return (
      card && home && open && { ...open, x: open.x + card.x - home.x, y: open.y + card.y - home.y }
    );
  }

  function shownPages(item: TableItem): readonly ShownPage[] {
    if (item.kind !== "paper") return [];
    return item.content.pages.flatMap(({ id }) => {
      const rect = rectOfPage(item.id, id);
      return rect ? [{ page: id, rect }] : [];
    });
  }

  function pageAt(at: Point): ShownPage | undefined {
    const [top] = stage.scene.at(at);
    return top && shownPages(top).find(({ rect }) => contains(rect, at));
  }

  function pagesAlong(from: Point, to: Point, reach: number): readonly ShownPage[] {
    const way = union([
      { ...from, w: 0, h: 0 },
      { ...to, w: 0, h: 0 },
    ]);
    return way ? stage.scene.within(grown(way, reach)).flatMap(shownPages) : [];
  }

  function hitAt(at: Point): Hit | undefined {
    const [top] = stage.scene.at(at);
    if (!top) return undefined;
    const region = regionAt(top, at);
    return region ? { kind: "region", id: region } : { kind: top.kind, id: top.id };
  }

  /** A region under the pointer by its outline, or anywhere inside when its paper is selected already. */
  function regionAt(item: TableItem, at: Point): RegionId | undefined {
    const { scale } = stage.camera();
    const reach = outlineReachPx / scale;
    const { regions } = reader.view();
    const pages = shownPages(item);
    if (pages.length === 0) return undefined;
    let best: { readonly id: RegionId; readonly area: number } | undefined;
    for (const { id, page, rect } of regions.values()) {
      const on = pages.find((shown) => shown.page === page);
      if (!on) continue;
      const box = rectFromPage(rect, on.rect);
      if (Math.min(box.w, box.h) * scale < pickableRegion) continue;
      const onOutline = contains(grown(box, reach), at) && !contains(grown(box, -reach), at);
      const inside = contains(box, at) && state.get().selection.has(id);
      const area = box.w * box.h;
      if ((onOutline || inside) && (!best || area < best.area)) best = { id, area };
    }
    return best?.id;
  }

  function decide(event: HandEvent, at: Point): Meaning {
    const { tool, writing } = state.get();
    if (writing) change(state, { writing: undefined });
    if (event.button === "other") return "nothing";
    if (event.button === "middle" || spaceHeld || tool === "hand") return "pan";
    if (event.kind !== "touch") return "tool";
    switch (tool) {
      case "pen":
      case "highlighter":
      case "eraser":
        return marking.marksWith(tool, event.kind) ? "tool" : "pan";
      case "region":
        return pageAt(at) ? "tool" : "pan";
      case "note":
        return "wait";
      case "select": {
        const hit = hitAt(at);
        return hit && state.get().selection.has(hit.id) ? "tool" : "wait";
      }
    }
  }

  function onPointer(input: ToolPointer, at: Point): void {
    pointer = { input, at };
    presence.set({ at });
    const { tool } = state.get();
    switch (tool) {
      case "select":
        selecting.input(input, at);
        break;
      case "note":
        takeNote(input, at);
        break;
      case "pen":
      case "highlighter":
      case "eraser":
      case "region":
        marking.input(tool, input, at);
        break;
      case "hand":
        break;
    }
  }

  function takeNote(input: ToolPointer, at: Point): void {
    const is = input.is === "down" ? "press" : input.is === "up" ? "lift" : input.is;
    const slop = 4 / stage.camera().scale;
    const [next, effect] = stepNote(
      noteTool,
      is === "press" ? { is, at, slop } : is === "cancel" ? { is } : { is, at },
    );
    noteTool = next;
    if (effect) putNote(effect.at);
  }

  function putNote(at?: Point): NoteId {
    const camera = stage.camera();
    const { w, h } = stage.size();
    const middle = at ?? boardPoint(camera, { x: w / 2, y: h / 3 });
    const id = session.newId<NoteId>();
    const size = sizeOfNewNote(camera.scale);
    const pos = { x: Math.round(middle.x - size.w / 2), y: Math.round(middle.y - size.h / 6) };
    session.act((origin) =>
      addNote(session.doc, { id, stance: "plain", pos, size, by: session.me.memberId }, origin),
    );
    change(state, { tool: "select", writing: id });
    select(state, [id]);
    reveal(id);
    return id;
  }

  /** Near an edge of the view a drag pulls the table along. Asks for frames only while it does. */
  function edgeScroll(): boolean | undefined {
    if (!pointer || !(selecting.drag() || selecting.marquee())) return undefined;
    const { screen } = pointer.input;
    const { w, h } = stage.size();
    const pull = { x: pullAt(screen.x, w), y: pullAt(screen.y, h) };
    // Beyond the edge lies a panel that the drag may be meant for, and the way there crosses the edge.
    const isOnTable = screen.x >= 0 && screen.y >= 0 && screen.x <= w && screen.y <= h;
    if (!isOnTable || (pull.x === 0 && pull.y === 0)) {
      framesAtEdge = 0;
      return undefined;
    }
    framesAtEdge++;
    if (framesAtEdge < framesUntilPull) return true;
    stage.panBy(pull);
    const at = boardPoint(stage.camera(), screen);
    selecting.input({ ...pointer.input, is: "move" }, at);
    return true;
  }

  function inkScene(camera: Camera, size: Size): InkScene {
    const inView = stage.scene.within(grown(viewOf(camera, size), 200));
    return {
      view: reader.view(),
      layout: layout.get(),
      colours: colours.get(),
      draft: marking.draft(),
      selection: state.get().selection,
      inView: inView.map(({ id }) => id),
      rectOf: stage.rectOf,
      lifted: selecting.drag()?.ids ?? nothingLifted,
    };
  }

  /** Around everything there is: piles, notes, ink. */
  function contentBounds(): Rect {
    const { bounds } = layout.get();
    const ink = [...reader.view().strokes.values()].flatMap((stroke) =>
      stroke.page === undefined ? (boxOf(stroke) ?? []) : [],
    );
    const notes = [...stage.scene.all()].flatMap((item) => (item.kind === "note" ? item.rect : []));
    return union([bounds, ...ink, ...notes]) ?? bounds;
  }

  function rectOf(id: string): Rect | undefined {
    const item = stage.scene.get(id);
    if (item) return item.rect;
    const board = reader.view();
    const region = board.regions.get(id as RegionId);
    const paper = region && board.pages.get(region.page)?.paper;
    const page = region && paper && rectOfPage(paper, region.page);
    return page ? rectFromPage(region.rect, page) : paper && stage.scene.get(paper)?.rect;
  }

  function refreshView(): void {
    const size = stage.size();
    const { papers, piles } = reader.view();
    const isResized = lastSize.w !== size.w || lastSize.h !== size.h;
    const hasOthers = lastCounts.papers !== papers.size || lastCounts.piles !== piles.length;
    lastSize = size;
    lastCounts = { papers: papers.size, piles: piles.length };
    // Whoever saw everything goes on seeing it when a panel opens, papers come in or a pile is added.
    if ((isResized || hasOthers) && stage.camera() === everything) {
      showAll(isResized ? "at once" : "gliding");
    }
    const camera = stage.camera();
    view.set({
      zoom: camera.scale / scanPixelsPerUnit,
      isLost: !isInView(camera, size, contentBounds()),
    });
  }

  function showAll(how: "at once" | "gliding"): void {
    everything = stage.fit(contentBounds(), how, openingScale);
  }

  function focus(id: string): void {
    const item = stage.scene.get(id);
    if (!item) return;
    change(state, { current: id });
    stage.cardOf(id)?.element.focus({ preventScroll: true });
  }

  function reveal(id: string): void {
    const rect = rectOf(id);
    if (rect) stage.reveal(grown(rect, 12));
  }

  const stops = [
    reader.subscribe(() => {
      letGoOfTheGone();
      feed();
      refreshView();
    }),
    state.subscribe(() => {
      stage.view.dataset["tool"] = state.get().tool;
      feed();
      refreshView();
    }),
    stage.onCamera(refreshView),
    followDrags(session, stage),
    presence.subscribe(stage.draw),
  ];
  stage.view.dataset["tool"] = state.get().tool;
  feed();
  showAll("at once");

  return {
    underlay: stage.underlay,
    view,
    layout,
    cardOf: (id) => stage.cardOf(id)?.element,
    focus,
    reveal,
    showAll,
    show(ids) {
      const around = union(ids.flatMap((id) => rectOf(id) ?? []));
      if (around) stage.fit(grown(around, 30), "gliding", 5);
    },
    zoomBy: stage.zoomBy,
    zoomTo: (scale) => stage.zoomBy((scale * scanPixelsPerUnit) / stage.camera().scale),
    panBy: stage.panBy,
    holdSpace(isDown) {
      spaceHeld = isDown;
      stage.view.toggleAttribute("data-space", isDown);
    },
    putNote,
    cancel() {
      const had = [selecting.cancel(), marking.cancel()].includes(true);
      noteTool = idleNote;
      return had;
    },
    atClient(client) {
      const box = stage.view.getBoundingClientRect();
      return boardPoint(stage.camera(), { x: client.x - box.left, y: client.y - box.top });
    },
    clientRectOfPage(page) {
      const paper = reader.view().pages.get(page)?.paper;
      const rect = paper && rectOfPage(paper, page);
      if (!rect) return undefined;
      const box = stage.view.getBoundingClientRect();
      const { x, y, w, h } = rectToScreen(stage.camera(), rect);
      return { x: box.left + x, y: box.top + y, w, h };
    },
    mounted: stage.mounted,
    destroy() {
      for (const stop of stops) stop();
      colours.stop();
      pictures.destroy();
      stage.destroy();
      presence.set({ at: undefined, drag: undefined, stroke: undefined });
    },
  };
}

/** A note looks about the same on the screen whatever the zoom it is made at, so that it can be read. */
function sizeOfNewNote(scale: number): Size {
  const times = Math.min(6, Math.max(1, Math.round(4 / scale) / 4));
  return { w: noteSize.w * times, h: noteSize.h * times };
}

const nothingLifted: ReadonlySet<string> = new Set();

const edgePx = 36;
/** A hand that only passes the edge does not pull the table. */
const framesUntilPull = 18;
const mostPullPx = 14;

/** How far to pull the table when the pointer is at `at` of a side `length` long. Pixels per frame. */
function pullAt(at: number, length: number): number {
  if (at < edgePx) return Math.min(mostPullPx, (edgePx - at) / 2);
  if (at > length - edgePx) return -Math.min(mostPullPx, (at - length + edgePx) / 2);
  return 0;
}

function boardPoint(camera: Camera, screen: Point): Point {
  return { x: camera.x + screen.x / camera.scale, y: camera.y + screen.y / camera.scale };
}

function isOnBoard(board: BoardView, id: string): boolean {
  return (
    board.papers.has(id as PaperId) ||
    board.notes.has(id as NoteId) ||
    board.regions.has(id as RegionId)
  );
}
