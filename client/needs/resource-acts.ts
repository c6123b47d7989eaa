/** What the panel does to what could meet a need, each one act of this person. */
import type { NeedId, ResourceId } from "../../shared/base/ids.ts";
import {
  addResource,
  changeResource,
  deleteResource,
  moveResource,
  type Resource,
  type ResourceKind,
  resourcesRoot,
} from "../../shared/board/resources.ts";
import { setAlive } from "../../shared/records/records.ts";
import { orderBetween } from "../../shared/sorting/piles.ts";
import type { Acting } from "./acting.ts";
import { stepAlong } from "./step-along.ts";

/** Puts something of a kind to a need, last, wanted and without words yet; undefined where the need is gone. */
export function putToNeed(
  session: Acting,
  need: NeedId,
  kind: ResourceKind,
): ResourceId | undefined {
  const { needs, resourcesOf } = session.reader.view();
  if (!needs.some((one) => one.id === need)) return undefined;
  const id = session.newId<ResourceId>();
  const order = orderBetween(resourcesOf.get(need)?.at(-1)?.order, undefined);
  const by = session.me.memberId;
  session.act((origin) => addResource(session.doc, { id, need, kind, order, by }, origin));
  return id;
}

export function rewriteResource(
  session: Acting,
  id: ResourceId,
  change: Partial<Pick<Resource, "kind" | "words" | "state">>,
): void {
  session.act((origin) => changeResource(session.doc, id, change, origin));
}

/** One place up or down among what is put to its need; the new place, or undefined at an end. */
export function stepResource(
  session: Acting,
  { id, need }: Pick<Resource, "id" | "need">,
  by: -1 | 1,
): number | undefined {
  const among = session.reader.view().resourcesOf.get(need) ?? [];
  return stepAlong(session, among, id, by, (one, order, origin) =>
    moveResource(session.doc, one, order, origin),
  );
}

/** The returned function brings it back. */
export function removeResource(session: Acting, id: ResourceId): () => void {
  session.act((origin) => deleteResource(session.doc, id, origin));
  return () => session.act((origin) => setAlive(session.doc, resourcesRoot, [id], true, origin));
}
