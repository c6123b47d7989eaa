/** The words of `client/ui`: what every dialog, field and message says alike. */
export const ui = {
  product: "Noticeboard",
  /** The browser tab's title. */
  pageTitle: (page: string): string => `${page} · Noticeboard`,
  /** The beginning of a sentence, of words that stand inside one. */
  sentence: (words: string): string => words.charAt(0).toUpperCase() + words.slice(1),
  close: "Close",
  dismiss: "Dismiss",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "It could not be copied. Select it and copy it by hand.",
  messages: "Messages",
  resizePanel: "Width of this panel",
  appearance: {
    system: "Light or dark as on this device",
    light: "Always light",
    dark: "Always dark",
    singleKeys: "Shortcuts with a single key",
  },
  /** How keys are written in hints, on keyboards other than Apple's. */
  keys: {
    mod: "Ctrl",
    alt: "Alt",
    shift: "Shift",
    enter: "Enter",
    escape: "Esc",
    space: "Space",
    delete: "Del",
    backspace: "Backspace",
    tab: "Tab",
    contextmenu: "Menu",
  },
  progress: (value: number, max: number): string => `${value} of ${max}`,
} as const;
