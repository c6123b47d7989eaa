/** A paper kept as a picture of understanding stands beside that of another grade, as it is on its own board. */
import { expect, test } from "vitest";
import { anchors as say } from "../../client/words/en/anchors.ts";
import { reading } from "../../client/words/en/reading.ts";
import { tags } from "../../client/words/en/tags.ts";
import { words } from "../../client/words/words.ts";
import { paperCard, untilPapers } from "./acts.ts";
import { createParty } from "./party.ts";
import { joinTeam, seedBoard, seedOtherBoard } from "./seed-board.ts";
import { axe, until } from "./stage.ts";

const party = createParty();

test("kept from the table, the list and the reader, two grades stand side by side", async () => {
  const { stage } = party;
  const maya = await party.newPerson();
  const { page } = maya;
  const third = await seedBoard(stage, maya, { name: "Maya", papers: 2 });
  const fifth = await seedOtherBoard(stage, maya, { title: "Shares", papers: 2 });

  // From the table, by its key.
  await page.goto(`/board/${third.boardId}`);
  await untilPapers(page, 2);
  await paperCard(page, "K01").click();
  await page.keyboard.press("Alt+K");
  const dialog = page.getByRole("dialog", { name: say.keepTitle("K01") });
  await dialog.getByLabel(say.concept).fill("Fractions are numbers");
  await dialog.getByLabel(say.grade).fill("Grade 3");
  await dialog.getByLabel(say.shows).fill("Halves stand on a number line");
  await until("the team's lane", () =>
    dialog.getByRole("button", { name: say.keepNow }).isEnabled(),
  );
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole("button", { name: say.keepNow }).click();
  await page.getByText(say.kept("Fractions are numbers")).waitFor();

  // From the list of another board, by its key; the concept is there to choose, however it is written.
  await page.goto(`/board/${fifth.boardId}`);
  await untilPapers(page, 2);
  await page.keyboard.press("l");
  const row = page.getByRole("treeitem", { name: /^K01/ });
  await row.click();
  await page.keyboard.press("Alt+K");
  await dialog.getByLabel(say.concept).fill("fractions are numbers");
  await dialog.getByLabel(say.grade).fill("Grade 5");
  await until("the team's lane", () =>
    dialog.getByRole("button", { name: say.keepNow }).isEnabled(),
  );
  await dialog.getByRole("button", { name: say.keepNow }).click();
  await dialog.waitFor({ state: "detached" });

  // From the reader, by its button.
  await row.click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const reader = page.getByRole("dialog", { name: reading.reader("K02") });
  await reader.getByRole("button", { name: tags.add }).waitFor();
  await reader.getByRole("button", { name: words.commands.keepAnchor }).click();
  const second = page.getByRole("dialog", { name: say.keepTitle("K02") });
  await second.getByLabel(say.concept).fill("Sharing is fair");
  await until("the team's lane", () =>
    second.getByRole("button", { name: say.keepNow }).isEnabled(),
  );
  await second.getByRole("button", { name: say.keepNow }).click();
  await page.getByRole("button", { name: say.look }).last().click();

  // Side by side, from the lowest grade on.
  await page.waitForURL(/\/threads#/);
  await page.getByRole("heading", { name: say.title }).waitFor();
  await page.getByRole("link", { name: /^Fractions are numbers/ }).click();
  const columns = page.getByRole("region", { name: "Fractions are numbers" });
  for (const [grade, board] of [
    ["Grade 3", "Seasons"],
    ["Grade 5", "Shares"],
  ] as const) {
    const column = columns.getByRole("region", { name: grade });
    await column.getByRole("link", { name: say.paperOn("K01", board) }).waitFor();
  }
  const [a, b] = await Promise.all(
    ["Grade 3", "Grade 5"].map((name) => columns.getByRole("region", { name }).boundingBox()),
  );
  expect(a?.y).toBe(b?.y);
  expect(b?.x).toBeGreaterThan(a?.x ?? 0);
  await until("both pictures", () =>
    columns
      .locator("img")
      .evaluateAll(
        (images) =>
          images.length === 2 && images.every((one) => (one as HTMLImageElement).naturalWidth > 0),
      ),
  );
  await columns.getByText("Halves stand on a number line").waitFor();
  expect(await axe(page)).toEqual([]);
  await page.setViewportSize({ width: 820, height: 1180 });
  expect(await axe(page)).toEqual([]);

  // A colleague sees it too, says more of it, and goes to the paper; nobody on its board saw them look.
  const jonas = await party.newPerson();
  await joinTeam(stage, jonas, third.invite, "Jonas");
  await jonas.page.goto(page.url());
  const grade5 = jonas.page.getByRole("region", { name: "Grade 5" });
  await grade5.getByRole("button", { name: say.changeOf("Fractions are numbers") }).press("Enter");
  await jonas.page.getByLabel(say.shows).fill("Fifths are compared without a picture");
  await jonas.page.getByRole("button", { name: say.changed, exact: true }).press("Enter");
  await columns.getByText("Fifths are compared without a picture").waitFor();
  await grade5.getByRole("link", { name: say.paperOn("K01", "Shares") }).press("Enter");
  await jonas.page.getByRole("dialog", { name: reading.reader("K01") }).waitFor();
  expect(jonas.page.url()).toContain(fifth.boardId);

  // Kept no longer, and again.
  await columns
    .getByRole("region", { name: "Grade 3" })
    .getByRole("button", { name: say.dropOf("Grade 3") })
    .click();
  await columns.getByRole("region", { name: "Grade 3" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: say.undo }).last().click();
  await columns.getByRole("region", { name: "Grade 3" }).waitFor();
}, 180_000);
