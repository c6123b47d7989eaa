/**
 * The open file of one board: a zip that any program can take apart.
 *
 * `format.json` says what is in it. `board.yjs` and `talk.yjs` are the lanes as Yjs updates (v1), written
 * anew and so without a past; `board.json` says the same in plain words for whoever has no Yjs;
 * `images/<sha256>` are the page images. Of people it holds the names that stand on the board; of what
 * one person alone may see, nothing.
 */
import { type BlobHash, isBlobHash, type MemberId } from "../../shared/base/ids.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { BadZipError } from "./zip-reader.ts";

const formatName = "noticeboard-board";
const formatVersion = 1;

export const entryNames = {
  format: "format.json",
  board: "board.yjs",
  talk: "talk.yjs",
  readable: "board.json",
} as const;
export const imageEntry = (hash: string): string => `images/${hash}`;

export interface ListedLane {
  readonly bytes: number;
  /** 64 lowercase hexadecimal digits. */
  readonly sha256: string;
}

export interface BoardFormat {
  /** ISO 8601. */
  readonly exportedAt: string;
  readonly lanes: { readonly board: ListedLane; readonly talk?: ListedLane };
  readonly images: readonly BlobHash[];
  /** Images that pages name, but that had not arrived at the server. */
  readonly missing: readonly BlobHash[];
}

export function writeFormat(format: BoardFormat): string {
  return asJson({ format: formatName, version: formatVersion, ...format });
}

/** Throws BadZipError with what is wrong. */
export function readFormat(bytes: Buffer): BoardFormat {
  const found = parse(bytes);
  if (found["format"] !== formatName) throw new BadZipError("it holds no Noticeboard board");
  if (found["version"] !== formatVersion) {
    throw new BadZipError("it was made by a newer Noticeboard; update this one first");
  }
  const { exportedAt, lanes, images, missing } = found;
  const { board, talk } = asObject(lanes);
  const isWhole =
    typeof exportedAt === "string" &&
    isLane(board) &&
    (talk === undefined || isLane(talk)) &&
    isHashes(images) &&
    isHashes(missing);
  if (!isWhole) throw new BadZipError("its list of contents is damaged");
  return { exportedAt, lanes: { board, ...(talk ? { talk } : {}) }, images, missing };
}

type Unchecked = { readonly [key: string]: unknown };

const asObject = (value: unknown): Unchecked =>
  typeof value === "object" && value !== null ? (value as Unchecked) : {};

function parse(bytes: Buffer): Unchecked {
  try {
    return asObject(JSON.parse(bytes.toString("utf8")));
  } catch {
    throw new BadZipError("its list of contents is damaged");
  }
}

function isLane(value: unknown): value is ListedLane {
  const { bytes, sha256 } = asObject(value);
  return Number.isSafeInteger(bytes) && typeof sha256 === "string";
}

const isHashes = (value: unknown): value is readonly BlobHash[] =>
  Array.isArray(value) && value.every(isBlobHash);

/** Every image that the living pages and shapes of a board show, each once. */
export function hashesOf({ pages, shapes }: BoardView): ReadonlySet<BlobHash> {
  return new Set([
    ...[...pages.values()].flatMap(({ tiers }) => tiers.map(({ hash }) => hash)),
    ...[...shapes.values()].flatMap(({ image, tiers }) => [
      ...(image ? [image] : []),
      ...tiers.map(({ hash }) => hash),
    ]),
  ]);
}

/** The board in plain JSON: what stands on what is nested, every thing with its id. */
export function readableBoard(view: BoardView, nameOf: (id: MemberId) => string | undefined) {
  const strokes = [...view.strokes.values()];
  const authored = [view.regions, view.notes, view.strokes, view.shapes].flatMap((things) => [
    ...things.values(),
  ]);
  const put = [...view.resourcesOf.values(), ...view.stepsOf.values()].flat();
  const authors = new Set([...authored, ...view.needs, ...put].map(({ by }) => by));
  return asJson({
    ...view.meta,
    people: [...authors].map((id) => ({ id, name: nameOf(id) })).filter(({ name }) => name),
    piles: view.piles,
    papers: [...view.papers.values()].map((paper) => ({
      ...paper,
      place: view.places.get(paper.id),
      pages: (view.pagesOf.get(paper.id) ?? []).map((page) => ({
        ...page,
        regions: [...view.regions.values()]
          .filter((region) => region.page === page.id)
          .map((region) => ({ ...region, notes: view.notesOn.get(region.id) ?? [] })),
        strokes: strokes.filter((stroke) => stroke.page === page.id),
      })),
    })),
    notes: [...view.notes.values()].filter(({ region }) => region === undefined),
    strokes: strokes.filter(({ page }) => page === undefined),
    shapes: [...view.shapes.values()],
    needs: view.needs.map((need) => ({
      ...need,
      evidence: view.evidenceOf.get(need.id) ?? [],
      resources: view.resourcesOf.get(need.id) ?? [],
      nextSteps: view.stepsOf.get(need.id) ?? [],
    })),
  });
}

const asJson = (value: object): string => `${JSON.stringify(value, undefined, 1)}\n`;
