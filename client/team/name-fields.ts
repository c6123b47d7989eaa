/** Names as people type them, checked before they are sent: what the server takes, said kindly. */
import { limits } from "../../shared/protocol/limits.ts";

/** A name without edges and doubled spaces; "" where there is none. */
export function tidyName(typed: string): string {
  return typed.replace(/\s+/g, " ").trim().slice(0, limits.nameLength);
}
