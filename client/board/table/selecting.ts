/**
 * Selecting and moving things on the table: carries out what the select tool's machine asks for.
 *
 * Owns the machine's state and the drag in hand; the document gets one act when the hand opens.
 */
import type { NeedId, PaperId, RegionId } from "../../../shared/base/ids.ts";
import type { Layout } from "../../../shared/board/layout.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import { changeThings, thingsOf } from "../../../shared/board/things.ts";
import { isWithin } from "../../../shared/geometry/polygon.ts";
import { contains, grown, type Point, type Rect, union } from "../../../shared/geometry/rect.ts";
import { middleOf } from "../../../shared/geometry/turned.ts";
import { placePaper } from "../../../shared/sorting/places.ts";
import type { ToolPointer } from "../../canvas/hands.ts";
import { citeAll } from "../../needs/cite.ts";
import { needOver } from "../../needs/over.ts";
import type { EvidenceTarget } from "../../papers/evidence-drag.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { type Guide, snapped } from "../../tools/guides.ts";
import {
  type Hit,
  idleSelect,
  lassoSoFar,
  type SelectEffect,
  type SelectInput,
  type SelectState,
  stepSelect,
  sweepSoFar,
} from "../../tools/select-tool.ts";
import { carried, withGroups } from "../arranging/held-things.ts";
import { changesOfDrop } from "../shapes/belonging.ts";
import { change, type Selection, select, type TableStore } from "../table-state.ts";
import { dropPlaceAt } from "./drop-place.ts";
import { placesAfterDrop, sayResting } from "./sorting.ts";
import type { TableGround } from "./table-ground.ts";
import type { TableItem } from "./table-items.ts";

export interface SelectingPorts {
  readonly session: BoardSession;
  readonly state: TableStore;
  readonly ground: TableGround;
  layout(): Layout;
  hitAt(at: Point): Hit | undefined;
  open(hit: Hit): void;
  focus(id: string): void;
  /** So many things became evidence that were not yet. */
  cited(added: number): void;
  /** The need beside the table that lies under a point of the screen: panels take drops too. */
  needUnder(screen: Point): NeedId | undefined;
  /** Whether a rectangle that touches a card's own takes it. */
  isSwept(item: TableItem, rect: Rect): boolean;
  /** Strokes on the table that touch a rectangle and whose points are as asked. */
  strokesIn(rect: Rect, are: (points: readonly Point[]) => boolean): readonly string[];
  /** Where a thing belongs, in board units. */
  homeOf(id: string): Rect | undefined;
}

export interface Selecting {
  input(input: ToolPointer, at: Point): void;
  /** The rectangle being swept, to be drawn. */
  marquee(): Rect | undefined;
  /** What is in the hand and where, while something is dragged. */
  drag(): { readonly ids: ReadonlySet<string>; readonly at: Point; readonly by: Point } | undefined;
  /** The line being drawn round things. */
  lasso(): readonly Point[] | undefined;
  /** With what the things in the hand are in line. */
  guides(): readonly Guide[];
  cancel(): boolean;
}

/** CSS pixels: how near to a line counts as meant, and how far off others are looked at. */
const snapPx = 6;
const nearPx = 420;
/** More things in a hand than these are not put in line, and more lines than these nobody could follow. */
const mostInLine = 60;
const mostNear = 80;
const slopPx = { mouse: 4, pen: 6, touch: 9 } as const;

export function createSelecting(ports: SelectingPorts): Selecting {
  const { session, state, ground, layout } = ports;
  let pointer: Point = { x: -1, y: -1 };
  let machine: SelectState = idleSelect;
  let drag: { ids: ReadonlySet<string>; at: Point; by: Point } | undefined;
  let guides: readonly Guide[] = [];
  /** Ctrl, or Command, is down: nothing comes into line by itself. */
  let isLoose = false;
  let before: readonly string[] = [];

  function feed(input: SelectInput): void {
    const [next, effects] = stepSelect(machine, input);
    machine = next;
    for (const effect of effects) carryOut(effect);
    ground.draw();
  }

  function carryOut(effect: SelectEffect): void {
    switch (effect.do) {
      case "select":
        choose(effect.id, effect.how);
        break;
      case "clear":
        select(state, []);
        break;
      case "open":
        ports.open(effect.hit);
        break;
      case "hold":
        hold(effect.by, effect.at);
        break;
      case "drop":
        drop();
        break;
      case "let-go":
        letGo();
        break;
      case "sweep": {
        const { rect } = effect;
        const cards = ground.scene.within(rect).filter((item) => ports.isSwept(item, rect));
        const ink = ports.strokesIn(rect, (points) => points.some((one) => contains(rect, one)));
        take([...cards.map(({ id }) => id), ...ink], effect.adding);
        break;
      }
      case "lasso": {
        const { path, adding } = effect;
        const rect = union(path.map((point) => ({ ...point, w: 0, h: 0 })));
        if (!rect) break;
        const isRound = (point: Point): boolean => isWithin(path, point);
        const cards = ground.scene.within(rect).filter((item) => isRound(middleOf(item.rect)));
        const ink = ports.strokesIn(rect, (points) => points.every(isRound));
        take([...cards.map(({ id }) => id), ...ink], adding);
        break;
      }
      case "sweep-end":
        change(state, { isBusy: false });
        break;
    }
  }

  /** One of a group stands for all of it. */
  function choose(id: string, how: "only" | "add" | "remove"): void {
    const { selection } = state.get();
    const ids = withGroups(thingsOf(session.reader.view()), [id]);
    if (how === "only") return select(state, ids);
    if (how === "add") return select(state, [...selection, ...ids]);
    const gone = new Set(ids);
    select(
      state,
      [...selection].filter((one) => !gone.has(one)),
    );
  }

  /** What a sweep takes, beside or instead of what was selected; groups whole. */
  function take(found: readonly string[], adding: boolean): void {
    if (!state.get().isBusy) before = [...state.get().selection];
    change(state, { isBusy: true });
    const whole = withGroups(thingsOf(session.reader.view()), found);
    select(state, adding ? [...before, ...whole] : inReadingOrder(whole));
  }

  /** Papers in the order they lie, then all else. */
  function inReadingOrder(ids: readonly string[]): readonly string[] {
    const wanted = new Set(ids);
    const { papers } = ports.layout();
    const lying = [...papers.keys()].filter((id) => wanted.has(id));
    return [...lying, ...ids.filter((id) => !papers.has(id as PaperId))];
  }

  function hold(asked: Point, at: Point): void {
    if (!session.mayWrite()) return;
    if (!drag) {
      const { selection } = state.get();
      const papers = [...selection].filter((id) => layout().papers.has(id as PaperId));
      const things = carried(thingsOf(session.reader.view()), selection);
      const ids = new Set(inReadingOrder([...papers, ...things.map(({ id }) => id)]));
      if (ids.size === 0) return;
      drag = { ids, at, by: asked };
      session.history.boundary();
      ground.lift(drag.ids);
      change(state, { isBusy: true });
    }
    const by = hasPapersIn(drag.ids) || isLoose ? asked : inLine(drag.ids, asked);
    drag = { ...drag, at, by };
    for (const id of drag.ids) ground.motion.hold(id, by, "at once");
    const { sorted } = session.reader.view();
    const aim = hasPapersIn(drag.ids)
      ? dropPlaceAt(ports.layout(), sorted, at, drag.ids)
      : undefined;
    const last = state.get().aim;
    if (aim?.pile !== last?.pile || aim?.index !== last?.index || !aim !== !last) {
      change(state, { aim });
    }
    needOver.set(ports.needUnder(pointer));
    session.presence.set({ at, drag: { ids: [...drag.ids], by } });
  }

  const hasPapersIn = (ids: ReadonlySet<string>): boolean => {
    const { papers } = session.reader.view();
    return [...ids].some((id) => papers.has(id as PaperId));
  };

  /** Where the hand holds things, or a little beside it, in line with what lies near. */
  function inLine(ids: ReadonlySet<string>, by: Point): Point {
    if (ids.size > mostInLine) return by;
    const moving = union([...ids].flatMap((id) => ports.homeOf(id) ?? []));
    if (!moving) return by;
    const { x, y, w, h } = moving;
    const held = { x: x + by.x, y: y + by.y, w, h };
    const scale = ground.camera().scale;
    const others = ground.scene
      .within(grown(held, nearPx / scale))
      .filter(({ id, kind }) => !ids.has(id) && kind !== "paper")
      .slice(0, mostNear)
      .map(({ rect }) => rect);
    const snap = snapped(held, others, snapPx / scale);
    guides = snap.guides;
    return { x: by.x + snap.by.x, y: by.y + snap.by.y };
  }

  function drop(): void {
    if (!drag) return;
    const { ids, by } = drag;
    const { aim } = state.get();
    const need = ports.needUnder(pointer);
    if (need) citeHeld(need);
    else {
      const view = session.reader.view();
      const places = aim ? placesAfterDrop(view, ids, aim) : [];
      if (aim && [...ids].some((id) => view.resting?.papers.has(id as PaperId))) sayResting(view);
      const changes = changesOfDrop(thingsOf(view), view.shapes, ids, by);
      if (places.length + changes.length > 0) {
        session.act((origin) =>
          session.doc.transact(() => {
            for (const [paper, place] of places) placePaper(session.doc, paper, place, origin);
            changeThings(session.doc, changes, origin);
          }, origin),
        );
      }
    }
    letGo();
  }

  function letGo(): void {
    const ids = drag?.ids ?? [];
    drag = undefined;
    guides = [];
    needOver.set(undefined);
    for (const id of ids) ground.motion.release(id);
    ground.lift(new Set());
    change(state, { isBusy: false, aim: undefined });
    session.presence.set({ drag: undefined });
  }

  /** Papers and regions let go over a need become its evidence and go home. */
  function citeHeld(need: NeedId): void {
    const targets = evidenceIn(session.reader.view(), state.get().selection);
    ports.cited(citeAll(session, need, targets));
  }

  return {
    input(input, at) {
      pointer = input.screen;
      isLoose = input.mod;
      guides = [];
      if (input.is === "cancel") return feed({ is: "cancel" });
      if (input.is !== "down") return feed({ is: input.is === "up" ? "lift" : "move", at });
      const hit = ports.hitAt(at);
      if (hit) ports.focus(hit.id);
      feed({
        is: "press",
        at,
        hit,
        selected: hit !== undefined && state.get().selection.has(hit.id),
        shift: input.shift || input.mod,
        lasso: input.alt || state.get().sweep === "lasso",
        clicks: input.clicks,
        slop: slopPx[input.kind] / ground.camera().scale,
      });
    },
    marquee: () => sweepSoFar(machine),
    lasso: () => lassoSoFar(machine),
    guides: () => guides,
    drag: () => drag,
    cancel() {
      const had = ["dragging", "sweeping", "lassoing"].includes(machine.at);
      feed({ is: "cancel" });
      return had;
    },
  };
}

/** What of a selection can stand as evidence: its papers and marks. */
export function evidenceIn(view: BoardView, selection: Selection): readonly EvidenceTarget[] {
  return [...selection].flatMap((id): EvidenceTarget[] => {
    if (view.papers.has(id as PaperId)) return [{ paper: id as PaperId }];
    return view.regions.has(id as RegionId) ? [{ region: id as RegionId }] : [];
  });
}
