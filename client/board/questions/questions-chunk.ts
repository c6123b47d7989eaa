/** Questions and tags as a board opens them when they are asked for: one chunk, fetched once. */
export { TagDialog } from "../../papers/tags/tag-dialog.tsx";
export { BrightFilter } from "./bright-filter.tsx";
export { QuestionsPanel } from "./questions-panel.tsx";
