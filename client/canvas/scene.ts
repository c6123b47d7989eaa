/**
 * What lies on the table, as plain records, with an R-tree that answers "what is here".
 *
 * Owns no elements and no pictures: the planes draw from it. Whoever feeds it says what came, changed or
 * went; what is not named costs nothing. test/unit/canvas-scene.test.ts holds it to that.
 */
import RBush from "rbush";
import { contains, type Point, type Rect } from "../../shared/geometry/rect.ts";

export interface SceneItem {
  readonly id: string;
  /** Which maker of cards draws it. */
  readonly kind: string;
  /** Board units. */
  readonly rect: Rect;
  /** Higher lies on top. */
  readonly layer: number;
  /** A fractional key: in one layer the greater lies on top, of equal ones the greater id. */
  readonly order: string;
  /** What the card shows, compared by identity. */
  readonly content: unknown;
}

export interface SceneEdit<Item extends SceneItem> {
  /** New, or in place of the one with its id. */
  readonly put: Iterable<Item>;
  readonly gone: Iterable<string>;
  /** Whether what changed is shown where it lies now without a way there; by default it glides. */
  readonly atOnce?: (item: Item) => boolean;
}

export interface SceneChange<Item extends SceneItem> {
  readonly added: readonly Item[];
  readonly changed: readonly (readonly [before: Item, after: Item])[];
  readonly removed: readonly Item[];
}

export interface Scene<Item extends SceneItem> {
  /** Says what the edit changed; undefined when nothing did. */
  apply(edit: SceneEdit<Item>): SceneChange<Item> | undefined;
  get(id: string): Item | undefined;
  /** In no order. */
  all(): Iterable<Item>;
  size(): number;
  /** Everything under a point, topmost first. */
  at(point: Point): readonly Item[];
  /** Everything that touches the rectangle, in no order. */
  within(rect: Rect): readonly Item[];
  /** How many things touch the rectangle; stops counting soon after `most`. */
  countWithin(rect: Rect, most: number): number;
  /** Around everything, or undefined around nothing; the same until something changes. */
  bounds(): Rect | undefined;
}

interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

interface Leaf<Item> extends Box {
  readonly item: Item;
}

interface Node<Item> extends Box {
  readonly children: readonly (Node<Item> | Leaf<Item>)[];
}

/** From this many changed items on, building the tree anew is cheaper than mending it. */
const rebuildFrom = 200;

export function createScene<Item extends SceneItem>(): Scene<Item> {
  const tree = new RBush<Leaf<Item>>();
  const leaves = new Map<string, Leaf<Item>>();
  let around: Rect | undefined;
  const root = (): Node<Item> => tree.toJSON() as Node<Item>;

  return {
    apply({ put, gone }) {
      const added: Item[] = [];
      const changed: [Item, Item][] = [];
      const removed: Item[] = [];
      const outdated: Leaf<Item>[] = [];
      const fresh: Leaf<Item>[] = [];
      for (const id of gone) {
        const leaf = leaves.get(id);
        if (!leaf) continue;
        leaves.delete(id);
        removed.push(leaf.item);
        outdated.push(leaf);
      }
      for (const item of put) {
        const known = leaves.get(item.id);
        if (known && isSame(known.item, item)) continue;
        const leaf = leafOf(item);
        leaves.set(item.id, leaf);
        fresh.push(leaf);
        if (known) {
          changed.push([known.item, item]);
          outdated.push(known);
        } else added.push(item);
      }
      if (fresh.length + outdated.length === 0) return undefined;
      around = undefined;
      if (fresh.length >= rebuildFrom || outdated.length >= rebuildFrom) {
        tree.clear();
        tree.load([...leaves.values()]);
      } else {
        for (const leaf of outdated) tree.remove(leaf);
        for (const leaf of fresh) tree.insert(leaf);
      }
      return { added, changed, removed };
    },
    get: (id) => leaves.get(id)?.item,
    *all() {
      for (const { item } of leaves.values()) yield item;
    },
    size: () => leaves.size,
    at(point) {
      return tree
        .search({ minX: point.x, minY: point.y, maxX: point.x, maxY: point.y })
        .map(({ item }) => item)
        .filter((item) => contains(item.rect, point))
        .toSorted((a, b) => byHeight(b, a));
    },
    within(rect) {
      return tree.search(boxOf(rect)).map(({ item }) => item);
    },
    countWithin(rect, most) {
      return leaves.size === 0 ? 0 : count(root(), boxOf(rect), most);
    },
    bounds() {
      if (leaves.size === 0 || around) return around;
      const { minX, minY, maxX, maxY } = root();
      around = { x: minX, y: minY, w: maxX - minX, h: maxY - minY };
      return around;
    },
  };
}

/** What lies lower comes first. */
export function byHeight(a: SceneItem, b: SceneItem): number {
  return a.layer - b.layer || compare(a.order, b.order) || compare(a.id, b.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function count<Item>(node: Node<Item>, box: Box, most: number): number {
  let found = 0;
  for (const child of node.children) {
    if (!touches(child, box)) continue;
    found += "item" in child ? 1 : count(child, box, most - found);
    if (found > most) break;
  }
  return found;
}

const touches = (a: Box, b: Box): boolean =>
  a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;

function isSame(a: SceneItem, b: SceneItem): boolean {
  return (
    a === b ||
    (a.kind === b.kind &&
      a.layer === b.layer &&
      a.order === b.order &&
      a.content === b.content &&
      isEqual(a.rect, b.rect))
  );
}

const isEqual = (a: Rect, b: Rect): boolean =>
  a === b || (a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h);

const boxOf = ({ x, y, w, h }: Rect): Box => ({ minX: x, minY: y, maxX: x + w, maxY: y + h });

const leafOf = <Item extends SceneItem>(item: Item): Leaf<Item> => ({ ...boxOf(item.rect), item });
