/**
 * The server's log: JSON lines on stderr, so that stdout holds nothing but the line that says where
 * Noticeboard is ready. Never log names, tokens, titles or anything written on a board; ids are fine.
 */
import pino from "pino";

export type LogLevel = "silent" | "error" | "warn" | "info" | "debug";
export const logLevels: readonly LogLevel[] = ["silent", "error", "warn", "info", "debug"];

export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export function createLog(level: LogLevel): Log {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}
