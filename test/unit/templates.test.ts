/** Task templates of a team: kept under a title, read whatever else is written there. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { TemplateId } from "../../shared/base/ids.ts";
import { pageRect } from "../../shared/geometry/rect.ts";
import {
  deleteTemplate,
  keepTemplate,
  readTemplates,
  type Template,
  templatesRoot,
} from "../../shared/inquiry/templates.ts";

const template = (title: string, more: Partial<Template> = {}): Template => ({
  id: `id-of-${title.trim().toLowerCase().replaceAll(" ", "-")}` as TemplateId,
  title,
  prompt: "Why is it warmer in summer?",
  lookFor: "Tilt, not distance",
  pages: 2,
  masks: [[pageRect(0.03, 0.02, 0.94, 0.075)], []],
  nameless: [1],
  ...more,
});

test("what is kept is read again, by title", () => {
  const doc = new Y.Doc();
  keepTemplate(doc, template("Volume", { pages: "file", masks: [], nameless: [] }), "me");
  keepTemplate(doc, template("Exit question"), "me");
  expect(readTemplates(doc)).toEqual([
    template("Exit question"),
    template("Volume", { pages: "file", masks: [], nameless: [] }),
  ]);
});

test("another one under the same title takes its place; one that is deleted is gone", () => {
  const doc = new Y.Doc();
  keepTemplate(doc, template("Seasons"), "me");
  keepTemplate(doc, template(" seasons ", { id: "another-one" as TemplateId, pages: 1 }), "me");
  const [kept, ...others] = readTemplates(doc);
  expect(others).toEqual([]);
  expect(kept).toMatchObject({ id: "id-of-seasons", title: "seasons", pages: 1 });
  deleteTemplate(doc, "id-of-seasons" as TemplateId, "me");
  expect(readTemplates(doc)).toEqual([]);
  // Under the title of a deleted one a new one stands by itself.
  keepTemplate(doc, template("Seasons", { id: "the-third-one" as TemplateId }), "me");
  expect(readTemplates(doc)).toHaveLength(1);
});

test("two who keep one each at the same time have both", () => {
  const [a, b] = [new Y.Doc(), new Y.Doc()];
  keepTemplate(a, template("Seasons"), "a");
  keepTemplate(b, template("Volume"), "b");
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  expect(readTemplates(a)).toEqual(readTemplates(b));
  expect(readTemplates(a)).toHaveLength(2);
});

test("nonsense written there by anybody is left out, and never throws", () => {
  const doc = new Y.Doc();
  keepTemplate(doc, template("Seasons"), "me");
  const root = doc.getMap<unknown>(templatesRoot);
  root.set("no-record-at-all", "Seasons");
  const odd = new Y.Map<unknown>();
  root.set("an-odd-record-1", odd);
  odd.set("alive", true);
  expect(readTemplates(doc)).toHaveLength(1);
  odd.set("title", "Odd");
  odd.set("masks", [["box", [0, 0, 0, 0], [0.1, 0.1, 5, 0.1]], 7, "x"]);
  odd.set("nameless", [0, -1, 1.5, "2", 1e9]);
  odd.set("pages", -3);
  odd.set("prompt", 12);
  const [read] = readTemplates(doc);
  expect(read).toMatchObject({ title: "Odd", prompt: "", pages: 1, nameless: [0] });
  expect(read?.masks.map((boxes) => boxes.length)).toEqual([1, 0, 0]);
});
