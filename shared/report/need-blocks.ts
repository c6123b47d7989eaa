/**
 * The needs of a report: each with where it was seen, how many papers it stands on, its evidence as
 * crops of the pages with the notes on them, what could meet it and what is tried; then those that nothing meets yet.
 */
import type { NeedId } from "../base/ids.ts";
import type { Evidence } from "../board/needs.ts";
import { saidOf, stepDetails } from "../board/next-steps.ts";
import { standingOf } from "../board/standing.ts";
import { unmetNeeds } from "../board/unmet.ts";
import { anchorOfNeed, anchorOfPage } from "./anchors.ts";
import { byStance, noteLines, plainParagraph, said } from "./note-lines.ts";
import type { NumberedNeed } from "./numbered-needs.ts";
import type {
  Block,
  Crop,
  Heading,
  NeedBlock,
  NoteLine,
  Phrase,
  TitledList,
  WrittenBlock,
} from "./report.ts";
import { codeOf, type Telling } from "./telling.ts";
import { lettersOf, saidBlock, writtenOf } from "./written.ts";

export function needBlocks(telling: Telling): Block[] {
  const { needs, words } = telling;
  if (needs.length === 0) return [];
  return [
    { is: "heading", level: 2, words: words.needsHeading },
    ...needs.map((told) => needBlock(telling, told)),
    ...unmetBlocks(telling),
  ];
}

/** Not told where the team has put nothing to any need: then it does not work in this way. */
function unmetBlocks({ view, needs, words }: Telling): Block[] {
  if (!needs.some(({ need }) => view.resourcesOf.has(need.id))) return [];
  const unmet = new Set(unmetNeeds(view).map(({ id }) => id));
  const items = needs
    .filter(({ need }) => unmet.has(need.id))
    .map(({ need, number }): NoteLine => {
      const [first] = writtenOf(need.blocks);
      const said = first ? saidBlock(first, words.checkStates) : words.unwordedNeed;
      const phrases = [{ words: said, to: anchorOfNeed(need.id) }];
      return { label: words.needNumbered(number), written: [plainParagraph(phrases)] };
    });
  if (items.length === 0) return [];
  return [
    { is: "heading", level: 3, words: words.unmetHeading },
    { is: "paragraph", tone: "soft", phrases: [{ words: words.unmetAbout }] },
    { is: "list", items },
  ];
}

function resourcesOf({ view, words }: Telling, need: NeedId): TitledList | undefined {
  const items = (view.resourcesOf.get(need) ?? []).map(
    ({ kind, state, words: said }): NoteLine => ({
      label: words.resource(kind, state),
      written: said.trim() === "" ? [] : [plainParagraph([{ words: said.trim() }])],
    }),
  );
  return items.length === 0 ? undefined : { title: words.resourcesTitle, items };
}

/** A step of which nothing is said vanishes. */
function stepsOf({ view, words }: Telling, need: NeedId): TitledList | undefined {
  const parts = words.stepParts;
  const told = (view.stepsOf.get(need) ?? []).filter((step) => saidOf(step).length > 0);
  const items = told.map((step): NoteLine => {
    const what = step.what.trim();
    const details = stepDetails
      .filter((part) => step[part].trim() !== "")
      .map((part) =>
        plainParagraph([{ words: `${parts[part]}  `, marks: "b" }, { words: step[part].trim() }]),
      );
    const first = plainParagraph(what === "" ? [] : [{ words: what }]);
    return { label: parts.what, written: [first, ...details] };
  });
  return items.length === 0 ? undefined : { title: words.stepsTitle, items };
}

function needBlock(telling: Telling, { need, number, evidence }: NumberedNeed): NeedBlock {
  const [first, ...more] = writtenOf(need.blocks);
  return {
    is: "need",
    heading: {
      is: "heading",
      level: 3,
      ...headed(telling, number, first),
      anchor: anchorOfNeed(need.id),
    },
    more,
    standing: { is: "paragraph", tone: "soft", phrases: standing(telling, need) },
    evidence: evidence.flatMap((item) => cropOf(telling, item)),
    resources: resourcesOf(telling, need.id),
    steps: stepsOf(telling, need.id),
  };
}

/** The first words of a need behind its number, with the look that they have. */
function headed(
  { words }: Telling,
  number: number,
  first: WrittenBlock | undefined,
): Pick<Heading, "words" | "phrases"> {
  if (!first) return { words: words.needHeading(number, words.unwordedNeed) };
  if (first.type === "cl") {
    return { words: words.needHeading(number, saidBlock(first, words.checkStates)) };
  }
  const letters = lettersOf(first);
  const all = words.needHeading(number, letters);
  const at = all.lastIndexOf(letters);
  const around = (part: string): Phrase[] => (part === "" ? [] : [{ words: part }]);
  return {
    words: all.trim(),
    phrases: [
      ...around(all.slice(0, at)),
      ...first.phrases,
      ...around(all.slice(at + letters.length)),
    ],
  };
}

function standing({ view, words }: Telling, need: NumberedNeed["need"]): Phrase[] {
  const pile = view.piles.find(({ id }) => id === need.pile);
  const { papers, hunch } = standingOf(view, need.id);
  return [
    ...(pile ? [{ words: words.seenIn(words.pileName(pile)) }] : []),
    hunch
      ? { words: words.hunch(papers.length), marks: "b" }
      : { words: words.evidenceFrom(papers.length) },
  ];
}

function cropOf(telling: Telling, { region: regionId, paper }: Evidence): Crop[] {
  const { view, words, shown, ink } = telling;
  const pages = view.pagesOf.get(paper) ?? [];
  const region = regionId === undefined ? undefined : view.regions.get(regionId);
  const page = region ? view.pages.get(region.page) : pages[0];
  if (!page || page.covered) return [];
  const code = codeOf(telling, paper);
  const number = pages.length > 1 ? pages.findIndex(({ id }) => id === page.id) + 1 : undefined;
  const notes = region ? noteLines(byStance(view.notesOn.get(region.id) ?? []), words) : [];
  return [
    {
      image: { tiers: page.tiers, size: page.size, turn: page.turn },
      rect: region?.rect,
      outline: region?.outline,
      caption: region ? words.cropOf(code, number) : words.wholePaper(code, pages.length),
      alt: words.altCrop({
        code,
        page: number,
        whole: region === undefined,
        described: page.alt.trim(),
        notes: notes.map(said(words)),
      }),
      to: shown.has(paper) ? anchorOfPage(page.id) : undefined,
      notes,
      ink: ink.get(page.id) ?? [],
    },
  ];
}
