/**
 * Files as they come: one by one, several, or whole folders with folders in them; by drop, by picker or
 * by paste. What a computer keeps in a folder for itself is passed over.
 * test/unit/intake-dropped-files.test.ts holds it to that.
 */

/** Paths of files from dropped folders; a picker gives files theirs itself. */
const paths = new WeakMap<File, string>();

/** The file's name, with the folders it came in: for the teacher, and for the order. */
export function pathOf(file: File): string {
  return paths.get(file) ?? (file.webkitRelativePath || file.name);
}

/** `.DS_Store`, `._scan1.pdf`, `Thumbs.db`: nobody put these there to be read. */
const isOwnOfComputer = (path: string): boolean =>
  path.includes("/") && /(^|\/)(\.|__MACOSX\/|thumbs\.db$|desktop\.ini$)/i.test(path);

/** The files of a folder that a picker gave. */
export function filesOfFolder(files: Iterable<File>): readonly File[] {
  return [...files].filter((file) => !isOwnOfComputer(pathOf(file)));
}

/**
 * All files that were let go, those in folders too. To be called while the event is handled: what was
 * dropped is out of reach afterwards.
 */
export async function droppedFiles(
  data: Pick<DataTransfer, "items" | "files">,
): Promise<readonly File[]> {
  const loose = [...data.files];
  const entries = [...data.items].map((item) =>
    item.kind === "file" ? item.webkitGetAsEntry() : null,
  );
  if (!entries.some((entry) => entry?.isDirectory)) return loose;
  const files = await Promise.all(
    entries.map((entry) => (entry ? filesIn(entry) : Promise.resolve([]))),
  );
  return filesOfFolder(files.flat());
}

async function filesIn(entry: FileSystemEntry): Promise<readonly File[]> {
  if (isDirectory(entry)) {
    const inside = await Promise.all((await entriesIn(entry)).map(filesIn));
    return inside.flat();
  }
  const file = await new Promise<File | undefined>((resolve) =>
    // One that vanished meanwhile, or that this browser may not read.
    (entry as FileSystemFileEntry).file(resolve, () => resolve(undefined)),
  );
  if (!file) return [];
  const path = entry.fullPath.replace(/^\//, "");
  if (path.includes("/")) paths.set(file, path);
  return [file];
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry =>
  entry.isDirectory;

/** A reader hands out a folder's entries by the hundred, until it hands out none. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
