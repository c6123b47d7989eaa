/**
 * The settings, from the environment, each checked with a message that names the setting, what was
 * given and what is allowed. Everything has a default: `npm start` needs none of them.
 *
 * HOST is every interface by default, because a team's colleagues come in over the school's network;
 * set 127.0.0.1 to keep Noticeboard to this computer or behind a proxy on it.
 */
import { isIP } from "node:net";
import { resolve } from "node:path";
import { type LogLevel, logLevels } from "./ops/log.ts";

export interface Config {
  /** 0 lets the system choose one. */
  readonly port: number;
  /** Undefined: every interface. */
  readonly host: string | undefined;
  /** Absolute. */
  readonly dataFolder: string;
  /** The address people use, such as `https://board.school.example`, without a slash at the end. */
  readonly publicUrl: string | undefined;
  /** Addresses of reverse proxies whose X-Forwarded headers are believed. */
  readonly proxies: readonly string[];
  readonly logLevel: LogLevel;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

type Environment = { readonly [name: string]: string | undefined };

/** Reads all settings; every problem is told at once, one sentence each. An empty setting is none. */
export function readConfig(environment: Environment): ConfigResult {
  const problems: string[] = [];
  const read = <T>(name: string, allowed: string, parse: (text: string) => T | undefined) => {
    const text = environment[name]?.trim() ?? "";
    if (text === "") return undefined;
    const value = parse(text);
    if (value === undefined) problems.push(`${name} is "${text}", but must be ${allowed}.`);
    return value;
  };

  const port = read("PORT", "a whole number from 0 to 65535, such as 4444", parsePort);
  const host = read(
    "HOST",
    "an address or name of this computer to listen on, such as 127.0.0.1",
    (text) => (isIP(text) || /^[\w.-]+$/.test(text) ? text : undefined),
  );
  const publicUrl = read(
    "PUBLIC_URL",
    "the http or https address people use, without a path, such as https://board.school.example",
    parsePublicUrl,
  );
  const proxies = read(
    "TRUSTED_PROXIES",
    "IP addresses with commas between them, such as 127.0.0.1,::1",
    parseAddresses,
  );
  const logLevel = read("LOG_LEVEL", `one of ${logLevels.join(", ")}`, (text) =>
    logLevels.find((level) => level === text),
  );
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    config: {
      port: port ?? 4444,
      host,
      dataFolder: resolve(environment["NOTICEBOARD_DATA"]?.trim() || "data"),
      publicUrl,
      proxies: proxies ?? [],
      logLevel: logLevel ?? "warn",
    },
  };
}

function parsePort(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

function parsePublicUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const isBare = url.pathname === "/" && url.search === "" && url.hash === "" && !url.username;
  return isBare ? url.origin : undefined;
}

function parseAddresses(text: string): readonly string[] | undefined {
  const addresses = text.split(",").map((address) => address.trim());
  return addresses.every((address) => isIP(address)) ? addresses : undefined;
}
