/**
 * The worker thread that writes: the update log and every change of records, through one connection.
 *
 * What comes as one message is one commit, with one wait for the disk; log-client.ts gathers. Its own
 * entry in the build; `storage.ts` starts it and speaks to it.
 */
import { parentPort, workerData } from "node:worker_threads";
import { invariant } from "../../shared/base/assert.ts";
import { createLogTables } from "./log-tables.ts";
import type { Answer, PackedLane, Request } from "./messages.ts";
import { migrate } from "./schema.ts";
import { openDatabase } from "./sqlite.ts";

invariant(parentPort, "the log worker runs as a worker thread");
const port = parentPort;
const answer = (message: Answer): void => port.postMessage(message);

/** The buffers of a lane, each once: they change hands instead of being copied. */
function buffersOf(stored: PackedLane | undefined): readonly ArrayBuffer[] {
  const parts = [stored?.snapshot, stored?.index, stored?.tail.bytes];
  return parts.flatMap((part) => (part ? [part.buffer as ArrayBuffer] : []));
}

try {
  const database = await openDatabase((workerData as { path: string }).path);
  migrate(database);
  const tables = createLogTables(database);

  const carryOut = (request: Request): void => {
    switch (request.is) {
      case "commit":
        return answer({ is: "committed", ...tables.commit(request.changes, request.bytes) });
      case "load": {
        const stored = tables.load(request.doc);
        return port.postMessage(
          { is: "loaded", id: request.id, stored } satisfies Answer,
          buffersOf(stored),
        );
      }
      case "fold":
        return answer({ is: "folded", id: request.id, done: tables.fold(request.fold) });
      case "putBack":
        tables.putBack(request.putBack);
        return answer({ is: "isBack", id: request.id });
      case "close":
        // Not left to closing: a reader whose statements are still in memory keeps the file open.
        database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        database.close();
        answer({ is: "closed", id: request.id });
        return port.close();
    }
  };

  port.on("message", (request: Request) => {
    try {
      carryOut(request);
    } catch (error) {
      // A commit tells of its failures by itself.
      if (request.is === "commit") throw error;
      answer({ is: "failed", id: request.id, reason: String(error) });
    }
  });
  answer({ is: "opened" });
} catch (error) {
  answer({ is: "unopened", reason: error instanceof Error ? error.message : String(error) });
  port.close();
}
