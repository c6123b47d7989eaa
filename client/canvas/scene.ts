/**
 * What lies on the table, as plain records, with an R-tree that answers "what is here".
 *
 * Owns no elements and no pictures: the planes draw from it. Whoever feeds it hands over the whole list;
 * items that kept their identity cost nothing. test/unit/canvas-scene.test.ts holds it to that.
 */
import RBush from "rbush";
import { contains, type Point, type Rect, union } from "../../shared/geometry/rect.ts";

export interface SceneItem {
  readonly id: string;
  /** Which maker of cards draws it. */
  readonly kind: string;
  /** Board units. */
  readonly rect: Rect;
  /** Higher lies on top; in one layer, later items lie on top. */
  readonly layer: number;
  /** What the card shows, compared by identity. */
  readonly content: unknown;
}

export interface SceneChange<Item extends SceneItem> {
  readonly added: readonly Item[];
  readonly changed: readonly (readonly [before: Item, after: Item])[];
  readonly removed: readonly Item[];
}

export interface Scene<Item extends SceneItem> {
  /** Takes over the whole list, bottom first, and says what changed; undefined when nothing did. */
  set(items: Iterable<Item>): SceneChange<Item> | undefined;
  get(id: string): Item | undefined;
  all(): Iterable<Item>;
  /** Everything under a point, topmost first. */
  at(point: Point): readonly Item[];
  /** Everything that touches the rectangle, in no order. */
  within(rect: Rect): readonly Item[];
  /** Around everything, or undefined around nothing. */
  bounds(): Rect | undefined;
}

interface Leaf<Item> {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly item: Item;
}

/** From this many changed items on, building the tree anew is cheaper than mending it. */
const rebuildFrom = 200;

export function createScene<Item extends SceneItem>(): Scene<Item> {
  const tree = new RBush<Leaf<Item>>();
  let leaves = new Map<string, Leaf<Item>>();
  let rank = new Map<string, number>();

  function applyTo(next: Map<string, Leaf<Item>>, change: SceneChange<Item>): void {
    const moves = change.added.length + change.changed.length + change.removed.length;
    if (moves >= rebuildFrom) {
      tree.clear();
      tree.load([...next.values()]);
      return;
    }
    for (const item of [...change.removed, ...change.changed.map(([before]) => before)]) {
      const leaf = leaves.get(item.id);
      if (leaf) tree.remove(leaf);
    }
    for (const item of [...change.added, ...change.changed.map(([, after]) => after)]) {
      const leaf = next.get(item.id);
      if (leaf) tree.insert(leaf);
    }
  }

  return {
    set(items) {
      const next = new Map<string, Leaf<Item>>();
      const order = new Map<string, number>();
      const added: Item[] = [];
      const changed: [Item, Item][] = [];
      for (const item of items) {
        const known = leaves.get(item.id);
        if (!known) added.push(item);
        else if (!isSame(known.item, item)) changed.push([known.item, item]);
        next.set(item.id, known && isSame(known.item, item) ? known : leafOf(item));
        order.set(item.id, order.size);
      }
      const removed = [...leaves.values()]
        .filter(({ item }) => !next.has(item.id))
        .map(({ item }) => item);
      rank = order;
      if (added.length + changed.length + removed.length === 0) return undefined;
      const change = { added, changed, removed };
      applyTo(next, change);
      leaves = next;
      return change;
    },
    get: (id) => leaves.get(id)?.item,
    *all() {
      for (const { item } of leaves.values()) yield item;
    },
    at(point) {
      return tree
        .search({ minX: point.x, minY: point.y, maxX: point.x, maxY: point.y })
        .map(({ item }) => item)
        .filter((item) => contains(item.rect, point))
        .toSorted((a, b) => b.layer - a.layer || (rank.get(b.id) ?? 0) - (rank.get(a.id) ?? 0));
    },
    within(rect) {
      return tree.search(boxOf(rect)).map(({ item }) => item);
    },
    bounds: () => union([...leaves.values()].map(({ item }) => item.rect)),
  };
}

function isSame(a: SceneItem, b: SceneItem): boolean {
  return (
    a === b ||
    (a.kind === b.kind && a.layer === b.layer && a.content === b.content && isEqual(a.rect, b.rect))
  );
}

const isEqual = (a: Rect, b: Rect): boolean =>
  a === b || (a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h);

const boxOf = ({ x, y, w, h }: Rect) => ({ minX: x, minY: y, maxX: x + w, maxY: y + h });

const leafOf = <Item extends SceneItem>(item: Item): Leaf<Item> => ({ ...boxOf(item.rect), item });
