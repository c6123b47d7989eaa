/**
 * One "Bring in papers" from files to papers on the board.
 *
 * Owns the order of things: pages stay here as encoded pictures, and nothing lies on the board until
 * every page of every paper is masked, checked and stored (sending.ts); then one act puts all of them
 * there.
 */
import type { Task } from "../../../shared/board/meta.ts";
import type { PageRect } from "../../../shared/geometry/rect.ts";
import type { TemplateSettings } from "../../../shared/inquiry/templates.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { createStore, type Store } from "../../ui/store.ts";
import type { KeyBook } from "../keys/key-book.ts";
import type { Grouping } from "./arrange.ts";
import { cornersOf, type Fit, fitOf } from "./fit.ts";
import { createGate } from "./gate.ts";
import { shapeAfter, stepped, withStep } from "./history.ts";
import { createIntakeClient, type IntakeClient } from "./intake-client.ts";
import {
  freshIntake,
  groupingOf,
  type IntakePage,
  type IntakeState,
  type PupilsAtHand,
  papersAtHand,
  revokeThumb,
  type Step,
  seenAs,
  withSuggestion,
} from "./intake-state.ts";
import { withBoxes, withExtra, withNameless } from "./masks.ts";
import { createSending } from "./sending.ts";
import { type PerPaper, turned } from "./stack.ts";
import { createStackReader, usualPatience } from "./stack-reader.ts";
import type { Quad } from "./worker/pixels/quad.ts";

export interface Intake {
  readonly state: Store<IntakeState>;
  readonly client: IntakeClient;
  addFiles(files: readonly File[]): void;
  /** Tries a password on a locked file; it is used in this browser alone and not kept. */
  unlock(source: number, password: string): void;
  /** Goes on without a locked file. */
  leaveOut(source: number): void;
  /** Lets reading and sending rest, or go on. */
  pause(paused: boolean): void;
  /** Stops reading; files read to their end stay. */
  stopReading(): void;
  /** Takes the refused files off the list. */
  forgetProblems(): void;
  go(step: Step): void;
  setPerPaper(perPaper: PerPaper): void;
  setBlanksAside(aside: boolean): void;
  setWhite(white: boolean): void;
  /** What a hand did to the stack, as one step that can be taken back. */
  arrange(next: (pages: readonly IntakePage[], grouping: Grouping) => readonly IntakePage[]): void;
  /** Takes pages out of the stack, or puts them back. */
  drop(keys: readonly number[], dropped: boolean): void;
  /** By a quarter, clockwise. */
  turn(keys: readonly number[]): void;
  /** Takes the last act on the stack back, or does it again. */
  step(way: "back" | "forth"): void;
  /** Opens one page to set its sheet by hand, or lays it back. */
  toFit(key: number | undefined): void;
  setCorners(corners: Quad): void;
  /** Takes the corners that were set; resolves when the page's pictures are made anew. */
  useCorners(): Promise<void>;
  /** Shows the pages of this number (from 0) for masking. */
  toNumber(number: number): void;
  /** Takes one page up for masking by itself, or lays it back. */
  touch(key: number | undefined): void;
  /** Whether a colleague looks as well; "now" once it is their turn. */
  setSecond(second: IntakeState["second"]): void;
  /** The colleague has had this page before their eyes. */
  setLookedOver(key: number): void;
  /** Whether the page's strip is in view, or may be, and not cut yet. */
  setUncut(key: number, isUncut: boolean): void;
  setBoxes(number: number, boxes: readonly PageRect[]): void;
  setNameless(number: number, nameless: boolean): void;
  setExtra(key: number, boxes: readonly PageRect[]): void;
  /** Stores what is not stored yet and puts the papers on the board; also "try again". */
  /** One of the task's texts is another now. */
  setTask(text: Partial<Task>): void;
  /** Takes pages of each pupil, masks and the task from a template of the team. */
  useTemplate(template: TemplateSettings): void;
  /** What a teacher's key book says; stays in this page. */
  openBook(book: KeyBook): void;
  /** Who the paper is by, by the key of its first page. */
  setName(key: number, name: string): void;
  /** Names papers in the order of the key book, from the first on. */
  nameInOrder(): void;
  setGroup(group: string): void;
  bringIn(): Promise<void>;
  /** Brings in the practice set, which is masked already, by the same way. */
  practise(): Promise<void>;
  /** Back from sending to the masks; what was masked by then is let go. */
  stopSending(): void;
  /** Lets go of what is on its way. */
  letGo(): void;
  /**
   * Ends everything and gives the pictures' memory back. What is masked and on its way, and was not let
   * go, waits in the outbox.
   */
  end(): void;
}

export function createIntake(session: BoardSession): Intake {
  const state = createStore<IntakeState>(freshIntake);
  const client = createIntakeClient();
  const gate = createGate();
  const reader = createStackReader(state, { client, gate, patience: usualPatience });
  const sending = createSending({ session, state, client, gate });

  const change = (part: Partial<IntakeState>): void => state.set((last) => ({ ...last, ...part }));
  const changePages = (
    keys: ReadonlySet<number>,
    next: (page: IntakePage) => Partial<IntakePage>,
  ): void =>
    state.set((last) => ({
      ...last,
      pages: last.pages.map((page) => (keys.has(page.key) ? { ...page, ...next(page) } : page)),
    }));
  const changePupils = (next: (pupils: PupilsAtHand) => Partial<PupilsAtHand>): void =>
    state.set((last) => ({ ...last, pupils: { ...last.pupils, ...next(last.pupils) } }));
  /** Changes what can be taken back. */
  const act = (next: (last: IntakeState) => Partial<IntakeState>): void =>
    state.set((last) => withStep(last, { ...last, ...next(last) }));
  const actOn = (
    keys: readonly number[],
    next: (page: IntakePage) => Partial<IntakePage>,
  ): void => {
    const these = new Set(keys);
    act(({ pages }) => ({
      pages: pages.map((page) => (these.has(page.key) ? { ...page, ...next(page) } : page)),
    }));
  };

  function pause(paused: boolean): void {
    if (paused) gate.shut();
    else gate.open();
    change({ paused });
  }

  /** Makes a page's pictures anew; what was asked for last holds. */
  const refitting = new Map<number, Fit | undefined>();
  async function remake(key: number, fit: Fit | undefined): Promise<boolean> {
    const { whole } = state.get().pages.find((page) => page.key === key) ?? {};
    if (!whole) return false;
    refitting.set(key, fit);
    const made = await client.run((worker) => worker.refitPage(whole, fit)).catch(() => undefined);
    const now = state.get().pages.find((page) => page.key === key);
    if (!made || !now || refitting.get(key) !== fit) return false;
    refitting.delete(key);
    revokeThumb(now);
    const seen = seenAs(made);
    const shape = shapeAfter({ turn: 0, shape: seen.shape }, now.turn);
    changePages(new Set([key]), () => ({ ...seen, shape }));
    return true;
  }

  return {
    state,
    client,
    addFiles: reader.add,
    unlock: reader.unlock,
    leaveOut: reader.leaveOut,
    pause,
    stopReading() {
      pause(false);
      reader.stop();
    },
    forgetProblems: () =>
      state.set((last) => ({
        ...last,
        files: last.files.filter((file) => file.state !== "refused"),
      })),
    go: (step) =>
      state.set((last) => ({
        ...last,
        step,
        number: 0,
        touching: undefined,
        fitting: undefined,
        masks: step === "names" ? withSuggestion(last.masks) : last.masks,
        // What is masked anew is looked through anew, by both.
        second: last.second === "now" && step === "names" ? "wanted" : last.second,
      })),
    setPerPaper: (perPaper) => act(() => ({ perPaper })),
    setBlanksAside: (aside) => act(() => ({ blanks: aside })),
    setWhite: (white) => act(() => ({ white })),
    arrange: (next) => act((last) => ({ pages: next(last.pages, groupingOf(last)) })),
    // A blank page that is put back stays, whatever is done with the others.
    drop: (keys, dropped) => actOn(keys, () => ({ dropped, stays: !dropped })),
    turn: (keys) => actOn(keys, (page) => ({ turn: turned(page.turn), shape: 1 / page.shape })),
    step(way) {
      const next = stepped(state.get(), way);
      if (!next) return;
      state.set(next.state);
      for (const { key, fit } of next.refits) void remake(key, fit);
    },
    toFit: (key) =>
      state.set((last) => {
        const page = last.pages.find((each) => each.key === key);
        const fitting = page?.whole && { key: page.key, corners: cornersOf(page.fit) };
        return { ...last, fitting: fitting || undefined };
      }),
    setCorners: (corners) =>
      state.set((last) => ({ ...last, fitting: last.fitting && { ...last.fitting, corners } })),
    async useCorners() {
      const { fitting, pages } = state.get();
      change({ fitting: undefined });
      const page = pages.find(({ key }) => key === fitting?.key);
      if (!fitting || !page || fitting.corners === cornersOf(page.fit)) return;
      if (await remake(page.key, fitOf(fitting.corners)))
        state.set((last) => withStep({ ...last, pages: withFit(last.pages, page) }, last));
    },
    toNumber: (number) => change({ number }),
    touch: (touching) => change({ touching }),
    setSecond: (second) => change({ second, lookedOver: new Set() }),
    setLookedOver: (key) =>
      state.set((last) => ({ ...last, lookedOver: new Set([...last.lookedOver, key]) })),
    setUncut(key, isUncut) {
      const { uncut } = state.get();
      if (uncut.has(key) === isUncut) return;
      const others = [...uncut].filter((one) => one !== key);
      change({ uncut: new Set(isUncut ? [...others, key] : others) });
    },
    setBoxes: (number, boxes) =>
      state.set((last) => ({ ...last, masks: withBoxes(last.masks, number, boxes) })),
    setNameless: (number, nameless) =>
      state.set((last) => ({ ...last, masks: withNameless(last.masks, number, nameless) })),
    setExtra: (key, boxes) =>
      state.set((last) => ({ ...last, masks: withExtra(last.masks, key, boxes) })),
    setTask: (text) => state.set((last) => ({ ...last, task: { ...last.task, ...text } })),
    useTemplate({ pages, masks, nameless, prompt, lookFor }) {
      act(() => ({ perPaper: pages }));
      change({
        task: { prompt, lookFor },
        masks: { byNumber: masks, nameless: new Set(nameless), extra: new Map() },
        number: 0,
      });
    },
    openBook: (book) => changePupils(() => ({ book })),
    setName: (key, name) => changePupils(({ names }) => ({ names: new Map(names).set(key, name) })),
    nameInOrder: () =>
      state.set((last) => {
        const { book } = last.pupils;
        const papers = papersAtHand(last).slice(0, book.length);
        const names = new Map(papers.map(({ key }, i) => [key, book[i]?.name ?? ""]));
        return { ...last, pupils: { ...last.pupils, names } };
      }),
    setGroup: (group) => changePupils(() => ({ group })),
    bringIn: sending.bringIn,
    practise: sending.practise,
    stopSending() {
      pause(false);
      sending.letGo();
      client.end();
      change({ step: "look", sending: undefined });
    },
    letGo: sending.letGo,
    end() {
      sending.leave();
      pause(false);
      reader.stop();
      for (const page of state.get().pages) revokeThumb(page);
      state.set(freshIntake);
    },
  };
}

/** The pages with one put straight as it was before. */
function withFit(pages: readonly IntakePage[], { key, fit }: IntakePage): readonly IntakePage[] {
  return pages.map((page) => (page.key === key ? { ...page, fit } : page));
}
