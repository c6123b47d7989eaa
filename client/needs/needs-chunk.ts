/** All of the needs that a board opens only when they are asked for: one chunk, fetched once. */
export { NeedChooser } from "./need-chooser.tsx";
export { NeedsPanel } from "./needs-panel.tsx";
export { NoteEvidence } from "./note-evidence.tsx";
