/**
 * The server put together: storage, teams, rooms, sockets and HTTP, on no particular port.
 *
 * `main.ts` puts it behind a port of its own, the development server inside Vite's, and tests behind
 * port 0; all three get the same thing.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { createAccessToLanes } from "./auth/access.ts";
import { createReadConnection } from "./auth/connection.ts";
import { createIsOwnOrigin } from "./auth/origin.ts";
import { createRateLimit } from "./auth/rate-limit.ts";
import { createSessions } from "./auth/sessions.ts";
import { createVisitMarks } from "./auth/visit-marks.ts";
import { createBlobStore } from "./blobs/blob-store.ts";
import { readConfig } from "./config.ts";
import { createCovers } from "./covers/covers.ts";
import { createHistory } from "./history/history.ts";
import { createHttp, type HttpLimits } from "./http/http.ts";
import { createKeeper } from "./keeper/keeper.ts";
import { startSweep } from "./keeper/sweep.ts";
import { measure, measureCommits } from "./measures.ts";
import { type Clock, systemClock } from "./ops/clock.ts";
import { createDisk } from "./ops/disk.ts";
import { createHealth } from "./ops/health.ts";
import { createInFlight } from "./ops/in-flight.ts";
import { createLog, type Log } from "./ops/log.ts";
import { createMetrics, type Metrics } from "./ops/metrics.ts";
import { createPhoneLines } from "./phone/phone-lines.ts";
import { createReveals } from "./reveals/reveals.ts";
import { createCounters } from "./rooms/counters.ts";
import { createRooms } from "./rooms/rooms.ts";
import { openStorage, type Storage } from "./storage/storage.ts";
import { createBoards } from "./teams/boards.ts";
import { createGuests } from "./teams/guests.ts";
import { createInvitationTokens } from "./teams/invitations.ts";
import { createTeams } from "./teams/teams.ts";
import { createUpgrades } from "./ws/upgrade.ts";

export interface AppLimits extends HttpLimits {
  /** How long an empty room stays loaded. */
  readonly idleMs: number;
  readonly heartbeatMs: number;
  /** Above this nothing more is put into memory for a socket that does not read. */
  readonly bufferedBytes: number;
  readonly socketsPerAddress: number;
  /** Sockets opened a minute from one address. */
  readonly socketsPerMinute: number;
  /** How long closing waits for sockets to say goodbye. */
  readonly graceMs: number;
}

/** The built files of the server's threads. */
export interface Workers {
  /** `log-worker.js` */
  readonly log: URL;
  /** `keeper-worker.js` */
  readonly keeper: URL;
}

export interface AppOptions {
  readonly dataFolder: string;
  readonly workers: Workers;
  readonly log: Log;
  readonly publicUrl?: string | undefined;
  readonly proxies?: readonly string[];
  /** The built page, to be served; undefined where something else serves it. */
  readonly pageFolder?: string;
  readonly clock?: Clock;
  /** See createDisk; by default no disk counts as nearly full. */
  readonly diskFloorBytes?: number;
  readonly readFree?: (folder: string) => Promise<number>;
  readonly limits?: Partial<AppLimits>;
}

export interface App {
  /** A listener for an http server's `request`. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** A listener for `upgrade`; false if the address is none of ours, and the socket was not touched. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Says `not ready`, saves, closes the sockets (1012) and then the files. */
  close(): Promise<void>;
  /** For the admin address alone. */
  readonly metrics: Pick<Metrics, "contentType" | "text" | "measureProcess">;
}

/** Thirty browsers of a school behind one address, each bringing in 240 pages of four tiers. */
const usualLimits: AppLimits = {
  requestsPerMinute: 60_000,
  uploadsPerMinute: 12_000,
  socketsPerAddress: 1_000,
  socketsPerMinute: 6_000,
  idleMs: 3_000,
  heartbeatMs: 15_000,
  bufferedBytes: 1024 * 1024,
  graceMs: 3_000,
};

/** Opens the data folder. Throws what `openStorage` throws. */
export async function createApp(options: AppOptions): Promise<App> {
  const clock = options.clock ?? systemClock;
  const { dataFolder: folder, workers, log } = options;
  const storage = await openStorage({ folder, worker: workers.log, clock, log });
  try {
    return await assemble(options, clock, storage);
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function assemble(options: AppOptions, clock: Clock, storage: Storage): Promise<App> {
  const { dataFolder, log, publicUrl, pageFolder } = options;
  const limits = { ...usualLimits, ...options.limits };
  const { records } = storage;
  const metrics = createMetrics();
  const disk = createDisk({
    folder: dataFolder,
    floorBytes: options.diskFloorBytes ?? 0,
    clock,
    ...(options.readFree ? { readFree: options.readFree } : {}),
  });
  const commits = measureCommits(metrics, clock);
  const blobs = createBlobStore(dataFolder, records, disk);
  await blobs.open();
  const sessions = createSessions(records, clock);
  const marks = createVisitMarks(records, clock, log);
  const teams = createTeams(records, createInvitationTokens(dataFolder));
  const boards = createBoards(records, clock, log);
  const guests = createGuests(records, clock);
  const readConnection = createReadConnection({ publicUrl, proxies: options.proxies ?? [] });
  const isOwnOrigin = createIsOwnOrigin(publicUrl);
  const health = createHealth({ probe: storage.probe, commits, disk, clock });
  const keeper = createKeeper({
    entry: options.workers.keeper,
    path: storage.path,
    log: storage.log,
    clock,
    journal: log,
    onPurge(doc, update, head) {
      rooms.purge(doc, update, head).catch((error: unknown) => {
        log.warn({ lane: doc, reason: String(error) }, "a lane was not purged");
      });
    },
  });
  const counters = createCounters();
  const rooms = createRooms({
    log: {
      ...storage.log,
      append: (appends) => commits.timed(() => storage.log.append(appends)),
    },
    keeper,
    clock,
    journal: log,
    counters,
    idleMs: limits.idleMs,
    waitingBytes: limits.bufferedBytes,
    onTitle: (boardId, title) => boards.mirrorTitle(boardId, title),
  });
  storage.log.onLong((doc) => {
    keeper.fold(doc).catch((error: unknown) => {
      // What was not folded on the way out is folded when the lane has become long again.
      if (!health.isClosing())
        log.warn({ lane: doc, reason: String(error) }, "a lane was not folded");
    });
  });
  const phoneLines = createPhoneLines(clock);
  const endSweep = startSweep({ keeper, clock, journal: log });
  const upgrades = createUpgrades({
    rooms,
    accessTo: createAccessToLanes(records, sessions, marks),
    sessions,
    readConnection,
    isOwnOrigin,
    clock,
    log,
    counters,
    heartbeatMs: limits.heartbeatMs,
    socketsPerAddress: limits.socketsPerAddress,
    mayOpen: createRateLimit(limits.socketsPerMinute, clock),
  });
  const http = await createHttp({
    context: {
      sessions,
      teams,
      boards,
      guests,
      marks,
      reveals: createReveals({ records, keeper, rooms, clock }),
      covers: createCovers({ records, keeper, rooms }),
      history: createHistory({
        log: storage.log,
        versions: storage.versions,
        records,
        keeper,
        rooms,
        clock,
      }),
      blobs,
      phoneLines,
      readConnection,
      recheckSockets: upgrades.recheck,
    },
    isOwnOrigin,
    health,
    log,
    limits,
    pageFolder,
  });
  const requests = createInFlight(clock);
  measure(metrics, { counters, log: storage.log, blobs, disk });

  return {
    handle(request, response) {
      requests.watch(response);
      http.routing(request, response);
    },
    upgrade: (request, socket, head) => upgrades.upgrade(request, socket, head),
    async close() {
      if (health.isClosing()) return;
      health.beginClosing();
      upgrades.stopAccepting();
      // Who waits at a line for news hears that it has ended.
      phoneLines.close();
      // What was taken of a page before it is told goes to the disk with the rooms.
      await upgrades.close(limits.graceMs);
      await rooms.close("shutting_down");
      await requests.finished(limits.graceMs);
      await http.close();
      endSweep();
      await keeper.close();
      await storage.close();
    },
    metrics,
  };
}

/** The app for the development server, with the settings of the environment. Throws what they lack. */
export async function createAppFromEnvironment(workers: Workers): Promise<App> {
  const result = readConfig(process.env);
  if (!result.ok) throw new Error(result.problems.join(" "));
  const { dataFolder, publicUrl, proxies, logLevel } = result.config;
  return createApp({ dataFolder, publicUrl, proxies, workers, log: createLog(logLevel) });
}
