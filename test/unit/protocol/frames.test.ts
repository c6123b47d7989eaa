import fc from "fast-check";
import * as decoding from "lib0/decoding";
import { describe, expect, test } from "vitest";
import type { BoardId, GuestId, MemberId, TeamId } from "../../../shared/base/ids.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { errors, isErrorCode } from "../../../shared/protocol/errors.ts";
import {
  encodeRefused,
  encodeSaved,
  frameKind,
  isContentFrame,
  readRefused,
  readSaved,
} from "../../../shared/protocol/frames.ts";
import { type Lane, laneName, parseLane } from "../../../shared/protocol/lanes.ts";

/** What follows the kind of a frame, as the provider hands it to a reader. */
function afterKind(frame: Uint8Array, kind: number): decoding.Decoder {
  const decoder = decoding.createDecoder(frame);
  expect(decoding.readVarUint(decoder)).toBe(kind);
  return decoder;
}

const codes = Object.keys(errors) as ErrorCode[];

describe("frames", () => {
  test("saved tells any count of frames", () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(), fc.maxSafeNat()), (frames) => {
        expect(readSaved(afterKind(encodeSaved(frames), frameKind.saved))).toBe(frames);
      }),
    );
  });

  test("refused tells every code of the table", () => {
    for (const code of codes) {
      expect(readRefused(afterKind(encodeRefused(code), frameKind.refused))).toBe(code);
    }
  });

  test("a code of a newer server reads as something broken there", () => {
    for (const code of ["from_the_future", "__proto__", "toString", ""]) {
      const frame = encodeRefused(code as ErrorCode);
      expect(readRefused(afterKind(frame, frameKind.refused))).toBe("internal");
    }
  });

  test("content is what changes a document: the handover and updates, nothing else", () => {
    const frames: readonly (readonly [Uint8Array, boolean])[] = [
      [Uint8Array.of(0, 0, 1, 0), false],
      [Uint8Array.of(0, 1, 2, 0, 0), true],
      [Uint8Array.of(0, 2, 2, 0, 0), true],
      [Uint8Array.of(1, 2, 0), false],
      [Uint8Array.of(3), false],
      [encodeSaved(1), false],
      [Uint8Array.of(), false],
      [Uint8Array.of(0), false],
    ];
    expect(frames.filter(([frame, content]) => isContentFrame(frame) !== content)).toEqual([]);
  });
});

describe("lanes", () => {
  const id = fc.stringMatching(/^[\w-]{8,40}$/);

  test("are found again by their name", () => {
    const lane: fc.Arbitrary<Lane> = fc.oneof(
      fc.record({ kind: fc.constant("team" as const), teamId: id as fc.Arbitrary<TeamId> }),
      fc.record({
        kind: fc.constantFrom("board" as const, "talk" as const),
        boardId: id as fc.Arbitrary<BoardId>,
      }),
      fc.record({
        kind: fc.constant("guest" as const),
        boardId: id as fc.Arbitrary<BoardId>,
        guestId: id as fc.Arbitrary<GuestId>,
      }),
      fc.record({
        kind: fc.constant("private" as const),
        boardId: id as fc.Arbitrary<BoardId>,
        memberId: id as fc.Arbitrary<MemberId>,
      }),
    );
    fc.assert(
      fc.property(lane, (one) => {
        expect(parseLane(laneName(one))).toEqual(one);
      }),
    );
  });

  test("are not read from other words", () => {
    const none = ["", "board", "board/", "board/short", "Board/abcdefgh", "board/abcdefgh/x"];
    none.push(
      "guest/abcdefgh",
      "private/abcdefgh",
      "team/abcdefgh/abcdefgh",
      "board/../../etc/passwd",
      "/board/abcdefgh",
      "board/abcdefgh\n",
    );
    expect(none.filter((name) => parseLane(name) !== undefined)).toEqual([]);
    fc.assert(
      fc.property(fc.string(), (name) => {
        const lane = parseLane(name);
        expect(lane === undefined || laneName(lane) === name).toBe(true);
      }),
    );
  });
});

describe("the table of refusals", () => {
  test("has a status of its kind, and a sentence, for every code", () => {
    for (const code of codes) {
      const { status, message } = errors[code];
      expect(status === 0 || (status >= 400 && status < 600)).toBe(true);
      expect(message).toMatch(/^[A-Z].*\.$/);
      expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    }
  });

  test("gives each reason for closing a socket a code of its own, which tells whether to try again", () => {
    const closing = codes.flatMap((code) => {
      const refusal = errors[code];
      return "close" in refusal ? [{ code, ...refusal }] : [];
    });
    expect(new Set(closing.map(({ close }) => close)).size).toBe(closing.length);
    const known = closing.filter(({ close }) => (close > 1000 && close < 1016) || close >= 4400);
    expect(known).toEqual(closing);
    // A stock provider gives up for good on 44xx.
    const final = closing.filter(({ close }) => close >= 4400 && close < 4500);
    expect(final).toEqual(closing.filter(({ retryable }) => !retryable));
  });

  test("knows its codes from other words", () => {
    expect(codes.every(isErrorCode)).toBe(true);
    expect(["", "toString", "__proto__", 404, null, {}].filter(isErrorCode)).toEqual([]);
  });
});
