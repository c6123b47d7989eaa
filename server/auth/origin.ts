/**
 * Whether a request that changes something came from our own page. Browsers say where from in
 * `Origin`; a request without it comes from a program, which no other site can make use the cookie
 * of a browser (it is SameSite=Lax, and never sent on another site's writes).
 */
import type { IncomingMessage } from "node:http";

export type IsOwnOrigin = (request: IncomingMessage) => boolean;

/** `publicUrl`: the address people use, where a proxy does not pass the Host header through. */
export function createIsOwnOrigin(publicUrl: string | undefined): IsOwnOrigin {
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  return ({ headers }) => {
    if (headers.origin === undefined) return true;
    if (headers.origin === publicOrigin) return true;
    // "null" (a sandboxed frame, a file) parses to nothing and is nobody's own.
    const origin = URL.canParse(headers.origin) ? new URL(headers.origin) : undefined;
    return origin !== undefined && origin.host !== "" && origin.host === headers.host;
  };
}
