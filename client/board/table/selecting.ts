/**
 * Selecting and moving things on the table: carries out what the select tool's machine asks for.
 *
 * Owns the machine's state and the drag in hand; the document gets one act when the hand opens.
 */
import type { NeedId, NoteId, PaperId, RegionId } from "../../../shared/base/ids.ts";
import type { Layout } from "../../../shared/board/layout.ts";
import { moveNote } from "../../../shared/board/notes.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import type { Point, Rect } from "../../../shared/geometry/rect.ts";
import { placePaper } from "../../../shared/sorting/places.ts";
import type { ToolPointer } from "../../canvas/hands.ts";
import type { Stage } from "../../canvas/stage.ts";
import { citeAll } from "../../needs/cite.ts";
import { needAt, needOver } from "../../needs/over.ts";
import type { EvidenceTarget } from "../../papers/evidence-drag.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import {
  type Hit,
  idleSelect,
  type SelectEffect,
  type SelectInput,
  type SelectState,
  stepSelect,
  sweepSoFar,
} from "../../tools/select-tool.ts";
import { change, type Selection, select, type TableStore } from "../table-state.ts";
import { dropPlaceAt } from "./drop-place.ts";
import { placesAfterDrop } from "./sorting.ts";
import type { TableItem } from "./table-items.ts";

export interface SelectingPorts {
  readonly session: BoardSession;
  readonly state: TableStore;
  readonly stage: Stage<TableItem>;
  layout(): Layout;
  hitAt(at: Point): Hit | undefined;
  open(hit: Hit): void;
  focus(id: string): void;
  /** So many things became evidence that were not yet. */
  cited(added: number): void;
}

export interface Selecting {
  input(input: ToolPointer, at: Point): void;
  /** The rectangle being swept, to be drawn. */
  marquee(): Rect | undefined;
  /** What is in the hand and where, while something is dragged. */
  drag(): { readonly ids: ReadonlySet<string>; readonly at: Point } | undefined;
  cancel(): boolean;
}

const slopPx = { mouse: 4, pen: 6, touch: 9 } as const;

export function createSelecting(ports: SelectingPorts): Selecting {
  const { session, state, stage } = ports;
  let machine: SelectState = idleSelect;
  let drag: { ids: ReadonlySet<string>; at: Point } | undefined;
  let before: readonly string[] = [];

  function feed(input: SelectInput): void {
    const [next, effects] = stepSelect(machine, input);
    machine = next;
    for (const effect of effects) carryOut(effect);
    stage.draw();
  }

  function carryOut(effect: SelectEffect): void {
    const { selection } = state.get();
    switch (effect.do) {
      case "select":
        if (effect.how === "only") select(state, [effect.id]);
        else if (effect.how === "add") select(state, [...selection, effect.id]);
        else
          select(
            state,
            [...selection].filter((id) => id !== effect.id),
          );
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
        drop(effect.by);
        break;
      case "let-go":
        letGo();
        break;
      case "sweep": {
        if (!state.get().isBusy) before = [...selection];
        const swept = stage.scene.within(effect.rect).map(({ id }) => id);
        change(state, { isBusy: true });
        select(state, effect.adding ? [...before, ...swept] : inReadingOrder(swept));
        break;
      }
      case "sweep-end":
        change(state, { isBusy: false });
        break;
    }
  }

  /** As the scene has them: the order the papers lie in. */
  function inReadingOrder(ids: readonly string[]): readonly string[] {
    const wanted = new Set(ids);
    return [...stage.scene.all()].flatMap(({ id }) => (wanted.has(id) ? [id] : []));
  }

  function hold(by: Point, at: Point): void {
    if (!session.mayWrite()) return;
    if (!drag) {
      const { selection } = state.get();
      drag = { ids: new Set(inReadingOrder([...selection])), at };
      session.history.boundary();
      stage.lift(drag.ids);
      change(state, { isBusy: true });
    }
    drag = { ...drag, at };
    for (const id of drag.ids) stage.motion.hold(id, by, "at once");
    const { sorted, papers } = session.reader.view();
    const hasPapers = [...drag.ids].some((id) => papers.has(id as PaperId));
    const aim = hasPapers ? dropPlaceAt(ports.layout(), sorted, at, drag.ids) : undefined;
    const last = state.get().aim;
    if (aim?.pile !== last?.pile || aim?.index !== last?.index || !aim !== !last) {
      change(state, { aim });
    }
    needOver.set(needAt(client.x, client.y));
    session.presence.set({ at, drag: { ids: [...drag.ids], by } });
  }

  function drop(by: Point): void {
    if (!drag) return;
    const { ids } = drag;
    const { aim } = state.get();
    const need = needAt(client.x, client.y);
    if (need) citeHeld(need);
    else {
      const view = session.reader.view();
      const places = aim ? placesAfterDrop(view, ids, aim) : [];
      const notes = [...ids].flatMap((id) => view.notes.get(id as NoteId) ?? []);
      if (places.length + notes.length > 0) {
        session.act((origin) =>
          session.doc.transact(() => {
            for (const [paper, place] of places) placePaper(session.doc, paper, place, origin);
            for (const { id, pos } of notes) {
              moveNote(session.doc, id, { x: pos.x + by.x, y: pos.y + by.y }, origin);
            }
          }, origin),
        );
      }
    }
    letGo();
  }

  function letGo(): void {
    const ids = drag?.ids ?? [];
    drag = undefined;
    needOver.set(undefined);
    for (const id of ids) stage.motion.release(id);
    stage.lift(new Set());
    change(state, { isBusy: false, aim: undefined });
    session.presence.set({ drag: undefined });
  }

  /** Papers and regions let go over a need become its evidence and go home. */
  function citeHeld(need: NeedId): void {
    const targets = evidenceIn(session.reader.view(), state.get().selection);
    ports.cited(citeAll(session, need, targets));
  }

  /** The pointer in client pixels: panels beside the table take drops too. */
  let client: Point = { x: -1, y: -1 };

  return {
    input(input, at) {
      const box = stage.view.getBoundingClientRect();
      client = { x: box.left + input.screen.x, y: box.top + input.screen.y };
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
        clicks: input.clicks,
        slop: slopPx[input.kind] / stage.camera().scale,
      });
    },
    marquee: () => sweepSoFar(machine),
    drag: () => drag,
    cancel() {
      const had = machine.at === "dragging" || machine.at === "sweeping";
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
