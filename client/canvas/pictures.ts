/**
 * Pictures of pages: fetched and decoded off the main thread at the size they are shown, swapped
 * without a blank, within a budget of decoded pixels.
 *
 * Owns each picture's `<img>`; the card it sits in comes and goes while the picture stays, so that
 * coming back shows it at once. Knows nothing of pages or papers, only of tiers and their addresses.
 */
import { type PictureTier, tierFor, toEvict } from "./picture-tiers.ts";

export interface Picture {
  /** Fills whatever it is put in. */
  readonly element: HTMLElement;
  /** In view, at so many device pixels wide. Nearer ones (smaller `distance`) are fetched first. */
  show(shownPx: number, distance: number): void;
  /** Out of view: kept while the budget allows. */
  rest(): void;
  destroy(): void;
}

export interface Pictures {
  create(tiers: readonly PictureTier[]): Picture;
  /** Decoded pixels held at present. */
  pixels(): number;
  destroy(): void;
}

interface Slot {
  readonly element: HTMLElement;
  readonly tiers: readonly PictureTier[];
  shown: { readonly image: HTMLImageElement; readonly tier: number } | undefined;
  wanted: number | undefined;
  loading: number | undefined;
  failures: number;
  inView: boolean;
  distance: number;
  lastShown: number;
}

/** 128 MB at four bytes a pixel. */
const usualBudget = 32 * 1024 * 1024;
const loadsAtOnce = 4;
const triesAtOnce = 3;

export function createPictures(budgetPixels = usualBudget): Pictures {
  const slots = new Set<Slot>();
  let loads = 0;
  let clock = 0;

  const pixelsOf = ({ shown, tiers }: Slot): number => {
    const tier = shown && tiers[shown.tier];
    return tier ? tier.w * tier.h : 0;
  };
  const total = (): number => [...slots].reduce((sum, slot) => sum + pixelsOf(slot), 0);

  function next(): void {
    while (loads < loadsAtOnce) {
      let best: Slot | undefined;
      for (const slot of slots) {
        const waits = slot.inView && slot.wanted !== undefined && slot.loading === undefined;
        if (waits && slot.failures < triesAtOnce && (!best || slot.distance < best.distance))
          best = slot;
      }
      if (!best) return;
      void load(best);
    }
  }

  /** Never rejects: a picture that cannot be had is marked as missing and tried again when shown. */
  async function load(slot: Slot): Promise<void> {
    // Something coarse at once is better than something sharp in a while.
    const index = slot.shown ? (slot.wanted ?? 0) : 0;
    const tier = slot.tiers[index];
    if (!tier) return;
    loads++;
    slot.loading = index;
    const image = new Image();
    image.alt = "";
    image.draggable = false;
    image.decoding = "async";
    image.src = tier.url;
    try {
      await image.decode();
      slot.failures = 0;
      if (slots.has(slot)) swap(slot, image, index);
    } catch {
      slot.failures++;
      if (!slot.shown) slot.element.dataset["picture"] = "missing";
    }
    slot.loading = undefined;
    loads--;
    next();
  }

  function swap(slot: Slot, image: HTMLImageElement, tier: number): void {
    slot.element.append(image);
    slot.shown?.image.remove();
    slot.shown = { image, tier };
    slot.element.dataset["picture"] = "shown";
    if (slot.wanted === tier) slot.wanted = undefined;
    trim();
  }

  function trim(): void {
    if (total() <= budgetPixels) return;
    const held = [...slots].map((slot) => ({
      key: slot,
      pixels: pixelsOf(slot),
      inView: slot.inView,
      lastShown: slot.lastShown,
    }));
    for (const slot of toEvict(held, budgetPixels)) clear(slot);
  }

  function clear(slot: Slot): void {
    slot.shown?.image.remove();
    slot.shown = undefined;
    slot.element.dataset["picture"] = "waiting";
  }

  return {
    create(tiers) {
      const element = document.createElement("div");
      element.dataset["picture"] = "waiting";
      const slot: Slot = {
        element,
        tiers,
        shown: undefined,
        wanted: undefined,
        loading: undefined,
        failures: 0,
        inView: false,
        distance: 0,
        lastShown: 0,
      };
      slots.add(slot);
      return {
        element,
        show(shownPx, distance) {
          const tier = tierFor(tiers, shownPx);
          const has = slot.shown?.tier ?? -1;
          // A sharper picture than needed stays, unless memory is short.
          const enough = has === tier || (has > tier && total() <= budgetPixels);
          slot.wanted = enough ? undefined : tier;
          slot.inView = true;
          slot.distance = distance;
          slot.lastShown = ++clock;
          if (slot.loading === undefined) slot.failures = 0;
          next();
        },
        rest() {
          slot.inView = false;
          slot.wanted = undefined;
          trim();
        },
        destroy() {
          slots.delete(slot);
          clear(slot);
          element.remove();
        },
      };
    },
    pixels: total,
    destroy() {
      for (const slot of slots) clear(slot);
      slots.clear();
    },
  };
}
