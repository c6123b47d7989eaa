/**
 * How much room is left where the data lies. Below the floor no images are taken, so that what is small
 * and cannot be made again, people's edits, still finds room.
 */
import { statfs } from "node:fs/promises";
import type { Clock } from "./clock.ts";

/** An answer may be as old as this: in that time no uploads fill a floor's worth of disk. */
const freshMs = 1_000;

export interface DiskOptions {
  readonly folder: string;
  /** 0: the disk never counts as nearly full. */
  readonly floorBytes: number;
  readonly clock: Clock;
  /** Bytes an ordinary account may still write below `folder`; asks the system unless given. */
  readonly readFree?: (folder: string) => Promise<number>;
}

export type Disk = ReturnType<typeof createDisk>;

export function createDisk({ folder, floorBytes, clock, readFree = freeBelow }: DiskOptions) {
  let last: { readonly at: number; readonly bytes: Promise<number> } | undefined;
  /** Where the file system does not say, there is room: writing will tell otherwise. */
  const freeBytes = (): Promise<number> => {
    if (!last || clock.now() - last.at >= freshMs) {
      const bytes = readFree(folder).catch(() => Number.POSITIVE_INFINITY);
      last = { at: clock.now(), bytes };
    }
    return last.bytes;
  };
  return {
    freeBytes,
    isNearlyFull: async (): Promise<boolean> => floorBytes > 0 && (await freeBytes()) < floorBytes,
  };
}

async function freeBelow(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
