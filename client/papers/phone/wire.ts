/** Requests of a phone line, and what their refusals mean. */
import { type ErrorCode, errors } from "../../../shared/protocol/errors.ts";
import { refusalOf } from "../refusal-of.ts";

export interface LinePorts {
  readonly fetch: typeof fetch;
  /** Resolves after a while; rejects when the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export type Asked =
  | { readonly ok: true; readonly response: Response }
  | { readonly ok: false; readonly code: ErrorCode };

/** Longer than the server lets a question stand, so that only a dead line comes to it. */
const answerWithinMs = 45_000;

/** Rejects only when `signal` aborts. A line that is down is `unreachable`. */
export async function ask(
  { fetch }: Pick<LinePorts, "fetch">,
  path: string,
  init: RequestInit,
  signal: AbortSignal,
): Promise<Asked> {
  try {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]);
    const response = await fetch(path, { ...init, signal: patience });
    if (response.ok) return { ok: true, response };
    return { ok: false, code: await refusalOf(response, "unreachable") };
  } catch {
    signal.throwIfAborted();
    return { ok: false, code: "unreachable" };
  }
}

/** Pauses before another try: 0.5 s, doubling, 8 s at most. */
export const pauseMs = (tries: number): number => Math.min(8_000, 500 * 2 ** tries);

export const mayPass = (code: ErrorCode): boolean => errors[code].retryable;
