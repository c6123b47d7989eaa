/**
 * What the table tells whoever measures it (test/load/client): where things are, whether all is drawn,
 * and where to look; and what its document holds, for the hands of test/e2e/monkey.ts. Reads, and moves
 * nothing but the camera; loaded by pages opened with `?bench=1` alone.
 */

import * as Y from "yjs";
import type { PageId } from "../../../shared/base/ids.ts";
import type { BoardReader } from "../../../shared/board/reader.ts";
import { recordRoots } from "../../../shared/board/touched.ts";
import { type Point, type Rect, union } from "../../../shared/geometry/rect.ts";
import { rectToScreen, toBoard } from "../../canvas/camera.ts";
import type { Stage } from "../../canvas/stage.ts";
import { select, type TableStore } from "../table-state.ts";
import type { PlacesOnTable } from "./places-on-table.ts";
import type { TableItem } from "./table-items.ts";

export interface BenchParts {
  readonly stage: Stage<TableItem>;
  readonly reader: BoardReader;
  readonly doc: Y.Doc;
  readonly places: PlacesOnTable;
  readonly state: TableStore;
  showAll(how: "at once"): void;
}

const asText = (value: unknown): string =>
  JSON.stringify(
    value instanceof Y.Text ? value.toDelta() : value instanceof Uint8Array ? [...value] : value,
  );

/** A board point in the middle of the window, and a scale. */
interface Look extends Point {
  readonly scale: number;
}

export function offerBench({ stage, reader, doc, places, state, showAll }: BenchParts): void {
  const middle = (): Point => {
    const box = stage.view.getBoundingClientRect();
    return { x: innerWidth / 2 - box.left, y: innerHeight / 2 - box.top };
  };
  const port = {
    counts() {
      const { notes, papers, strokes } = reader.view();
      return { notes: notes.size, papers: papers.size, strokes: strokes.size };
    },
    /** Every register of every record, the dead included, as text by its path; in order. */
    records(): { readonly [path: string]: string } {
      const found: [string, string][] = [];
      for (const root of Object.values(recordRoots)) {
        doc.getMap(root).forEach((record, id) => {
          if (!(record instanceof Y.Map)) return;
          record.forEach((value, key) => found.push([`${root}/${id}/${key}`, asText(value)]));
        });
      }
      return Object.fromEntries(found.toSorted(([a], [b]) => (a < b ? -1 : 1)));
    },
    isComplete: stage.isComplete,
    look({ x, y, scale }: Look): void {
      const at = middle();
      stage.moveTo({ x: x - at.x / scale, y: y - at.y / scale, scale }, "at once");
    },
    looks(): Look {
      const camera = stage.camera();
      return { ...toBoard(camera, middle()), scale: camera.scale };
    },
    homeOf: places.homeOf,
    /** In the window's pixels, where the thing is shown now; of a paper, its page. */
    screenRect(id: string, page?: string): Rect | undefined {
      const rect = page === undefined ? stage.rectOf(id) : places.rectOfPage(page as PageId);
      if (!rect) return undefined;
      const box = stage.view.getBoundingClientRect();
      const shown = rectToScreen(stage.camera(), rect);
      return { ...shown, x: box.left + shown.x, y: box.top + shown.y };
    },
    /** Around all notes and papers. */
    bounds: () => union([...stage.scene.all()].map(({ rect }) => rect)),
    selected: () => state.get().selection.size,
    clearSelection: () => select(state, []),
    showAll: () => showAll("at once"),
    mounted: stage.mounted,
    plane: stage.plane,
  };
  Object.assign(window, { noticeboardBench: port });
}
