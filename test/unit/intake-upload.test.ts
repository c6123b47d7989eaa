/** Sending a picture: tries again while the trouble may pass, and sends nothing but the picture. */
import { describe, expect, test } from "vitest";
import { uploadPicture } from "../../client/papers/intake/upload.ts";
import type { BoardId } from "../../shared/base/ids.ts";
import { type ErrorCode, errors } from "../../shared/protocol/errors.ts";

const board = "board-0001" as BoardId;
const jpeg = new Blob(["masked"], { type: "image/jpeg" });
const hash = "ab".repeat(32);

type Answer = ErrorCode | "stored" | "cut" | "proxy page";

/** A line on which each request gets the next of `answers`, and time passes at once. */
function line(...answers: readonly Answer[]) {
  const requests: { readonly url: string; readonly init: RequestInit }[] = [];
  const waits: number[] = [];
  const left = [...answers];
  return {
    requests,
    waits,
    ports: {
      fetch: (url: unknown, init?: RequestInit): Promise<Response> => {
        requests.push({ url: String(url), init: init ?? {} });
        const answer = left.shift() ?? "stored";
        if (answer === "cut") return Promise.reject(new TypeError("Failed to fetch"));
        if (answer === "proxy page")
          return Promise.resolve(new Response("<h1>Bad gateway</h1>", { status: 502 }));
        return Promise.resolve(
          answer === "stored"
            ? Response.json({ hash, width: 1, height: 1 }, { status: 201 })
            : Response.json(
                { code: answer, message: "" },
                {
                  status: errors[answer].status,
                  headers: answer === "too_many" ? { "retry-after": "9" } : {},
                },
              ),
        );
      },
      wait: (ms: number, signal: AbortSignal): Promise<void> => {
        waits.push(ms);
        return signal.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve();
      },
    },
  };
}
const send = (on: ReturnType<typeof line>, signal = new AbortController().signal) =>
  uploadPicture(board, jpeg, signal, on.ports);

describe("sending a picture", () => {
  test("carries the bytes and their kind, and nothing else", async () => {
    const on = line("stored");
    expect(await send(on)).toEqual({ ok: true, hash });
    expect(on.requests).toHaveLength(1);
    expect(on.requests[0]?.url).toBe("/api/boards/board-0001/blobs");
    expect(on.requests[0]?.init.body).toBe(jpeg);
    expect(on.requests[0]?.init.headers).toEqual({ "content-type": "image/jpeg" });
  });

  test("goes through after a hiccup of the line, of the server or of a proxy", async () => {
    for (const trouble of ["cut", "shutting_down", "proxy page", "too_many"] as const) {
      const on = line(trouble, trouble, "stored");
      expect(await send(on)).toEqual({ ok: true, hash });
      expect(on.requests).toHaveLength(3);
    }
  });

  test("waits as long as a busy server asks", async () => {
    const on = line("too_many", "stored");
    await send(on);
    expect(on.waits).toEqual([9000]);
  });

  test("says so when the line stays cut, after a few tries", async () => {
    const on = line(...Array<Answer>(20).fill("cut"));
    expect(await send(on)).toEqual({ ok: false, code: "upload_failed" });
    expect(on.requests).toHaveLength(5);
  });

  test("does not try again what will never be accepted", async () => {
    for (const code of ["not_signed_in", "not_a_member", "image_too_large"] as const) {
      const on = line(code);
      expect(await send(on)).toEqual({ ok: false, code });
      expect(on.requests).toHaveLength(1);
    }
  });

  test("stops at once when the teacher cancels", async () => {
    const stop = new AbortController();
    const on = line("cut", "cut", "stored");
    const sending = send(on, stop.signal);
    stop.abort(new Error("cancelled"));
    await expect(sending).rejects.toThrow("cancelled");
    expect(on.requests.length).toBeLessThan(3);
  });
});
