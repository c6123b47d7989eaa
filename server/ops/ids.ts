/** Random ids and secrets of the server, from the operating system's generator. */
import { createHash, randomBytes } from "node:crypto";
import { idBytes, idFrom } from "../../shared/base/ids.ts";

export function newId<T extends string>(): T {
  return idFrom<T>(randomBytes(idBytes));
}

/** 256 random bits as 43 characters of base64url. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token: its sha256, 64 hexadecimal digits. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
