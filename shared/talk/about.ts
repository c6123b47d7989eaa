/**
 * What a thread of talk is about: a thing on the board, or a place on the table.
 *
 * Owns the register it is kept in. Knows no board: whether the thing is still there is for whoever shows
 * the thread, and a thread whose thing is gone stays readable.
 */
import type { NeedId, NoteId, PaperId, PileId, RegionId, ShapeId } from "../base/ids.ts";
import type { Point } from "../geometry/rect.ts";
import { readPoint } from "../records/records.ts";

export type About =
  | { readonly kind: "note"; readonly id: NoteId }
  | { readonly kind: "region"; readonly id: RegionId }
  | { readonly kind: "paper"; readonly id: PaperId }
  | { readonly kind: "pile"; readonly id: PileId }
  | { readonly kind: "need"; readonly id: NeedId }
  | { readonly kind: "shape"; readonly id: ShapeId }
  /** In board units. */
  | { readonly kind: "point"; readonly at: Point };

const thingKinds = ["note", "region", "paper", "pile", "need", "shape"] as const;

/** One register: `[kind, id]`, or `["point", x, y]`. */
export function aboutRegister(about: About): readonly unknown[] {
  return about.kind === "point" ? ["point", about.at.x, about.at.y] : [about.kind, about.id];
}

/** Undefined where the register says nothing this version knows. */
export function readAbout(value: unknown): About | undefined {
  if (!Array.isArray(value)) return undefined;
  const [kind, id] = value as unknown[];
  if (kind === "point") {
    const at = readPoint(value.slice(1));
    return at && { kind, at };
  }
  const known = thingKinds.find((one) => one === kind);
  return known && typeof id === "string" ? ({ kind: known, id } as About) : undefined;
}

/** The same for two that are about the same, and no other. */
export function aboutKey(about: About): string {
  return aboutRegister(about).join(" ");
}
