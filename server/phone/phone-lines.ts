/**
 * Phone lines: a member's open "Bring in papers" and the one phone that takes pictures for it.
 *
 * What passes here is encrypted by the phone with a key that the server never sees (it stands behind the
 * # of the code on the screen), so a line knows bytes and their ids, no pictures. It keeps them in memory
 * alone until the computer has taken them, and is gone with all of them when the computer hangs up, when
 * nobody has listened for a while, or after half an hour. Restarting the server ends every line.
 * test/integration/phone.test.ts holds it to its limits.
 */
import type { BoardId, MemberId } from "../../shared/base/ids.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { limits } from "../../shared/protocol/limits.ts";
import type { Clock } from "../ops/clock.ts";
import { hashOfToken, newId, newToken } from "../ops/ids.ts";

/** Whose line it is; `session` by its hash. */
export interface LineOwner {
  readonly boardId: BoardId;
  readonly memberId: MemberId;
  readonly session: string;
}

export interface PhoneLine extends LineOwner {
  readonly lineId: string;
  /** When it ends at the latest: milliseconds since 1970. */
  readonly until: number;
  /** Rises with every change that one of the two sides wants to know. */
  readonly version: number;
  /** Whether a phone has come. */
  readonly isJoined: boolean;
  /** Ids of pictures: not taken yet (in order), taken, and those the computer could not open. */
  readonly waiting: readonly string[];
  readonly received: readonly string[];
  readonly unreadable: readonly string[];
}

interface Line {
  readonly owner: LineOwner;
  readonly lineId: string;
  readonly until: number;
  /** sha256; undefined once it was used. */
  token: string | undefined;
  phone: string | undefined;
  version: number;
  heardAt: number;
  reserved: number;
  readonly waiting: Map<string, Uint8Array>;
  readonly received: Set<string>;
  readonly unreadable: Set<string>;
  listeners: Set<() => void>;
}

export type Room =
  | { readonly ok: true; readonly free: () => void }
  | { readonly ok: false; readonly code: ErrorCode };

const lifeMs = 30 * 60_000;
/** A computer that has not asked for this long has gone; it asks three times in that. */
const silenceMs = 90_000;
const sweepMs = 5_000;
/** Lines at once, of everybody together. */
const mostLines = 300;

export type PhoneLines = ReturnType<typeof createPhoneLines>;

export function createPhoneLines(clock: Clock) {
  const lines = new Map<string, Line>();
  let heldBytes = 0;

  const bytesOf = (line: Line): number =>
    line.reserved + [...line.waiting.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);

  function changed(line: Line): void {
    line.version++;
    const told = line.listeners;
    line.listeners = new Set();
    for (const tell of told) tell();
  }

  function end(line: Line): void {
    if (!lines.delete(line.lineId)) return;
    for (const { byteLength } of line.waiting.values()) heldBytes -= byteLength;
    line.waiting.clear();
    changed(line);
  }

  /** The line, if it has not run out. */
  function open(line: Line | undefined): Line | undefined {
    if (!line) return undefined;
    const now = clock.now();
    if (now < line.until && now < line.heardAt + silenceMs) return line;
    end(line);
    return undefined;
  }

  const endSweep = clock.every(sweepMs, () => {
    for (const line of lines.values()) open(line);
  });

  const shown = (line: Line): PhoneLine => ({
    ...line.owner,
    lineId: line.lineId,
    until: line.until,
    version: line.version,
    isJoined: line.phone !== undefined,
    waiting: [...line.waiting.keys()],
    received: [...line.received],
    unreadable: [...line.unreadable],
  });

  const byId = (lineId: string): Line | undefined => open(lines.get(lineId));
  function byPhone(secret: string): Line | undefined {
    const hash = hashOfToken(secret);
    return open([...lines.values()].find(({ phone }) => phone === hash));
  }

  return {
    /** A new line, with the token that lets one phone in; undefined where there are too many. A session has one. */
    open(owner: LineOwner): { readonly line: PhoneLine; readonly token: string } | undefined {
      for (const line of lines.values()) if (line.owner.session === owner.session) end(line);
      if (lines.size >= mostLines) return undefined;
      const token = newToken();
      const now = clock.now();
      const line: Line = {
        owner,
        lineId: newId<string>(),
        until: now + lifeMs,
        token: hashOfToken(token),
        phone: undefined,
        version: 1,
        heardAt: now,
        reserved: 0,
        waiting: new Map(),
        received: new Set(),
        unreadable: new Set(),
        listeners: new Set(),
      };
      lines.set(line.lineId, line);
      return { line: shown(line), token };
    },

    /** Lets the first phone in that brings the token, and no other after it; undefined for all others. */
    join(token: string): { readonly line: PhoneLine; readonly phone: string } | undefined {
      const hash = hashOfToken(token);
      const line = open([...lines.values()].find((one) => one.token === hash));
      if (!line) return undefined;
      const phone = newToken();
      line.token = undefined;
      line.phone = hashOfToken(phone);
      changed(line);
      return { line: shown(line), phone };
    },

    find(lineId: string): PhoneLine | undefined {
      const line = byId(lineId);
      return line && shown(line);
    },
    findByPhone(secret: string): PhoneLine | undefined {
      const line = byPhone(secret);
      return line && shown(line);
    },

    /** The computer is there. */
    heard(lineId: string): void {
      const line = byId(lineId);
      if (line) line.heardAt = clock.now();
    },

    /**
     * Room for a picture that is about to be read, to be given back once it was: its bytes count from
     * before they are in memory. Or why there is none.
     */
    reserve(lineId: string, bytes: number): Room {
      const line = byId(lineId);
      if (!line) return { ok: false, code: "access_ended" };
      const known = line.received.size + line.unreadable.size + line.waiting.size;
      if (known >= limits.phonePictures) return { ok: false, code: "line_full" };
      const fits = bytesOf(line) + bytes <= limits.phoneLineBytes;
      if (!fits || heldBytes + bytes > limits.phoneLinesBytes) {
        return { ok: false, code: "line_full" };
      }
      line.reserved += bytes;
      heldBytes += bytes;
      let isHeld = true;
      return {
        ok: true,
        free() {
          if (!isHeld) return;
          isHeld = false;
          line.reserved -= bytes;
          heldBytes -= bytes;
        },
      };
    },

    /** Puts a picture in line; one that was put before changes nothing. False when the line has ended. */
    put(lineId: string, id: string, bytes: Uint8Array): boolean {
      const line = byId(lineId);
      if (!line) return false;
      if (line.waiting.has(id) || line.received.has(id) || line.unreadable.has(id)) return true;
      line.waiting.set(id, bytes);
      heldBytes += bytes.byteLength;
      changed(line);
      return true;
    },

    picture: (lineId: string, id: string): Uint8Array | undefined => byId(lineId)?.waiting.get(id),

    /** The computer has a picture, or cannot open it: its bytes are let go. False for one that does not wait. */
    settle(lineId: string, id: string, as: "received" | "unreadable"): boolean {
      const line = byId(lineId);
      const bytes = line?.waiting.get(id);
      if (!line || !bytes) return false;
      heldBytes -= bytes.byteLength;
      line.waiting.delete(id);
      line[as].add(id);
      changed(line);
      return true;
    },

    /** Resolves at the next change after `version`, when the line ends, or after `waitMs`. */
    async changedSince(lineId: string, version: number, waitMs: number): Promise<void> {
      const line = byId(lineId);
      if (!line || line.version !== version) return;
      await new Promise<void>((resolve) => {
        const callOff = clock.after(waitMs, () => {
          line.listeners.delete(tell);
          resolve();
        });
        const tell = (): void => {
          callOff();
          resolve();
        };
        line.listeners.add(tell);
      });
    },

    end(lineId: string): void {
      const line = lines.get(lineId);
      if (line) end(line);
    },
    /** What waits in memory, of all lines. */
    heldBytes: (): number => heldBytes,
    close(): void {
      endSweep();
      for (const line of lines.values()) end(line);
    },
  };
}
