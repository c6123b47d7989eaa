/** The server as the process that `npm start` runs: built, spawned, and ended one way or another. */
import { type ChildProcess, spawn } from "node:child_process";
import { onTestFinished } from "vitest";
import { bundleServer } from "../../server/dev/bundle.ts";
import { repository } from "./running-server.ts";

export interface ServerProcess {
  readonly url: string;
  readonly process: ChildProcess;
  /** All it has written so far. */
  stdout(): string;
  stderr(): string;
  /** Sends the signal; resolves with the exit code, null if the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

type Settings = { readonly [name: string]: string };

async function run(settings: Settings, args: readonly string[] = []) {
  const { main } = await bundleServer(repository);
  const { PATH } = process.env;
  const child = spawn(process.execPath, [main, ...args], { env: { PATH, ...settings } });
  onTestFinished(() => void child.kill("SIGKILL"));
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (part: Buffer) => {
    stdout += part.toString();
  });
  child.stderr.on("data", (part: Buffer) => {
    stderr += part.toString();
  });
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, exit, stdout: () => stdout, stderr: () => stderr };
}

/** Starts it and waits until it says that it is ready. Throws what it said instead. */
export async function startProcess(settings: Settings): Promise<ServerProcess> {
  const { child, exit, stdout, stderr } = await run({ PORT: "0", ...settings });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", () => {
      const ready = /^Noticeboard is ready at (\S+)$/m.exec(stdout());
      if (ready?.[1]) resolve(ready[1]);
    });
    void exit.then((code) => reject(new Error(`ended with ${code}: ${stderr()}`)));
  });
  return {
    url,
    process: child,
    stdout,
    stderr,
    end(signal) {
      child.kill(signal);
      return exit;
    },
  };
}

/** Starts a command and does not wait for its end. */
export async function startCommand(settings: Settings, args: readonly string[]) {
  const { child, exit, stdout, stderr } = await run(settings, args);
  return {
    stdout,
    stderr,
    end(signal: NodeJS.Signals): Promise<number | null> {
      child.kill(signal);
      return exit;
    },
  };
}

/** Runs one that ends by itself: a server that gives up at once, or the command that `args` name. */
export async function runToEnd(settings: Settings, args: readonly string[] = []) {
  const { exit, stdout, stderr } = await run(settings, args);
  return { code: await exit, stdout: stdout(), stderr: stderr() };
}
