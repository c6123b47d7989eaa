/**
 * The parts of a board that are not looked at first, each a chunk of its own. They are fetched once the
 * table is drawn and the page has nothing else to do, so that a line that drops later puts nothing out of reach.
 */
import { lazy } from "react";
import { fetchEditor } from "../text/field-writer.ts";
import { fetchDialogs } from "../ui/dialog.tsx";
import { fetchMenus } from "../ui/menu.tsx";
import { fetchToasts } from "../ui/toast.tsx";
import { pastParts } from "./keeping/past-parts.ts";

const fetchQuestions = () => import("./questions/questions-chunk.ts");
const fetchNeeds = () => import("../needs/needs-chunk.ts");
const fetchNumbers = () => import("../numbers/numbers-chunk.ts");

const load = {
  talk: () => import("../talk/talk-chunk.ts").then((chunk) => ({ default: chunk.TalkPanel })),
  pins: () => import("../talk/talk-chunk.ts").then((chunk) => ({ default: chunk.TalkPins })),
  needs: () => fetchNeeds().then((chunk) => ({ default: chunk.NeedsPanel })),
  chooseNeed: () => fetchNeeds().then((chunk) => ({ default: chunk.NeedChooser })),
  attach: () => fetchNeeds().then((chunk) => ({ default: chunk.NoteEvidence })),
  numbers: () => fetchNumbers().then((chunk) => ({ default: chunk.NumbersPanel })),
  bringInNumbers: () => fetchNumbers().then((chunk) => ({ default: chunk.BringInNumbers })),
  draw: () => fetchNumbers().then((chunk) => ({ default: chunk.DrawDialog })),
  paperNumbers: () => fetchNumbers().then((chunk) => ({ default: chunk.PaperNumbers })),
  questions: () => fetchQuestions().then((chunk) => ({ default: chunk.QuestionsPanel })),
  anchor: () => fetchQuestions().then((chunk) => ({ default: chunk.KeepAnchor })),
  tag: () => fetchQuestions().then((chunk) => ({ default: chunk.TagDialog })),
  filter: () => fetchQuestions().then((chunk) => ({ default: chunk.BrightFilter })),
  list: () => import("../list/list-view.tsx").then((chunk) => ({ default: chunk.ListView })),
  reader: () => import("../papers/reading/reader.tsx").then((chunk) => ({ default: chunk.Reader })),
  compare: () =>
    import("../papers/compare/compare.tsx").then((chunk) => ({ default: chunk.Compare })),
  alone: () => import("./alone/alone-parts.tsx").then((chunk) => ({ default: chunk.AloneParts })),
  aloneOffer: () =>
    import("./alone/alone-offer.tsx").then((chunk) => ({ default: chunk.AloneOffer })),
  between: () =>
    import("./alone/between-part.tsx").then((chunk) => ({ default: chunk.BetweenPart })),
  movement: () =>
    import("./alone/movement-part.tsx").then((chunk) => ({ default: chunk.MovementPart })),
  paperBetween: () =>
    import("../sorting/paper-between.tsx").then((chunk) => ({ default: chunk.PaperBetween })),
  composer: () =>
    import("../papers/reading/region-composer.tsx").then((chunk) => ({
      default: chunk.RegionComposer,
    })),
  review: () =>
    import("../review/export-dialog.tsx").then((chunk) => ({ default: chunk.ExportDialog })),
  palette: () => import("./finding/palette.tsx").then((chunk) => ({ default: chunk.Palette })),
  find: () => import("./finding/find-bar.tsx").then((chunk) => ({ default: chunk.FindBar })),
  outline: () =>
    import("./outline/outline-panel.tsx").then((chunk) => ({ default: chunk.OutlinePanel })),
  together: () =>
    import("./together/together-notes.tsx").then((chunk) => ({ default: chunk.TogetherNotes })),
  help: () => import("./bars/help-sheet.tsx").then((chunk) => ({ default: chunk.HelpSheet })),
  invite: () =>
    import("./bars/invite-dialog.tsx").then((chunk) => ({ default: chunk.InviteDialog })),
  shapePanel: () =>
    import("./shapes/shape-panel.tsx").then((chunk) => ({ default: chunk.ShapePanel })),
  shapeName: () =>
    import("./shapes/shape-name.tsx").then((chunk) => ({ default: chunk.ShapeName })),
  image: () =>
    import("./shapes/image-dialog.tsx").then((chunk) => ({ default: chunk.ImageDialog })),
  crop: () => import("./shapes/crop-dialog.tsx").then((chunk) => ({ default: chunk.CropDialog })),
  task: () =>
    import("../papers/tasks/board-task.tsx").then((chunk) => ({ default: chunk.BoardTask })),
  keyBook: () =>
    import("../papers/keys/key-book-dialog.tsx").then((chunk) => ({
      default: chunk.KeyBookDialog,
    })),
  intake: () =>
    import("../papers/intake/bring-in-papers.tsx").then((chunk) => ({
      default: chunk.BringInPapers,
    })),
} as const;

export const TalkPanel = lazy(load.talk);
export const TalkPins = lazy(load.pins);
export const NeedsPanel = lazy(load.needs);
export const NeedChooser = lazy(load.chooseNeed);
export const NoteEvidence = lazy(load.attach);
export const NumbersPanel = lazy(load.numbers);
export const BrightFilter = lazy(load.filter);
export const BringInNumbers = lazy(load.bringInNumbers);
export const DrawDialog = lazy(load.draw);
export const PaperNumbers = lazy(load.paperNumbers);
export const QuestionsPanel = lazy(load.questions);
export const TagDialog = lazy(load.tag);
export const ListView = lazy(load.list);
export const Reader = lazy(load.reader);
export const Compare = lazy(load.compare);
export const AloneParts = lazy(load.alone);
export const AloneOffer = lazy(load.aloneOffer);
export const BetweenPart = lazy(load.between);
export const MovementPart = lazy(load.movement);
export const PaperBetween = lazy(load.paperBetween);
export const RegionComposer = lazy(load.composer);
export const ExportDialog = lazy(load.review);
export const Palette = lazy(load.palette);
export const FindBar = lazy(load.find);
export const OutlinePanel = lazy(load.outline);
export const TogetherNotes = lazy(load.together);
export const HelpSheet = lazy(load.help);
export const InviteDialog = lazy(load.invite);
export const ShapePanel = lazy(load.shapePanel);
export const ShapeName = lazy(load.shapeName);
export const ImageDialog = lazy(load.image);
export const CropDialog = lazy(load.crop);
export const BoardTask = lazy(load.task);
export const KeepAnchor = lazy(load.anchor);
export const KeyBookDialog = lazy(load.keyBook);
export const BringInPapers = lazy(load.intake);

/** What a board needs of sorting alone: fetched in quiet time, so that a round can begin without a line. */
const fetchSortingAlone = () =>
  Promise.all([import("../sync/sorting-alone.ts"), import("./alone/alone-acts.ts")]);

/** What draws shapes at the table: fetched sooner where the board has any. */
export const fetchShapes = () => import("./shapes/shapes-on-table.ts");

/** What draws where laser pointers were: fetched sooner where one shines. */
export const fetchLaserTrails = () => import("./table/laser-trails.ts");

/** A page that never rests gets its parts all the same. */
const patienceMs = 5_000;

/** Tells tests and measurements, in the page's timeline, that nothing more is fetched ahead. */
const fetchedAll = "noticeboard: parts fetched";

/** Fetches every part in quiet time, one after the other; the returned function gives it up. */
export function fetchParts(): () => void {
  let isOver = false;
  const quiet = (): Promise<unknown> =>
    new Promise((resolve) => {
      // Not every browser tells of quiet time.
      if (typeof requestIdleCallback === "undefined") setTimeout(resolve, 50);
      else requestIdleCallback(resolve, { timeout: patienceMs });
    });
  async function fetchAll(): Promise<void> {
    // The editor, which is large, comes last.
    for (const part of [
      fetchToasts,
      fetchMenus,
      fetchDialogs,
      fetchSortingAlone,
      ...Object.values(load),
      fetchShapes,
      fetchLaserTrails,
      ...pastParts,
      fetchEditor,
    ]) {
      await quiet();
      if (isOver) return;
      // One that does not come now is asked for again when it is opened.
      await part().catch(() => {});
    }
    performance.mark(fetchedAll);
  }
  void fetchAll();
  return () => {
    isOver = true;
  };
}
