/** Cookies, where a request came from, and how often: what stands before every route and socket. */
import { request as httpRequest, type OutgoingHttpHeaders } from "node:http";
import { describe, expect, test } from "vitest";
import { systemClock } from "../../server/ops/clock.ts";
import type { MeAnswer, SessionsAnswer } from "../../shared/protocol/api.ts";
import { connect, synced } from "./lane-client.ts";
import { createVisitor, refusal, startServer, until } from "./running-server.ts";

const started = { teamName: "Year 4", name: "Maya" };

/** A request with headers that `fetch` would not let through, such as Host. */
function raw(
  url: string,
  method: string,
  headers: OutgoingHttpHeaders,
  body?: object,
): Promise<{ status: number; cookies: readonly string[]; body: { [name: string]: unknown } }> {
  return new Promise((resolve, reject) => {
    const json = body ? { "Content-Type": "application/json" } : {};
    const request = httpRequest(url, { method, headers: { ...json, ...headers } }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => {
        resolve({
          status: response.statusCode ?? 0,
          cookies: response.headers["set-cookie"] ?? [],
          body: JSON.parse(text) as { [name: string]: unknown },
        });
      });
    });
    request.on("error", reject);
    request.end(body && JSON.stringify(body));
  });
}

describe("the session cookie", () => {
  test("works on plain http, as on a school's own network, and no script can read it", async () => {
    const { url } = await startServer();
    const { cookies } = await raw(`${url}/api/start`, "POST", {}, started);
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^nb=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test("is Secure and bound to the host where the public address is https", async () => {
    const { url } = await startServer({ publicUrl: "https://board.school.example" });
    const host = { Host: "board.school.example" };
    const { cookies } = await raw(`${url}/api/start`, "POST", host, started);
    expect(cookies[0]).toMatch(/^__Host-nb=[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const [pair = ""] = (cookies[0] ?? "").split(";");
    const me = await raw(`${url}/api/me`, "GET", { ...host, Cookie: pair });
    expect(me.body["teams"]).toHaveLength(1);
  });

  test("planted over http does not count under https", async () => {
    const { url } = await startServer({ publicUrl: "https://board.school.example" });
    const maya = createVisitor(url);
    await maya.start();
    const headers = { Host: "board.school.example", Cookie: maya.cookie() };
    expect((await raw(`${url}/api/me`, "GET", headers)).body).toEqual({ teams: [] });
  });

  test("believes a proxy about https only if it is a trusted one", async () => {
    const forwarded = { "X-Forwarded-Proto": "https" };
    const unknown = await startServer();
    const plain = await raw(`${unknown.url}/api/start`, "POST", forwarded, started);
    expect(plain.cookies[0]).toMatch(/^nb=/);
    const trusting = await startServer({ proxies: ["127.0.0.1"] });
    const secure = await raw(`${trusting.url}/api/start`, "POST", forwarded, started);
    expect(secure.cookies[0]).toMatch(/^__Host-nb=/);
  });

  test("outlives a restart, and a made-up one is nobody", async () => {
    const server = await startServer();
    const maya = createVisitor(server.url);
    await maya.start();
    await server.restart();
    const { teams } = (await (await maya.ask("GET", "/api/me")).json()) as { teams: unknown[] };
    expect(teams).toHaveLength(1);
    const madeUp = await raw(`${server.url}/api/me`, "GET", { Cookie: `nb=${"x".repeat(43)}` });
    expect(madeUp.body).toEqual({ teams: [] });
  });
});

describe("a session", () => {
  const dayMs = 24 * 60 * 60 * 1000;

  test("lasts while it is used: its cookie is renewed, once a day at most", async () => {
    let ahead = 0;
    const clock = { ...systemClock, now: () => Date.now() + ahead };
    const { url } = await startServer({ clock });
    const maya = createVisitor(url);
    const ann = createVisitor(url);
    await maya.start();
    await ann.start("Others", "Ann");
    const first = maya.cookie();
    const me = async (who: typeof maya) => {
      const answer = await who.ask("GET", "/api/me");
      const { teams } = (await answer.json()) as MeAnswer;
      return [teams.length, answer.headers.getSetCookie().length];
    };
    expect(await me(maya)).toEqual([1, 0]);
    ahead += 399 * dayMs;
    expect(await me(maya)).toEqual([1, 1]);
    expect(await me(maya)).toEqual([1, 0]);
    expect(maya.cookie()).toBe(first);
    ahead += 2 * dayMs;
    expect(await me(maya)).toEqual([1, 1]);
    expect(await me(ann)).toEqual([0, 0]);
  });

  test("is ended by signing out: on the sockets within a second, for the cookie for good", async () => {
    const { url } = await startServer();
    const maya = createVisitor(url);
    const { teamId } = await maya.start();
    const cookie = maya.cookie();
    const lane = connect(url, `team/${teamId}`, cookie);
    await synced(lane);
    const listed = (await (await maya.ask("GET", "/api/sessions")).json()) as SessionsAnswer;
    expect(listed.sessions).toMatchObject([{ isThis: true }]);
    expect(cookie).not.toContain(listed.sessions[0]?.sessionId);
    const began = Date.now();
    const answer = await maya.ask("POST", "/api/sign-out");
    expect([answer.status, maya.cookie()]).toEqual([204, "nb="]);
    await until("the socket is closed", () => lane.refused.length > 0);
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(lane.refused[0]?.code).toBe(4406);
    const again = await raw(`${url}/api/me`, "GET", { Cookie: cookie });
    expect(again.body).toEqual({ teams: [] });
  });

  test("can be ended from a list of one's own, and of nobody else's", async () => {
    const { url } = await startServer();
    const maya = createVisitor(url);
    const { invite } = await maya.start();
    const tom = createVisitor(url);
    await tom.join(invite, "Tom");
    const list = async (who: typeof maya) =>
      ((await (await who.ask("GET", "/api/sessions")).json()) as SessionsAnswer).sessions;
    const [mine] = await list(maya);
    const refused = await tom.ask("DELETE", `/api/sessions/${mine?.sessionId}`);
    expect(await refusal(refused)).toBe("404 not_found");
    expect((await maya.ask("DELETE", `/api/sessions/${mine?.sessionId}`)).status).toBe(204);
    expect(await refusal(await maya.ask("GET", "/api/sessions"))).toBe("401 not_signed_in");
    expect(await list(tom)).toHaveLength(1);
  });
});

describe("a write", () => {
  test("from another site is refused, from our own page or a program taken", async () => {
    const { url } = await startServer({ publicUrl: "https://board.school.example" });
    const from = async (origin: string | undefined): Promise<number> =>
      (await raw(`${url}/api/start`, "POST", origin ? { Origin: origin } : {}, started)).status;
    expect(await from("https://elsewhere.example")).toBe(403);
    expect(await from("null")).toBe(403);
    expect(await from(`${url}1`)).toBe(403);
    expect(await from(url)).toBe(201);
    expect(await from("https://board.school.example")).toBe(201);
    expect(await from(undefined)).toBe(201);
  });

  test("too many a minute from one address is put off, from another it is not", async () => {
    const { url } = await startServer({
      proxies: ["127.0.0.1"],
      limits: { requestsPerMinute: 3 },
    });
    const from = (address: string) =>
      raw(`${url}/api/me`, "GET", { "X-Forwarded-For": `spoofed, ${address}` });
    for (let i = 0; i < 3; i++) expect((await from("10.0.0.1")).status).toBe(200);
    expect(await from("10.0.0.1")).toMatchObject({ status: 429, body: { code: "too_many" } });
    expect((await from("10.0.0.2")).status).toBe(200);
  });
});

describe("every answer", () => {
  test("lets the page load from its own server only, and tells no other site where it was", async () => {
    const { url } = await startServer();
    const { headers } = await fetch(`${url}/api/me`);
    const policy = headers.get("Content-Security-Policy") ?? "";
    const outside = policy.split(/[; ]+/).filter((word) => /[.*]|https?:/.test(word));
    expect(outside).toEqual([]);
    expect(policy).toContain("default-src 'self'");
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Cache-Control")).toBe("no-store");
  });

  test("on health says up, and ready while the disk takes writes", async () => {
    const { url } = await startServer();
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: "up" });
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: "ready" });
  });

  test("while closing is that the server restarts", async () => {
    const server = await startServer();
    const closing = server.app.close();
    expect(await refusal(await fetch(`${server.url}/readyz`))).toBe("503 shutting_down");
    expect(await refusal(await fetch(`${server.url}/api/me`))).toBe("503 shutting_down");
    await closing;
  });
});
