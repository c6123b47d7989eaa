/**
 * Sorting alone, where it is otherwise than usual: gone on with while the line is down, and revealed with
 * names where the team wanted them.
 */
import { expect, test } from "vitest";
import { alone as say } from "../../client/words/en/alone.ts";
import { words } from "../../client/words/words.ts";
import { papersSeen, untilPapers } from "./acts.ts";
import { createCuttableWay } from "./cuttable.ts";
import { createParty } from "./party.ts";
import { joinTeam, seedBoard } from "./seed-board.ts";
import { digitOf, join, revealView, sortAll, sortView } from "./sort-acts.ts";
import { until } from "./stage.ts";

const party = createParty();
const threeWays = (code: string): number => ((digitOf(code) - 1) % 3) + 1;

test("while the line is down somebody sorts on; all of it counts once the line is back", async () => {
  const way = await createCuttableWay(party.stage.url);
  // Beside the party: to its stage the way is another host.
  const tom = await party.stage.newPerson({ baseURL: way.url });
  try {
    const maya = await party.newPerson();
    const seeded = await seedBoard(party.stage, maya, { name: "Maya", papers: 4 });
    await maya.page.goto(`/board/${seeded.boardId}`);
    await untilPapers(maya.page, 4);
    await joinTeam(party.stage, tom, seeded.invite, "Tom");
    await tom.page.goto(`/board/${seeded.boardId}`);
    await untilPapers(tom.page, 4);
    await maya.page.keyboard.press("Shift+S");
    await sortView(maya.page).waitFor();
    await tom.page.getByRole("button", { name: say.sort, exact: true }).click();
    await sortView(tom.page).waitFor();
    await sortAll(maya.page, "keys", 4, threeWays);

    way.cut();
    await tom.page.getByText(words.board.saved.offline).first().waitFor({ state: "attached" });
    await sortAll(tom.page, "keys", 4, threeWays);
    await sortView(maya.page).getByText(say.finished(1, 2)).first().waitFor();
    way.mend();
    await sortView(maya.page).getByText(say.finished(2, 2)).first().waitFor();
    await maya.page.keyboard.press("Enter");
    for (const { page } of [maya, tom])
      await revealView(page)
        .getByRole("heading", { name: say.revealTitle(4, 0) })
        .waitFor();
    await tom.page.keyboard.press("Escape");
    await until("all of them in their piles", async () => {
      const lying = await papersSeen(tom.page);
      return lying.every(({ pile }) => pile !== words.board.unsorted);
    });
    const piles = (await papersSeen(tom.page)).map(({ pile }) => pile[0]).join("");
    expect(piles).toBe("NAGN");
  } finally {
    await tom.context.close();
    await way.close();
  }
});

test("a round begun with names shows in the reveal who read a paper how", async () => {
  const maya = await party.newPerson();
  const seeded = await seedBoard(party.stage, maya, { name: "Maya", papers: 2 });
  await maya.page.goto(`/board/${seeded.boardId}`);
  await untilPapers(maya.page, 2);
  const tom = await join(party.stage, seeded, "Tom");
  await maya.page.getByRole("button", { name: say.someChoices }).click();
  await maya.page.getByLabel(say.namedChoice).check();
  await maya.page.getByRole("button", { name: say.start, exact: true }).click();
  await sortView(maya.page).waitFor();
  await tom.page.getByRole("button", { name: say.sort, exact: true }).click();
  await sortView(tom.page).waitFor();
  await sortAll(maya.page, "keys", 2, (code) => (digitOf(code) === 2 ? 1 : 2));
  await sortAll(tom.page, "keys", 2, (code) => (digitOf(code) === 2 ? 3 : 2));
  await sortView(maya.page).getByText(say.finished(2, 2)).first().waitFor();
  await maya.page.keyboard.press("Enter");
  for (const { page } of [maya, tom]) {
    const apart = revealView(page).getByRole("listitem").filter({ hasText: "K02" }).first();
    await revealView(page)
      .getByRole("heading", { name: say.revealTitle(1, 1) })
      .waitFor();
    const reading = (pile: string) => apart.getByRole("listitem").filter({ hasText: pile });
    await reading("not yet").getByText("Maya").waitFor();
    await reading("got it").getByText("Tom").waitFor();
    expect(await apart.getByRole("listitem").count()).toBe(2);
  }
});
