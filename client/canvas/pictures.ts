/**
 * Pictures of pages and images: fetched and decoded off the main thread at the size they are shown, swapped
 * without a blank, within a budget of decoded pixels.
 *
 * The smallest size of each is fetched together with others, stands in until a sharper one is there, and
 * stays when that is let go: what was seen once is never blank again. Owns each picture's element; the
 * card it sits in comes and goes while the picture stays. Knows nothing of pages or papers.
 */

import { type PictureTier, tierFor, toEvict } from "./picture-tiers.ts";
import type { SmallPictures } from "./small-pictures.ts";

export interface Picture {
  /** Fills whatever it is put in. */
  readonly element: HTMLElement;
  /** About to be in view: its smallest size is fetched, so that it is not blank on the way. */
  come(): void;
  /** In view, at so many device pixels wide. Nearer ones (smaller `distance`) are fetched first. */
  show(shownPx: number, distance: number): void;
  /** Whether there is a picture to see, coarse or sharp, or that there is none to be had is shown. */
  isShown(): boolean;
  /** As seen from afar; undefined until it is there, and then `onSmall` is called. */
  small(): ImageBitmap | undefined;
  /** Out of view: kept while the budget allows. */
  rest(): void;
  destroy(): void;
}

export interface Pictures {
  /** `farPx`: how wide it is seen from afar, where that is not as a page is. */
  create(tiers: readonly PictureTier[], onSmall: () => void, farPx?: number): Picture;
  /** The view moves: nothing more is sharpened until something is shown, which is when it rests. */
  hold(): void;
  /** Decoded pixels of sharp pictures held at present. */
  pixels(): number;
  destroy(): void;
}

/** A picture at the size it is shown at: an `<img>` would keep all the pixels of its file, and for long. */
interface Sharp {
  readonly canvas: HTMLCanvasElement;
  /** Whether there are no more pixels of it to be had. */
  readonly isWhole: boolean;
}

interface Slot {
  readonly element: HTMLElement;
  readonly tiers: readonly PictureTier[];
  coarse: HTMLImageElement | "asked" | undefined;
  sharp: Sharp | undefined;
  /** How many device pixels wide it is to be had, if it is not. */
  wanted: number | undefined;
  isLoading: boolean;
  failures: number;
  inView: boolean;
  distance: number;
  lastShown: number;
}

/**
 * 16 MB at four bytes a pixel, and as much again with the browser; what is in view is kept in any case.
 * What is let go is in the browser's cache, with its smallest size shown meanwhile.
 */
const usualBudget = 4 * 1024 * 1024;
const loadsAtOnce = 4;
const triesAtOnce = 3;
/** So many small pictures that are there wait for no more of those that are on their way with them. */
const laidTogether = 16;
/** How much narrower, and how much wider, than shown a picture may be. */
const softest = 0.85;
const finest = 2.5;

export function createPictures(smalls: SmallPictures, budgetPixels = usualBudget): Pictures {
  const slots = new Set<Slot>();
  /** Those that want a sharper picture and are not being loaded. */
  const waiting = new Set<Slot>();
  let pixels = 0;
  let loads = 0;
  let clock = 0;
  let decoding = 0;
  const decodedCoarse: [Slot, HTMLImageElement][] = [];
  let isHeld = false;

  const pixelsOf = ({ sharp }: Slot): number =>
    sharp ? sharp.canvas.width * sharp.canvas.height : 0;

  function next(): void {
    while (!isHeld && loads < loadsAtOnce && waiting.size > 0) {
      let best: Slot | undefined;
      for (const slot of waiting) if (!best || slot.distance < best.distance) best = slot;
      if (!best) return;
      waiting.delete(best);
      void load(best);
    }
  }

  /** Never rejects: a picture that cannot be had is tried again when shown. */
  async function load(slot: Slot): Promise<void> {
    const { tiers, wanted } = slot;
    if (wanted === undefined) return;
    const index = tierFor(tiers, wanted);
    const tier = tiers[index];
    if (!tier) return;
    loads++;
    slot.isLoading = true;
    try {
      const canvas = await decoded(tier, wanted);
      slot.failures = 0;
      const isWhole = index === tiers.length - 1 && wanted >= tier.w;
      if (slots.has(slot) && slot.wanted === wanted) sharpen(slot, { canvas, isWhole });
      else release(canvas);
    } catch {
      slot.failures++;
      if (!coarseOf(slot) && !slot.sharp) slot.element.dataset["picture"] = "missing";
    }
    slot.isLoading = false;
    loads--;
    want(slot);
    next();
  }

  function want(slot: Slot): void {
    const wants = slot.inView && slot.wanted !== undefined && !slot.isLoading;
    if (wants && slot.failures < triesAtOnce) waiting.add(slot);
    else waiting.delete(slot);
  }

  function sharpen(slot: Slot, sharp: Sharp): void {
    const before = slot.sharp;
    pixels -= pixelsOf(slot);
    slot.element.append(sharp.canvas);
    slot.sharp = sharp;
    slot.wanted = undefined;
    pixels += pixelsOf(slot);
    if (before) release(before.canvas);
    coarseOf(slot)?.remove();
    slot.element.dataset["picture"] = "shown";
    trim();
  }

  /** Back to the smallest size. */
  function soften(slot: Slot): void {
    if (!slot.sharp) return;
    pixels -= pixelsOf(slot);
    const coarse = coarseOf(slot);
    if (coarse) slot.element.append(coarse);
    release(slot.sharp.canvas);
    slot.sharp = undefined;
    if (!coarse) slot.element.dataset["picture"] = "waiting";
  }

  function trim(): void {
    if (pixels <= budgetPixels) return;
    const held = [...slots].flatMap((slot) =>
      slot.sharp
        ? { key: slot, pixels: pixelsOf(slot), inView: slot.inView, lastShown: slot.lastShown }
        : [],
    );
    for (const slot of toEvict(held, budgetPixels)) soften(slot);
  }

  async function fetchCoarse(slot: Slot, url: string): Promise<void> {
    slot.coarse = "asked";
    const found = await smalls.get(url, slot.distance);
    if (!slots.has(slot)) return;
    if (!found) {
      // Alone it may be had, or is seen to be missing.
      slot.coarse = undefined;
      slot.wanted ??= slot.tiers[0]?.w;
      want(slot);
      return next();
    }
    const image = picture();
    image.src = found.url;
    decoding++;
    await image.decode().catch(() => {});
    decoding--;
    decodedCoarse.push([slot, image]);
    if (decoding === 0 || decodedCoarse.length === laidTogether) layCoarse();
  }

  /** Lays what was decoded meanwhile all at once: each change has the browser put all its layers together anew. */
  function layCoarse(): void {
    for (const [slot, image] of decodedCoarse.splice(0)) {
      if (!slots.has(slot)) continue;
      slot.coarse = image;
      if (slot.sharp) continue;
      slot.element.append(image);
      slot.element.dataset["picture"] = "shown";
    }
  }

  return {
    create(tiers, onSmall, farPx) {
      const element = document.createElement("div");
      element.dataset["picture"] = "waiting";
      const slot: Slot = {
        element,
        tiers,
        coarse: undefined,
        sharp: undefined,
        wanted: undefined,
        isLoading: false,
        failures: 0,
        inView: false,
        distance: 0,
        lastShown: 0,
      };
      slots.add(slot);
      const smallest = tiers[0];
      // One that has no smaller size is never shown as its file: that would keep all its pixels.
      const isAlone = tiers.length === 1;
      const come = (): void => {
        if (smallest && !isAlone && slot.coarse === undefined && !slot.sharp) {
          void fetchCoarse(slot, smallest.url);
        }
      };
      return {
        element,
        come,
        show(shownPx, distance) {
          const width = Math.round(shownPx);
          isHeld = false;
          const tier = tierFor(tiers, width);
          const has = slot.sharp?.canvas.width ?? 0;
          slot.inView = true;
          slot.distance = distance;
          slot.lastShown = ++clock;
          if (!slot.isLoading) slot.failures = 0;
          come();
          // A little softer is not seen, and a sharper one stays unless memory is short.
          const isSharp = has >= width * softest || slot.sharp?.isWhole === true;
          const isEnough = isSharp && (has <= width * finest || pixels <= budgetPixels);
          if (tier > 0 || isAlone) slot.wanted = isEnough ? undefined : width;
          else if (pixels > budgetPixels) soften(slot);
          want(slot);
          next();
        },
        isShown: () => slot.element.dataset["picture"] !== "waiting",
        small: () => (smallest ? smalls.bitmap(smallest.url, onSmall, farPx) : undefined),
        rest() {
          slot.inView = false;
          slot.wanted = undefined;
          waiting.delete(slot);
          trim();
        },
        destroy() {
          slots.delete(slot);
          waiting.delete(slot);
          soften(slot);
          element.remove();
          // Copies of an image share its smallest size.
          const isShared = [...slots].some((one) => one.tiers[0]?.url === smallest?.url);
          if (smallest && !isShared) smalls.forget(smallest.url);
        },
      };
    },
    hold() {
      isHeld = true;
    },
    pixels: () => pixels,
    destroy() {
      slots.clear();
      waiting.clear();
      smalls.destroy();
    },
  };
}

const coarseOf = ({ coarse }: Slot): HTMLImageElement | undefined =>
  coarse === "asked" ? undefined : coarse;

/** The picture `width` pixels wide, decoded and made smaller off the main thread. */
async function decoded(tier: PictureTier, width: number): Promise<HTMLCanvasElement> {
  const answer = await fetch(tier.url);
  if (!answer.ok) throw new Error(`${tier.url}: ${answer.status}`);
  const blob = await answer.blob();
  const isSmaller = width < tier.w;
  const bitmap = await createImageBitmap(
    blob,
    isSmaller ? { resizeWidth: width, resizeQuality: "high" } : {},
  );
  const canvas = document.createElement("canvas");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  // Handed over once: of one that may be drawn on the browser takes the pixels anew in each frame that
  // shows it at another place.
  canvas.getContext("bitmaprenderer", { alpha: false })?.transferFromImageBitmap(bitmap);
  return canvas;
}

/** Gives the pixels back without waiting for the collector. */
function release(canvas: HTMLCanvasElement): void {
  canvas.remove();
  canvas.width = 0;
}

function picture(): HTMLImageElement {
  const image = new Image();
  image.alt = "";
  image.draggable = false;
  image.decoding = "async";
  return image;
}
