/** Settings: what is taken, and what is said of what is not. */
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";

describe("settings", () => {
  test("are all optional", () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        port: 4444,
        host: undefined,
        dataFolder: resolve("data"),
        publicUrl: undefined,
        proxies: [],
        logLevel: "warn",
        admin: undefined,
        graceMs: 5_000,
        diskFloorBytes: 200 * 1024 * 1024,
      },
    });
  });

  test("left empty are as if they were not there", () => {
    expect(readConfig({ PORT: "", HOST: " ", NOTICEBOARD_DATA: "", PUBLIC_URL: "" })).toEqual(
      readConfig({}),
    );
  });

  test("are taken as they are meant", () => {
    const result = readConfig({
      PORT: "0",
      HOST: "127.0.0.1",
      NOTICEBOARD_DATA: "/srv/noticeboard",
      PUBLIC_URL: "https://board.school.example/",
      TRUSTED_PROXIES: "127.0.0.1, ::1",
      LOG_LEVEL: "debug",
      ADMIN: "[::1]:9464",
      GRACE_SECONDS: "20",
      DISK_FLOOR_MB: "0",
    });
    expect(result).toEqual({
      ok: true,
      config: {
        port: 0,
        host: "127.0.0.1",
        dataFolder: "/srv/noticeboard",
        publicUrl: "https://board.school.example",
        proxies: ["127.0.0.1", "::1"],
        logLevel: "debug",
        admin: { host: "::1", port: 9464 },
        graceMs: 20_000,
        diskFloorBytes: 0,
      },
    });
  });

  test.each([
    ["PORT", "70000"],
    ["PORT", "-1"],
    ["PORT", "4444x"],
    ["HOST", "http://x"],
    ["PUBLIC_URL", "board.school.example"],
    ["PUBLIC_URL", "https://school.example/board"],
    ["PUBLIC_URL", "ftp://school.example"],
    ["TRUSTED_PROXIES", "proxy.school.example"],
    ["LOG_LEVEL", "loud"],
    ["ADMIN", "9464"],
    ["ADMIN", "127.0.0.1"],
    ["ADMIN", "127.0.0.1:94640"],
    ["ADMIN", "[localhost]:9464"],
    ["GRACE_SECONDS", "-1"],
    ["GRACE_SECONDS", "1h"],
    ["DISK_FLOOR_MB", "2%"],
  ])("%s=%s is refused, naming the setting and what was given", (name, value) => {
    const result = readConfig({ [name]: value });
    expect(result.ok).toBe(false);
    const problems = result.ok ? [] : result.problems;
    expect(problems).toHaveLength(1);
    expect(problems[0]?.startsWith(`${name} is "${value}", but must be `)).toBe(true);
  });
});
