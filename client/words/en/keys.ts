/** The words of the key book: who is behind which code, kept by the teacher alone. */
const countPapers = (count: number): string => (count === 1 ? "1 paper" : `${count} papers`);
const countPupils = (count: number): string => (count === 1 ? "1 pupil" : `${count} pupils`);
const list = (parts: readonly (string | number)[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

export const keys = {
  keyBook: "Key book",
  lead: "Type who each paper is by, as far as you want to. A pupil who is in your key book keeps their code; a new one gets a code at random.",
  private:
    "Names stay in this window. They are not sent, not put on the board and not kept in this browser. Mind the projector.",

  open: "Open a key book or class list",
  openHint: "A CSV file: from Noticeboard, or a spreadsheet with a column of names.",
  opened: (pupils: number, coded: number): string =>
    `${countPupils(pupils)} in the file, ${coded} with a code.`,
  row: (row: number): string => `Look at line ${row} of the file.`,
  inOrder: "The papers lie in the order of the list",
  group: "Class, if you want it in the key book",
  names: "Who each paper is by",
  name: (paper: string): string => `Name for ${paper}`,
  paper: (number: number): string => `paper ${number}`,
  paperOf: (code: string): string => `code ${code}`,
  zone: (paper: string): string => `What is painted out on ${paper}`,
  keeps: (code: string): string => `keeps ${code}`,
  again: (code: string): string =>
    `keeps ${code}, with a number behind it: there is a paper of theirs on this board`,
  fresh: "new in the key book",
  printed: (code: string): string => `${code} from its sheet`,
  nameless: "a code at random",
  namesakes: (papers: readonly number[], name: string): string =>
    `Papers ${list(papers)} are both by ${name}. If that is one pupil, they get one code, the second with a number behind it. If they are two pupils, add an initial.`,
  back: "Back to the look-through",

  keepTitle: "Keep your key book",
  keepLead: (papers: number): string =>
    `${countPapers(papers)} ${papers === 1 ? "is" : "are"} on the table. This list is only here: save or print it now, and open it again when the next set comes in.`,
  keepWaiting:
    "Names do not wait with the papers: this list is only here, and goes when you close or reload. The codes are set already. Save or print it now.",
  keepNow: "Keep your key book",
  keepNowNote: "The names you typed do not wait with the papers. Their codes are set already.",
  changedSince:
    "Some codes are others than in the list you kept before. Keep this one in its place.",
  code: "Code",
  pupil: "Pupil",
  class: "Class",
  save: "Save as a file",
  print: "Print",
  close: "Done",
  saved: "The key book was saved",
  savedDetail: "Keep the file where you keep your class lists. Noticeboard has no copy.",
  fileName: "key-book.csv",
  notKeptTitle: "Close without the key book?",
  notKeptText:
    "The names you typed are nowhere else. Without them nobody can tell later which pupil a code stands for.",
  notKeptStay: "Keep it first",
  notKeptClose: "Close without it",

  boardLead:
    "Which pupil is behind each code on this board. Open your key book, or type names, and save or print the list.",
  none: "There is no paper on this board yet.",
  otherCode: (name: string, code: string): string =>
    `${name} has the code ${code} in this key book.`,
  twice: (name: string): string =>
    `${name} stands here twice. In a key book a pupil has one code: add an initial.`,
  printTitle: "Key book: who is behind which code",
  printNote: "Names of pupils. Keep this with your class lists, and away from the papers.",
} as const;
