/** Folders come in with everything in them that somebody put there. */
import { expect, test } from "vitest";
import { droppedFiles, pathOf } from "../../client/papers/intake/dropped-files.ts";

interface Tree {
  readonly [name: string]: Tree | "file";
}

/** An entry as a browser gives it; a folder hands out its entries two at a time. */
function entry(name: string, what: Tree | "file", under = ""): FileSystemEntry {
  const fullPath = `${under}/${name}`;
  if (what === "file") {
    const file = (done: (file: File) => void): void => done(new File(["x"], name));
    return { name, fullPath, isDirectory: false, file } as unknown as FileSystemEntry;
  }
  const createReader = () => {
    const left = Object.entries(what).map(([inner, each]) => entry(inner, each, fullPath));
    return {
      readEntries: (done: (some: readonly FileSystemEntry[]) => void): void =>
        done(left.splice(0, 2)),
    };
  };
  return { name, fullPath, isDirectory: true, createReader } as unknown as FileSystemEntry;
}

const drop = (tree: Tree) =>
  droppedFiles({
    files: [] as unknown as FileList,
    items: Object.entries(tree).map(([name, what]) => ({
      kind: "file",
      webkitGetAsEntry: () => entry(name, what),
    })) as unknown as DataTransferItemList,
  });

test("files in folders in folders come, with the path they lay under", async () => {
  const files = await drop({
    "Period 2": { "1.jpg": "file", "2.jpg": "file", "3.jpg": "file", late: { "4.pdf": "file" } },
    "alone.pdf": "file",
  });
  expect(files.map(pathOf).toSorted()).toEqual([
    "Period 2/1.jpg",
    "Period 2/2.jpg",
    "Period 2/3.jpg",
    "Period 2/late/4.pdf",
    "alone.pdf",
  ]);
});

test("what the computer keeps there for itself is passed over", async () => {
  const files = await drop({
    class: {
      ".DS_Store": "file",
      "._1.jpg": "file",
      "Thumbs.db": "file",
      "desktop.ini": "file",
      __MACOSX: { "1.jpg": "file" },
      "1.jpg": "file",
    },
  });
  expect(files.map(pathOf)).toEqual(["class/1.jpg"]);
});

test("an empty folder gives nothing", async () => {
  expect(await drop({ empty: {} })).toEqual([]);
});
