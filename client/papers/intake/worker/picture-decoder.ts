/**
 * Gives pdf.js's worker the browser's own JPEG decoder by way of `createImageBitmap`, in the place of
 * the ImageDecoder it would use.
 *
 * Drawing the frames of an ImageDecoder leaves each of them in a cache: 28 pages held 250 MB after they
 * were closed, until the cache was full at 500 MB. Bitmaps give their memory back, and browsers without
 * an ImageDecoder become three times faster too. Imported before pdf.js.
 */
class PictureDecoder {
  readonly #picture: Blob;

  constructor({ data, type }: { readonly data: BlobPart; readonly type: string }) {
    this.#picture = new Blob([data], { type });
  }

  static isTypeSupported(type: string): Promise<boolean> {
    return Promise.resolve(type === "image/jpeg" || type === "image/bmp");
  }

  /** Rejects for a picture it cannot read; pdf.js then reads it in script. */
  async decode(): Promise<{ readonly image: ImageBitmap }> {
    return { image: await createImageBitmap(this.#picture) };
  }

  close(): void {}
}

Object.assign(globalThis, { ImageDecoder: PictureDecoder });
