/** The team's own pages, fetched together: each alone would part what they share with a board into more pieces. */
export { NotebookPage } from "./notebook-page.tsx";
export { ThreadsPage } from "./threads-page.tsx";
