/**
 * The images of a report: of which size, whole or cut, each asked for once.
 *
 * Owns the choice of a tier and the refusal of images that carry more than pixels. A whole page goes
 * into the file byte for byte; a part is cut in its pixels, and what lies beyond its outline is made white, for a page behind a clip path would still be
 * in the file, name line and all.
 */
import type { BlobHash } from "../../shared/base/ids.ts";
import type { Tier } from "../../shared/papers/papers.ts";
import type { ExportPorts } from "./export-report.ts";
import { readJpegHead } from "./jpeg.ts";
import type { Picture } from "./pdf-writer.ts";
import type { ImageMark } from "./sheets.ts";

/** `screen` is sharp on a screen and in print at the size shown; `original` is the scan's own. */
export type Quality = "screen" | "original";
const screenWidth = 1275;

export interface Omission {
  readonly hash: BlobHash;
  /** `missing`: could not be fetched. `broken`: no whole JPEG. `carries`: holds more than pixels. */
  readonly why: "missing" | "broken" | "carries";
}

/** How many images are remembered after their sheet: a need's crops often come from one page. */
const remembered = 8;

export function createPictures(ports: Pick<ExportPorts, "image" | "crop">, quality: Quality) {
  const sources = new Map<BlobHash, Promise<Uint8Array | undefined>>();
  const omitted = new Map<BlobHash, Omission>();

  function source(hash: BlobHash): Promise<Uint8Array | undefined> {
    let bytes = sources.get(hash);
    // Taken out and put back: the map is in order of last use.
    if (bytes) sources.delete(hash);
    else bytes = load(hash);
    sources.set(hash, bytes);
    return bytes;
  }

  async function load(hash: BlobHash): Promise<Uint8Array | undefined> {
    let why: Omission["why"] = "missing";
    try {
      const bytes = await ports.image(hash);
      const head = readJpegHead(bytes);
      if (head && !head.carries) return bytes;
      why = head ? "carries" : "broken";
    } catch {
      // Told to whoever asked for the report; the report says it in the image's place.
    }
    omitted.set(hash, { hash, why });
    return undefined;
  }

  return {
    prefetch: ({ image }: ImageMark): void => void source(tierFor(image.tiers, quality).hash),

    /** The picture of a mark, or undefined if it cannot be had. */
    async take({ image, crop, outline }: ImageMark): Promise<Picture | undefined> {
      const { hash } = tierFor(image.tiers, quality);
      const bytes = await source(hash);
      for (const old of [...sources.keys()].slice(0, -remembered)) sources.delete(old);
      if (!bytes) return undefined;
      if (!crop) return { key: hash, bytes };
      try {
        const { x, y, w, h } = crop;
        const line = outline?.flatMap((corner) => [corner.x, corner.y]) ?? [];
        const key = [hash, x, y, w, h, ...line].join(" ");
        return { key, bytes: await ports.crop(bytes, crop, outline) };
      } catch {
        omitted.set(hash, { hash, why: "broken" });
        return undefined;
      }
    },
    omitted: (): Omission[] => [...omitted.values()],
  };
}

/** The largest that is not larger than wanted, or the smallest there is. */
export function tierFor(tiers: readonly Tier[], quality: Quality): Tier {
  const most = quality === "screen" ? screenWidth : Infinity;
  const tier = tiers.findLast(({ w }) => w <= most) ?? tiers[0];
  if (!tier) throw new Error("a page has at least one image");
  return tier;
}
