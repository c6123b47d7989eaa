/**
 * What can be trusted of how a request came in: the address it is counted under, and whether it
 * travelled over https. A proxy's word (X-Forwarded-*) is taken only from the configured proxies.
 */
import type { IncomingMessage } from "node:http";
import { BlockList, isIPv6 } from "node:net";

export interface Connection {
  /** The peer's address, or what a trusted proxy says it is. */
  readonly address: string;
  readonly https: boolean;
}

export interface ConnectionRules {
  /** The address people use, without a slash at the end. */
  readonly publicUrl: string | undefined;
  /** Addresses of reverse proxies whose forwarded headers count. */
  readonly proxies: readonly string[];
}

export type ReadConnection = (request: IncomingMessage) => Connection;

export function createReadConnection({ publicUrl, proxies }: ConnectionRules): ReadConnection {
  const trusted = new BlockList();
  for (const proxy of proxies) trusted.addAddress(proxy, isIPv6(proxy) ? "ipv6" : "ipv4");
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl);

  return (request) => {
    const socketAddress = plainAddress(request.socket.remoteAddress ?? "");
    const throughProxy =
      socketAddress !== "" && trusted.check(socketAddress, isIPv6(socketAddress) ? "ipv6" : "ipv4");
    const forwardedFor = lastOf(request.headers["x-forwarded-for"]);
    const address = throughProxy && forwardedFor ? plainAddress(forwardedFor) : socketAddress;
    const https =
      "encrypted" in request.socket ||
      (throughProxy && lastOf(request.headers["x-forwarded-proto"]) === "https") ||
      (publicOrigin?.protocol === "https:" && request.headers.host === publicOrigin.host);
    return { address, https };
  };
}

/** `::ffff:10.0.0.1` is 10.0.0.1 on a socket that listens on both kinds. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, "");

/** The last value of a list header: the one the nearest proxy wrote. */
function lastOf(header: string | string[] | undefined): string | undefined {
  return [header ?? []].flat().join(",").split(",").at(-1)?.trim() || undefined;
}
