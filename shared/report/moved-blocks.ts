/**
 * What moved from the pupils' first papers on a board to their last ones, beside what the team tried. Each figure
 * names its papers; where small numbers are held back it names none, and none can be found from the others.
 */
import { smallCell, suppressed } from "../sorting/movement.ts";
import {
  type MovedPupil,
  movementOf,
  ofSet,
  type SetMovement,
  setsOn,
  ways,
} from "../sorting/sets.ts";
import { anchorOfPaper } from "./anchors.ts";
import { plainParagraph } from "./note-lines.ts";
import type { Block, NoteLine, Phrase } from "./report.ts";
import type { Telling } from "./telling.ts";

export function movedBlocks(telling: Telling): Block[] {
  const { view, words } = telling;
  const sets = setsOn(view);
  const [first, last] = [sets[0], sets.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const moved = movementOf(ofSet(view, first), ofSet(view, last));
  if (moved.up + moved.same + moved.down === 0) return [];
  const tried = view.meta.tried.trim();
  const said = [{ words: `${words.triedTitle}  `, marks: "b" }, { words: tried }];
  const { told, isSuppressed } = tellable(telling, moved);
  return [
    { is: "heading", level: 2, words: words.movedHeading },
    { is: "paragraph", tone: "soft", phrases: [{ words: words.movedAbout(first, last) }] },
    ...(tried === "" ? [] : [{ is: "paragraph", tone: "plain", phrases: said } as const]),
    { is: "list", items: [...totals(telling, moved, told), ...figures(telling, moved, told)] },
    ...(isSuppressed
      ? [
          {
            is: "paragraph",
            tone: "soft",
            phrases: [{ words: words.heldBack(smallCell) }],
          } as const,
        ]
      : []),
  ];
}

type Told = readonly (readonly (number | undefined)[])[];

/** The figures that may be said; undefined for what is held back. */
function tellable(
  { holdsBack }: Telling,
  { cells }: SetMovement,
): { readonly told: Told; readonly isSuppressed: boolean } {
  const counts = cells.map((row) => row.map((cell) => cell.length));
  const told = holdsBack ? suppressed(counts) : counts;
  return { told, isSuppressed: told.flat().includes(undefined) };
}

/** A sum in which something is held back is held back too. */
function totals({ words }: Telling, moved: SetMovement, told: Told): NoteLine[] {
  const shown = moved.isOrdered ? ways : ways.filter((way) => way === "same");
  return shown.map((way) => {
    const parts = told.flatMap((row, from) => row.filter((_, to) => moved.wayOf(from, to) === way));
    const sum = parts.includes(undefined)
      ? undefined
      : parts.reduce<number>((all, count) => all + (count ?? 0), 0);
    const said = sum === undefined ? words.notTold : words.codes(sum);
    return { label: words.ways[way], written: [plainParagraph([{ words: said }])] };
  });
}

function figures(telling: Telling, moved: SetMovement, told: Told): NoteLine[] {
  const { words } = telling;
  return moved.from.flatMap((pile, from) =>
    moved.to.flatMap((other, to): NoteLine[] => {
      const count = told[from]?.[to];
      if (count === 0) return [];
      const label = words.fromTo(words.pileName(pile), words.pileName(other));
      const pupils = moved.cells[from]?.[to] ?? [];
      const phrases: Phrase[] =
        count === undefined
          ? [{ words: words.notTold }]
          : [{ words: words.codes(count) }, ...named(telling, pupils)];
      return [{ label, written: [plainParagraph(phrases)] }];
    }),
  );
}

/** The codes, each the way to its later paper; none where small numbers are held back. */
function named({ shown, holdsBack }: Telling, pupils: readonly MovedPupil[]): Phrase[] {
  if (holdsBack) return [];
  return pupils.flatMap(({ code, papers: [, later] }, i): Phrase[] => [
    { words: i === 0 ? ": " : ", " },
    { words: code, ...(shown.has(later) ? { to: anchorOfPaper(later) } : {}) },
  ]);
}
