/**
 * What every answer says to the browser about itself. The page may load from its own server and from
 * memory (blob:, data:) and from nowhere else, so that nothing of a pupil's work can leave by mistake.
 */

const contentSecurityPolicy = [
  "default-src 'self'",
  // pdf.js and the image codecs are WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  // Libraries of the interface write style elements (scroll areas, measured positions).
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "connect-src 'self' blob: data:",
  "worker-src 'self' blob:",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export const pageHeaders: { readonly [header: string]: string } = {
  "Content-Security-Policy": contentSecurityPolicy,
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};
