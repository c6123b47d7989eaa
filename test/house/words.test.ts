/**
 * What people read: every refusal has words, and no word is one the product does not use (PRODUCT.md
 * section 3); phrases come out whole for small and large numbers.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { describe, expect, test } from "vitest";
import { words } from "../../client/words/words.ts";
import { errors } from "../../shared/protocol/errors.ts";

const folder = "client/words/en";
const files = readdirSync(folder).map((name) => join(folder, name));

interface Node {
  readonly type?: string;
  readonly value?: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** Every piece of text in a file's code: strings and the fixed parts of templates, no comments. */
function textsOf(file: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (!isNode(value)) return;
    if (value.type === "ImportDeclaration" || value.type === "TSLiteralType") return;
    if (value.type === "Literal" && typeof value.value === "string") found.push(value.value);
    if (value.type === "TemplateElement") {
      found.push((value.value as { cooked: string }).cooked);
    }
    for (const child of Object.values(value)) visit(child);
  };
  visit(parseSync(file, readFileSync(file, "utf8")).program);
  return found;
}

const catalogue = files.flatMap((file) => textsOf(file).map((text) => ({ file, text })));

describe("the catalogue", () => {
  test("has words for every code of the error table, and for nothing else", () => {
    expect(Object.keys(words.refusals).toSorted()).toEqual(Object.keys(errors).toSorted());
  });

  test.each(Object.entries(words.refusals))("%s is told in whole sentences", (_code, text) => {
    expect(text).toMatch(/^[A-Z].*[.!?]$/s);
  });

  test("uses none of the words the product does not use", () => {
    const never =
      /\b(users?|scor(e|es|ed|ing)|grad(es|ed|ing)|submi(t|ts|tted|ssions?)|redact\w*|workspaces?|approv\w*)\b/i;
    // "Grade 5" names a class; a grade as a mark, or grading, is what is meant.
    const offences = catalogue.filter(({ text }) => never.test(text));
    expect(offences).toEqual([]);
  });

  test("writes apostrophes and quotation marks as print does", () => {
    const typed = /[A-Za-z]'[A-Za-z]|(^|\s)["'][A-Za-z]/;
    expect(catalogue.filter(({ text }) => typed.test(text))).toEqual([]);
  });
});

test("no view says anything that is not in the catalogue", () => {
  const views = readdirSync("client", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx"))
    .map((name) => join("client", name));
  const said = /[A-Za-z]{2,}/;
  const offences: string[] = [];
  for (const file of views) {
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) return value.forEach(visit);
      if (!isNode(value)) return;
      if (value.type === "JSXText" && said.test(String(value.value))) {
        offences.push(`${file}: ${String(value.value).trim()}`);
      }
      if (value.type === "JSXAttribute") {
        const { name, value: given } = value as unknown as {
          name: { name: string };
          value: Node | null;
        };
        const isSaid = ["aria-label", "title", "label", "placeholder", "alt", "hint"].includes(
          name.name,
        );
        if (isSaid && given?.type === "Literal" && said.test(String(given.value))) {
          offences.push(`${file}: ${name.name}="${String(given.value)}"`);
        }
      }
      for (const child of Object.values(value)) visit(child);
    };
    visit(parseSync(file, readFileSync(file, "utf8")).program);
  }
  expect(offences).toEqual([]);
});
