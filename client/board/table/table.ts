/**
 * The table at work, as the rest of the board knows it.
 *
 * Puts together four rooms: hands (table-hands.ts), how it looks (table-drawing.ts), what lies on it
 * (feeding.ts), and how it is looked at (view-keeper.ts, following.ts). Owns nothing but these connections.
 */
import type { NoteId, PageId, PileId } from "../../../shared/base/ids.ts";
import type { Layout } from "../../../shared/board/layout.ts";
import { grown, type Point, type Rect } from "../../../shared/geometry/rect.ts";
import type { DrawnPage } from "../../../shared/geometry/turned-page.ts";
import { type Insets, pageToScreen, rectToScreen, toBoard } from "../../canvas/camera.ts";
import { createStage, type Stage } from "../../canvas/stage.ts";
import { needAt } from "../../needs/over.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import type { TalkCounts } from "../../talk/talk-hands.ts";
import type { Hit } from "../../tools/select-tool.ts";
import type { Store } from "../../ui/store.ts";
import { fetchShapes } from "../parts.ts";
import type { ShapeCard } from "../shapes/shape-card.ts";
import type { ShapesOnTable } from "../shapes/shapes-on-table.ts";
import { change, type TableStore } from "../table-state.ts";
import { watchColours } from "./canvas-colours.ts";
import { createFeeding } from "./feeding.ts";
import { createFollowing } from "./following.ts";
import { followDrags } from "./others-drags.ts";
import { followReshaping } from "./others-reshaping.ts";
import { createPlaces } from "./places-on-table.ts";
import { createTableDrawing } from "./table-drawing.ts";
import { createTableHands } from "./table-hands.ts";
import type { TableItem } from "./table-items.ts";
import { createViewKeeper, type ViewState, zoomLimits } from "./view-keeper.ts";

export interface TablePorts {
  readonly host: HTMLElement;
  readonly session: BoardSession;
  readonly state: TableStore;
  readonly threads: Store<TalkCounts>;
  insets(): Insets;
  open(hit: Hit): void;
  /** So many things became evidence that were not yet. */
  cited(added: number): void;
  /** A finger asks for the menu of what lies there, in client pixels. */
  menu(client: Point): void;
}

export interface Table {
  /** Behind the cards, in board units: for the heaps. */
  readonly underlay: HTMLElement;
  /** The same over the cards. */
  readonly overlay: HTMLElement;
  readonly view: Store<ViewState>;
  readonly layout: Store<Layout>;
  cardOf(id: string): HTMLElement | undefined;
  focus(id: string): void;
  /** Whether keys are pressed at the table, not in a bar or panel beside it. */
  hasKeys(): boolean;
  /** Where a thing, a paper or a mark belongs, in board units; undefined for what is not on the table. */
  homeOf(id: string): Rect | undefined;
  /** The middle of what is in view, or where the pointer is last seen over the table; in board units. */
  pointOfView(): Point;
  /** Moves just enough that the thing can be seen. */
  reveal(id: string): void;
  /** The middle of what is in view, in board units. */
  middle(): Point;
  revealPoint(at: Point): void;
  /** Comes to stand at a paper, a note, a mark or a pile, near enough to read it. */
  goTo(id: string): void;
  /** What is seen of the table, in board units, without what bars cover. */
  seen(): Rect;
  /** Shows this part of the table, as far as the window's shape lets it. */
  showView(view: Rect): void;
  showAll(how: "at once" | "gliding"): void;
  show(ids: readonly string[]): void;
  zoomBy(factor: number): void;
  /** 1 = one scan pixel to one CSS pixel. */
  zoomTo(zoom: number): void;
  /** While Space is down every press moves the table. */
  holdSpace(isDown: boolean): void;
  putNote(at?: Point): NoteId;
  /** Undefined until the board has one, or somebody takes a tool for them in hand. */
  shapes(): ShapesOnTable | undefined;
  /** Gives up a gesture that is under way; whether there was one. */
  cancel(): boolean;
  /** What lies at a point in client pixels, and where on the table that is. */
  lookUp(client: Point): { readonly id: string | undefined; readonly place: Point };
  /** The middle of a thing in client pixels, kept in view; of the whole view without one. */
  clientMiddleOf(id: string | undefined): Point;
  /** Whether all that is in view is drawn, its pictures too. */
  isDrawn(): boolean;
  /** Where a page of the table lies in the window now; undefined where it does not lie open. */
  clientRectOfPage(page: PageId): DrawnPage | undefined;
  destroy(): void;
}

export function createTable(ports: TablePorts): Table {
  const { session, state } = ports;
  const { reader, presence } = session;
  const lessMotion = matchMedia("(prefers-reduced-motion: reduce)");

  const drawing = createTableDrawing({
    session,
    state,
    stage: () => stage,
    colours: () => colours.get(),
    feeding: () => feeding,
    hands: () => hands,
    places: () => places,
  });
  const stage: Stage<TableItem> = createStage<TableItem>({
    host: ports.host,
    limits: zoomLimits,
    insets: ports.insets,
    lookOf: drawing.lookOf,
    blended: drawing.blended,
    painters: [...drawing.painters, () => hands.scrollAtEdge(), ({ nowMs }) => others.step(nowMs)],
    decide: (event, at) => hands.decide(event, at),
    onPointer: (input, at) => hands.onPointer(input, at),
    hasMenu: () => hands.hasMenu(),
    onMenu: (screen) => ports.menu(toClient(screen)),
    onPointerLeft: () => hands.pointerLeft(),
    onHandMoved: () => following.letGo(),
    still: () => lessMotion.matches,
  });
  const others = followReshaping({
    session,
    still: () => lessMotion.matches,
    request: stage.draw,
    changed: () => feed(),
  });
  const colours = watchColours(stage.view, () => stage.redrawAll());
  const feeding = createFeeding({
    reader,
    state,
    threads: ports.threads.get,
    reshapedByOthers: () => others.now(),
    apply: stage.apply,
    async fetchShapes(resized) {
      const { createShapesOnTable } = await fetchShapes();
      return createShapesOnTable({
        session,
        state,
        ground: stage,
        pictures: drawing.decoded,
        colours: colours.get,
        still: () => lessMotion.matches,
        isHeld: (id) => hands.selecting.drag()?.ids.has(id) === true,
        cardOf: (id) => stage.cardOf(id) as ShapeCard | undefined,
        focus,
        resized,
      });
    },
    fed({ pages }) {
      drawing.keepOnly(pages);
      stage.draw();
    },
  });
  const { layout, feed } = feeding;
  const places = createPlaces(
    () => stage,
    layout.get,
    reader,
    () => state.get().selection,
    (item, at) => (item.kind === "shape" ? feeding.shapes()?.hit(item, at) : "firm"),
  );
  const hands = createTableHands({
    session,
    state,
    ground: stage,
    places,
    layout: layout.get,
    shapes: feeding.shapes,
    reshapedByOthers: () => others.now(),
    withShapes: feeding.withShapes,
    open: ports.open,
    focus,
    cited: ports.cited,
    needUnder(screen) {
      const { x, y } = toClient(screen);
      return needAt(x, y);
    },
    showCursor(cursor) {
      stage.view.style.cursor = cursor;
    },
  });
  const view = createViewKeeper(stage, reader, places.bounds);
  const following = createFollowing(session, state, stage, ports.insets);
  /** Whoever moves by themselves follows nobody any more. */
  const own =
    <Given extends unknown[]>(move: (...given: Given) => void) =>
    (...given: Given): void => {
      following.letGo();
      move(...given);
    };

  function toClient({ x, y }: Point): Point {
    const box = stage.view.getBoundingClientRect();
    return { x: box.left + x, y: box.top + y };
  }

  function focus(id: string): void {
    if (!stage.scene.get(id)) return;
    change(state, { current: id });
    stage.cardOf(id)?.element.focus({ preventScroll: true });
  }

  const stops = [
    reader.subscribe(() => {
      feeding.letGoOfTheGone();
      feed();
      view.refresh();
    }),
    state.subscribe(() => {
      stage.view.dataset["tool"] = state.get().tool;
      feed();
    }),
    ports.threads.subscribe(feed),
    stage.onCamera(view.refresh),
    stage.onCamera(drawing.decoded.hold),
    followDrags(session, stage),
    presence.subscribe(stage.draw),
  ];
  stage.view.dataset["tool"] = state.get().tool;
  feed();
  view.showAll("at once");
  if (new URLSearchParams(location.search).get("bench") === "1") {
    const parts = { stage, reader, doc: session.doc, places, state, showAll: view.showAll };
    void import("./bench-port.ts").then(({ offerBench }) => offerBench(parts));
  }

  return {
    underlay: stage.underlay,
    overlay: stage.overlay,
    view: view.state,
    layout,
    cardOf: (id) => stage.cardOf(id)?.element,
    focus,
    hasKeys: () =>
      document.activeElement === document.body ||
      document.activeElement?.closest("[data-item]") != null,
    homeOf: places.homeOf,
    pointOfView() {
      const { w, h } = stage.size();
      return toBoard(stage.camera(), hands.pointer() ?? { x: w / 2, y: h / 2 });
    },
    reveal: own((id) => {
      const rect = places.homeOf(id);
      if (rect) stage.reveal(grown(rect, 12));
    }),
    middle() {
      const { w, h } = stage.size();
      return toBoard(stage.camera(), { x: w / 2, y: h / 2 });
    },
    revealPoint: own((at) => stage.reveal(grown({ ...at, w: 0, h: 0 }, pointRoom))),
    seen: following.seen,
    showView: own((rect) => void stage.fit(rect, "at once")),
    goTo: own((id) => {
      const rect = places.homeOf(id) ?? layout.get().piles.get(id as PileId)?.frame;
      if (!rect) return;
      const { w, h } = rectToScreen(stage.camera(), rect);
      const size = stage.size();
      const isLegible = Math.min(w, h) >= leastLegiblePx && w < size.w && h < size.h;
      if (isLegible) stage.reveal(grown(rect, 12));
      else view.show([rect]);
    }),
    showAll: own(view.showAll),
    show: own((ids) => view.show(ids.flatMap((id) => places.homeOf(id) ?? []))),
    zoomBy: own(stage.zoomBy),
    zoomTo: own(view.zoomTo),
    holdSpace(isDown) {
      hands.holdSpace(isDown);
      stage.view.toggleAttribute("data-space", isDown);
    },
    putNote: hands.putNote,
    shapes: feeding.shapes,
    cancel: hands.cancel,
    lookUp(client) {
      const { x, y } = toClient({ x: 0, y: 0 });
      const place = toBoard(stage.camera(), { x: client.x - x, y: client.y - y });
      return { id: places.hitAt(place)?.id, place };
    },
    clientMiddleOf(id) {
      const { w, h } = stage.size();
      const rect = id === undefined ? undefined : places.homeOf(id);
      const { x, y, ...size } = rect ? rectToScreen(stage.camera(), rect) : { x: 0, y: 0, w, h };
      const kept = (value: number, most: number): number => Math.min(most - 8, Math.max(8, value));
      return toClient({ x: kept(x + size.w / 2, w), y: kept(y + size.h / 2, h) });
    },
    isDrawn: stage.isComplete,
    clientRectOfPage(page) {
      const rect = places.rectOfPage(page);
      if (!rect) return undefined;
      const shown = pageToScreen(stage.camera(), rect);
      return { ...shown, ...toClient(shown) };
    },
    destroy() {
      for (const stop of stops) stop();
      others.destroy();
      feeding.destroy();
      following.destroy();
      colours.stop();
      drawing.destroy();
      stage.destroy();
      presence.set({
        at: undefined,
        drag: undefined,
        reshaped: undefined,
        stroke: undefined,
        laser: undefined,
        pulled: undefined,
      });
    },
  };
}

/** Around a point that is to be seen, in board units. */
const pointRoom = 60;

/** What is gone to is shown nearer where it is smaller than this. */
const leastLegiblePx = 56;
