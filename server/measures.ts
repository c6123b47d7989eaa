/** Which numbers of the server there are for whoever watches it, and who is asked for each. */
import type { BlobStore } from "./blobs/blob-store.ts";
import type { Clock } from "./ops/clock.ts";
import { type Commits, createCommits } from "./ops/commits.ts";
import type { Disk } from "./ops/disk.ts";
import type { Metrics } from "./ops/metrics.ts";
import type { Counters } from "./rooms/counters.ts";
import type { UpdateLog } from "./storage/storage.ts";

/** Seconds. A commit to a good disk takes half a thousandth. */
const commitBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

/** Commits that are measured as they run. */
export function measureCommits(metrics: Metrics, clock: Clock): Commits {
  const help = "From asking for a commit until it was on the disk.";
  const observe = metrics.histogram("commit_seconds", help, commitBuckets);
  let failed = 0;
  const commits = createCommits(clock, ({ ms, ok }) => {
    if (ok) observe(ms / 1_000);
    else failed++;
  });
  metrics.counter("commits_failed_total", "Commits that the disk did not take.", () => failed);
  metrics.gauge(
    "commit_oldest_waiting_seconds",
    "How long the oldest commit under way has been waiting.",
    () => commits.oldestMs() / 1_000,
  );
  return commits;
}

export interface Measured {
  readonly counters: Counters;
  readonly log: UpdateLog;
  readonly blobs: BlobStore;
  readonly disk: Disk;
}

export function measure(metrics: Metrics, { counters, log, blobs, disk }: Measured): void {
  metrics.gauge("rooms_open", "Lanes that are open.", () => counters.rooms);
  metrics.gauge("peers_open", "Sockets in a lane.", () => counters.peers);
  const rising: readonly (readonly [string, string, () => number])[] = [
    ["frames_in_total", "Frames that came in on sockets.", () => counters.framesIn],
    ["bytes_in_total", "Bytes that came in on sockets.", () => counters.bytesIn],
    ["updates_out_total", "Updates passed on, each once a peer.", () => counters.updatesOut],
    ["bytes_out_total", "Bytes passed on to peers.", () => counters.bytesOut],
    ["updates_committed_total", "Updates put on the disk.", () => counters.updatesCommitted],
    ["resyncs_total", "Peers that were too far behind to be told each.", () => counters.resyncs],
    ["presence_in_total", "What people showed of themselves.", () => counters.presenceIn],
    ["presence_flushes_total", "Times it was sent round.", () => counters.presenceFlushes],
    ["images_stored_total", "Images taken.", () => blobs.stored().count],
    ["images_stored_bytes_total", "Bytes of images taken.", () => blobs.stored().bytes],
  ];
  for (const [name, help, read] of rising) metrics.counter(name, help, read);
  metrics.countersByCode("refused_total", "Sockets refused, by why.", () => counters.refused);
  let folds = 0;
  log.onFolded(() => {
    folds++;
  });
  metrics.counter("folds_total", "Logs folded into a snapshot.", () => folds);
  metrics.gauge("disk_free_bytes", "Room left where the data lies.", disk.freeBytes);
}
