/**
 * Who is in a room and what they show of themselves: the awareness half of the y-websocket protocol.
 *
 * One state a socket, under the client id it announced first; a stock client also repeats what it
 * heard of others, and that is passed over. States are passed on under clocks of the room's own, from
 * the server's clock: somebody who drops out and returns shows at once (peers ignore a clock they have
 * seen, and a stock client returns with the old one), also after a restart of the server.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { utf8ByteLength } from "lib0/string";
import type { ErrorCode } from "../../shared/protocol/errors.ts";

/** One socket's place in the room. `member` is compared only: who may take a client id over. */
export interface Attendee {
  readonly member: string;
  /** Takes the body of an awareness frame (y-protocols, encoded awareness update). */
  hear(update: Uint8Array): void;
}

interface Shown {
  readonly client: number;
  /** JSON, as the client wrote it; "null" has left. */
  readonly state: string;
}

const departedKept = 1_000;

/** `stateBytes`: the longest state a client may show. `now`: milliseconds since 1970. */
export function createPresence(options: { stateBytes: number; now: () => number }) {
  const { stateBytes, now } = options;
  const shown = new Map<Attendee, Shown>();
  const owners = new Map<number, Attendee>();
  /** Who last had an id, so that a late echo of one who left is not taken for a newcomer. */
  const departed = new Map<number, string>();
  let lastClock = 0;
  const nextClock = (): number => {
    lastClock = Math.max(lastClock + 1, now());
    return lastClock;
  };

  function encode(states: readonly Shown[]): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, states.length);
    for (const { client, state } of states) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, nextClock());
      encoding.writeVarString(encoder, state);
    }
    return encoding.toUint8Array(encoder);
  }

  function tellOthers(from: Attendee, attendees: Iterable<Attendee>, state: Shown): void {
    const update = encode([state]);
    for (const other of attendees) if (other !== from) other.hear(update);
  }

  /** Whether `client` is, or may now become, the id this attendee shows itself under. */
  function mayShowAs(attendee: Attendee, client: number, state: string): boolean {
    const own = shown.get(attendee);
    if (own) return own.client === client;
    if (state === "null") return false;
    // The same page on a new socket, before or after the old one was found dead, keeps its id.
    const before = owners.get(client)?.member ?? departed.get(client);
    return before === undefined || before === attendee.member;
  }

  function own(attendee: Attendee, client: number): void {
    const before = owners.get(client);
    if (before && before !== attendee) shown.delete(before);
    owners.set(client, attendee);
    departed.delete(client);
  }

  return {
    /** What everybody but `attendee` shows, for one who has just come; undefined if nothing. */
    others(attendee: Attendee): Uint8Array | undefined {
      const states = [...shown]
        .filter(([other, { state }]) => other !== attendee && state !== "null")
        .map(([, state]) => state);
      return states.length > 0 ? encode(states) : undefined;
    },

    /** Passes on what `attendee` says of itself in an awareness update; or says why it may not. */
    show(
      attendee: Attendee,
      attendees: Iterable<Attendee>,
      update: Uint8Array,
    ): ErrorCode | undefined {
      const states = readStates(update);
      if (!states) return "malformed";
      for (const { client, state } of states) {
        if (!mayShowAs(attendee, client, state)) continue;
        if (utf8ByteLength(state) > stateBytes) return "too_large";
        own(attendee, client);
        shown.set(attendee, { client, state });
        tellOthers(attendee, attendees, { client, state });
      }
      return undefined;
    },

    /** Takes back what `attendee` showed. */
    leave(attendee: Attendee, attendees: Iterable<Attendee>): void {
      const own = shown.get(attendee);
      if (!own) return;
      shown.delete(attendee);
      owners.delete(own.client);
      departed.set(own.client, attendee.member);
      const oldest = departed.keys().next();
      if (departed.size > departedKept && !oldest.done) departed.delete(oldest.value);
      tellOthers(attendee, attendees, { client: own.client, state: "null" });
    },
  };
}

/** The entries of an awareness update; undefined where it cannot be read. */
function readStates(update: Uint8Array): readonly Shown[] | undefined {
  try {
    const decoder = decoding.createDecoder(update);
    const states: Shown[] = [];
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      const state = decoding.readVarString(decoder);
      JSON.parse(state);
      states.push({ client, state });
    }
    return states;
  } catch {
    return undefined;
  }
}
