/** Keys as they are written, pressed and shown. */
import { describe, expect, test } from "vitest";
import {
  ariaHotkey,
  type KeyPress,
  matchesHotkey,
  parseHotkey,
  showHotkey,
} from "../../../client/ui/hotkeys.ts";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const fits = (hotkey: string, pressed: KeyPress, apple = false): boolean =>
  matchesHotkey(parseHotkey(hotkey), pressed, apple);

describe("a key", () => {
  test("is Ctrl on most keyboards and Command on Apple's, never the other", () => {
    expect(fits("mod+z", press("z", { ctrlKey: true }))).toBe(true);
    expect(fits("mod+z", press("z", { metaKey: true }))).toBe(false);
    expect(fits("mod+z", press("z", { metaKey: true }), true)).toBe(true);
    expect(fits("mod+z", press("z", { ctrlKey: true }), true)).toBe(false);
  });

  test("is not taken when more is held than it asks for", () => {
    expect(fits("n", press("n"))).toBe(true);
    expect(fits("n", press("n", { ctrlKey: true }))).toBe(false);
    expect(fits("n", press("n", { altKey: true }))).toBe(false);
    expect(fits("n", press("N", { shiftKey: true }))).toBe(false);
    expect(fits("mod+z", press("Z", { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(fits("mod+shift+z", press("Z", { ctrlKey: true, shiftKey: true }))).toBe(true);
  });

  test("works the same with caps lock on", () => {
    expect(fits("n", press("N"))).toBe(true);
  });

  test("that is a sign is found wherever a keyboard keeps it, with shift or without", () => {
    expect(fits("?", press("?", { shiftKey: true }))).toBe(true);
    expect(fits("?", press("?"))).toBe(true);
    expect(fits("mod++", press("+", { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(fits("+", press("+"))).toBe(true);
    expect(fits("mod+-", press("-", { ctrlKey: true }))).toBe(true);
  });

  test("of a letter is found by its place where the layout has other letters", () => {
    expect(fits("mod+z", press("я", { ctrlKey: true, code: "KeyZ" }))).toBe(true);
    // On a German keyboard the key in that place writes y, and y is what was meant.
    expect(fits("mod+z", press("y", { ctrlKey: true, code: "KeyZ" }))).toBe(false);
  });

  test("of a digit needs no shift and is not its sign", () => {
    expect(fits("1", press("1"))).toBe(true);
    expect(fits("1", press("!", { shiftKey: true }))).toBe(false);
  });

  test("may have a name", () => {
    expect(fits("space", press(" "))).toBe(true);
    expect(fits("escape", press("Escape"))).toBe(true);
    expect(fits("shift+arrowleft", press("ArrowLeft", { shiftKey: true }))).toBe(true);
  });
});

describe("a key in a hint", () => {
  test.each([
    ["mod+shift+z", "Ctrl+Shift+Z", "⇧⌘Z", "Control+Shift+z", "Meta+Shift+z"],
    ["n", "N", "N", "n", "n"],
    ["arrowleft", "←", "←", "ArrowLeft", "ArrowLeft"],
    ["f2", "F2", "F2", "F2", "F2"],
    ["delete", "Del", "Del", "Delete", "Delete"],
    ["space", "Space", "Space", "Space", "Space"],
    ["alt+enter", "Alt+Enter", "⌥Enter", "Alt+Enter", "Alt+Enter"],
  ])("%s reads as people know it", (written, usual, apple, aria, ariaApple) => {
    expect(showHotkey(written, false)).toBe(usual);
    expect(showHotkey(written, true)).toBe(apple);
    expect(ariaHotkey(written, false)).toBe(aria);
    expect(ariaHotkey(written, true)).toBe(ariaApple);
  });
});
