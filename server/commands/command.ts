/**
 * What a command of `noticeboard` is: a name, what may follow it, and a function to an exit code.
 *
 * A command speaks in lines: what it is doing on stdout, what it found wrong on stderr. It stops at
 * the next step once `signal` is aborted, and leaves nothing half done. main.ts catches what it throws.
 */
import type { Workers } from "../app.ts";
import type { Config } from "../config.ts";

/** The built files a command may need; their places are known to main.ts alone. */
export interface BuiltParts {
  readonly workers: Workers;
  /** Undefined where the page is not built. */
  readonly pageFolder: string | undefined;
}

export interface CommandContext {
  readonly config: Config;
  /** What followed the command's name. */
  readonly args: readonly string[];
  readonly parts: BuiltParts;
  /** Aborted by SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  /** One line on stdout. */
  say(line: string): void;
  /** One line on stderr. */
  warn(line: string): void;
}

export type RunCommand = (context: CommandContext) => Promise<number>;

/** Why a command cannot be carried out, as sentences for the person who typed it; exit code 1. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** The command was typed wrongly; its usage is shown, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const isErrno = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "code" in error;
