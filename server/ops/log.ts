/**
 * The server's log: JSON lines on stderr, so that stdout holds nothing but the line that says where
 * Noticeboard is ready.
 *
 * Never a name, a token, a title or anything written on a board. `Facts` is the closed list of what a
 * line may hold, so that anything else does not compile; what gets past it by a cast is painted over.
 * test/integration/logs.test.ts looks for planted words in the log of a whole journey.
 */
import pino from "pino";

export type LogLevel = "silent" | "error" | "warn" | "info" | "debug";
export const logLevels: readonly LogLevel[] = ["silent", "error", "warn", "info", "debug"];

export interface Facts {
  /** A code of shared/protocol/errors.ts. */
  readonly code?: string;
  /** What an error of the system, the database or a library says. */
  readonly reason?: string | undefined;
  /** A bug's. */
  readonly stack?: string | undefined;
  /** As it is registered, with `:boardId` and not the id. */
  readonly route?: string | undefined;
  readonly method?: string;
  /** Ids and names made of ids. */
  readonly lane?: string;
  readonly boardId?: string;
  /** Where the metrics are. */
  readonly address?: string;
  /** How many, or how long. */
  readonly count?: number;
  readonly bytes?: number;
  readonly ms?: number;
}

export interface Log {
  debug(facts: Facts, message: string): void;
  info(facts: Facts, message: string): void;
  warn(facts: Facts, message: string): void;
  error(facts: Facts, message: string): void;
}

const secrets = ["cookie", "authorization", "set-cookie", "token", "invite", "session", "password"];
const paths = secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.headers["${name}"]`]);

/** Lines go to stderr unless to `sink`. */
export function createLog(level: LogLevel, sink?: { write(line: string): void }): Log {
  return pino(
    { level, base: null, redact: { paths: [...paths, "headers"], censor: "[redacted]" } },
    sink ?? pino.destination({ dest: 2, sync: true }),
  );
}
