/**
 * Which columns of a table should not travel, told from their titles and cells: pupils' names, email
 * addresses, numbers and birthdays that point at one pupil, and whose class they are in.
 *
 * Wary rather than sharp: a column held back for nothing costs a press, a name that travels cannot be
 * taken back. Pure. test/unit/numbers/held-back.test.ts.
 */
import { isBlank } from "./read-cells.ts";

export type HeldBack = "emails" | "names" | "pupilNumbers" | "birthdays" | "classes";

const titles: readonly (readonly [HeldBack, RegExp])[] = [
  ["emails", /\be ?mail\b|\bcorreo\b/],
  ["birthdays", /\b(birth\w*|dob|born|nacimiento)\b/],
  ["pupilNumbers", /\b(id|sis|upn|ssn|uid|local id|state id|student (no|nr|number))\b/],
  ["classes", /\b(class|classroom|homeroom|home room|teacher|section|period|maestr[oa]|clase)\b/],
  [
    "names",
    /\b(names?|surname|first|last|given|family|pupils?|students?|learners?|child(ren)?|kids?|nombres?|apellidos?|alumn[oa]s?)\b/,
  ],
];
/** What names a code or a result, whoever else is named beside it. */
const harmless = /\b(codes?|items?|question|points?|total|benchmark|level|result|test)\b/;

const email = /[^\s@]+@[^\s@]+\.[^\s@]+/;
const date = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/;
const fullName = /^\p{Lu}[\p{L}'’.-]*,?( \p{Lu}[\p{L}'’.-]*){1,3}$/u;
const oneName = /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u;
const longNumber = /^\d{6,}$/;

export function whyHeldBack(title: string, cells: readonly string[]): HeldBack | undefined {
  const said = cells.filter((cell) => !isBlank(cell));
  if (said.some((cell) => email.test(cell))) return "emails";
  const named = title
    .normalize("NFKC")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/[_\s.-]+/g, " ")
    .toLowerCase();
  const byTitle = titles.find(([, words]) => words.test(named))?.[0];
  if (byTitle && (byTitle === "emails" || !harmless.test(named))) return byTitle;
  if (said.length < 3) return said.some((cell) => fullName.test(cell)) ? "names" : undefined;
  const different = new Set(said).size / said.length;
  const share = (form: RegExp): number =>
    said.filter((cell) => form.test(cell)).length / said.length;
  if (different < 0.8) return undefined;
  if (share(fullName) >= 0.5 || share(oneName) >= 0.8) return "names";
  if (share(longNumber) >= 0.8) return "pupilNumbers";
  return share(date) >= 0.8 ? "birthdays" : undefined;
}
