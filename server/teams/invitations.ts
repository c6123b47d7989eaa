/**
 * Invitation tokens: only the hash is in the database, yet every member can see and copy the current
 * link again, as often as a colleague asks for it.
 *
 * Both hold because the token is not random but computed: HMAC of the invitation's id under a key that
 * lies beside the database in its own file. A copy of the database alone (a backup, a support request)
 * opens no team; whoever holds the folder holds the papers anyway.
 */
import { createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
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

const keyBytes = 32;

/** Made at the first start, readable by the server's account alone. Throws if it is damaged. */
function readOrMakeKey(path: string): Buffer {
  if (!existsSync(path)) {
    // Beside, then renamed: half a key would open no invitation ever again.
    writeFileSync(`${path}.new`, randomBytes(keyBytes), { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
  }
  const key = readFileSync(path);
  if (key.length === keyBytes) return key;
  throw new Error(
    `The file ${path} is damaged. Put it back from a backup, or delete it: members then find a new invitation link.`,
  );
}
