/**
 * What the keeper can be asked: one file a job. A job is a function from what it is asked to what it
 * answers, on a connection that cannot write; it keeps nothing. Byte arrays in the answer change hands.
 */
import type { LaneReading } from "../storage/lane-reading.ts";
import { changes } from "./jobs/changes.ts";
import { cover } from "./jobs/cover.ts";
import { diff } from "./jobs/diff.ts";
import { fold } from "./jobs/fold.ts";
import { goBack } from "./jobs/go-back.ts";
import { overdue } from "./jobs/overdue.ts";
import { progress } from "./jobs/progress.ts";
import { retitle } from "./jobs/retitle.ts";
import { reveal } from "./jobs/reveal.ts";
import { state } from "./jobs/state.ts";
import { title } from "./jobs/title.ts";
import { version } from "./jobs/version.ts";

export const jobs = {
  changes,
  cover,
  diff,
  fold,
  goBack,
  overdue,
  progress,
  retitle,
  reveal,
  state,
  title,
  version,
} satisfies {
  readonly [name: string]: (lanes: LaneReading, question: never) => unknown;
};

export type JobName = keyof typeof jobs;
export type Question<N extends JobName> = Parameters<(typeof jobs)[N]>[1];
export type JobAnswer<N extends JobName> = ReturnType<(typeof jobs)[N]>;

/** What the worker is started with. */
export interface KeeperData {
  /** The database. */
  readonly path: string;
  /** As createGate makes it. (gate.ts) */
  readonly gate: SharedArrayBuffer;
}

/** To the worker: one at a time. */
export interface Order {
  readonly name: JobName;
  readonly question: unknown;
}

/** From the worker, to the last order. */
export type Report =
  | { readonly is: "done"; readonly answer: unknown }
  | { readonly is: "failed"; readonly reason: string };
