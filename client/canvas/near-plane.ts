/**
 * The near plane: everything in view as plain DOM cards under one transformed layer.
 *
 * Owns which cards exist and where they stand; what a card shows is its maker's business. Panning and
 * zooming write one transform; cards are made and dropped only when the view leaves the area they were
 * made for, at most `mountsPerFrame` in one frame, nearest to the middle first. The card that has the
 * focus stays, wherever the view goes.
 */
import { grown, intersects, type Point, type Rect, type Size } from "../../shared/geometry/rect.ts";
import { type Camera, viewOf } from "./camera.ts";
import type { Motion } from "./motion.ts";
import type { Scene, SceneItem } from "./scene.ts";

export interface Card<Item extends SceneItem> {
  readonly element: HTMLElement;
  /** The item's content or size changed. */
  update(item: Item): void;
  /** The view is at rest: `pxPerUnit` device pixels to a board unit, `distance` from the view's middle. */
  seen?(pxPerUnit: number, distance: number): void;
  /** Called once, when the card leaves the table or the view. */
  destroy(): void;
}

export type CardMaker<Item extends SceneItem> = (item: Item) => Card<Item>;

export interface NearPlane<Item extends SceneItem> {
  /** Writes what changed since the last frame; true when it wants another frame. */
  draw(frame: NearFrame): boolean;
  /** These items are not what they were. */
  changed(before: Iterable<Item>, after: Iterable<Item>): void;
  /** Makes the card if need be, so that it can take the focus. */
  cardOf(id: string): Card<Item> | undefined;
  /** Things held in a hand lie above all others. */
  lift(ids: ReadonlySet<string>): void;
  mounted(): number;
  destroy(): void;
}

export interface NearFrame {
  readonly camera: Camera;
  readonly size: Size;
  readonly moved: ReadonlySet<string>;
  readonly devicePixelRatio: number;
}

interface Mounted<Item extends SceneItem> {
  item: Item;
  readonly card: Card<Item>;
}

const mountsPerFrame = 40;
/** How far beyond the view cards are kept ready, as a share of its longer side. */
const margin = 0.35;

export function createNearPlane<Item extends SceneItem>(
  layer: HTMLElement,
  cards: HTMLElement,
  scene: Scene<Item>,
  motion: Motion,
  makerOf: (kind: string) => CardMaker<Item>,
): NearPlane<Item> {
  const mounted = new Map<string, Mounted<Item>>();
  let shown: Camera | undefined;
  let settled = false;
  /** The area for which cards exist; undefined = look again. */
  let ready: Rect | undefined;
  let lifted: ReadonlySet<string> = new Set();

  function stand(id: string, element: HTMLElement): void {
    const at = motion.at(id);
    if (at) element.style.transform = `translate(${at.x}px, ${at.y}px)`;
  }

  function mount(item: Item): Mounted<Item> {
    const card = makerOf(item.kind)(item);
    const made = { item, card };
    mounted.set(item.id, made);
    card.element.dataset["item"] = item.id;
    fit(made);
    stand(item.id, card.element);
    cards.append(card.element);
    return made;
  }

  function fit({ item, card }: Mounted<Item>): void {
    card.element.style.zIndex = String(item.layer + (lifted.has(item.id) ? 1000 : 0));
  }

  function unmount(id: string): void {
    const gone = mounted.get(id);
    mounted.delete(id);
    gone?.card.destroy();
    gone?.card.element.remove();
  }

  function cull(view: Rect): boolean {
    const keep = grown(view, margin * Math.max(view.w, view.h));
    const middle = middleOf(view);
    for (const [id, { item, card }] of mounted) {
      const here = scene.get(id) === item && intersects(shownRect(item, motion), keep);
      if (!here && !card.element.contains(document.activeElement)) unmount(id);
    }
    const missing = scene
      .within(keep)
      .filter(({ id }) => !mounted.has(id))
      .toSorted((a, b) => far(middleOf(a.rect), middle) - far(middleOf(b.rect), middle));
    for (const item of missing.slice(0, mountsPerFrame)) mount(item);
    ready = missing.length > mountsPerFrame ? undefined : keep;
    return ready === undefined;
  }

  function tellSeen(view: Rect, camera: Camera, devicePixelRatio: number): void {
    const middle = middleOf(view);
    for (const { item, card } of mounted.values()) {
      card.seen?.(camera.scale * devicePixelRatio, far(middleOf(item.rect), middle));
    }
  }

  return {
    draw({ camera, size, moved, devicePixelRatio }) {
      if (!shown) tellScale(cards, camera.scale);
      if (shown !== camera) {
        const { x, y, scale } = camera;
        layer.style.transform = `scale(${scale}) translate(${-x}px, ${-y}px)`;
        settled = false;
      }
      const view = viewOf(camera, size);
      const inside = ready && covers(ready, grown(view, (margin / 3) * Math.max(view.w, view.h)));
      const more = inside ? false : cull(view);
      for (const id of moved) {
        const one = mounted.get(id);
        if (one) stand(id, one.card.element);
      }
      const resting = shown === camera;
      shown = camera;
      if (resting && !more && !settled) {
        settled = true;
        tellScale(cards, camera.scale);
        tellSeen(view, camera, devicePixelRatio);
      }
      return more || !settled;
    },
    changed(before, after) {
      const kept = new Map([...after].map((item) => [item.id, item]));
      for (const { id } of before) {
        const one = mounted.get(id);
        const item = kept.get(id);
        if (!one) continue;
        if (!item || item.kind !== one.item.kind) {
          unmount(id);
          continue;
        }
        one.item = item;
        fit(one);
        one.card.update(item);
      }
      ready = undefined;
      settled = false;
    },
    cardOf(id) {
      const item = scene.get(id);
      return (mounted.get(id) ?? (item && mount(item)))?.card;
    },
    lift(ids) {
      const touched = [...lifted, ...ids];
      lifted = ids;
      for (const id of touched) {
        const one = mounted.get(id);
        if (one) fit(one);
      }
    },
    mounted: () => mounted.size,
    destroy() {
      for (const id of mounted.keys()) unmount(id);
    },
  };
}

/**
 * Lets the cards' style sheets size things by the screen: `--px` is how many board units one CSS pixel
 * is. In steps and only when the view rests, because each change restyles all of them.
 */
function tellScale(cards: HTMLElement, scale: number): void {
  const stepped = String(2 ** (Math.round(Math.log2(1 / scale) * 4) / 4));
  if (cards.style.getPropertyValue("--px") !== stepped) cards.style.setProperty("--px", stepped);
}

/** Where an item is shown at present, in board units: on its way home or in somebody's hand. */
export function shownRect(item: SceneItem, motion: Motion): Rect {
  const at = motion.at(item.id);
  return at ? { ...at, w: item.rect.w, h: item.rect.h } : item.rect;
}

const middleOf = (rect: Rect): Point => ({ x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 });
const far = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const covers = (outer: Rect, inner: Rect): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.w >= inner.x + inner.w &&
  outer.y + outer.h >= inner.y + inner.h;
