/**
 * Decodes HEIC with libheif, compiled to WebAssembly.
 *
 * libheif is under the LGPL, so it is shipped as it was published, in a file of its own (vite.config.ts
 * lays its licence beside it), which anybody may put another build in the place of. Its memory never
 * shrinks, so every picture gets a decoder of its own, which the collector takes with it.
 */
import decoderUrl from "libheif-js/libheif-wasm/libheif-bundle.mjs?url";

interface HeifImage {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  display(into: ImageData, done: (filled: ImageData | null) => void): void;
}

interface HeifDecoder {
  /** The pictures of a file, none of them decoded yet. */
  decode(bytes: Uint8Array): readonly HeifImage[];
}

interface Libheif {
  readonly default: () => { readonly HeifDecoder: new () => HeifDecoder };
}

/** The picture, upright; undefined for one that cannot be decoded. Rejects where libheif cannot be fetched. */
export async function readHeic(bytes: Uint8Array): Promise<ImageBitmap | undefined> {
  const libheif = (await import(/* @vite-ignore */ decoderUrl)) as Libheif;
  try {
    const { HeifDecoder } = libheif.default();
    const images = new HeifDecoder().decode(bytes);
    const image = images.find((each) => each.is_primary()) ?? images[0];
    if (!image) return undefined;
    const pixels = new ImageData(image.get_width(), image.get_height());
    const filled = await new Promise<ImageData | null>((resolve) => image.display(pixels, resolve));
    return filled ? await createImageBitmap(filled) : undefined;
  } catch {
    // Compiled code that meets nonsense ends where it stands.
    return undefined;
  }
}
