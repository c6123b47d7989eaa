/**
 * Reads files one after another in the worker and keeps the intake's state told: which file is being
 * read, each page as it comes, and why a file is refused. A file that did not come in as a whole leaves
 * none of its pages; the good files of the same drop go on. A page that the worker breaks down over, or
 * never comes back from, is told of as unreadable, and the file is read on behind it.
 * test/unit/intake-stack-reader.test.ts holds it to its promises.
 */
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { limits } from "../../../shared/protocol/limits.ts";
import type { Store } from "../../ui/store.ts";
import { pathOf } from "./dropped-files.ts";
import type { Gate } from "./gate.ts";
import { type IntakeClient, IntakeEnded, IntakeNotLoaded } from "./intake-client.ts";
import {
  type IntakeFile,
  type IntakeState,
  pageAsRead,
  revokeThumb,
  withPage,
} from "./intake-state.ts";
import { createPatience } from "./patience.ts";

export interface StackReader {
  /** Reads more files, behind those already here. */
  add(files: readonly File[]): void;
  /** Tries a password on a locked file; it is not kept. */
  unlock(source: number, password: string): void;
  /** Takes a locked file off the list. */
  leaveOut(source: number): void;
  /** Stops reading; files read to their end stay. */
  stop(): void;
}

export interface StackReaderPorts {
  readonly client: Pick<IntakeClient, "readFile" | "end">;
  /** Pages are taken while it is open. */
  readonly gate: Gate;
  /** How long a file may take to open, and each of its pages to come. */
  readonly patience: { readonly openMs: number; readonly pageMs: number };
}

/** A slow computer may take a quarter of this over a large page in JPEG 2000. */
export const usualPatience = { openMs: 60_000, pageMs: 30_000 } as const;
/** A file with more pages than this that cannot be drawn is given up. */
const mostStuck = 3;

interface Queued {
  readonly source: number;
  readonly file: File;
  readonly password?: string;
}

export function createStackReader(
  state: Store<IntakeState>,
  { client, gate, patience }: StackReaderPorts,
): StackReader {
  const queue: Queued[] = [];
  const locked = new Map<number, File>();
  let nextSource = 0;
  let nextKey = 0;
  let isReading = false;

  const changeFile = (source: number, part: Partial<IntakeFile>): void =>
    state.set((last) => ({
      ...last,
      files: last.files.map((file) => (file.source === source ? { ...file, ...part } : file)),
    }));

  const isListed = (source: number): boolean =>
    state.get().files.some((file) => file.source === source);

  function keepPage(
    source: number,
    number: number,
    of: number,
    read: Parameters<typeof pageAsRead>[1],
  ): void {
    // A page that was on its way when the reading was stopped.
    if (!isListed(source)) return;
    const page = pageAsRead({ key: nextKey++, source, number }, read);
    state.set((last) => ({
      ...last,
      step: last.step === "choose" ? "pages" : last.step,
      pages: withPage(last.pages, page),
      // Sheets that part the stack say more than a count does.
      perPaper: page.separator ? "separator" : last.perPaper,
    }));
    changeFile(source, { done: number, of });
  }

  function forgetPages(source: number): void {
    const { pages } = state.get();
    for (const page of pages) if (page.source === source) revokeThumb(page);
    const left = pages.filter((page) => page.source !== source);
    state.set((last) => ({
      ...last,
      pages: left,
      step: left.length === 0 ? "choose" : last.step,
    }));
  }

  /** Reads on from a page; "stuck" when the worker broke down, or had to be ended. */
  async function readFrom(
    { source, file, password }: Queued,
    from: number,
    ahead: boolean,
  ): Promise<ErrorCode | "stuck" | undefined> {
    const others = state.get().pages.filter((page) => page.source !== source).length;
    const waiting = createPatience(patience.openMs);
    const reading = { from, ahead, mostPages: limits.stackPages - others, password };
    try {
      const answer = await Promise.race([
        waiting.ranOut,
        client.readFile(file, reading, async (number, of, read) => {
          if (number === 0) changeFile(source, { of });
          else keepPage(source, number, of, read);
          waiting.rest();
          await gate.pass();
          waiting.heard(patience.pageMs);
        }),
      ]);
      if (answer === "stuck") client.end();
      return answer;
    } catch (error) {
      if (error instanceof IntakeNotLoaded) return "unreachable";
      if (!(error instanceof IntakeEnded)) client.end();
      return "stuck";
    } finally {
      waiting.rest();
    }
  }

  async function readFile(next: Queued): Promise<void> {
    const { source } = next;
    changeFile(source, { state: "reading", refusal: undefined });
    const progress = (): Pick<IntakeFile, "done" | "of"> =>
      state.get().files.find((file) => file.source === source) ?? { done: 0, of: 0 };
    let answer = await readFrom(next, 1, true);
    for (let stuck = 0; answer === "stuck" && isListed(source); ) {
      const { done, of } = progress();
      if (of === 0 || stuck >= mostStuck) {
        answer = "file_too_heavy";
        break;
      }
      // Once more, page by page: only then it is plain which one does not come.
      answer = await readFrom(next, done + 1, false);
      if (answer !== "stuck" || progress().done > done || !isListed(source)) continue;
      stuck++;
      keepPage(source, done + 1, of, undefined);
      answer = done + 1 < of ? await readFrom(next, done + 2, false) : undefined;
    }
    // Stopped by the teacher: then the file is not listed any more.
    if (answer === "stuck") return;
    settle(next, answer);
  }

  function settle({ source, file }: Queued, refusal: ErrorCode | undefined): void {
    if (refusal) forgetPages(source);
    if (refusal === "password_needed" || refusal === "password_wrong") {
      locked.set(source, file);
      changeFile(source, { state: "locked", refusal, asks: true });
    } else changeFile(source, { state: refusal ? "refused" : "read", refusal, asks: false });
  }

  async function readQueue(): Promise<void> {
    if (isReading) return;
    isReading = true;
    for (let next = queue.shift(); next; next = queue.shift()) await readFile(next);
    isReading = false;
  }

  return {
    add(files) {
      const fresh = inOrder(files).map((file) => ({ source: nextSource++, file }));
      queue.push(...fresh);
      state.set((last) => ({
        ...last,
        files: [...last.files, ...fresh.map(({ source, file }) => waiting(source, pathOf(file)))],
      }));
      void readQueue();
    },
    unlock(source, password) {
      const file = locked.get(source);
      if (!file) return;
      locked.delete(source);
      changeFile(source, { state: "waiting" });
      queue.push({ source, file, password });
      void readQueue();
    },
    leaveOut(source) {
      locked.delete(source);
      state.set((last) => ({
        ...last,
        files: last.files.filter((file) => file.source !== source),
      }));
    },
    stop() {
      queue.length = 0;
      locked.clear();
      const isUnread = ({ state: at }: IntakeFile): boolean => at !== "read" && at !== "refused";
      const unread = state.get().files.filter(isUnread);
      state.set((last) => ({ ...last, files: last.files.filter((file) => !isUnread(file)) }));
      for (const { source } of unread) forgetPages(source);
      client.end();
    },
  };
}

const waiting = (source: number, name: string): IntakeFile => ({
  source,
  name,
  state: "waiting",
  refusal: undefined,
  asks: false,
  of: 0,
  done: 0,
});

/** Scanners and phones number their files: 2 before 10. */
function inOrder(files: readonly File[]): readonly File[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return files.toSorted((a, b) => compare(pathOf(a), pathOf(b)));
}
