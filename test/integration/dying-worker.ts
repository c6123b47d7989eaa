/** A thread of the server's that dies when told to, and counts how often it was started; else it is the real one. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { newFolder } from "./running-server.ts";

export interface DyingWorker {
  readonly entry: URL;
  /** From now on it dies of whatever it is asked. */
  fail(): void;
  mend(): void;
  starts(): number;
}

/** `real` is the built worker. */
export function createDyingWorker(real: URL): DyingWorker {
  const folder = newFolder();
  const file = join(folder, "worker.mjs");
  const mark = join(folder, "die");
  const starts = join(folder, "starts");
  writeFileSync(
    file,
    `import { appendFileSync, existsSync } from "node:fs";
     import { parentPort } from "node:worker_threads";
     appendFileSync(${JSON.stringify(starts)}, "1");
     const on = parentPort.on.bind(parentPort);
     parentPort.on = (event, listener) =>
       on(event, (message) => {
         if (existsSync(${JSON.stringify(mark)})) throw new Error("a planted death");
         listener(message);
       });
     await import(${JSON.stringify(real.href)});`,
  );
  return {
    entry: pathToFileURL(file),
    fail: () => writeFileSync(mark, ""),
    mend: () => rmSync(mark),
    starts: () => (existsSync(starts) ? readFileSync(starts).length : 0),
  };
}
