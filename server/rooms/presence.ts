/**
 * Who is in a room and what they show of themselves: the awareness half of the y-websocket protocol, read
 * and written by a strict codec of our own.
 *
 * One state a socket, under the client id it announced first; a stock client also repeats what it
 * heard of others, and that is passed over. What changes is sent round together, some sixty times a
 * second at most (room.ts), from pieces encoded once; nobody is told their own.
 *
 * Clocks: peers ignore a state under a clock they have seen, and a page comes back with the clock it left
 * with. So each id's clocks are moved up where they would be ignored: behind the last one heard here, or,
 * where a page comes with a past that this room does not know (the server was started anew), to the
 * server's time.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { awarenessFrame } from "./frames.ts";

/** One socket's place. `author` is compared only: who may take a client id over. */
export interface Attendee {
  readonly author: string;
}

interface Shown {
  readonly client: number;
  /** Whose it is; undefined once they left. */
  readonly attendee: Attendee | undefined;
  readonly author: string;
  /** Nothing is shown any more. */
  readonly isGone: boolean;
  /** As peers are told. */
  readonly clock: number;
  /** What is added to the client's own clock. */
  readonly ahead: number;
  /** When it changed, in changes of the room. */
  readonly change: number;
  /** Encoded: client, clock, JSON. */
  readonly piece: Uint8Array;
}

/** What changed after `from`, encoded once for all who were last told then. */
interface News {
  readonly from: number;
  readonly to: number;
  readonly states: readonly Shown[];
  readonly frame: Uint8Array;
}

const departedKept = 1_000;
/** A client's clock above this is not gone by. */
const believableClock = 2 ** 48;
const utf8 = new TextDecoder("utf-8", { fatal: true });

export type Presence = ReturnType<typeof createPresence>;

/** `stateBytes`: the longest state a client may show. `now`: milliseconds since 1970. */
export function createPresence(options: { stateBytes: number; now: () => number }) {
  const { stateBytes, now } = options;
  const byAttendee = new Map<Attendee, Shown>();
  const byClient = new Map<number, Shown>();
  /** Those who left, so that a late echo of one is not taken for a newcomer. Oldest first. */
  const departed = new Map<number, Shown>();
  let change = 0;
  let lastDeparture = 0;
  /** What has been sent round. */
  let flushed = 0;
  let news: News | undefined;

  function clockFor(client: number, clock: number, isGreeting: boolean) {
    const known = byClient.get(client) ?? departed.get(client);
    const believed = clock <= believableClock ? clock : 0;
    if (known) {
      const next = Math.max(known.clock + 1, believed + known.ahead);
      return {
        clock: next,
        ahead: known.clock >= believed + known.ahead ? next - believed : known.ahead,
      };
    }
    // The very first state of a page is one that nobody can have seen.
    const isFirst = !isGreeting && clock <= 1;
    const next = isFirst ? believed : Math.max(believed, now());
    return { clock: next, ahead: next - believed };
  }

  function changed(client: number, told: ReturnType<typeof clockFor>, json: Uint8Array) {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, told.clock);
    encoding.writeVarUint8Array(encoder, json);
    change++;
    return { client, ...told, change, isGone: isNull(json), piece: encoding.toUint8Array(encoder) };
  }

  /** Whether `client` is, or may now become, the id this attendee shows itself under. */
  function mayShowAs(attendee: Attendee, client: number, isGone: boolean): boolean {
    const own = byAttendee.get(attendee);
    if (own) return own.client === client;
    if (isGone) return false;
    // The same page on a new socket, before or after the old one was found dead, keeps its id.
    const before = byClient.get(client) ?? departed.get(client);
    return before === undefined || before.author === attendee.author;
  }

  function show(attendee: Attendee, shown: Shown): void {
    const before = byClient.get(shown.client);
    if (before?.attendee && before.attendee !== attendee) byAttendee.delete(before.attendee);
    byAttendee.set(attendee, shown);
    byClient.set(shown.client, shown);
    departed.delete(shown.client);
  }

  function newsSince(from: number): News {
    if (news?.from === from && news.to === flushed) return news;
    const isNews = (one: Shown): boolean => one.change > from && one.change <= flushed;
    const states = [...byClient.values()].filter(isNews);
    if (lastDeparture > from) states.push(...[...departed.values()].filter(isNews));
    const frame = awarenessFrame(
      states.length,
      states.map(({ piece }) => piece),
    );
    news = { from, to: flushed, states, frame };
    return news;
  }

  return {
    /** Takes what `attendee` says of itself in an awareness update; or says why it may not. */
    show(attendee: Attendee, update: Uint8Array, isGreeting: boolean): ErrorCode | undefined {
      try {
        const decoder = decoding.createDecoder(update);
        const count = decoding.readVarUint(decoder);
        if (count > update.byteLength / 3) return "malformed";
        for (let i = 0; i < count; i++) {
          const client = decoding.readVarUint(decoder);
          const clock = decoding.readVarUint(decoder);
          const bytes = decoding.readVarUint8Array(decoder);
          if (!mayShowAs(attendee, client, isNull(bytes))) continue;
          if (bytes.byteLength > stateBytes) return "too_large";
          JSON.parse(utf8.decode(bytes));
          const told = clockFor(client, clock, isGreeting);
          const { author } = attendee;
          show(attendee, { attendee, author, ...changed(client, told, bytes) });
        }
        return undefined;
      } catch {
        return "malformed";
      }
    },

    /** Takes back what `attendee` showed. */
    leave(attendee: Attendee): void {
      const own = byAttendee.get(attendee);
      if (!own) return;
      byAttendee.delete(attendee);
      byClient.delete(own.client);
      const told = { clock: own.clock + 1, ahead: own.ahead };
      const gone = changed(own.client, told, nullBytes);
      departed.set(own.client, { attendee: undefined, author: own.author, ...gone });
      lastDeparture = change;
      const [oldest] = departed.keys();
      if (departed.size > departedKept && oldest !== undefined) departed.delete(oldest);
    },

    /** Whether anything is there to be sent round. */
    hasNews: (): boolean => change > flushed,
    /** All that is shown so far may now be sent. */
    flush(): void {
      flushed = change;
    },
    /** Up to which change it may: what a peer that was told just now is told to give to `since`. */
    flushed: (): number => flushed,

    /** Frames of what was sent round after `from`, but for the attendee's own; undefined if nothing. */
    since(attendee: Attendee, from: number): Uint8Array | undefined {
      const { states, frame } = newsSince(from);
      // To one who has just come, nobody has left.
      const others = states.filter(
        (one) => one.attendee !== attendee && !(one.isGone && from === 0),
      );
      if (others.length === 0) return undefined;
      if (others.length === states.length) return frame;
      return awarenessFrame(
        others.length,
        others.map(({ piece }) => piece),
      );
    },
  };
}

const nullBytes = Uint8Array.of(110, 117, 108, 108);

function isNull(bytes: Uint8Array): boolean {
  return bytes.byteLength === 4 && nullBytes.every((byte, i) => bytes[i] === byte);
}
