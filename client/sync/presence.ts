/**
 * Who is here and what their hands are doing, over awareness: gone when they leave, never stored.
 *
 * Owns the form of this page's awareness state and the reading of others', which is total: whatever
 * somebody else's page sent, a sane value or nothing comes out. Sends at most 20 states a second, and none
 * of a hand that nobody sees.
 */
import type { Awareness } from "y-protocols/awareness";
import type { MemberId, PageId, PaperId, ShapeId } from "../../shared/base/ids.ts";
import type { LineEnd, Shape } from "../../shared/board/shapes.ts";
import { type PagePoint, type Point, pagePoint, type Rect } from "../../shared/geometry/rect.ts";
import { guestRoles, type MemberSummary } from "../../shared/protocol/api.ts";
import {
  readNumber,
  readOneOf,
  readPoint,
  readSize,
  readString,
} from "../../shared/records/records.ts";
import type { GuestRole } from "../../shared/team/can.ts";
import { personColour } from "./person-colour.ts";

const sendEveryMs = 50;

/** Things being dragged, as far as they are from where the document has them. */
export interface LiveDrag {
  readonly ids: readonly string[];
  /** Board units. */
  readonly by: Point;
}

/** Things that are resized or turned, each as it lies in the hand: before its turn, in board units and degrees. */
export type LiveReshape = ReadonlyMap<string, { readonly box: Rect; readonly turn: number }>;

/** A line that is pulled by an end or bent: all of it as it lies in the hand. */
export type LivePull = Pick<Shape, "id" | "bend"> & {
  readonly ends: { readonly from: LineEnd; readonly to: LineEnd };
};

/** A caret in words: in front of one letter, named by who wrote it and when. */
export interface LiveCaret {
  /** The id of the note or need whose words they are. */
  readonly of: string;
  readonly client: number;
  readonly clock: number;
}

export interface Doing {
  /** The pointer on the table, in board units. */
  readonly at: Point | undefined;
  /** The pointer on the page being read. */
  readonly onPage: { readonly page: PageId; readonly at: PagePoint } | undefined;
  /** The paper open in the reading view. */
  readonly reading: PaperId | undefined;
  readonly drag: LiveDrag | undefined;
  /** Told only where nothing is dragged and no stroke drawn: one hand does one thing. */
  readonly reshaped: LiveReshape | undefined;
  readonly pulled: LivePull | undefined;
  /** Points of a stroke under the pen, in board units, newest last. */
  readonly stroke: readonly Point[] | undefined;
  readonly caret: LiveCaret | undefined;
  /** The part of the table in view, in board units. */
  readonly view: Rect | undefined;
  /** Whose view this one follows. */
  readonly follows: MemberId | undefined;
  /** The pointer shines, for others to look at. */
  readonly laser: true | undefined;
  /** Everyone is asked to come along; another number for each time. */
  readonly call: number | undefined;
}

export interface Other extends Doing {
  /** One for each tab, so a person with two tabs is here twice; views may group by `memberId`. */
  readonly key: number;
  readonly memberId: MemberId;
  readonly name: string;
  /** What a guest is here as; undefined for a member. */
  readonly role: GuestRole | undefined;
  /** 1..8. */
  readonly colour: number;
}

export interface Presence {
  /** Everybody else here, in a stable order; the same array until something changes. */
  others(): readonly Other[];
  /** The name that somebody who is or was here since the opening gave; undefined for anybody else. */
  nameMet(member: MemberId): string | undefined;
  /** Changes part of what this page says of its own person; `undefined` takes it back. */
  set(doing: Partial<Doing>): void;
  /** From here on others see that this person is here, and nothing of what they do; until the returned function is called. */
  rest(): () => void;
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

export const nothing: Doing = {
  at: undefined,
  onPage: undefined,
  reading: undefined,
  drag: undefined,
  reshaped: undefined,
  pulled: undefined,
  stroke: undefined,
  caret: undefined,
  view: undefined,
  follows: undefined,
  laser: undefined,
  call: undefined,
};

export function createPresence(
  awareness: Awareness,
  me: MemberSummary,
  role?: GuestRole,
): Presence {
  const who = { member: me.memberId, name: me.name, ...(role && { role }) };
  let doing = nothing;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dirty = false;
  /** To be sent even while nobody else is here. */
  let owed = false;
  let rests = 0;
  let others: readonly Other[] | undefined;
  const met = new Map<MemberId, string>();
  const listeners = new Set<() => void>();

  function send(): void {
    dirty = false;
    owed = false;
    awareness.setLocalState({ ...who, ...asJson(rests > 0 ? nothing : doing) });
    timer = setTimeout(() => {
      timer = undefined;
      sendIfSeen();
    }, sendEveryMs);
  }

  /** Alone, what a hand does is seen by nobody: it is told to whoever comes. */
  function sendIfSeen(): void {
    const isSeen = owed || awareness.getStates().size > 1;
    if (dirty && isSeen && timer === undefined) send();
  }
  send();

  function onChange(change: { added: number[]; updated: number[]; removed: number[] }): void {
    const own = awareness.clientID;
    if (![...change.added, ...change.updated, ...change.removed].some((key) => key !== own)) return;
    others = undefined;
    for (const key of change.added) {
      const came = readOther(key, awareness.getStates().get(key));
      if (came) met.set(came.memberId, came.name);
    }
    sendIfSeen();
    for (const listener of listeners) listener();
  }
  awareness.on("change", onChange);

  function change(): void {
    dirty = true;
    sendIfSeen();
  }

  /** What was told before must be gone before anybody comes. */
  function changeForAll(): void {
    owed = true;
    change();
  }

  return {
    others() {
      others ??= [...awareness.getStates()]
        .filter(([key]) => key !== awareness.clientID)
        .toSorted(([a], [b]) => a - b)
        .flatMap(([key, state]) => readOther(key, state) ?? []);
      return others;
    },
    nameMet: (member) => met.get(member),
    set(next) {
      doing = { ...doing, ...next };
      // Not even that something is done there.
      if (rests === 0) change();
    },
    rest() {
      let isOver = false;
      rests++;
      changeForAll();
      return () => {
        if (isOver) return;
        isOver = true;
        rests--;
        changeForAll();
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    destroy() {
      clearTimeout(timer);
      dirty = false;
      listeners.clear();
      awareness.off("change", onChange);
      awareness.setLocalState(null);
    },
  };
}

const rounded = (point: Point, to: number): readonly [number, number] => [
  Math.round(point.x * to) / to,
  Math.round(point.y * to) / to,
];

const tenth = (value: number): number => Math.round(value * 10) / 10;

const roundedRect = ({ x, y, w, h }: Rect): readonly number[] =>
  [x, y, w, h].map((value) => Math.round(value * 100) / 100);

function asJson(doing: Doing): { readonly [key: string]: unknown } {
  return {
    ...(doing.at && { at: rounded(doing.at, 10) }),
    ...(doing.onPage && { onPage: [doing.onPage.page, ...rounded(doing.onPage.at, 10_000)] }),
    ...(doing.reading && { reading: doing.reading }),
    ...(doing.drag && {
      drag: { ids: doing.drag.ids.slice(0, mostDragged), by: rounded(doing.drag.by, 10) },
    }),
    ...(doing.reshaped &&
      !doing.drag &&
      !doing.stroke && {
        reshaped: [...doing.reshaped]
          .slice(0, mostReshaped)
          .map(([id, { box, turn }]) => [id, ...[box.x, box.y, box.w, box.h, turn].map(tenth)]),
      }),
    ...(doing.pulled && { pulled: pullAsJson(doing.pulled) }),
    ...(doing.caret && { caret: [doing.caret.of, doing.caret.client, doing.caret.clock] }),
    ...(doing.view && { view: roundedRect(doing.view) }),
    ...(doing.follows && { follows: doing.follows }),
    ...(doing.laser && { laser: true }),
    ...(doing.call !== undefined && { call: doing.call }),
    ...(doing.stroke && { stroke: doing.stroke.slice(-strokeTail).map((p) => rounded(p, 10)) }),
  };
}

function pullAsJson({ id, ends, bend }: LivePull): readonly unknown[] {
  const end = ({ at, on, side }: LineEnd) => [rounded(at, 10), on ?? null, rounded(side, 1_000)];
  return [id, end(ends.from), end(ends.to), bend];
}

/** How much of a half-drawn stroke travels: keeps a state well below the server's 4 KB. */
const strokeTail = 100;
/** How many dragged things travel; more are shown as the first ones. */
const mostDragged = 60;
/** The same of what is resized or turned. */
const mostReshaped = 30;

function readOther(key: number, state: unknown): Other | undefined {
  if (typeof state !== "object" || state === null) return undefined;
  const { member, name, role, at, onPage, reading, drag, stroke, caret, ...more } = state as {
    [key: string]: unknown;
  };
  if (typeof member !== "string") return undefined;
  const memberId = member as MemberId;
  return {
    key,
    memberId,
    name: readString(name).slice(0, 80),
    role: readOneOf(role, guestRoles),
    colour: personColour(memberId),
    at: readPoint(at),
    onPage: readOnPage(onPage),
    reading: typeof reading === "string" ? (reading as PaperId) : undefined,
    drag: readDrag(drag),
    reshaped: readReshaped(more["reshaped"]),
    pulled: readPull(more["pulled"]),
    caret: readCaret(caret),
    view: readRect(more["view"]),
    follows: typeof more["follows"] === "string" ? (more["follows"] as MemberId) : undefined,
    laser: more["laser"] === true ? true : undefined,
    call: isCount(more["call"]) ? more["call"] : undefined,
    stroke: Array.isArray(stroke) ? stroke.flatMap((p) => readPoint(p) ?? []) : undefined,
  };
}

/** A rectangle with something in it, of numbers that can be reckoned with. */
function readRect(value: unknown): Rect | undefined {
  if (!Array.isArray(value)) return undefined;
  const at = readPoint(value.slice(0, 2));
  const size = readSize(value.slice(2));
  return at && size && { ...at, ...size };
}

function readReshaped(value: unknown): LiveReshape | undefined {
  if (!Array.isArray(value)) return undefined;
  const held = value.slice(0, mostReshaped).flatMap((one: unknown) => {
    if (!Array.isArray(one) || typeof one[0] !== "string") return [];
    const box = readRect(one.slice(1, 5));
    const turn = readNumber(one[5], Number.NaN);
    return box && Math.abs(turn) <= 360 ? [[one[0], { box, turn }] as const] : [];
  });
  return held.length > 0 ? new Map(held) : undefined;
}

function readPull(value: unknown): LivePull | undefined {
  if (!Array.isArray(value)) return undefined;
  const [id, from, to, bend] = value as unknown[];
  const ends = { from: readEnd(from), to: readEnd(to) };
  if (typeof id !== "string" || !ends.from || !ends.to) return undefined;
  return {
    id: id as ShapeId,
    ends: { from: ends.from, to: ends.to },
    bend: readNumber(bend, 0),
  };
}

function readEnd(value: unknown): LineEnd | undefined {
  if (!Array.isArray(value)) return undefined;
  const at = readPoint(value[0]);
  const side = readPoint(value[2]);
  const on: unknown = value[1];
  return at && side && { at, on: typeof on === "string" ? on : undefined, side };
}

function readOnPage(value: unknown): Doing["onPage"] {
  if (!Array.isArray(value) || typeof value[0] !== "string") return undefined;
  const at = readPoint(value.slice(1));
  return at && { page: value[0] as PageId, at: pagePoint(at.x, at.y) };
}

function readCaret(value: unknown): LiveCaret | undefined {
  if (!Array.isArray(value)) return undefined;
  const [of, client, clock] = value as unknown[];
  if (typeof of !== "string" || !isCount(client) || !isCount(clock)) return undefined;
  return { of, client, clock };
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

function readDrag(value: unknown): LiveDrag | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { ids, by } = value as { [key: string]: unknown };
  const point = readPoint(by);
  if (!point || !Array.isArray(ids)) return undefined;
  const dragged = ids.filter((id): id is string => typeof id === "string").slice(0, mostDragged);
  return { ids: dragged, by: point };
}
