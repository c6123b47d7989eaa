/**
 * Resources: a person, time, a material, a visit, an expert or money that could meet a need, and whether
 * the team has it.
 *
 * Owns the root `resources`. Each names its need, and its kind, its words and its state are registers
 * apart: of two people who change different ones, both are heard. On the board's lane, not the team's: a
 * guest who is let in to the board sees what is wanted, and undo, versions and the board's file hold it.
 */
import type * as Y from "yjs";
import type { MemberId, NeedId, ResourceId } from "../base/ids.ts";
import {
  createRecord,
  isAlive,
  type Record,
  readOneOf,
  readString,
  setAlive,
  setRegister,
} from "../records/records.ts";

export const resourcesRoot = "resources";

export const resourceKinds = ["person", "time", "material", "visit", "expert", "money"] as const;
export type ResourceKind = (typeof resourceKinds)[number];

export const resourceStates = ["wanted", "have"] as const;
export type ResourceState = (typeof resourceStates)[number];

export interface Resource {
  readonly id: ResourceId;
  readonly need: NeedId;
  readonly kind: ResourceKind;
  /** A few words, such as "the lamp of room 12"; may be "". */
  readonly words: string;
  readonly state: ResourceState;
  readonly order: string;
  readonly by: MemberId;
}

export type NewResource = Pick<Resource, "id" | "need" | "kind" | "order" | "by"> &
  Partial<Pick<Resource, "words" | "state">>;

/** Puts something to a need; it is wanted, unless it is said that the team has it. */
export function addResource(doc: Y.Doc, resource: NewResource, origin: unknown): void {
  const { id, words = "", state = "wanted", ...rest } = resource;
  createRecord(doc, resourcesRoot, id, { ...rest, words, state }, origin);
}

export function changeResource(
  doc: Y.Doc,
  id: ResourceId,
  change: Partial<Pick<Resource, "kind" | "words" | "state">>,
  origin: unknown,
): void {
  doc.transact(() => {
    for (const [register, value] of Object.entries(change)) {
      setRegister(doc, resourcesRoot, id, register, value, origin);
    }
  }, origin);
}

export function moveResource(doc: Y.Doc, id: ResourceId, order: string, origin: unknown): void {
  setRegister(doc, resourcesRoot, id, "order", order, origin);
}

export function deleteResource(doc: Y.Doc, id: ResourceId, origin: unknown): void {
  setAlive(doc, resourcesRoot, [id], false, origin);
}

export function readResource(id: ResourceId, record: Record): Resource | undefined {
  const need = record.get("need");
  if (!isAlive(record) || typeof need !== "string") return undefined;
  return {
    id,
    need: need as NeedId,
    // Of a kind that only a newer client knows, its words still say what it is.
    kind: readOneOf(record.get("kind"), resourceKinds) ?? "material",
    words: readString(record.get("words")),
    state: readOneOf(record.get("state"), resourceStates) ?? "wanted",
    order: readString(record.get("order")),
    by: readString(record.get("by")) as MemberId,
  };
}
