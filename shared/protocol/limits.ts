/** Limits that both sides know: the server enforces them, the page says so before it is too late. */
export const limits = {
  /** One frame on the socket. */
  frameBytes: 8 * 1024 * 1024,
  awarenessBytes: 4 * 1024,
  /** One stored image. */
  imageBytes: 12 * 1024 * 1024,
  imagePixels: 40_000_000,
  nameLength: 80,
  titleLength: 200,
  /** One picture of a phone, encrypted. */
  phonePictureBytes: 16 * 1024 * 1024,
  /** Pictures of one phone, from its code on the screen until that ends. */
  phonePictures: 500,
  /** What may wait for one computer, and for all of them, in the server's memory. */
  phoneLineBytes: 48 * 1024 * 1024,
  phoneLinesBytes: 256 * 1024 * 1024,
  /** One file dropped for intake, which stays in the browser. */
  sourceFileBytes: 300 * 1024 * 1024,
  sourcePixels: 120_000_000,
  /** Pages in one stack of an intake. */
  stackPages: 500,
} as const;
