/**
 * Colours: named only in tokens.css, the dark frame the same in both its copies, and everything that is
 * read together far enough apart (WCAG 2.1: words 4.5, edges of controls and marks 3).
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const tokensFile = "client/ui/tokens.css";
const css = readFileSync(tokensFile, "utf8").replace(/\/\*.*?\*\//gs, "");

type Tokens = { readonly [name: string]: string };

/** The custom properties in the block that follows `selector`. */
function block(selector: string): Tokens {
  const start = css.indexOf("{", css.indexOf(selector));
  const body = css.slice(start + 1, css.indexOf("}", start));
  return Object.fromEntries(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value?.trim()]),
  ) as Tokens;
}

const light = block(":root {");
const darkBySystem = block(':root:not([data-theme="light"])');
const darkByChoice = block(':root[data-theme="dark"]');
const frames = { light, dark: { ...light, ...darkByChoice } };

/** WCAG 2's relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [lower = 0, higher = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (higher + 0.05) / (lower + 0.05);
}

const hues = ["clay", "honey", "moss", "sky", "plum", "slate", "paper", "ink"];
const pens = ["ink", "clay", "honey", "moss", "sky", "plum"];
const people = [1, 2, 3, 4, 5, 6, 7, 8];
const grounds = ["--ground", "--surface", "--raised"];

/** [foreground, background, least contrast] */
const pairs: readonly (readonly [string, string, number])[] = [
  ...grounds.flatMap(
    (ground) =>
      [
        ["--text", ground, 7],
        ["--text-soft", ground, 4.5],
        ["--accent-text", ground, 4.5],
        ["--danger-text", ground, 4.5],
        ["--good-text", ground, 4.5],
        ["--line-strong", ground, 3],
        ["--focus", ground, 3],
        ["--accent", ground, 3],
      ] as const,
  ),
  ["--on-accent", "--accent", 4.5],
  ["--on-accent", "--accent-hover", 4.5],
  ["--on-danger", "--danger", 4.5],
  ["--on-danger", "--danger-hover", 4.5],
  ["--accent-text", "--accent-soft", 4.5],
  ["--text", "--accent-soft", 4.5],
  ["--danger-text", "--danger-soft", 4.5],
  ["--good-text", "--good-soft", 4.5],
  ["--text-soft", "--ground-deep", 4.5],
  ["--surface", "--text", 4.5],
  ["--on-paper", "--paper", 7],
  ...hues.flatMap(
    (hue) =>
      [
        [`--hue-${hue}-text`, `--hue-${hue}-bg`, 4.5],
        [`--hue-${hue}-line`, `--hue-${hue}-bg`, 3],
      ] as const,
  ),
  ...pens.flatMap(
    (pen) =>
      [
        [`--pen-${pen}`, "--paper", 3],
        [pen === "ink" ? "--pen-ink-on-table" : `--pen-${pen}`, "--ground", 3],
        ["--pen-ink", `--marker-${pen}`, 7],
      ] as const,
  ),
  ...pens.flatMap((pen) =>
    pen === "ink"
      ? []
      : ([
          ["--on-solid", `--solid-${pen}`, 4.5],
          [`--word-${pen}`, "--ground", 4.5],
        ] as const),
  ),
  ...people.flatMap(
    (person) =>
      [
        ["--on-person", `--person-${person}`, 4.5],
        [`--person-${person}`, "--ground", 3],
        [`--person-${person}`, "--paper", 3],
      ] as const,
  ),
];

/** What Base UI sets on its own elements. */
const setByBaseUi = /^--(toast|available|anchor|popup|positioner|transform-origin)/;

describe("colours", () => {
  test("are named nowhere but in the tokens", () => {
    const named = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\((?!\$\{)/i;
    const offences = readdirSync("client", { recursive: true, encoding: "utf8" })
      .map((name) => join("client", name))
      .filter((file) => /\.(css|tsx?)$/.test(file) && file !== tokensFile)
      .filter((file) => !file.startsWith("client/export/"))
      .flatMap((file) =>
        readFileSync(file, "utf8")
          .split("\n")
          .filter((line) => named.test(line.replace(/\/\*.*\*\/|^\s*(\*|\/\/|\/\*).*/g, "")))
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(offences).toEqual([]);
  });

  test("of the dark frame are the same whether the device or the person asked for it", () => {
    expect(darkByChoice).toEqual(darkBySystem);
    expect(Object.keys(darkByChoice).length).toBeGreaterThan(40);
  });

  test("are used only where they are defined", () => {
    const sources = readdirSync("client", { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(css|tsx?)$/.test(name))
      .map((name) => ({ name, text: readFileSync(join("client", name), "utf8") }));
    const setByCode = new Set(
      sources
        .filter(({ name }) => !name.endsWith(".css"))
        .flatMap(({ text }) => [...text.matchAll(/["'`](--[\w-]+)/g)].map(([, name]) => name)),
    );
    const unknown = sources.flatMap(({ name: file, text }) => {
      const own = new Set([...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
      return [...text.matchAll(/var\((--[\w-]+)\)/g)]
        .map(([, name = ""]) => name)
        .filter((name) => !(name in light || own.has(name) || setByCode.has(name)))
        .filter((name) => !setByBaseUi.test(name))
        .map((name) => `${file}: ${name}`);
    });
    expect(unknown).toEqual([]);
  });

  describe.each(Object.entries(frames))("in the %s frame", (_frame, tokens) => {
    test.each(pairs)("%s on %s", (front, back, least) => {
      const [a, b] = [tokens[front] ?? "", tokens[back] ?? ""];
      expect(a).toMatch(/^#[0-9a-f]{6}$/);
      expect(b).toMatch(/^#[0-9a-f]{6}$/);
      expect(contrast(a, b)).toBeGreaterThanOrEqual(least);
    });
  });
});
