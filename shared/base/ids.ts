/**
 * Branded ids: ids of two kinds do not compile in each other's place. Made from random bytes by
 * whoever owns a source of them (the browser's or the server's), never here.
 */
import { invariant } from "./assert.ts";

declare const brand: unique symbol;
type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type TeamId = Id<"team">;
export type MemberId = Id<"member">;
export type GuestId = Id<"guest">;
export type BoardId = Id<"board">;
export type PaperId = Id<"paper">;
export type PageId = Id<"page">;
export type PileId = Id<"pile">;
export type RegionId = Id<"region">;
export type NoteId = Id<"note">;
export type TemplateId = Id<"template">;
export type AnchorId = Id<"anchor">;
export type StrokeId = Id<"stroke">;
export type ShapeId = Id<"shape">;
export type GroupId = Id<"group">;
export type NeedId = Id<"need">;
export type EvidenceId = Id<"evidence">;
export type ResourceId = Id<"resource">;
export type NextStepId = Id<"nextStep">;
export type ColumnId = Id<"column">;
export type ThreadId = Id<"thread">;
export type ReplyId = Id<"reply">;
export type RoundId = Id<"round">;
/** What somebody goes by in one act whose reveal tells no names; never a member's id. */
export type Alias = Id<"alias">;
/** sha256 of a stored image's bytes, 64 lowercase hexadecimal digits. */
export type BlobHash = Id<"blob">;

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/** How many random bytes an id is made from: 96 bits, so ids made offline never meet. */
export const idBytes = 16;

/** An id of 16 characters, 6 bits from each of `bytes` (`idBytes` random ones). */
export function idFrom<T extends string>(bytes: Uint8Array): T {
  invariant(bytes.length >= idBytes, "an id is made from enough random bytes");
  let id = "";
  for (let i = 0; i < idBytes; i++) id += alphabet[(bytes[i] ?? 0) & 63];
  return id as T;
}

export function isId(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]{8,40}$/.test(value);
}

export function isBlobHash(value: unknown): value is BlobHash {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
