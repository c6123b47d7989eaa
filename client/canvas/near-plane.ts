/**
 * The near plane: everything in view as plain DOM cards in board units.
 *
 * Owns which cards exist and where they stand; what a card shows is its maker's business. Where the
 * view stands is not theirs: cards are made and dropped only when the view leaves the area they were
 * made for, nearest to the middle first and only for so long in one frame. The card that has the focus
 * stays, wherever the view goes, and when the far plane is drawn instead.
 */
import { grown, intersects, type Point, type Rect, type Size } from "../../shared/geometry/rect.ts";
import { type Camera, viewOf } from "./camera.ts";
import { type Motion, shownRect } from "./motion.ts";
import { byHeight, type Scene, type SceneItem } from "./scene.ts";
import { restacked } from "./stacking.ts";

export interface Card<Item extends SceneItem> {
  readonly element: HTMLElement;
  /** The item's content or size changed. */
  update(item: Item): void;
  /** The view is at rest: `pxPerUnit` device pixels to a board unit, `distance` from the view's middle. */
  seen?(pxPerUnit: number, distance: number): void;
  /** Whether it shows all it has to show; without, it always does. */
  isShown?(): boolean;
  /** Called once, when the card leaves the table or the view. */
  destroy(): void;
}

export type CardMaker<Item extends SceneItem> = (item: Item) => Card<Item>;

export interface NearPlane<Item extends SceneItem> {
  /** Writes what changed since the last frame; true when it wants another frame. */
  /** `mayMount`: without, only what is there goes along. */
  draw(frame: NearFrame, mayMount: boolean): boolean;
  /** These items are not what they were. */
  changed(before: Iterable<Item>, after: Iterable<Item>): void;
  /** Makes the card if need be, so that it can take the focus. */
  cardOf(id: string): Card<Item> | undefined;
  /** Not to be seen for now, ready to come back; one that has the focus stays in sight. */
  hide(frame: NearFrame): void;
  /** Takes cards out of the DOM, some in each frame; true when there are more. */
  clear(frame: NearFrame): boolean;
  /** Things held in a hand lie above all others. */
  lift(ids: ReadonlySet<string>): void;
  mounted(): number;
  /** Whether every card in `view` is there and shows all it has. */
  isComplete(view: Rect): boolean;
  destroy(): void;
}

export interface NearFrame {
  readonly camera: Camera;
  readonly size: Size;
  readonly moved: ReadonlySet<string>;
  readonly devicePixelRatio: number;
  /** Nobody moves the view, nor did a moment ago. */
  readonly isResting: boolean;
}

interface Mounted<Item extends SceneItem> {
  item: Item;
  readonly card: Card<Item>;
  /** Its z-index among the cards; undefined = not given yet. */
  height: number | undefined;
}

const mountsPerFrame = 40;
const mountMs = { moving: 4, resting: 10 } as const;
const dropsPerFrame = 100;
/** What is held in a hand lies above every height. */
const inHand = 2 ** 30;
/** How far beyond the view cards are made ready, as a share of its longer side; */
const margin = 0.35;
/** and how far they are kept: who looks to and fro has them back for nothing. */
const keptMargin = 0.8;

export function createNearPlane<Item extends SceneItem>(
  cards: HTMLElement,
  scene: Scene<Item>,
  motion: Motion,
  makerOf: (kind: string) => CardMaker<Item>,
): NearPlane<Item> {
  const mounted = new Map<string, Mounted<Item>>();
  let shown: Camera | undefined;
  let shownSize: Size | undefined;
  let settled = false;
  /** The area for which cards exist; undefined = look again. */
  let ready: Rect | undefined;
  let lifted: ReadonlySet<string> = new Set();
  let isStacked = true;

  function stand({ item, card }: Mounted<Item>): void {
    const { style } = card.element;
    const { x, y } = item.rect;
    style.left = `${x}px`;
    style.top = `${y}px`;
    // Only on the way: each card that is moved so is painted apart from all others.
    // Not as a transform: a card that is turned says so by `rotate`, which comes after this.
    const at = motion.at(item.id);
    style.translate = at && (at.x !== x || at.y !== y) ? `${at.x - x}px ${at.y - y}px` : "";
  }

  function mount(item: Item): Mounted<Item> {
    const card = makerOf(item.kind)(item);
    const made = { item, card, height: undefined };
    mounted.set(item.id, made);
    isStacked = false;
    card.element.dataset["item"] = item.id;
    stand(made);
    cards.append(card.element);
    return made;
  }

  /** Gives every card its height among those that are there. */
  function stack(): void {
    if (isStacked) return;
    isStacked = true;
    const order = [...mounted.values()].toSorted((a, b) => byHeight(a.item, b.item));
    restacked(order.map(({ height }) => height)).forEach((height, i) => {
      const one = order[i];
      if (!one || one.height === height) return;
      one.height = height;
      raise(one);
    });
  }

  function raise({ item, card, height = 0 }: Mounted<Item>): void {
    card.element.style.zIndex = String(height + (lifted.has(item.id) ? inHand : 0));
  }

  function unmount(id: string): void {
    const gone = mounted.get(id);
    mounted.delete(id);
    gone?.card.destroy();
    gone?.card.element.remove();
  }

  /** Kept as they are laid out: they may be wanted again in a moment. */
  function setHidden(isHidden: boolean): void {
    const wanted = isHidden ? "hidden" : "";
    if (cards.style.contentVisibility !== wanted) cards.style.contentVisibility = wanted;
  }

  /** The cards that are there follow their own motion. */
  function goAlong(moved: ReadonlySet<string>): void {
    for (const id of moved) {
      const one = mounted.get(id);
      if (one) stand(one);
    }
  }

  function cull(view: Rect, forMs: number): boolean {
    const longer = Math.max(view.w, view.h);
    const wanted = grown(view, margin * longer);
    const kept = grown(view, keptMargin * longer);
    const middle = middleOf(view);
    for (const [id, { item, card }] of mounted) {
      const here = scene.get(id) === item && intersects(shownRect(item, motion), kept);
      if (!here && !card.element.contains(document.activeElement)) unmount(id);
    }
    const missing = scene
      .within(wanted)
      .filter(({ id }) => !mounted.has(id))
      .toSorted((a, b) => far(middleOf(a.rect), middle) - far(middleOf(b.rect), middle));
    const until = performance.now() + forMs;
    let made = 0;
    for (const item of missing) {
      if (made === mountsPerFrame || (made > 0 && performance.now() > until)) break;
      mount(item);
      made++;
    }
    stack();
    ready = made < missing.length ? undefined : wanted;
    return ready === undefined;
  }

  function tellSeen(view: Rect, camera: Camera, devicePixelRatio: number): void {
    const middle = middleOf(view);
    for (const { item, card } of mounted.values()) {
      card.seen?.(camera.scale * devicePixelRatio, far(middleOf(item.rect), middle));
    }
  }

  return {
    draw({ camera, size, moved, devicePixelRatio, isResting }, mayMount) {
      if (mayMount) setHidden(false);
      if (!shown) tellScale(cards, camera.scale);
      if (shown !== camera || shownSize !== size) settled = false;
      goAlong(moved);
      const view = viewOf(camera, size);
      const inside = ready && covers(ready, grown(view, (margin / 3) * Math.max(view.w, view.h)));
      const isMoving = shown !== undefined && shown !== camera;
      const more =
        inside || !mayMount ? false : cull(view, isMoving ? mountMs.moving : mountMs.resting);
      stack();
      shown = camera;
      shownSize = size;
      if (isResting && !isMoving && !more && !settled) {
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
        if (one.item.order !== item.order || one.item.layer !== item.layer) isStacked = false;
        one.item = item;
        one.card.update(item);
        stand(one);
      }
      ready = undefined;
      settled = false;
    },
    cardOf(id) {
      const known = mounted.get(id);
      if (known) return known.card;
      const item = scene.get(id);
      const made = item && mount(item);
      stack();
      return made?.card;
    },
    hide({ moved }) {
      if (cards.contains(document.activeElement)) goAlong(moved);
      else setHidden(true);
    },
    clear({ moved }) {
      // One that stays for its focus must still stand where it belongs.
      goAlong(moved);
      ready = undefined;
      settled = false;
      let left = dropsPerFrame;
      for (const [id, { card }] of mounted) {
        if (card.element.contains(document.activeElement)) continue;
        if (left-- === 0) return true;
        unmount(id);
      }
      setHidden(false);
      return false;
    },
    lift(ids) {
      const touched = [...lifted, ...ids];
      lifted = ids;
      for (const id of touched) {
        const one = mounted.get(id);
        if (one) raise(one);
      }
    },
    mounted: () => mounted.size,
    isComplete(view) {
      if (ready === undefined) return false;
      for (const { item, card } of mounted.values()) {
        if (card.isShown?.() === false && intersects(item.rect, view)) return false;
      }
      return true;
    },
    destroy() {
      for (const id of mounted.keys()) unmount(id);
    },
  };
}

/**
 * Lets style sheets size things by the screen: `--px` is how many board units one CSS pixel is. Each
 * change restyles all that uses it, so cards get it in steps and when the view rests.
 */
export function tellScale(
  parts: HTMLElement,
  scale: number,
  how: "in steps" | "in octaves" | "exactly" = "in steps",
): void {
  const steps = how === "in octaves" ? 1 : 4;
  const px =
    how === "exactly" ? 1 / scale : 2 ** (Math.round(Math.log2(1 / scale) * steps) / steps);
  const told = String(px);
  if (parts.style.getPropertyValue("--px") !== told) parts.style.setProperty("--px", told);
}

const middleOf = (rect: Rect): Point => ({ x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 });
const far = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const covers = (outer: Rect, inner: Rect): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.w >= inner.x + inner.w &&
  outer.y + outer.h >= inner.y + inner.h;
