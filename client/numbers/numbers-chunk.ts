/** All of the numbers beside papers that a board opens only when they are asked for: one chunk, fetched once. */
export { BringInNumbers } from "./bring-in-numbers.tsx";
export { DrawDialog } from "./draw-dialog.tsx";
export { NumbersPanel } from "./numbers-panel.tsx";
export { PaperNumbers } from "./paper-numbers.tsx";
