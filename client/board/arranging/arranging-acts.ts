/**
 * What is done with several things at once: lining up, spacing, tidying, stacking, grouping, locking,
 * nudging, turning. Each function is one act of this person, so one undo step; papers, which arrange
 * themselves, are passed over by all but turning. Returns whether there was anything to do.
 */
import type { GroupId, PaperId } from "../../../shared/base/ids.ts";
import type { LineEnd } from "../../../shared/board/shapes.ts";
import {
  changeThings,
  type Thing,
  type ThingChange,
  thingsOf,
} from "../../../shared/board/things.ts";
import type { Point, Rect } from "../../../shared/geometry/rect.ts";
import { boundsOf, middleOf, turnedPoint } from "../../../shared/geometry/turned.ts";
import { turnPages } from "../../../shared/papers/papers.ts";
import { orderBetween } from "../../../shared/sorting/piles.ts";
import type { Acting } from "../../needs/acting.ts";
import { type Alignment, aligned, distributed, tidied } from "../../tools/arrange.ts";
import { turnedWith } from "../../tools/handles.ts";
import { boundsAround, carried, lineOf, type SizeOf, shifted } from "./held-things.ts";

const tidyGap = 24;

function write(session: Acting, changes: readonly ThingChange[]): boolean {
  if (changes.length === 0) return false;
  session.act((origin) => changeThings(session.doc, changes, origin));
  return true;
}

const selectedThings = (session: Acting, ids: Iterable<string>): readonly Thing[] => {
  const wanted = new Set(ids);
  return [...thingsOf(session.reader.view()).values()].filter(({ id }) => wanted.has(id));
};

/** Things that move as one: a group, with all in it, or a thing by itself, with what lies in its frame. */
function blocksOf(session: Acting, ids: Iterable<string>): readonly (readonly Thing[])[] {
  const things = thingsOf(session.reader.view());
  const selected = selectedThings(session, ids).filter(({ locked }) => !locked);
  const inner = new Set(
    selected.filter(({ frame }) => frame && selected.some((one) => one.id === frame)),
  );
  const groups = new Map<string, Thing[]>();
  for (const thing of selected) {
    if (inner.has(thing)) continue;
    const key = thing.group ?? thing.id;
    groups.set(key, [...(groups.get(key) ?? []), thing]);
  }
  return [...groups.values()].map((members) =>
    carried(
      things,
      members.map(({ id }) => id),
    ),
  );
}

/** Moves blocks by what `plan` says of the rectangles round them. */
function moveBlocks(
  session: Acting,
  ids: Iterable<string>,
  sizeOf: SizeOf,
  plan: (rects: readonly Rect[]) => readonly Point[],
): boolean {
  const blocks = blocksOf(session, ids);
  const { shapes } = session.reader.view();
  const rects = blocks.flatMap(
    (block) => boundsAround(block.map((one) => ({ ...one, box: sizeOf(one.id) ?? one.box }))) ?? [],
  );
  const moves = plan(rects);
  return write(
    session,
    blocks.flatMap((block, i): readonly ThingChange[] => {
      const by = moves[i];
      if (!by || (by.x === 0 && by.y === 0)) return [];
      return block.map((one) => shifted(one, lineOf(shapes, one), by));
    }),
  );
}

export function align(
  session: Acting,
  ids: Iterable<string>,
  how: Alignment,
  sizeOf: SizeOf,
): boolean {
  return moveBlocks(session, ids, sizeOf, (rects) => aligned(rects, how));
}

export function distribute(
  session: Acting,
  ids: Iterable<string>,
  axis: "x" | "y",
  sizeOf: SizeOf,
): boolean {
  return moveBlocks(session, ids, sizeOf, (rects) => distributed(rects, axis));
}

export function tidy(session: Acting, ids: Iterable<string>, sizeOf: SizeOf): boolean {
  return moveBlocks(session, ids, sizeOf, (rects) => tidied(rects, tidyGap));
}

export function nudge(session: Acting, ids: Iterable<string>, by: Point): boolean {
  return moveBlocks(
    session,
    ids,
    () => undefined,
    (rects) => rects.map(() => by),
  );
}

/**
 * Turns things as one by a quarter, of a line its ends; and every page of papers, each where it lies.
 * Returns how many pages turned.
 */
export function turn(
  session: Acting,
  ids: readonly string[],
  by: 90 | -90,
  sizeOf: SizeOf,
): number {
  const { doc, reader } = session;
  const { pagesOf } = reader.view();
  const changes = turnsOf(session, ids, by, sizeOf);
  const pages = ids.flatMap((id) => pagesOf.get(id as PaperId) ?? []).map(({ id }) => id);
  if (changes.length + pages.length === 0) return 0;
  session.act((origin) =>
    doc.transact(() => {
      changeThings(doc, changes, origin);
      turnPages(doc, pages, by, origin);
    }, origin),
  );
  return pages.length;
}

function turnsOf(
  session: Acting,
  ids: readonly string[],
  by: number,
  sizeOf: SizeOf,
): readonly ThingChange[] {
  const { shapes } = session.reader.view();
  const held = carried(thingsOf(session.reader.view()), ids);
  const shown = held.map((one) => ({ ...one, box: sizeOf(one.id) ?? one.box }));
  const bounds = boundsAround(shown);
  if (!bounds) return [];
  const about = middleOf(bounds);
  return shown.map((one): ThingChange => {
    const { kind, id } = one;
    const ends = lineOf(shapes, one)?.ends;
    if (ends) {
      const round = (end: LineEnd): LineEnd => ({ ...end, at: turnedPoint(end.at, about, by) });
      return { kind, id, from: round(ends.from), to: round(ends.to) };
    }
    const { box, turn: next } = turnedWith(one, about, by);
    return { kind, id, pos: { x: box.x, y: box.y }, turn: next };
  });
}

export type Stacking = "front" | "forward" | "backward" | "back";

/**
 * Lifts or lowers things among the cards of the table; among themselves they stay as they are. `forward`
 * and `backward` pass the next thing that they touch. Ink always lies on top and has a stack of its own.
 */
export function restack(
  session: Acting,
  ids: Iterable<string>,
  how: Stacking,
  sizeOf: SizeOf,
): boolean {
  const chosen = new Set(selectedThings(session, ids).filter(({ locked }) => !locked));
  const all = [...thingsOf(session.reader.view()).values()];
  const stacks = [
    all.filter(({ kind }) => kind !== "stroke"),
    all.filter(({ kind }) => kind === "stroke"),
  ];
  return write(
    session,
    stacks.flatMap((stack) => ordersAfter(stack, chosen, how, sizeOf)),
  );
}

function ordersAfter(
  stack: readonly Thing[],
  chosen: ReadonlySet<Thing>,
  how: Stacking,
  sizeOf: SizeOf,
): readonly ThingChange[] {
  const moving = stack.filter((one) => chosen.has(one));
  const rest = stack.filter((one) => !chosen.has(one));
  if (moving.length === 0 || rest.length === 0) return [];
  const at = placeInRest(stack, rest, moving, how, sizeOf);
  const now = stack.flatMap((one) => (chosen.has(one) ? one.id : []));
  const wanted = [...rest.slice(0, at), ...moving, ...rest.slice(at)];
  if (wanted.every((one, i) => one === stack[i])) return [];
  // Between equal keys there is no key: two who made things at once may have given them the same.
  let below = rest[at - 1]?.order;
  const above = rest.slice(at).find(({ order }) => below === undefined || order > below)?.order;
  return now.flatMap((id): readonly ThingChange[] => {
    const thing = moving.find((one) => one.id === id);
    if (!thing) return [];
    below = orderBetween(below, above);
    return [{ kind: thing.kind, id: thing.id, order: below }];
  });
}

/** Behind how many of the things that stay the moving ones come to lie. */
function placeInRest(
  stack: readonly Thing[],
  rest: readonly Thing[],
  moving: readonly Thing[],
  how: Stacking,
  sizeOf: SizeOf,
): number {
  if (how === "front") return rest.length;
  if (how === "back") return 0;
  const rectOf = (thing: Thing): Rect => boundsOf(sizeOf(thing.id) ?? thing.box, thing.turn);
  const mine = moving.map(rectOf);
  const touches = (thing: Thing): boolean => mine.some((rect) => overlap(rect, rectOf(thing)));
  const top = stack.indexOf(moving.at(-1) as Thing);
  const bottom = stack.indexOf(moving[0] as Thing);
  const above = rest.filter((one) => stack.indexOf(one) > top);
  const below = rest.filter((one) => stack.indexOf(one) < bottom);
  if (how === "forward") {
    const next = above.find(touches) ?? above[0];
    return next ? rest.indexOf(next) + 1 : rest.length;
  }
  const next = below.findLast(touches) ?? below.at(-1);
  return next ? rest.indexOf(next) : 0;
}

const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

export function lock(session: Acting, ids: Iterable<string>, locked: boolean): boolean {
  return write(
    session,
    selectedThings(session, ids).flatMap(({ kind, id, locked: is }) =>
      is === locked ? [] : [{ kind, id, locked }],
    ),
  );
}

export function group(session: Acting, ids: Iterable<string>): boolean {
  const things = selectedThings(session, ids).filter(({ locked }) => !locked);
  if (things.length < 2) return false;
  const made = session.newId<GroupId>();
  return write(
    session,
    things.map(({ kind, id }) => ({ kind, id, group: made })),
  );
}

export function ungroup(session: Acting, ids: Iterable<string>): boolean {
  return write(
    session,
    selectedThings(session, ids).flatMap(({ kind, id, group: is }) =>
      is === undefined ? [] : [{ kind, id, group: null }],
    ),
  );
}
