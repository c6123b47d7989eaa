/**
 * Who changed which record, read off a document while the updates of a log are applied to it one by one.
 *
 * Owns what counts as added, changed and removed: a record is added when it appears or is made alive
 * again, and removed when it stops being alive; everything else under it is a change of it. Of one
 * author's doings with one record within an hour, one entry is kept. Knows no board: roots and records
 * are names. Reads Yjs' own fields where its API would turn an untyped root into a typed one.
 */
import * as Y from "yjs";
import type { DeadRecord, RecordChange } from "../storage/messages.ts";

type AnyType = Y.AbstractType<unknown>;
type How = RecordChange["how"];

export const hourMs = 3_600_000;

/** `before`: entries known already, which later ones within the hour go into. */
export function watchChanges(doc: Y.Doc, before: readonly RecordChange[]) {
  const entries = new Map<string, RecordChange>();
  for (const entry of before) entries.set(keyOf(entry), entry);
  const changed = new Map<string, RecordChange>();
  /** When each record last became alive or dead. */
  const turned = new Map<string, number>();
  const names = new Map<AnyType, string>();
  const nameOf = (root: AnyType): string => {
    const known = names.get(root);
    if (known !== undefined) return known;
    for (const [name, type] of doc.share) names.set(type as AnyType, name);
    return names.get(root) ?? "";
  };
  let now: { readonly at: number; readonly author: string } | undefined;

  function note(root: string, record: string, how: How): void {
    if (!now) return;
    const entry = { ...now, root, record, how };
    const key = keyOf(entry);
    const known = entries.get(key);
    const joined = known ? { ...entry, how: joinedHow(known.how, how) } : entry;
    entries.set(key, joined);
    changed.set(key, joined);
  }

  doc.on("afterTransaction", ({ changed: types }: Y.Transaction) => {
    for (const [type, keys] of types as Map<AnyType, Set<string | null>>) {
      if (!type._item) {
        for (const record of keys) {
          const how = record === null ? undefined : howOfRecord(type, record);
          if (record !== null && how) note(nameOf(type), record, how);
        }
        continue;
      }
      const place = placeOf(type);
      if (!place) continue;
      const root = nameOf(place.root);
      const turns = place.isRecord && keys.has("alive");
      if (turns) turned.set(JSON.stringify([root, place.record]), now?.at ?? 0);
      note(root, place.record, turns ? howAlive(type) : "changed");
    }
  });

  return {
    /** Applies an update of the log: what it changes is its author's, at its time. */
    apply({ at, author, data }: { at: number; author: string; data: Uint8Array }): void {
      now = { at, author };
      Y.applyUpdate(doc, data);
      now = undefined;
    },
    /** The entries that are new or other than before. */
    changes: (): readonly RecordChange[] => [...changed.values()],
    /** When the record became dead or alive last, as far as was watched. */
    turnedAt: (root: string, record: string): number | undefined =>
      turned.get(JSON.stringify([root, record])),
  };
}

/** What is the same for all that is one entry. */
export function keyOf({ at, author, root, record }: Omit<RecordChange, "how">): string {
  return JSON.stringify([Math.floor(at / hourMs), author, root, record]);
}

/** Every record that says it is dead. One that says nothing is just being made. */
export function deadRecords(doc: Y.Doc): readonly Omit<DeadRecord, "since">[] {
  const dead: Omit<DeadRecord, "since">[] = [];
  for (const [root, type] of doc.share) {
    for (const [record, item] of (type as AnyType)._map) {
      const value = valueOf(item);
      if (value instanceof Y.AbstractType && registerOf(value, "alive") === false) {
        dead.push({ root, record });
      }
    }
  }
  return dead;
}

/** What the latter of two doings with one record makes of both. */
function joinedHow(before: How, after: How): How {
  if (after === "changed") return before;
  return before === "removed" && after === "added" ? "changed" : after;
}

const howAlive = (record: AnyType): How =>
  registerOf(record, "alive") === false ? "removed" : "added";

/** Of a record that was set in, or deleted from, its root; undefined where one already dead was cleared away. */
function howOfRecord(root: AnyType, record: string): How | undefined {
  const item = root._map.get(record);
  if (!item) return undefined;
  if (!item.deleted) return item.left ? "changed" : "added";
  const content: unknown = item.content.getContent()[0];
  if (!(content instanceof Y.AbstractType)) return "removed";
  const alive = content._map.get("alive")?.content.getContent().at(-1);
  return alive === false ? undefined : "removed";
}

/** The record a type belongs to, or is. */
function placeOf(type: AnyType) {
  let inner = type;
  for (;;) {
    const outer = inner._item?.parent;
    if (!(outer instanceof Y.AbstractType)) return undefined;
    if (outer._item) {
      inner = outer;
      continue;
    }
    const record = inner._item?.parentSub;
    if (record === undefined || record === null) return undefined;
    return { root: outer as AnyType, record, isRecord: inner === type };
  }
}

const valueOf = (item: Y.Item | undefined): unknown =>
  item && !item.deleted ? item.content.getContent()[item.length - 1] : undefined;

const registerOf = (record: AnyType, register: string): unknown =>
  valueOf(record._map.get(register));
