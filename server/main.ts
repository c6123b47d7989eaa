/**
 * The process: a command and the settings in, lines and an exit code out. Without a command it serves.
 *
 * What can go wrong ends in a sentence on stderr: exit code 1 for what cannot be done, 2 for a command
 * that was typed wrongly, 130 for one that was called off. A second signal is somebody who will not wait.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CommandError, UsageError } from "./commands/command.ts";
import { findCommand, usage } from "./commands/commands.ts";
import { readConfig } from "./config.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const warn = (line: string): void => void process.stderr.write(`${line}\n`);

const calledOff = new AbortController();
const onSignal = (): void => {
  if (calledOff.signal.aborted) process.exit(1);
  calledOff.abort();
};
process.on("SIGTERM", onSignal);
process.on("SIGINT", onSignal);

async function run(name: string, args: readonly string[]): Promise<number> {
  const command = await findCommand(name)();
  const settings = readConfig(process.env);
  if (!settings.ok) throw new CommandError(settings.problems.join("\n"));
  const page = fileURLToPath(new URL("../client", import.meta.url));
  return command({
    config: settings.config,
    args,
    parts: {
      workers: {
        log: new URL("./log-worker.js", import.meta.url),
        keeper: new URL("./keeper-worker.js", import.meta.url),
      },
      pageFolder: existsSync(page) ? page : undefined,
    },
    signal: calledOff.signal,
    say,
    warn,
  });
}

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    warn(`${error.message}\n\n${usage()}`);
    return 2;
  }
  if (error instanceof CommandError) {
    warn(error.message);
    return 1;
  }
  if (calledOff.signal.aborted) {
    warn("Called off. Nothing was left half done.");
    return 130;
  }
  throw error;
}

const [name = "serve", ...args] = process.argv.slice(2);
if (["help", "--help", "-h"].includes(name)) {
  say(usage());
  process.exit(0);
}
process.exit(await run(name, args).catch(explain));
