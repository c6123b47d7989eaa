/**
 * A lane's document written anew: the same things, without its past.
 *
 * What was deleted, who typed what when, and every client id but one stay behind; so does what `keeps`
 * lets go of, such as things that are hidden so that undo may bring them back. Links that no page of ours
 * would show as one stay behind too: who reads the copy may follow them.
 */
import * as Y from "yjs";
import { checkedUrl } from "../../shared/text/links.ts";

type Shared = Y.AbstractType<unknown>;

/** Whether a record of a root goes into the copy. */
export type Keeps = (root: string, id: string, record: unknown) => boolean;

/** The caller destroys it. Roots that hold nothing are left out. */
export function freshCopy(from: Y.Doc, keeps: Keeps): Y.Doc {
  const to = new Y.Doc();
  to.transact(() => {
    for (const [name, root] of from.share) copyRoot(from, to, name, root as Shared, keeps);
  });
  return to;
}

/** As long as nobody has asked for a root by its kind, only what it holds tells the kind. */
function copyRoot(from: Y.Doc, to: Y.Doc, name: string, root: Shared, keeps: Keeps): void {
  if (root._map.size === 0 && root._start === null) return;
  if (root instanceof Y.Map || root._map.size > 0) {
    const target = to.getMap(name);
    for (const [key, value] of from.getMap(name)) {
      if (keeps(name, key, value)) target.set(key, copyOf(value));
    }
  } else if (root instanceof Y.Text || isText(root)) {
    to.getText(name).applyDelta(safeDelta(from.getText(name)));
  } else {
    to.getArray(name).push(from.getArray(name).toArray().map(copyOf));
  }
}

function isText(root: Shared): boolean {
  for (let item = root._start; item; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    return [Y.ContentString, Y.ContentFormat, Y.ContentEmbed].some(
      (kind) => content instanceof kind,
    );
  }
  return false;
}

function copyOf(value: unknown): unknown {
  if (value instanceof Y.Text && !(value instanceof Y.XmlText)) {
    const text = new Y.Text();
    text.applyDelta(safeDelta(value));
    return text;
  }
  if (value instanceof Y.Map) {
    return new Y.Map([...value].map(([key, one]): [string, unknown] => [key, copyOf(one)]));
  }
  if (value instanceof Y.Array) {
    const array = new Y.Array<unknown>();
    array.push(value.toArray().map(copyOf));
    return array;
  }
  return value instanceof Y.AbstractType ? (value as Shared).clone() : value;
}

/** A text with its looks and without links that may not exist. */
function safeDelta(text: Y.Text): object[] {
  const delta = text.toDelta() as { readonly attributes?: { readonly [name: string]: unknown } }[];
  return delta.map((step) => {
    if (step.attributes?.["a"] === undefined || checkedUrl(step.attributes["a"])) return step;
    const { a: _, ...attributes } = step.attributes;
    return { ...step, attributes };
  });
}
