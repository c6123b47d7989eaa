/** New ids from the browser's own randomness. */
import { idBytes, idFrom } from "../../shared/base/ids.ts";

export function newId<T extends string>(): T {
  return idFrom<T>(crypto.getRandomValues(new Uint8Array(idBytes)));
}
