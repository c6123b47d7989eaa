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
  /** Where metrics are to be had; undefined: nowhere. Never the public port. */
  readonly admin: AdminAddress | undefined;
  /** How long sockets' closes are spread over when the server ends. */
  readonly graceMs: number;
  /** With less room than this on the disk, the server is not ready and takes no images. */
  readonly diskFloorBytes: number;
}

export interface AdminAddress {
  readonly host: string;
  /** 0 lets the system choose one. */
  readonly port: number;
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
  const admin = read("ADMIN", "an address and a port, such as 127.0.0.1:9464", parseAdmin);
  const grace = read("GRACE_SECONDS", "a number of seconds from 0 to 600, such as 5", (text) =>
    parseCount(text, 600),
  );
  const diskFloor = read("DISK_FLOOR_MB", "a number of megabytes, such as 200", (text) =>
    parseCount(text, 1_000_000_000),
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
      admin,
      graceMs: (grace ?? 5) * 1_000,
      diskFloorBytes: (diskFloor ?? 200) * 1024 * 1024,
    },
  };
}

function parsePort(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

function parseCount(text: string, most: number): number | undefined {
  return /^\d{1,10}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}

function parseAdmin(text: string): AdminAddress | undefined {
  const [, bracketed, plain, digits = ""] = /^(?:\[([^\]]+)\]|([\w.-]+)):(\d+)$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = parsePort(digits);
  if (host === undefined || port === undefined) return undefined;
  return bracketed !== undefined && isIP(bracketed) !== 6 ? undefined : { host, port };
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
