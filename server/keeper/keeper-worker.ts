/**
 * The worker thread in which documents are made: one job at a time, on a connection that cannot write.
 * Its own entry in the build; `keeper.ts` starts it when there is something to do and ends it afterwards.
 */
import { parentPort, workerData } from "node:worker_threads";
import { invariant } from "../../shared/base/assert.ts";
import { createLaneReading, type LaneReading } from "../storage/lane-reading.ts";
import { openDatabase } from "../storage/sqlite.ts";
import { createEntry } from "./gate.ts";
import { jobs, type KeeperData, type Order, type Report } from "./jobs.ts";

invariant(parentPort, "the keeper runs as a worker thread");
const port = parentPort;

const { path, gate } = workerData as KeeperData;
const entry = createEntry(gate);
const reading = await entry.whileOpening(async () =>
  createLaneReading(await openDatabase(path, { readOnly: true })),
);
const lanes: LaneReading = {
  lane: (doc) => entry.during(() => reading.lane(doc)),
  keptIds: (doc) => entry.during(() => reading.keptIds(doc)),
  kept: (id) => entry.during(() => reading.kept(id)),
  overdue: (before) => entry.during(() => reading.overdue(before)),
  changes: (doc, since) => entry.during(() => reading.changes(doc, since)),
};

port.on("message", ({ name, question }: Order) => {
  try {
    const job = jobs[name] as (lanes: LaneReading, question: unknown) => unknown;
    const answer = job(lanes, question);
    port.postMessage({ is: "done", answer } satisfies Report, [...buffersIn(answer)]);
  } catch (error) {
    port.postMessage({ is: "failed", reason: String(error) } satisfies Report);
  }
});

/** The buffers of all byte arrays in an answer that have one to themselves. */
function buffersIn(answer: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (answer instanceof Uint8Array) {
    const { buffer, byteLength } = answer;
    if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) found.add(buffer);
  } else if (typeof answer === "object" && answer !== null && !Array.isArray(answer)) {
    for (const part of Object.values(answer)) buffersIn(part, found);
  }
  return found;
}
