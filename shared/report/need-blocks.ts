/**
 * The needs of a report: each with where it was seen, how many papers it stands on, and its evidence
 * as crops of the pages with the notes on them.
 */
import type { Evidence } from "../board/needs.ts";
import { standingOf } from "../board/standing.ts";
import { anchorOfNeed, anchorOfPage } from "./anchors.ts";
import { byStance, noteLines, said } from "./note-lines.ts";
import type { NumberedNeed } from "./numbered-needs.ts";
import type { Block, Crop, Heading, NeedBlock, Phrase, WrittenBlock } from "./report.ts";
import { codeOf, type Telling } from "./telling.ts";
import { lettersOf, saidBlock, writtenOf } from "./written.ts";

export function needBlocks(telling: Telling): Block[] {
  const { needs, words } = telling;
  if (needs.length === 0) return [];
  return [
    { is: "heading", level: 2, words: words.needsHeading },
    ...needs.map((told) => needBlock(telling, told)),
  ];
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
