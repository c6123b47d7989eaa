/**
 * Keys of the interface, written as `mod+z`, `shift+arrowleft`, `n`, `?`: `mod` is Ctrl, or Command on
 * Apple's keyboards. Names are those of `KeyboardEvent.key` in lower case, a space is `space`.
 *
 * Keys stay quiet while somebody types in a field, while a dialog or menu is open above the view that
 * registered them, and during composition. Single keys can be switched off as a whole, which
 * WCAG 2.1.4 asks for.
 */
import { useEffect, useEffectEvent } from "react";
import { words } from "../words/words.ts";
import { createStore } from "./store.ts";

export interface Hotkey {
  readonly key: string;
  readonly mod: boolean;
  readonly alt: boolean;
  /** Undefined where the key itself says it: `?` needs shift on one keyboard and not on another. */
  readonly shift: boolean | undefined;
}

export interface KeyPress {
  readonly key: string;
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const modifiers = ["mod", "alt", "shift"];
const isSign = (key: string): boolean =>
  key.length === 1 && key.toLowerCase() === key.toUpperCase();

export function parseHotkey(written: string): Hotkey {
  // The key itself may be a plus: `mod++`.
  const parts = written.endsWith("+")
    ? [...written.slice(0, -1).split("+").filter(Boolean), "+"]
    : written.split("+");
  const key = (parts.at(-1) ?? "").toLowerCase();
  const held = parts.slice(0, -1).filter((part) => modifiers.includes(part));
  const sign = isSign(key) && !/\d/.test(key);
  return {
    key: key === "space" ? " " : key,
    mod: held.includes("mod"),
    alt: held.includes("alt"),
    shift: held.includes("shift") ? true : sign ? undefined : false,
  };
}

export function matchesHotkey(hotkey: Hotkey, press: KeyPress, apple: boolean): boolean {
  const mod = apple ? press.metaKey : press.ctrlKey;
  const other = apple ? press.ctrlKey : press.metaKey;
  if (mod !== hotkey.mod || other || press.altKey !== hotkey.alt) return false;
  if (hotkey.shift !== undefined && press.shiftKey !== hotkey.shift) return false;
  if (press.key.toLowerCase() === hotkey.key) return true;
  // On layouts without Latin letters the place on the keyboard decides; so it does for digits.
  if (/^\d$/.test(hotkey.key)) return press.code === `Digit${hotkey.key}`;
  return press.code === `Key${hotkey.key.toUpperCase()}` && !/^[a-z]$/i.test(press.key);
}

/** Whether keys pressed here are words being written, or belong to the control itself. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest("input, textarea, select, [contenteditable]");
  if (!field) return false;
  if (field instanceof HTMLInputElement) {
    return !["button", "checkbox", "radio", "range", "submit", "reset", "color", "file"].includes(
      field.type,
    );
  }
  return field.getAttribute("contenteditable") !== "false";
}

export const isApple = (): boolean =>
  typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Whether a key is one of those that WCAG 2.1.4 means: a letter, digit or sign with no Ctrl or Alt. */
export const isSingleKey = ({ key, mod, alt }: Hotkey): boolean =>
  !mod && !alt && key.length === 1 && key !== " ";

/** Whether single keys do anything. */
export const singleKeys = createStore(true);

/** Whether something modal lies above the place the keys were registered for. */
function isCovered(within: Element | null): boolean {
  // What is on its way out covers nothing any more.
  const layers = ':is([role="menu"], [data-modal]):not([data-closed])';
  return [...document.querySelectorAll(layers)].some(
    (layer) => !(within && layer.contains(within)),
  );
}

export interface HotkeysOptions {
  readonly enabled?: boolean;
  /** The dialog the keys belong to; without it they belong to the page under all dialogs. */
  readonly within?: { readonly current: Element | null };
}

/**
 * Runs a function on its key, for as long as the component is mounted. The browser's own meaning of a
 * key is suppressed when it was used; a function that returns false did not use it.
 */
export function useHotkeys(
  keys: { readonly [hotkey: string]: (event: KeyboardEvent) => unknown },
  options: HotkeysOptions = {},
): void {
  const { enabled = true, within } = options;
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
    const apple = isApple();
    for (const [written, run] of Object.entries(keys)) {
      const hotkey = parseHotkey(written);
      if (!matchesHotkey(hotkey, event, apple)) continue;
      if (isSingleKey(hotkey) && !singleKeys.get()) continue;
      if (isCovered(within?.current ?? null)) return;
      if (run(event) !== false) event.preventDefault();
      return;
    }
  });
  useEffect(() => {
    if (!enabled) return;
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [enabled]);
}

/**
 * Whether a press writes something in a field: a letter or sign, or one that an input method or a dead key
 * is about to make. A space is no beginning.
 */
export function writesLetter(press: KeyPress & Pick<KeyboardEvent, "getModifierState">): boolean {
  // The right Alt of many keyboards is told as Ctrl with Alt, and writes.
  const isHeld = press.ctrlKey || press.metaKey || press.altKey;
  if (isHeld && !press.getModifierState("AltGraph")) return false;
  return press.key === "Dead" || press.key === "Process" || /^[^\s]$/u.test(press.key);
}

/**
 * While single keys are switched off, letters are free to be written: `begin` opens a field for them and
 * takes the focus there before the press is over, so that the browser writes the letter into it.
 */
export function useLetters(begin: () => void, options: Pick<HotkeysOptions, "enabled"> = {}): void {
  const { enabled = true } = options;
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    if (singleKeys.get() || event.defaultPrevented || event.isComposing) return;
    if (isTyping(event.target) || !writesLetter(event) || isCovered(null)) return;
    begin();
  });
  useEffect(() => {
    if (!enabled) return;
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [enabled]);
}

const apples: { readonly [part: string]: string } = { mod: "⌘", alt: "⌥", shift: "⇧" };
const arrows: { readonly [key: string]: string } = {
  arrowleft: "←",
  arrowright: "→",
  arrowup: "↑",
  arrowdown: "↓",
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** The second word of `arrowleft`, `pagedown` and the like, which `aria-keyshortcuts` capitalises. */
const twoWords = /(?<=^(?:Arrow|Page))\w+/;

/** A key as people read it: `mod+shift+z` is `Ctrl+Shift+Z`, or `⇧⌘Z` on Apple's keyboards. */
export function showHotkey(written: string, apple: boolean = isApple()): string {
  const { key, mod, alt, shift } = parseHotkey(written);
  const names: { readonly [part: string]: string } = words.ui.keys;
  const name = key === " " ? "space" : key;
  const last = arrows[name] ?? names[name] ?? capital(name);
  const held = [alt && "alt", shift && "shift", mod && "mod"].filter(Boolean);
  if (apple) return [...held.map((part) => apples[part as string] ?? ""), last].join("");
  return [...held.toReversed().map((part) => names[part as string] ?? ""), last].join("+");
}

/** A key in the form of `aria-keyshortcuts`. */
export function ariaHotkey(written: string, apple: boolean = isApple()): string {
  const { key, mod, alt, shift } = parseHotkey(written);
  return [
    mod && (apple ? "Meta" : "Control"),
    alt && "Alt",
    shift && "Shift",
    key === " " ? "Space" : key.length === 1 ? key : capital(key).replace(twoWords, capital),
  ]
    .filter(Boolean)
    .join("+");
}
