/**
 * How the table looks: what draws each kind of thing, near and from afar, and what is painted over the
 * cards, bottom first.
 *
 * Owns the pictures of pages and images and the laser's trails; all else it asks for whenever it draws.
 */
import type { PileId } from "../../../shared/base/ids.ts";
import type { Layout } from "../../../shared/board/layout.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { Painter } from "../../canvas/overlay.ts";
import { createPictures, type Pictures } from "../../canvas/pictures.ts";
import { createSmallPictures } from "../../canvas/small-pictures.ts";
import type { Look, Stage } from "../../canvas/stage.ts";
import { fetchBlobs } from "../../papers/fetch-blobs.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { personColour } from "../../sync/person-colour.ts";
import { fetchLaserTrails } from "../parts.ts";
import type { ShapesOnTable } from "../shapes/shapes-on-table.ts";
import type { TableStore } from "../table-state.ts";
import type { CanvasColours } from "./canvas-colours.ts";
import type { Feeding } from "./feeding.ts";
import {
  paintCount,
  paintFound,
  paintGap,
  paintGuides,
  paintLasso,
  paintMarquee,
  paintRings,
  peoplePainter,
} from "./hand-painter.ts";
import { type InkScene, paintHighlighters, paintMarks } from "./ink-painter.ts";
import type { LaserTrails } from "./laser-trails.ts";
import { createNoteCard } from "./note-card.ts";
import { createNoteSketch, isSameNote } from "./note-sketch.ts";
import { createPagePictures } from "./page-pictures.ts";
import { createPaperCard } from "./paper-card.ts";
import { createPaperSketch, isSamePaper } from "./paper-sketch.ts";
import type { PlacesOnTable } from "./places-on-table.ts";
import type { TableHands } from "./table-hands.ts";
import type { NoteItem, PaperItem, TableItem } from "./table-items.ts";

/** Functions, for the drawing is set up before what it draws. */
export interface DrawingPorts {
  readonly session: BoardSession;
  readonly state: TableStore;
  stage(): Stage<TableItem>;
  colours(): CanvasColours;
  feeding(): Pick<Feeding, "layout" | "noteGrew" | "shapes">;
  hands(): TableHands;
  places(): PlacesOnTable;
}

export interface TableDrawing {
  lookOf(kind: string): Look<TableItem>;
  /** Drawn over the cards, bottom first. */
  readonly painters: readonly Painter[];
  /** Drawn under those, multiplied with the cards. */
  readonly blended: readonly Painter[];
  /** What is decoded of pages and images, within one budget. */
  readonly decoded: Pictures;
  /** Lets go of the pictures of pages that are not on the board any more. */
  keepOnly(pages: BoardView["pages"]): void;
  destroy(): void;
}

export function createTableDrawing(ports: DrawingPorts): TableDrawing {
  const { session, state, stage, colours, hands } = ports;
  const { presence, reader } = session;
  const { boardId } = session;
  const decoded = createPictures(createSmallPictures((urls) => fetchBlobs(boardId, urls)));
  const pictures = createPagePictures(boardId, decoded, (paper) => stage().redraw(paper));
  let trails: LaserTrails | "asked" | undefined;
  const shapes = (): ShapesOnTable | undefined => ports.feeding().shapes();
  const layout = (): Layout => ports.feeding().layout.get();

  const looks: { readonly [kind in Exclude<TableItem["kind"], "shape">]: Look<never> } = {
    paper: {
      card: (item: PaperItem) => createPaperCard(item, pictures.of),
      sketch: createPaperSketch(colours, (page) => pictures.of(page)?.small()),
      isSameFromAfar: isSamePaper,
    } satisfies Look<PaperItem> as Look<never>,
    note: {
      card: (item: NoteItem) =>
        createNoteCard(item, (size) => ports.feeding().noteGrew(item.id, size)),
      sketch: createNoteSketch(colours),
      isSameFromAfar: isSameNote,
    } satisfies Look<NoteItem> as Look<never>,
  };

  /** Where a thing is shown now; a mark on the paper it goes with. */
  function rectNow(id: string): Rect | undefined {
    return (
      stage().rectOf(id) ?? ports.places().homeOf(id) ?? layout().piles.get(id as PileId)?.frame
    );
  }

  function inkScene(): InkScene {
    return {
      view: reader.view(),
      layout: layout(),
      colours: colours(),
      draft: hands().marking.draft(),
      selection: state.get().selection,
      inHand: hands().inkInHand,
      rectOf: stage().rectOf,
      layerOf: (id) => stage().scene.get(id)?.layer ?? 0,
      lifted: hands().selecting.drag()?.ids ?? nothingLifted,
    };
  }

  const paintHands: Painter = (frame) => {
    const { selecting, reshaping } = hands();
    const { aim, found, selection } = state.get();
    const paint = colours();
    if (stage().plane() === "far") paintRings(frame, selection, stage().rectOf, paint);
    const rect = selecting.marquee();
    const drag = selecting.drag();
    if (aim) paintGap(frame, aim.gap, paint);
    paintFound(frame, found, paint, rectNow);
    if (rect) paintMarquee(frame, rect, paint);
    const lasso = selecting.lasso();
    if (lasso) paintLasso(frame, lasso, paint);
    paintGuides(frame, selecting.guides(), paint);
    reshaping.paint(frame, paint);
    if (drag && drag.ids.size > 1) paintCount(frame, drag.at, drag.ids.size, paint);
    return undefined;
  };

  /** What draws them comes with the first pointer that shines. */
  function shine(...pointer: Parameters<LaserTrails["shine"]>): void {
    if (trails === "asked") return;
    if (trails) return trails.shine(...pointer);
    trails = "asked";
    fetchLaserTrails().then(
      ({ createLaserTrails }) => {
        trails = createLaserTrails();
      },
      () => {
        trails = undefined;
      },
    );
  }

  const paintLasers: Painter = (frame) => {
    const at = hands().laser();
    if (at) shine(ownTrail, at, frame.nowMs);
    if (!trails || trails === "asked") return false;
    const colourOf = new Map(presence.others().map(({ key, colour }) => [key, colour]));
    const own = personColour(session.me.memberId);
    return trails.paint(frame, (key) => colours().person(colourOf.get(key) ?? own));
  };

  return {
    lookOf: (kind) =>
      (kind === "shape" ? shapes()?.look : looks[kind as keyof typeof looks]) as Look<TableItem>,
    blended: [
      (frame) => {
        paintHighlighters(frame, inkScene());
        return undefined;
      },
    ],
    painters: [
      (frame) => {
        paintMarks(frame, inkScene());
        return undefined;
      },
      (frame) => shapes()?.paint(frame),
      paintHands,
      peoplePainter(presence.others, colours, (id) => stage().rectOf(id), shine),
      paintLasers,
    ],
    decoded,
    keepOnly: pictures.keepOnly,
    destroy: decoded.destroy,
  };
}

/** No colleague's tab has this number. */
const ownTrail = -1;
const nothingLifted: ReadonlySet<string> = new Set();
