/**
 * The far plane: the table seen from afar, as one canvas put together from cached tiles. It reaches beyond
 * the view and lies in the world, which moves it: put together anew only where it does not serve.
 *
 * Owns the tiles, what is drawn afresh each frame (things in a hand or on their way) and the time that
 * drawing may take in one frame; how a thing looks from afar is its sketch's business. Where a tile is
 * not drawn yet, tiles of other scales stand in: nothing goes blank that was seen.
 */
import { grown, intersects, type Rect, type Size } from "../../shared/geometry/rect.ts";
import { type Camera, viewOf } from "./camera.ts";
import {
  byLikeness,
  isNearEnough,
  keyOf,
  rectOf,
  type Sheet,
  scaleThrough,
  sheetRound,
  type TileAt,
  tilePx,
  tilesIn,
  tilesToDrop,
} from "./far-tiles.ts";
import { type Motion, shownRect } from "./motion.ts";
import { byHeight, type Scene, type SceneItem } from "./scene.ts";

export interface SketchFrame {
  /** In board units, the item's top left corner at 0, 0; the sketch leaves its state as it found it. */
  readonly ink: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  /** Device pixels to a board unit. */
  readonly pxPerUnit: number;
}

/**
 * Draws a thing as it looks from afar. What is not at hand yet is left out and asked to be redrawn later;
 * then it says "waiting".
 */
export type Sketch<Item extends SceneItem> = (
  frame: SketchFrame,
  item: Item,
) => "waiting" | undefined | void;

export interface FarPlane {
  /** Draws what changed since the last frame; true when it wants another frame. */
  draw(frame: FarFrame): boolean;
  /** Called in each frame that shows cards: the sheet is kept for a while, and then given back. */
  hide(nowMs: number): void;
  /** These places look different now. Board units. */
  touch(rects: Iterable<Rect>): void;
  /** The colours changed: everything is to be drawn anew. */
  forget(): void;
  /** Whether there is a picture of all that is in view. */
  isDrawn(): boolean;
  /** Whether all in view is drawn as it is now, at the very scale, its pictures too. */
  isComplete(): boolean;
  destroy(): void;
}

export interface FarFrame {
  readonly camera: Camera;
  readonly size: Size;
  readonly devicePixelRatio: number;
  /** Things away from home: drawn on top, where they are shown. */
  readonly afloat: ReadonlySet<string>;
  readonly moved: ReadonlySet<string>;
  /** The scale is changing, or was a moment ago. */
  readonly isZooming: boolean;
  /** How long tiles may be drawn in this frame. */
  readonly drawMs: number;
}

interface Tile {
  readonly at: TileAt;
  /** Undefined: nothing lies there. */
  picture: ImageBitmap | undefined;
  /** What is to be drawn again. Board units; empty where the tile is as it should be. */
  stale: Rect[] | "all";
  /** Things that were not wholly at hand when it was drawn. */
  readonly waiting: ReadonlySet<string>;
  lastUsed: number;
}

interface Job<Item> {
  readonly at: TileAt;
  readonly key: string;
  readonly items: readonly Item[];
  readonly waiting: Set<string>;
  next: number;
  isOutdated: boolean;
}

type Ink = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** A megabyte each. */
const tilesKept = 48;
/** How many other scales may stand in for what is not drawn yet. */
const standIns = 3;
/** How far outlines reach beyond the things themselves. Board units. */
const reach = 8;
/** How long a sheet is kept at least that is not shown: who zooms to and fro needs it again. Milliseconds. */
const keptMs = 4_000;
/** A sheet this many times finer than what is seen is none for it: it shows a corner. */
const mostFiner = 6;
/** So many changes at once are looked at as a change of everything. */
const tooMany = 300;
const tooManyInTile = 40;

export function createFarPlane<Item extends SceneItem>(
  canvas: HTMLCanvasElement,
  scene: Scene<Item>,
  motion: Motion,
  sketchOf: (kind: string) => Sketch<Item>,
): FarPlane {
  const ink = canvas.getContext("2d");
  const scratch = new OffscreenCanvas(tilePx, tilePx);
  const scratchInk = scratch.getContext("2d");
  const tiles = new Map<string, Tile>();
  let job: Job<Item> | undefined;
  let clock = 0;
  let complete = false;
  let isDrawn = false;
  let isWaiting = false;
  let shown: { readonly camera: Camera; readonly size: Size } | undefined;
  /** Where the canvas lies and what is on it. */
  let sheet: Sheet | undefined;
  const composed = new Set<string>();
  let hiddenMs = 0;
  let isOutdated = false;
  /** Away from home: in no tile. */
  const apart = new Set<string>();
  /** Home again: drawn on top until their tiles are drawn with them. */
  const landing = new Set<string>();

  function sketch(on: Ink, item: Item, at: Rect, left: number, top: number, k: number) {
    on.setTransform(k, 0, 0, k, at.x * k - left, at.y * k - top);
    on.globalAlpha = 1;
    return sketchOf(item.kind)({ ink: on, pxPerUnit: k }, item);
  }

  /** Draws on at the tile in work, or begins it; true when it is done before `untilMs`. */
  function work(at: TileAt, untilMs: number): boolean {
    if (!scratchInk) return true;
    const key = keyOf(at);
    const known = tiles.get(key);
    if (job?.key !== key || job.isOutdated) {
      if (job) scratchInk.restore();
      const items = begin(scratchInk, at, known);
      const waiting = new Set(known?.stale === "all" ? [] : known?.waiting);
      job = { key, at, items, waiting, next: 0, isOutdated: false };
    }
    const { items, waiting } = job;
    while (job.next < items.length) {
      const item = items[job.next++];
      if (!item) continue;
      const [left, top] = [at.column * tilePx, at.row * tilePx];
      const how = sketch(scratchInk, item, item.rect, left, top, at.k);
      if (how === "waiting") waiting.add(item.id);
      else waiting.delete(item.id);
      const mayRest = job.next % 8 === 0 && job.next < items.length;
      if (mayRest && performance.now() > untilMs) return false;
    }
    scratchInk.restore();
    job = undefined;
    const isEmpty = items.length === 0 && (known?.stale === "all" || !known?.picture);
    known?.picture?.close();
    const picture = isEmpty ? undefined : scratch.transferToImageBitmap();
    tiles.set(key, { at, picture, stale: [], waiting, lastUsed: clock });
    return true;
  }

  /** Prepares the scratch canvas, with what of the tile may stay; what is to be drawn on it. */
  function begin(on: OffscreenCanvasRenderingContext2D, at: TileAt, known: Tile | undefined) {
    on.save();
    on.setTransform(1, 0, 0, 1, 0, 0);
    on.globalAlpha = 1;
    on.clearRect(0, 0, tilePx, tilePx);
    let items = new Set<Item>();
    if (!known?.picture || known.stale === "all") {
      items = new Set(scene.within(grown(rectOf(at), reach)));
    } else {
      on.drawImage(known.picture, 0, 0);
      on.beginPath();
      for (const rect of known.stale) {
        const x = Math.floor(rect.x * at.k) - at.column * tilePx;
        const y = Math.floor(rect.y * at.k) - at.row * tilePx;
        on.rect(x, y, Math.ceil(rect.w * at.k) + 1, Math.ceil(rect.h * at.k) + 1);
        for (const item of scene.within(rect)) items.add(item);
      }
      on.clip();
      on.clearRect(0, 0, tilePx, tilePx);
    }
    return [...items].filter(({ id }) => !apart.has(id)).toSorted(byHeight);
  }

  function place(tile: Tile, left: number, top: number, k: number): void {
    tile.lastUsed = clock;
    const { at, picture } = tile;
    if (!ink) return;
    if (at.k === k) {
      if (picture) ink.drawImage(picture, at.column * tilePx - left, at.row * tilePx - top);
      return;
    }
    // To whole pixels on every side, or there would be seams.
    const side = (tilePx * k) / at.k;
    const x = Math.round(at.column * side - left);
    const y = Math.round(at.row * side - top);
    const w = Math.round((at.column + 1) * side - left) - x;
    const h = Math.round((at.row + 1) * side - top) - y;
    ink.clearRect(x, y, w, h);
    if (picture) ink.drawImage(picture, x, y, w, h);
  }

  /** Puts the sheet round the view and draws on it what there is, the tiles in `wanted` above all. */
  function compose(
    { camera, size, devicePixelRatio: ratio, isZooming }: FarFrame,
    wanted: readonly TileAt[],
  ) {
    const k = wanted[0]?.k ?? camera.scale * ratio;
    const view = viewOf(camera, size);
    // What moves by itself is drawn anew in each frame: there is no use in more than is seen then.
    sheet = sheetRound(view, size, ratio, k, apart.size > 0 || isZooming ? 1 : undefined);
    isOutdated = false;
    composed.clear();
    if (!ink) return;
    const { left, top, width, height } = sheet;
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    canvas.style.transform = `translate(${left / k}px, ${top / k}px) scale(${1 / k})`;
    ink.setTransform(1, 0, 0, 1, 0, 0);
    ink.globalAlpha = 1;
    ink.clearRect(0, 0, width, height);
    const around = { x: left / k, y: top / k, w: width / k, h: height / k };
    const ready = tilesIn(around, k).flatMap((at) => {
      const tile = tiles.get(keyOf(at));
      return tile && (tile.stale.length === 0 || intersects(rectOf(at), view)) ? tile : [];
    });
    for (const { at, stale } of ready) if (stale.length === 0) composed.add(keyOf(at));
    const hasAll = wanted.every((at) => composed.has(keyOf(at)));
    if (!hasAll) {
      const scales = new Set(Array.from(tiles.values(), ({ at }) => at.k));
      for (const other of byLikeness(scales, k).slice(-standIns)) {
        if (other === k) continue;
        for (const tile of tiles.values()) {
          if (tile.at.k === other && intersects(rectOf(tile.at), view)) place(tile, left, top, k);
        }
      }
    }
    for (const tile of ready) {
      if (!hasAll) {
        const { column, row } = tile.at;
        ink.clearRect(column * tilePx - left, row * tilePx - top, tilePx, tilePx);
      }
      place(tile, left, top, k);
    }
    const near = grown(view, reach);
    const floating: Item[] = [];
    for (const id of [...apart, ...landing]) {
      const item = scene.get(id);
      if (item && intersects(shownRect(item, motion), near)) floating.push(item);
    }
    for (const item of floating.toSorted(byHeight)) {
      sketch(ink, item, shownRect(item, motion), left, top, k);
    }
  }

  /** Whether the sheet has all that is in view. */
  function covers(view: Rect, k: number): boolean {
    if (!sheet || isOutdated || sheet.k > k * mostFiner) return false;
    return tilesIn(view, sheet.k).every((at) => composed.has(keyOf(at)));
  }

  /**
   * Whether the sheet is shown on as it is: where it will do, and while what is to come in its place is
   * not all there. Only what is seen nowhere is put together from other scales meanwhile: to make finer
   * tiles smaller takes the browser longer than to draw new ones.
   */
  function mayStay(
    isDone: boolean,
    isZooming: boolean,
    isCovered: boolean,
    isServed: boolean,
    k: number,
  ): boolean {
    if (!sheet || isOutdated) return false;
    if (isZooming) return isServed || !isDone;
    return isCovered && (sheet.k === k || !isDone);
  }

  function forget(): void {
    isOutdated = true;
    for (const tile of tiles.values()) tile.stale = "all";
    if (job) job.isOutdated = true;
    complete = false;
  }

  function touch(rects: Iterable<Rect>): void {
    if (tiles.size === 0 && !job) return;
    const all = [...rects].map((rect) => grown(rect, reach));
    if (all.length === 0) return;
    if (all.length > tooMany) return forget();
    isOutdated = true;
    complete = false;
    for (const tile of tiles.values()) {
      if (tile.stale === "all") continue;
      const own = rectOf(tile.at);
      for (const rect of all) if (intersects(rect, own)) tile.stale.push(rect);
      if (tile.stale.length > tooManyInTile) tile.stale = "all";
    }
    if (job) {
      const own = rectOf(job.at);
      if (all.some((rect) => intersects(rect, own))) job.isOutdated = true;
    }
  }

  /** What left its home is taken out of the tiles, what came back is drawn into them again. */
  function settle(afloat: ReadonlySet<string>): void {
    const changed: string[] = [];
    for (const id of afloat) {
      if (apart.has(id)) continue;
      apart.add(id);
      landing.delete(id);
      changed.push(id);
    }
    for (const id of apart) {
      if (afloat.has(id)) continue;
      apart.delete(id);
      landing.add(id);
      changed.push(id);
    }
    touch(changed.flatMap((id) => scene.get(id)?.rect ?? []));
  }

  function letGo(wanted: readonly TileAt[]): void {
    const inUse = new Set(wanted.map(keyOf));
    const used = new Map([...tiles].map(([key, { lastUsed }]) => [key, lastUsed]));
    for (const key of tilesToDrop(used, tilesKept, (one) => inUse.has(one))) {
      tiles.get(key)?.picture?.close();
      tiles.delete(key);
    }
  }

  return {
    draw(frame) {
      const { camera, size, devicePixelRatio: ratio, afloat, moved, drawMs } = frame;
      const untilMs = performance.now() + drawMs;
      clock++;
      if (canvas.hidden) canvas.hidden = false;
      settle(afloat);
      const isMoved = shown?.camera !== camera || shown.size !== size;
      const isZooming = frame.isZooming && shown !== undefined;
      const k = camera.scale * ratio;
      const view = viewOf(camera, size);
      const isCovered = covers(view, k);
      const isServed = isCovered && sheet !== undefined && isNearEnough(sheet.k, k);
      const wanted = tilesIn(view, isZooming ? scaleThrough(k) : k);
      let drawn = 0;
      let isDone = true;
      // On the way the sheet is shown larger or smaller for as long as it can be.
      if (!(isZooming && isServed) && (isMoved || !complete)) {
        for (const at of wanted) {
          const tile = tiles.get(keyOf(at));
          if (tile?.stale.length === 0) continue;
          if (performance.now() > untilMs || !work(at, untilMs)) {
            isDone = false;
            break;
          }
          drawn++;
        }
      }
      if (moved.size > 0 || !mayStay(isDone, isZooming, isCovered, isServed, k)) {
        compose(frame, wanted);
      }
      isDrawn = isDone || isCovered;
      complete = isDone && !isZooming;
      isWaiting = wanted.some((at) => (tiles.get(keyOf(at))?.waiting.size ?? 0) > 0);
      if (complete) landing.clear();
      shown = { camera, size };
      if (drawn > 0) letGo(wanted);
      return !complete;
    },
    hide(nowMs) {
      if (!canvas.hidden) {
        canvas.hidden = true;
        hiddenMs = nowMs;
        isDrawn = false;
        shown = undefined;
      } else if (sheet && nowMs - hiddenMs > keptMs) {
        canvas.width = 0;
        sheet = undefined;
      }
    },
    touch,
    forget,
    isDrawn: () => isDrawn,
    isComplete: () => complete && !isWaiting,
    destroy() {
      for (const { picture } of tiles.values()) picture?.close();
      tiles.clear();
    },
  };
}
