/**
 * How the table is looked at: everything, a part, from near or far; and what the bars show of it.
 *
 * Owns the memory of whether everything was in view: whoever saw everything goes on seeing it when a
 * panel opens, papers come in or a pile is added.
 */
import type { BoardReader } from "../../../shared/board/reader.ts";
import { grown, type Rect, type Size, union } from "../../../shared/geometry/rect.ts";
import { type Camera, isInView } from "../../canvas/camera.ts";
import type { Stage } from "../../canvas/stage.ts";
import { createStore, type Store } from "../../ui/store.ts";
import type { TableItem } from "./table-items.ts";

/** A page of 1700 scan pixels lies 160 board units wide. */
const scanPixelsPerUnit = 1700 / 160;
/** 2 % to 400 % of the scan's own pixels, in CSS pixels per board unit. */
export const zoomLimits = { least: 0.02 * scanPixelsPerUnit, most: 4 * scanPixelsPerUnit } as const;
/** A board opens no closer than this, however little is on it. */
const openingScale = 1.1;
const nearestOfSelection = 5;
const tellEveryMs = 120;

export interface ViewState {
  /** 1 = one scan pixel to one CSS pixel. */
  readonly zoom: number;
  /** Nothing of the board can be seen. */
  readonly isLost: boolean;
}

export interface ViewKeeper {
  readonly state: Store<ViewState>;
  showAll(how: "at once" | "gliding"): void;
  show(rects: readonly Rect[]): void;
  zoomTo(zoom: number): void;
  /** The camera, the view's size or the board changed. */
  refresh(): void;
}

export function createViewKeeper(
  stage: Stage<TableItem>,
  reader: BoardReader,
  bounds: () => Rect,
): ViewKeeper {
  const state = createStore<ViewState>({ zoom: 1, isLost: false });
  let everything: Camera | undefined;
  let telling: ReturnType<typeof setTimeout> | undefined;
  let later: ViewState | undefined;
  let lastSize: Size = { w: 0, h: 0 };
  let lastCount = countOf(reader);

  function showAll(how: "at once" | "gliding"): void {
    everything = stage.fit(bounds(), how, openingScale);
  }

  /** The bars follow a zoom at a calm pace: each step of theirs costs as much as a frame of the table. */
  function tell(next: ViewState): void {
    if (telling !== undefined) {
      later = next;
      return;
    }
    state.set(next);
    telling = setTimeout(() => {
      telling = undefined;
      if (later) tell(later);
      later = undefined;
    }, tellEveryMs);
  }

  return {
    state,
    showAll,
    show(rects) {
      const around = union(rects);
      if (around) stage.fit(grown(around, 30), "gliding", nearestOfSelection);
    },
    zoomTo: (zoom) => stage.zoomBy((zoom * scanPixelsPerUnit) / stage.camera().scale),
    refresh() {
      const size = stage.size();
      const count = countOf(reader);
      const isResized = lastSize.w !== size.w || lastSize.h !== size.h;
      const hasOthers = count !== lastCount;
      lastSize = size;
      lastCount = count;
      if ((isResized || hasOthers) && stage.camera() === everything) {
        showAll(isResized ? "at once" : "gliding");
      }
      const camera = stage.camera();
      const next = {
        zoom: camera.scale / scanPixelsPerUnit,
        isLost: !isInView(camera, size, bounds()),
      };
      const last = state.get();
      if (last.zoom !== next.zoom || last.isLost !== next.isLost) tell(next);
    },
  };
}

/** Changes with the number of papers and with that of piles. */
const countOf = (reader: BoardReader): string => {
  const { papers, piles } = reader.view();
  return `${papers.size} ${piles.length}`;
};
