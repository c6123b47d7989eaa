/**
 * Beginnings of sentences for a stance, offered and never asked for: a tap puts one into the field as
 * ordinary words, to be kept, changed or taken out. They step aside once somebody writes.
 */

import type { RefObject } from "react";
import type { Stance } from "../../../shared/board/notes.ts";
import { reading as readingWords } from "../../words/en/reading.ts";
import styles from "./stems.module.css";

export interface StemsProps {
  readonly stance: Stance;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly written: string;
  readonly onWrite: (words: string) => void;
}

export function Stems({ stance, field, written, onWrite }: StemsProps) {
  const stems: readonly string[] = readingWords.stems[stance === "plain" ? "notice" : stance];
  const all: readonly string[] = Object.values(readingWords.stems).flat();
  const fresh = written.trim() === "" || all.some((stem) => begun(stem).trim() === written.trim());
  return (
    <fieldset className={styles["stems"]} aria-label={readingWords.stemsLabel} hidden={!fresh}>
      {stems.map((stem) => (
        <button
          key={stem}
          type="button"
          className={styles["stem"]}
          onClick={() => {
            onWrite(begun(stem));
            const element = field.current;
            if (!element) return;
            // Written here too, so that the caret can stand at the end at once.
            element.value = begun(stem);
            element.focus();
            element.setSelectionRange(element.value.length, element.value.length);
          }}
        >
          {stem}
        </button>
      ))}
    </fieldset>
  );
}

/** The stem as the beginning of somebody's own words. */
export function begun(stem: string): string {
  return `${stem.replace(/[…\s]+$/, "")} `;
}
