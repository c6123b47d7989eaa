/**
 * Task templates of a team: what pupils are asked, what to look for, how many pages each has and where
 * names stand on them, under a title, so that the next set of the same kind needs no setting up.
 *
 * Owns the root `templates` of the team's lane, which members alone read and write. A title names one
 * template: keeping another one under it takes its place. test/unit/templates.test.ts.
 */
import type * as Y from "yjs";
import type { TemplateId } from "../base/ids.ts";
import type { PageRect } from "../geometry/rect.ts";
import {
  createRecord,
  isAlive,
  isRecord,
  type Record,
  readPageRect,
  readString,
  recordsOf,
  setAlive,
  setRegister,
} from "../records/records.ts";

export const templatesRoot = "templates";

/** How a stack is parted into papers: so many pages each, a file each, or at separator sheets. */
export type PagesEach = number | "file" | "separator";

export interface TemplateSettings {
  readonly prompt: string;
  readonly lookFor: string;
  readonly pages: PagesEach;
  /** Boxes over the names on the first, second … page; fractions of the page. */
  readonly masks: readonly (readonly PageRect[])[];
  /** Pages, from 0, that carry no names. */
  readonly nameless: readonly number[];
}

export interface Template extends TemplateSettings {
  readonly id: TemplateId;
  readonly title: string;
}

/** More than any task has; what is beyond is not read. */
export const templateLimits = { title: 120, words: 4_000, pages: 60, boxes: 40 } as const;

/** Keeps the settings under `title`, in the place of what there was under it. */
export function keepTemplate(
  doc: Y.Doc,
  { id, title, ...settings }: Template,
  origin: unknown,
): void {
  const registers: { readonly [register: string]: unknown } = {
    title: title.trim().slice(0, templateLimits.title),
    prompt: settings.prompt.trim(),
    lookFor: settings.lookFor.trim(),
    pages: settings.pages,
    masks: settings.masks.map((boxes) => boxes.map(({ x, y, w, h }) => [x, y, w, h].map(rounded))),
    nameless: [...settings.nameless],
  };
  const known = readTemplates(doc).find((one) => isSameTitle(one.title, title));
  if (!known) return createRecord(doc, templatesRoot, id, registers, origin);
  doc.transact(() => {
    for (const [register, value] of Object.entries(registers))
      setRegister(doc, templatesRoot, known.id, register, value, origin);
  }, origin);
}

export const isSameTitle = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

/** Finer than a scan's pixels. */
const rounded = (n: number): number => Math.round(n * 10_000) / 10_000;

export function deleteTemplate(doc: Y.Doc, id: TemplateId, origin: unknown): void {
  setAlive(doc, templatesRoot, [id], false, origin);
}

/** By title. What makes no sense is left out. */
export function readTemplates(doc: Y.Doc): readonly Template[] {
  return [...recordsOf(doc, templatesRoot)]
    .flatMap(([id, record]) => (isRecord(record) ? (readTemplate(id, record) ?? []) : []))
    .toSorted((a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1));
}

function readTemplate(id: string, record: Record): Template | undefined {
  const title = readString(record.get("title")).slice(0, templateLimits.title);
  if (!isAlive(record) || title === "") return undefined;
  const masks = arrayOf(record.get("masks")).slice(0, templateLimits.pages);
  return {
    id: id as TemplateId,
    title,
    prompt: readString(record.get("prompt")).slice(0, templateLimits.words),
    lookFor: readString(record.get("lookFor")).slice(0, templateLimits.words),
    pages: readPages(record.get("pages")),
    masks: masks.map((boxes) =>
      arrayOf(boxes)
        .slice(0, templateLimits.boxes)
        .flatMap((box) => readPageRect(box) ?? []),
    ),
    nameless: arrayOf(record.get("nameless")).filter(isPageNumber),
  };
}

const arrayOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isPageNumber = (value: unknown): value is number =>
  typeof value === "number" &&
  Number.isInteger(value) &&
  value >= 0 &&
  value < templateLimits.pages;

function readPages(value: unknown): PagesEach {
  if (value === "file" || value === "separator") return value;
  return isPageNumber(value) && value > 0 ? value : 1;
}
