/** What somebody said of anchors that did not reach the server, as one text file. */
import { readThreads } from "../../shared/inquiry/anchors.ts";
import { type FileOf, fileWith } from "../board/keeping/unsaved-file.ts";
import { anchors as say } from "../words/en/anchors.ts";

/** All threads as this browser has them. */
export const threadsFile: FileOf = (doc, updates, when) => {
  const told = readThreads(doc).flatMap(({ concept, grades }) => [
    "",
    `## ${concept}`,
    ...grades.flatMap(({ grade, anchors }) =>
      anchors.map(({ shows }) => `- ${[grade || say.noGrade, shows].filter(Boolean).join(": ")}`),
    ),
  ]);
  return fileWith(say.file, told, updates, when);
};
