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
  /** One file dropped for intake, which stays in the browser. */
  sourceFileBytes: 300 * 1024 * 1024,
  sourcePixels: 120_000_000,
} as const;
