/**
 * The admin address: a listener of its own for whoever watches the process, apart from the public port
 * and without sessions. Who may reach it is for the network to say.
 */
import { createServer, type Server } from "node:http";
import type { Metrics } from "./metrics.ts";

export function createAdmin(metrics: Pick<Metrics, "contentType" | "text">): Server {
  return createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { "Content-Type": metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
}
