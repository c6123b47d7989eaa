/**
 * The smallest size of every picture: fetched many at a time, kept as it came, and decoded for the far
 * plane when that asks.
 *
 * Three hundred pages are then some ten requests rather than three hundred, of which a browser makes no
 * more than six at once. Owns the encoded pictures, their addresses in this page and their bitmaps.
 */
export interface SmallPicture {
  readonly blob: Blob;
  /** Of this page alone (`blob:`), for an `<img>`. */
  readonly url: string;
}

export interface SmallPictures {
  /** Undefined where it could not be had this way. Nearer ones (smaller `distance`) are fetched first. */
  get(url: string, distance: number): Promise<SmallPicture | undefined>;
  /**
   * Decoded, as wide as it is seen from afar (CSS pixels, of whoever asks first); undefined until then, and
   * `ready` is called once it is there.
   */
  bitmap(url: string, ready: () => void, farPx?: number): ImageBitmap | undefined;
  forget(url: string): void;
  destroy(): void;
}

/** Fetches pictures by their addresses, in that order; undefined for each that could not be had. */
export type FetchMany = (urls: readonly string[]) => Promise<readonly (Blob | undefined)[]>;

interface Entry {
  distance: number;
  picture: Promise<SmallPicture | undefined>;
  settle: (picture: SmallPicture | undefined) => void;
  found: SmallPicture | undefined;
  bitmap: ImageBitmap | undefined;
  isDecoding: boolean;
}

const together = 32;
const batchesAtOnce = 3;
/** Seen from afar a page is no wider than this. CSS pixels. */
const pagePx = 88;

export function createSmallPictures(fetchMany: FetchMany): SmallPictures {
  const entries = new Map<string, Entry>();
  const asked = new Set<string>();
  let batches = 0;
  let isFlushing = false;
  const afterFrame = new MessageChannel();
  afterFrame.port1.onmessage = () => {
    isFlushing = false;
    flush();
  };

  function entryOf(url: string, distance: number): Entry {
    const known = entries.get(url);
    if (known) return known;
    let settle: Entry["settle"] = () => {};
    const picture = new Promise<SmallPicture | undefined>((resolve) => {
      settle = resolve;
    });
    const entry = {
      distance,
      picture,
      settle,
      found: undefined,
      bitmap: undefined,
      isDecoding: false,
    };
    entries.set(url, entry);
    asked.add(url);
    if (!isFlushing) {
      isFlushing = true;
      // After everything that this frame shows has asked.
      afterFrame.port2.postMessage(undefined);
    }
    return entry;
  }

  function flush(): void {
    while (batches < batchesAtOnce && asked.size > 0) {
      const urls = [...asked]
        .toSorted((a, b) => (entries.get(a)?.distance ?? 0) - (entries.get(b)?.distance ?? 0))
        .slice(0, together);
      for (const url of urls) asked.delete(url);
      void fetchBatch(urls);
    }
  }

  async function fetchBatch(urls: readonly string[]): Promise<void> {
    batches++;
    const blobs = await fetchMany(urls).catch(() => []);
    batches--;
    urls.forEach((url, i) => {
      const entry = entries.get(url);
      if (!entry) return;
      const blob = blobs[i];
      entry.found = blob && { blob, url: URL.createObjectURL(blob) };
      entry.settle(entry.found);
      // What could not be had is asked for anew by whoever shows it next.
      if (!blob) entries.delete(url);
    });
    flush();
  }

  async function decode(entry: Entry, ready: () => void, farPx: number): Promise<void> {
    entry.isDecoding = true;
    const picture = await entry.picture;
    const resizeWidth = Math.round(farPx * devicePixelRatio);
    entry.bitmap =
      picture &&
      (await createImageBitmap(picture.blob, { resizeWidth, resizeQuality: "medium" }).catch(
        () => undefined,
      ));
    if (entry.bitmap) ready();
  }

  function drop({ found, bitmap }: Entry): void {
    if (found) URL.revokeObjectURL(found.url);
    bitmap?.close();
  }

  return {
    get: (url, distance) => entryOf(url, distance).picture,
    bitmap(url, ready, farPx = pagePx) {
      const entry = entryOf(url, 0);
      if (!entry.isDecoding) void decode(entry, ready, farPx);
      return entry.bitmap;
    },
    forget(url) {
      const entry = entries.get(url);
      if (!entry) return;
      entries.delete(url);
      asked.delete(url);
      drop(entry);
    },
    destroy() {
      for (const entry of entries.values()) drop(entry);
      entries.clear();
      asked.clear();
      afterFrame.port1.close();
    },
  };
}
