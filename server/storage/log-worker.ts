/**
 * The worker thread that writes: the update log and every change of records, through one connection.
 *
 * Group commit with no timer: whatever was queued while the last commit ran goes into the next, with
 * one wait for the disk for all of it. So a lone edit waits for nobody and a storm waits for few
 * flushes. Its own entry in the build; `storage.ts` starts it and speaks to it.
 */
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { invariant } from "../../shared/base/assert.ts";
import { type Change, createLogTables } from "./log-tables.ts";
import type { Answer, Request } from "./messages.ts";
import { migrate } from "./schema.ts";
import { openDatabase } from "./sqlite.ts";

invariant(parentPort, "the log worker runs as a worker thread");
const port = parentPort;
const answer = (message: Answer): void => port.postMessage(message);

try {
  const database = await openDatabase((workerData as { path: string }).path);
  migrate(database);
  const tables = createLogTables(database);

  const commit = (changes: readonly Change[]): void => {
    if (changes.length === 0) return;
    const { committed, failed } = tables.commit(changes);
    if (committed.length > 0) answer({ is: "committed", ids: committed });
    for (const { id, reason } of failed) answer({ is: "failed", ids: [id], reason });
    const docs = new Set(changes.flatMap(({ appends }) => appends.map(({ doc }) => doc)));
    for (const doc of docs) {
      try {
        tables.compactIfLong(doc);
      } catch (error) {
        // Nothing is lost: the log is only longer than it need be.
        answer({ is: "troubled", reason: `compacting ${doc}: ${String(error)}` });
      }
    }
  };

  const carryOut = (requests: readonly Request[]): void => {
    let changes: Change[] = [];
    for (const request of requests) {
      if (request.is === "commit") {
        changes.push(request);
        continue;
      }
      // What is asked for after a change sees that change.
      commit(changes);
      changes = [];
      if (request.is === "load") {
        try {
          answer({ is: "loaded", id: request.id, stored: tables.load(request.doc) });
        } catch (error) {
          answer({ is: "failed", ids: [request.id], reason: String(error) });
        }
      } else {
        database.close();
        answer({ is: "closed", id: request.id });
        port.close();
      }
    }
    commit(changes);
  };

  port.on("message", (first: Request) => {
    const requests = [first];
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
      requests.push(next.message as Request);
    }
    carryOut(requests);
  });
  answer({ is: "opened" });
} catch (error) {
  answer({ is: "unopened", reason: error instanceof Error ? error.message : String(error) });
  port.close();
}
