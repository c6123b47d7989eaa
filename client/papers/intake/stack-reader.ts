/**
 * Reads files one after another in the worker and keeps the intake's state told: which file is being
 * read, each page as it comes, and why a file is refused. A file that did not come in as a whole leaves
 * none of its pages; the good files of the same drop go on.
 */
import type { Store } from "../../ui/store.ts";
import { type IntakeClient, IntakeEnded, IntakeNotLoaded } from "./intake-client.ts";
import { type IntakeFile, type IntakeState, pageAsRead, revokeThumb } from "./intake-state.ts";

export interface StackReader {
  /** Reads more files, behind those already here. */
  add(files: readonly File[]): void;
  /** Stops reading; files read to their end stay. */
  stop(): void;
}

export function createStackReader(state: Store<IntakeState>, client: IntakeClient): StackReader {
  const queue: { readonly source: number; readonly file: File }[] = [];
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

  async function readFile(source: number, file: File): Promise<void> {
    changeFile(source, { state: "reading" });
    try {
      const refusal = await client.readFile(file, (number, of, read) => {
        // A page that was on its way when the reading was stopped.
        if (!isListed(source)) return;
        const page = pageAsRead({ key: nextKey++, source, number }, read);
        state.set((last) => ({
          ...last,
          step: last.step === "choose" ? "pages" : last.step,
          pages: [...last.pages, page],
        }));
        changeFile(source, { done: number, of });
      });
      if (refusal) forgetPages(source);
      changeFile(source, { state: refusal ? "refused" : "read", refusal });
    } catch (error) {
      forgetPages(source);
      // Stopped by the teacher: then the file is not listed any more and this changes nothing.
      const refusal = error instanceof IntakeNotLoaded ? "unreachable" : "file_damaged";
      changeFile(source, { state: "refused", refusal });
      if (!(error instanceof IntakeEnded)) client.end();
    }
  }

  async function readQueue(): Promise<void> {
    if (isReading) return;
    isReading = true;
    for (let next = queue.shift(); next; next = queue.shift())
      await readFile(next.source, next.file);
    isReading = false;
  }

  return {
    add(files) {
      const fresh = inOrder(files).map((file) => ({ source: nextSource++, file }));
      queue.push(...fresh);
      state.set((last) => ({
        ...last,
        files: [...last.files, ...fresh.map(({ source, file }) => waiting(source, file.name))],
      }));
      void readQueue();
    },
    stop() {
      queue.length = 0;
      state.set((last) => ({
        ...last,
        files: last.files.filter((file) => file.state === "read" || file.state === "refused"),
      }));
      client.end();
    },
  };
}

const waiting = (source: number, name: string): IntakeFile => ({
  source,
  name,
  state: "waiting",
  refusal: undefined,
  of: 0,
  done: 0,
});

/** Scanners and phones number their files: 2 before 10. */
function inOrder(files: readonly File[]): readonly File[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return files.toSorted((a, b) => compare(a.name, b.name));
}
