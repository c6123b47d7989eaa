/** The commands as they are typed: what is said of one that does not exist or makes no sense. */
import { describe, expect, test } from "vitest";
import { newFolder } from "./running-server.ts";
import { runToEnd } from "./server-process.ts";

describe("a command", () => {
  test("that does not exist ends with 2 and the list of those that do", async () => {
    const { code, stdout, stderr } = await runToEnd({}, ["bakcup", "x"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain('There is no command "bakcup".\n\nUsage:\n');
    expect(stderr).toContain("noticeboard backup DIR");
  });

  test.each([["serve", "now"], ["backup"], ["backup", "a", "b"], ["restore"]])(
    "typed wrongly ends with 2 and says how it is typed: %s %s %s",
    async (...args) => {
      const { code, stderr } = await runToEnd({ NOTICEBOARD_DATA: newFolder() }, args);
      expect(code).toBe(2);
      expect(stderr).toContain("Usage:\n");
    },
  );

  test("for help says how to type them and ends with 0", async () => {
    const { code, stdout, stderr } = await runToEnd({}, ["--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("noticeboard restore DIR");
  });

  test("is held up by a setting that makes no sense", async () => {
    const { code, stderr } = await runToEnd({ DISK_FLOOR_MB: "much" }, ["backup", "x"]);
    expect(code).toBe(1);
    expect(stderr).toBe(
      'DISK_FLOOR_MB is "much", but must be a number of megabytes, such as 200.\n',
    );
  });
});
