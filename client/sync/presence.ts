/**
 * Who is here and what their hands are doing, over awareness: gone when they leave, never stored.
 *
 * Owns the form of this page's awareness state and the reading of others', which is total: whatever
 * somebody else's page sent, a sane value or nothing comes out. Sends at most 20 states a second.
 */
import type { Awareness } from "y-protocols/awareness";
import type { MemberId, PageId, PaperId } from "../../shared/base/ids.ts";
import { type PagePoint, type Point, pagePoint } from "../../shared/geometry/rect.ts";
import { guestRoles, type MemberSummary } from "../../shared/protocol/api.ts";
import { readOneOf, readPoint, readString } from "../../shared/records/records.ts";
import type { GuestRole } from "../../shared/team/can.ts";
import { personColour } from "./person-colour.ts";

const sendEveryMs = 50;

/** Things being dragged, as far as they are from where the document has them. */
export interface LiveDrag {
  readonly ids: readonly string[];
  /** Board units. */
  readonly by: Point;
}

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
  /** Points of a stroke under the pen, in board units, newest last. */
  readonly stroke: readonly Point[] | undefined;
  readonly caret: LiveCaret | undefined;
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
  /** Changes part of what this page says of its own person; `undefined` takes it back. */
  set(doing: Partial<Doing>): void;
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

const nothing: Doing = {
  at: undefined,
  onPage: undefined,
  reading: undefined,
  drag: undefined,
  stroke: undefined,
  caret: undefined,
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
  let others: readonly Other[] | undefined;
  const listeners = new Set<() => void>();

  function send(): void {
    dirty = false;
    awareness.setLocalState({ ...who, ...asJson(doing) });
    timer = setTimeout(() => {
      timer = undefined;
      if (dirty) send();
    }, sendEveryMs);
  }
  send();

  function onChange(change: { added: number[]; updated: number[]; removed: number[] }): void {
    const own = awareness.clientID;
    if (![...change.added, ...change.updated, ...change.removed].some((key) => key !== own)) return;
    others = undefined;
    for (const listener of listeners) listener();
  }
  awareness.on("change", onChange);

  return {
    others() {
      others ??= [...awareness.getStates()]
        .filter(([key]) => key !== awareness.clientID)
        .toSorted(([a], [b]) => a - b)
        .flatMap(([key, state]) => readOther(key, state) ?? []);
      return others;
    },
    set(next) {
      doing = { ...doing, ...next };
      dirty = true;
      if (timer === undefined) send();
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

function asJson(doing: Doing): { readonly [key: string]: unknown } {
  return {
    ...(doing.at && { at: rounded(doing.at, 10) }),
    ...(doing.onPage && { onPage: [doing.onPage.page, ...rounded(doing.onPage.at, 10_000)] }),
    ...(doing.reading && { reading: doing.reading }),
    ...(doing.drag && {
      drag: { ids: doing.drag.ids.slice(0, mostDragged), by: rounded(doing.drag.by, 10) },
    }),
    ...(doing.caret && { caret: [doing.caret.of, doing.caret.client, doing.caret.clock] }),
    ...(doing.stroke && { stroke: doing.stroke.slice(-strokeTail).map((p) => rounded(p, 10)) }),
  };
}

/** How much of a half-drawn stroke travels: keeps a state well below the server's 4 KB. */
const strokeTail = 100;
/** How many dragged things travel; more are shown as the first ones. */
const mostDragged = 60;

function readOther(key: number, state: unknown): Other | undefined {
  if (typeof state !== "object" || state === null) return undefined;
  const { member, name, role, at, onPage, reading, drag, stroke, caret } = state as {
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
    caret: readCaret(caret),
    stroke: Array.isArray(stroke) ? stroke.flatMap((p) => readPoint(p) ?? []) : undefined,
  };
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
