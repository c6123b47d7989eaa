/**
 * A stock provider sends back to the server whatever it hears of others: with thirty people here every
 * page would say everybody's pointer once more, 580 times a second, and the server pass it over.
 *
 * This leaves a provider its own person's states alone. test/unit/sync/say-own-only.test.ts holds it to that.
 */
import type { WebsocketProvider } from "y-websocket";

interface Changed {
  readonly added: number[];
  readonly updated: number[];
  readonly removed: number[];
}

export function sayOwnOnly(provider: WebsocketProvider): void {
  const { awareness } = provider;
  const say = provider._awarenessUpdateHandler as (changed: Changed, origin: unknown) => void;
  awareness.off("update", say);
  // Under the same name, so that the provider takes it off with itself.
  provider._awarenessUpdateHandler = ({ added, updated, removed }: Changed, origin: unknown) => {
    const isOwn = (client: number): boolean => client === awareness.clientID;
    const own = {
      added: added.filter(isOwn),
      updated: updated.filter(isOwn),
      removed: removed.filter(isOwn),
    };
    if (own.added.length + own.updated.length + own.removed.length > 0) say(own, origin);
  };
  awareness.on("update", provider._awarenessUpdateHandler);
}
