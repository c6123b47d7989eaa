/**
 * The table at work: feeds the stage from the document, hands from the stage to the tools, and what
 * people do to each other.
 *
 * Owns nothing but these connections: the scene is the stage's, the selection the table state's, the
 * papers the document's.
 */
import type { NoteId, PageId, PaperId, RegionId } from "../../../shared/base/ids.ts";
import type { Layout } from "../../../shared/board/layout.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import { grown, type Point, type Rect, type Size } from "../../../shared/geometry/rect.ts";
import { type Camera, type Insets, rectToScreen, toBoard, viewOf } from "../../canvas/camera.ts";
import type { HandEvent, Meaning, ToolPointer } from "../../canvas/hands.ts";
import type { CardMaker } from "../../canvas/near-plane.ts";
import type { Painter } from "../../canvas/overlay.ts";
import { createStage, type Stage } from "../../canvas/stage.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import type { Hit } from "../../tools/select-tool.ts";
import { createStore, type Store } from "../../ui/store.ts";
import { change, select, type TableStore } from "../table-state.ts";
import { watchColours } from "./canvas-colours.ts";
import { createEdgePull } from "./edge-pull.ts";
import { paintCount, paintGap, paintMarquee, peoplePainter } from "./hand-painter.ts";
import { hasHighlighter, type InkScene, paintHighlighters, paintMarks } from "./ink-painter.ts";
import { createMarking } from "./marking.ts";
import { createNoteCard } from "./note-card.ts";
import { createNoteMaking } from "./note-making.ts";
import { followDrags } from "./others-drags.ts";
import { createPagePictures } from "./page-pictures.ts";
import { createPaperCard } from "./paper-card.ts";
import { createPlaces } from "./places-on-table.ts";
import { createSelecting } from "./selecting.ts";
import { createTableItems, type NoteItem, type PaperItem, type TableItem } from "./table-items.ts";
import { createViewKeeper, type ViewState, zoomLimits } from "./view-keeper.ts";

export interface TablePorts {
  readonly host: HTMLElement;
  readonly session: BoardSession;
  readonly state: TableStore;
  insets(): Insets;
  open(hit: Hit): void;
  /** So many things became evidence that were not yet. */
  cited(added: number): void;
}

export interface Table {
  /** Behind the cards, in board units: for the heaps. */
  readonly underlay: HTMLElement;
  readonly view: Store<ViewState>;
  readonly layout: Store<Layout>;
  cardOf(id: string): HTMLElement | undefined;
  focus(id: string): void;
  /** Moves just enough that the thing can be seen. */
  reveal(id: string): void;
  showAll(how: "at once" | "gliding"): void;
  show(ids: readonly string[]): void;
  zoomBy(factor: number): void;
  /** 1 = one scan pixel to one CSS pixel. */
  zoomTo(zoom: number): void;
  /** While Space is down every press moves the table. */
  holdSpace(isDown: boolean): void;
  putNote(at?: Point): NoteId;
  /** Gives up a gesture that is under way; whether there was one. */
  cancel(): boolean;
  /** Where a page of the table lies in the window now; undefined where it does not lie open. */
  clientRectOfPage(page: PageId): Rect | undefined;
  destroy(): void;
}

export function createTable(ports: TablePorts): Table {
  const { session, state } = ports;
  const { reader, presence } = session;
  const items = createTableItems();
  const layout = createStore<Layout>(items.layout(reader.view()));
  const noteSizes = new Map<string, Size>();
  const pictures = createPagePictures(session.boardId);
  const lessMotion = matchMedia("(prefers-reduced-motion: reduce)");
  const edgePull = createEdgePull();
  let spaceHeld = false;
  let pointer: ToolPointer | undefined;

  const makers: { readonly [kind in TableItem["kind"]]: CardMaker<never> } = {
    paper: ((item: PaperItem) => createPaperCard(item, pictures.of)) as CardMaker<never>,
    note: ((item: NoteItem) =>
      createNoteCard(item, (size) => noteGrew(item.id, size))) as CardMaker<never>,
  };
  const paintHands: Painter = (frame) => {
    const { aim } = state.get();
    const rect = selecting.marquee();
    const drag = selecting.drag();
    if (aim) paintGap(frame, aim.gap, colours.get());
    if (rect) paintMarquee(frame, rect, colours.get());
    if (drag && drag.ids.size > 1) paintCount(frame, drag.at, drag.ids.size, colours.get());
    return undefined;
  };
  const stage: Stage<TableItem> = createStage<TableItem>({
    host: ports.host,
    limits: zoomLimits,
    insets: ports.insets,
    makerOf: (kind) => makers[kind as TableItem["kind"]] as CardMaker<TableItem>,
    blended: [
      (frame) => {
        paintHighlighters(frame, inkScene(frame.camera, frame.size));
        return undefined;
      },
    ],
    hasBlended: () => hasHighlighter(reader.view(), marking.draft()),
    painters: [
      (frame) => {
        paintMarks(frame, inkScene(frame.camera, frame.size));
        return undefined;
      },
      paintHands,
      peoplePainter(
        presence.others,
        () => colours.get(),
        (id) => stage.rectOf(id),
      ),
      scrollAtEdge,
    ],
    decide,
    onPointer,
    onPointerLeft: () => presence.set({ at: undefined }),
    still: () => lessMotion.matches,
  });
  const colours = watchColours(stage.view, () => stage.draw());
  const places = createPlaces(
    () => stage,
    layout.get,
    reader,
    () => state.get().selection,
  );
  const view = createViewKeeper(stage, reader, places.bounds);
  const notes = createNoteMaking(session, state, stage);
  const marking = createMarking({
    session,
    state: state.get,
    pageAt: places.pageAt,
    pagesAlong: places.pagesAlong,
    toBoard: (screen) => toBoard(stage.camera(), screen),
    scale: () => stage.camera().scale,
    composeOn: (page, rect) => change(state, { composing: { page, rect } }),
    selectAt(at) {
      const hit = places.hitAt(at);
      select(state, hit ? [hit.id] : []);
    },
    changed: () => stage.draw(),
  });
  const selecting = createSelecting({
    session,
    state,
    stage,
    layout: layout.get,
    hitAt: places.hitAt,
    open: ports.open,
    focus,
    cited: ports.cited,
  });

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
    pictures.keepOnly(board.pages);
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

  function decide(event: HandEvent, at: Point): Meaning {
    const { tool, writing, selection } = state.get();
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
        return places.pageAt(at) ? "tool" : "pan";
      case "note":
        return "wait";
      case "select":
        return selection.has(places.hitAt(at)?.id ?? "") ? "tool" : "wait";
    }
  }

  function onPointer(input: ToolPointer, at: Point): void {
    pointer = input;
    presence.set({ at });
    const { tool } = state.get();
    switch (tool) {
      case "select":
        return selecting.input(input, at);
      case "note":
        return notes.input(input, at);
      case "pen":
      case "highlighter":
      case "eraser":
      case "region":
        return marking.input(tool, input, at);
      case "hand":
        return;
    }
  }

  function scrollAtEdge(): boolean | undefined {
    if (!pointer || !(selecting.drag() || selecting.marquee())) return undefined;
    const pull = edgePull(pointer.screen, stage.size());
    if (!pull) return undefined;
    if (pull.x !== 0 || pull.y !== 0) {
      stage.panBy(pull);
      selecting.input({ ...pointer, is: "move" }, toBoard(stage.camera(), pointer.screen));
    }
    return true;
  }

  function inkScene(camera: Camera, size: Size): InkScene {
    const inView = stage.scene.within(viewOf(camera, size)).map(({ id }) => id);
    // What is held, or still on its way, is shown away from where the scene has it.
    const lifted = selecting.drag()?.ids ?? nothingLifted;
    return {
      view: reader.view(),
      layout: layout.get(),
      colours: colours.get(),
      draft: marking.draft(),
      selection: state.get().selection,
      inView: new Set([...inView, ...stage.moving(), ...lifted]),
      rectOf: stage.rectOf,
      lifted,
    };
  }

  function focus(id: string): void {
    if (!stage.scene.get(id)) return;
    change(state, { current: id });
    stage.cardOf(id)?.element.focus({ preventScroll: true });
  }

  const stops = [
    reader.subscribe(() => {
      letGoOfTheGone();
      feed();
      view.refresh();
    }),
    state.subscribe(() => {
      stage.view.dataset["tool"] = state.get().tool;
      feed();
    }),
    stage.onCamera(view.refresh),
    followDrags(session, stage),
    presence.subscribe(stage.draw),
  ];
  stage.view.dataset["tool"] = state.get().tool;
  feed();
  view.showAll("at once");

  return {
    underlay: stage.underlay,
    view: view.state,
    layout,
    cardOf: (id) => stage.cardOf(id)?.element,
    focus,
    reveal(id) {
      const rect = places.homeOf(id);
      if (rect) stage.reveal(grown(rect, 12));
    },
    showAll: view.showAll,
    show: (ids) => view.show(ids.flatMap((id) => places.homeOf(id) ?? [])),
    zoomBy: stage.zoomBy,
    zoomTo: view.zoomTo,
    holdSpace(isDown) {
      spaceHeld = isDown;
      stage.view.toggleAttribute("data-space", isDown);
    },
    putNote: notes.put,
    cancel() {
      notes.cancel();
      return [selecting.cancel(), marking.cancel()].includes(true);
    },
    clientRectOfPage(page) {
      const rect = places.rectOfPage(page);
      if (!rect) return undefined;
      const box = stage.view.getBoundingClientRect();
      const shown = rectToScreen(stage.camera(), rect);
      return { ...shown, x: box.left + shown.x, y: box.top + shown.y };
    },
    destroy() {
      for (const stop of stops) stop();
      colours.stop();
      pictures.destroy();
      stage.destroy();
      presence.set({ at: undefined, drag: undefined, stroke: undefined });
    },
  };
}

const nothingLifted: ReadonlySet<string> = new Set();

function isOnBoard(board: BoardView, id: string): boolean {
  return (
    board.papers.has(id as PaperId) ||
    board.notes.has(id as NoteId) ||
    board.regions.has(id as RegionId)
  );
}
