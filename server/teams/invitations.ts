/**
 * Invitation tokens: only the hash is in the database, yet every member can see and copy the current
 * link again, as often as a colleague asks for it.
 *
 * Both hold because the token is not random but computed: HMAC of the invitation's id under a key that
 * lies beside the database in its own file. A copy of the database alone (a backup, a support request)
 * opens no team; whoever holds the folder holds the papers anyway.
 */
import { createHmac, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { hashOfToken } from "../ops/ids.ts";

export interface InvitationTokens {
  /** The token of an invitation, 43 characters of base64url. */
  tokenOf(invitationId: string): string;
  hashOf(token: string): string;
}

export function createInvitationTokens(folder: string): InvitationTokens {
  const key = readOrMakeKey(join(folder, "invitations.key"));
  return {
    tokenOf: (id) => createHmac("sha256", key).update(`invitation:${id}`).digest("base64url"),
    hashOf: hashOfToken,
  };
}

/** 32 bytes, made at the first start, readable by the server's account alone. */
function readOrMakeKey(path: string): Buffer {
  try {
    const file = openSync(path, "wx", 0o600);
    const key = randomBytes(32);
    writeSync(file, key);
    fsyncSync(file);
    closeSync(file);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(path);
}
