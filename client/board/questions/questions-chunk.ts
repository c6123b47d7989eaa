/** Questions, tags and what is kept of a paper, as a board opens them when they are asked for: one chunk, fetched once. */
export { KeepAnchor } from "../../papers/anchors/keep-anchor.tsx";
export { TagDialog } from "../../papers/tags/tag-dialog.tsx";
export { BrightFilter } from "./bright-filter.tsx";
export { QuestionsPanel } from "./questions-panel.tsx";
