/** What the page shows of the notebook besides its words, kept current at a calm pace. */
import { useEffect, useState } from "react";
import type * as Y from "yjs";
import {
  type Heading,
  isNotebookEmpty,
  notebookText,
  outlineOf,
} from "../../shared/inquiry/notebook.ts";
import { sameValue } from "../../shared/records/records.ts";
import { readBlocks } from "../../shared/text/blocks.ts";

export interface NotebookState {
  readonly outline: readonly Heading[];
  readonly isEmpty: boolean;
}

/** Whoever types does not wait for the outline. */
const calmMs = 150;

const stateOf = (doc: Y.Doc): NotebookState => ({
  outline: outlineOf(readBlocks(notebookText(doc))),
  isEmpty: isNotebookEmpty(doc),
});

export function useNotebook(doc: Y.Doc): NotebookState {
  const [state, setState] = useState(() => stateOf(doc));
  useEffect(() => {
    const text = notebookText(doc);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      timer = undefined;
      const next = stateOf(doc);
      setState((last) => (sameValue(last, next) ? last : next));
    };
    const onChange = (): void => {
      timer ??= setTimeout(look, calmMs);
    };
    text.observe(onChange);
    look();
    return () => {
      text.unobserve(onChange);
      clearTimeout(timer);
    };
  }, [doc]);
  return state;
}
