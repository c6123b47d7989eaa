/** The tone of skin that a person's emoji have in this browser; kept in its storage, never sent. */
import { createStore, useStore } from "../../ui/store.ts";
import { type Tone, tones } from "./tones.ts";

const key = "noticeboard/emoji-tone";
const tone = createStore<Tone>(read());

export function useTone(): readonly [Tone, (next: Tone) => void] {
  return [useStore(tone), choose];
}

function choose(next: Tone): void {
  tone.set(next);
  try {
    localStorage.setItem(key, String(tones.indexOf(next)));
  } catch {
    // A browser that refuses storage forgets it with the tab.
  }
}

function read(): Tone {
  try {
    return tones[Number(localStorage.getItem(key) ?? 0)] ?? "";
  } catch {
    return "";
  }
}
