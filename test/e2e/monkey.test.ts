/**
 * Three members do anything at all at one table, with drops and returns. Nobody's page may break, nothing
 * may be lost, and in the end all pages and the server hold the same.
 *
 * `npm run monkey` plays 10,000 gestures; here there are a few hundred.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../shared/base/random.ts";
import { createMonkey, type Monkey, recordsOn, untilThere } from "./monkey.ts";
import { joinTeam, type SeededBoard, seedBoard } from "./seed-board.ts";
import { createStage, type Person, type Stage, until } from "./stage.ts";

const gestures = Number(process.env["GESTURES"] ?? 240);
const seed = Number(process.env["SEED"] ?? 5);

let stage: Stage;
let people: readonly Person[];
let board: SeededBoard;

beforeAll(async () => {
  stage = await createStage();
  people = [await stage.newPerson(), await stage.newPerson(), await stage.newPerson()];
  const [maya, ...others] = people as [Person, Person, Person];
  board = await seedBoard(stage, maya, { name: "Maya", papers: 8 });
  for (const [i, person] of others.entries()) {
    await joinTeam(stage, person, board.invite, `Colleague ${i + 1}`);
  }
  for (const { page } of people) {
    await page.goto(address());
    await untilThere(page);
  }
});
afterAll(async () => {
  await stage?.close();
});

const address = (): string => `${stage.url}/board/${board.boardId}?bench=1`;

/** Ids of records, by what their paths begin with. */
const idsOf = (records: { readonly [path: string]: string }): ReadonlySet<string> =>
  new Set(Object.keys(records).map((path) => path.split("/").slice(0, 2).join("/")));

test("whatever three members do, no page breaks and nothing is lost", {
  timeout: 60_000 + gestures * 1_000,
}, async () => {
  const random = seededRandom(seed);
  const monkeys = people.map((person) =>
    createMonkey(person, address(), Math.floor(random() * 1e9)),
  );
  const seen = new Set<string>();
  async function remember(): Promise<void> {
    for (const { page } of people) for (const id of idsOf(await recordsOn(page))) seen.add(id);
  }
  await remember();
  const each = Math.ceil(gestures / people.length);
  const chunk = 80;
  for (let done = 0; done < each; done += chunk) {
    await Promise.all(
      monkeys.map(async (monkey) => {
        for (let i = 0; i < Math.min(chunk, each - done); i++) await monkey.act();
      }),
    );
    await remember();
  }
  for (const monkey of monkeys) await monkey.rest();

  const [first, ...others] = people.map(({ page }) => page);
  if (!first) return;
  await until(
    "all pages to hold the same",
    async () => {
      const one = JSON.stringify(await recordsOn(first));
      for (const page of others) if (JSON.stringify(await recordsOn(page)) !== one) return false;
      return true;
    },
    60_000,
  );
  // What a page holds that was opened anew, from the server alone.
  const fresh = await stage.newPerson();
  await joinTeam(stage, fresh, board.invite, "Somebody new");
  await fresh.page.goto(address());
  await untilThere(fresh.page);
  const held = await recordsOn(first);
  await until(
    "a new page to hold it too",
    async () => JSON.stringify(await recordsOn(fresh.page)) === JSON.stringify(held),
    60_000,
  );

  const there = idsOf(held);
  expect([...seen].filter((id) => !there.has(id))).toEqual([]);
  expect([...there].filter((id) => id.startsWith("papers/"))).toHaveLength(board.papers.length);
  expect(people.flatMap(({ faults }) => faults)).toEqual([]);
  const sum = (of: keyof Monkey["counts"]): number =>
    monkeys.reduce((total, { counts }) => total + counts[of], 0);
  expect(sum("gestures")).toBeGreaterThanOrEqual(gestures);
  process.stdout.write(
    `${sum("gestures")} gestures, ${sum("drops")} drops, ${sum("reloads")} reloads, ${there.size} records\n`,
  );
});
