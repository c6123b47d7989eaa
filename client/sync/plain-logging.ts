/**
 * In place of `lib0/logging`, of which Yjs says three sentences: to the console, without the colours and
 * the page elements that would weigh three kilobytes in the first load. vite.config.ts puts it there.
 */
export const ORANGE = "";
export const RED = "";
export const BOLD = "";
export const UNBOLD = "";

// oxlint-disable no-console -- Yjs tells developers of faults this way
export const print = (...said: readonly unknown[]): void => console.log(...said);
export const warn = (...said: readonly unknown[]): void => console.warn(...said);
