/**
 * The commands there are and how they are typed. Each is loaded only when it is asked for: `backup`
 * has no use for the web server.
 */
import { holdYoungSpace } from "../ops/young-space.ts";
import { type RunCommand, UsageError } from "./command.ts";

interface Listed {
  /** What follows the name. */
  readonly takes: string;
  readonly does: string;
  readonly load: () => Promise<RunCommand>;
}

const listed: { readonly [name: string]: Listed } = {
  serve: {
    takes: "",
    does: "runs the server; this is what happens when no command is named",
    load: async () => {
      holdYoungSpace();
      return (await import("./serve.ts")).serve;
    },
  },
  backup: {
    takes: "DIR",
    does: "copies all data into the new folder DIR, also while the server runs",
    load: async () => (await import("./backup.ts")).backup,
  },
  restore: {
    takes: "DIR",
    does: "puts the backup in DIR back into a data folder that is empty or not there",
    load: async () => (await import("./restore.ts")).restore,
  },
  check: {
    takes: "",
    does: "looks whether everything is there and whole, also while the server runs",
    load: async () => (await import("./check.ts")).check,
  },
  export: {
    takes: "BOARD FILE",
    does: "writes one board as an open file, also while the server runs",
    load: async () => (await import("./export.ts")).exportBoard,
  },
  import: {
    takes: "FILE [--team TEAM]",
    does: "makes a board of such a file; not while the server runs",
    load: async () => (await import("./import.ts")).importBoard,
  },
};

/** The command of that name. Throws UsageError if there is none. */
export function findCommand(name: string): () => Promise<RunCommand> {
  const command = Object.hasOwn(listed, name) ? listed[name] : undefined;
  if (!command) throw new UsageError(`There is no command "${name}".`);
  return command.load;
}

export function usage(): string {
  const rows = Object.entries(listed).map(
    ([name, { takes, does }]) => `  ${`noticeboard ${name} ${takes}`.padEnd(46)}${does}`,
  );
  return [
    "Usage:",
    ...rows,
    "",
    "The data folder is ./data, or what NOTICEBOARD_DATA names. In a clone of the sources,",
    "`npm start -- backup DIR` is the same as `noticeboard backup DIR`.",
  ].join("\n");
}
