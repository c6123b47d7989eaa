/** The words of `client/papers`: bringing papers in, from files to papers on the board. */
const countPapers = (count: number): string => (count === 1 ? "1 paper" : `${count} papers`);
const countPages = (count: number): string => (count === 1 ? "1 page" : `${count} pages`);
/** 3 · 3 and 5 · 3, 5 and 8 */
const list = (numbers: readonly number[]): string =>
  numbers.length < 2
    ? numbers.join("")
    : `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
const percent = (fraction: number): number => Math.round(fraction * 100);

export const papers = {
  title: "Bring in papers",
  practiceTitle: "The practice set",
  steps: { choose: "Choose", pages: "Pages", names: "Names", look: "Look through" },
  stepsLabel: "Steps",
  back: "Back",
  cancel: "Cancel",
  stop: "Stop",
  pause: "Pause",
  goOn: "Go on",
  paused: (what: string): string => `${what}: paused`,

  choose: {
    drop: "Drop your scanned papers here",
    kinds:
      "A PDF from the copier, or photos and pictures: JPEG, PNG, WebP or HEIC. Several files or a whole folder at once are fine, also pasted.",
    pick: "Choose files",
    pickFolder: "Choose a folder",
    nothing: "There is no paper in it",
    nothingDetail: "The folder holds no files.",
    private: "They stay in this browser. Nothing is sent until you have painted the names out.",
    practice: "No papers at hand? Try the practice set",
    dropNow: "Let go to add them",
  },
  locked: {
    title: (file: string): string => `${file} asks for a password`,
    note: "It is used in this browser only, and not kept.",
    password: "Password",
    open: "Open",
    leaveOut: "Leave this file out",
    todo: (count: number): string =>
      count === 1 ? "1 file waits for its password." : `${count} files wait for their passwords.`,
  },
  fileProblems: (count: number): string =>
    count === 1 ? "1 file could not be brought in" : `${count} files could not be brought in`,

  forgetProblems: "Put this list away",

  reading: (file: string): string => `Reading ${file}`,
  readingMany: (file: string, at: number, of: number): string =>
    `Reading ${file} (file ${at} of ${of})`,

  pages: {
    perPupil: "Pages of each pupil",
    one: "1",
    two: "2",
    more: "More",
    file: "Every file is one pupil",
    fewer: "One page fewer",
    moreOne: "One page more",
    count: countPages,
    found: (papers: number, pages: number): string =>
      `${countPapers(papers)}, ${countPages(pages)}`,
    none: "All pages are taken out. Put one back, or add files.",
    paper: (number: number): string => `Paper ${number}`,
    page: (number: number, of: number): string => `Page ${number} of ${of}`,
    uneven: (uneven: readonly { readonly paper: number; readonly pages: number }[], of: number) =>
      uneven.length === 1
        ? `Paper ${uneven[0]?.paper} has ${countPages(uneven[0]?.pages ?? 0)} instead of ${of}. That is fine if it is so; otherwise a page may be missing or one too many.`
        : `Papers ${list(uneven.map(({ paper }) => paper))} do not have ${countPages(of)}. That is fine if it is so; otherwise a page may be missing or one too many.`,
    blank: (numbers: readonly number[], file: string): string =>
      numbers.length === 1
        ? `Page ${numbers[0]} of ${file} came out blank. Take it out if it is an empty back side.`
        : `Pages ${list(numbers)} of ${file} came out blank. Take them out if they are empty back sides.`,
    unreadable: (numbers: readonly number[], file: string): string =>
      numbers.length === 1
        ? `Page ${numbers[0]} of ${file} could not be read. It keeps its place here and is left out of the paper.`
        : `Pages ${list(numbers)} of ${file} could not be read. They keep their places here and are left out of their papers.`,
    blankBadge: "Blank",
    unreadableBadge: "Could not be read",
    turn: (what: string): string => `Turn ${what} by a quarter`,
    takeOut: (what: string): string => `Take out ${what}`,
    takeOutPage: "Take out this page",
    takeOutPaper: "Take out the whole paper",
    opens: "A new paper begins here",
    joins: "Belongs to the paper before",
    byRule: "Group by the count again",
    menu: (what: string): string => `More for ${what}`,
    what: (paper: number, page: number): string => `paper ${paper}, page ${page}`,
    taken: (count: number): string => `Taken out: ${countPages(count)}`,
    putBack: (what: string): string => `Put back ${what}`,
    sourcePage: (number: number, file: string): string => `page ${number} of ${file}`,
    putBackAll: "Put all back",
    add: "Add files",
    next: "Next: paint the names out",
  },

  names: {
    lead: "Draw a box over the name once. It is painted out on every paper.",
    suggestion: "A first box lies where names usually are. Make it cover every name.",
    number: "Page of each pupil",
    numberOf: (number: number): string => `Page ${number}`,
    addBox: "Add a box",
    boxes: "Boxes on this page",
    box: (index: number): string => `Box ${index}`,
    boxAt: (
      index: number,
      box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
    ): string =>
      `Box ${index}: ${percent(box.x)} % from the left, ${percent(box.y)} % from the top, ${percent(box.w)} % wide, ${percent(box.h)} % high`,
    remove: (index: number): string => `Remove box ${index}`,
    keys: "Arrow keys move a box, Shift with arrow keys changes its size, Delete removes it.",
    nameless: (number: number, of: number): string =>
      of === 1 ? "These pages carry no names" : `Page ${number} of each pupil carries no names`,
    namelessNote: "Nothing is painted out on them.",
    overlay: "Lay all papers over each other",
    overlayHint: "Shows every name at once, so that one box covers them all.",
    view: "View",
    width: "Full width",
    whole: "Whole page",
    paper: (number: number, of: number): string => `Paper ${number} of ${of}`,
    all: (count: number): string => `All ${countPapers(count)} at once`,
    previous: "Paper before",
    next: "Next paper",
    editor: (number: number): string =>
      `Page ${number} of the paper: drag to draw a box over a name`,
    openOne: "Draw a box over the names, or say that these pages carry no names.",
    openMany: (numbers: readonly number[]): string =>
      `Still to do: page ${list(numbers)} of each pupil. Draw a box, or say that it carries no names.`,
    toNumber: (number: number): string => `Next: page ${number}`,
    toLook: "Next: look through",
    lookFirst: "Look through first",
    loading: "Drawing the page …",
  },

  look: {
    lead: "Each strip is cut from the page as it will be sent. Look whether a name still shows.",
    cutting: "The strips are being cut …",
    touchUp: "Press a strip to paint out more on that page alone.",
    touchUpSecond: "Press a page or a strip to paint out more on it.",
    strip: (paper: number, page: number, of: number): string =>
      of === 1 ? `Paper ${paper}` : `Paper ${paper}, page ${page}`,
    stripLabel: (what: string): string => `${what}: paint out more on this page`,
    extra: "Painted out further",
    unmasked: "Pages without a mask",
    unmaskedNote: "Nothing is painted out on these pages, as you said.",
    askSecond: "A colleague looks through them, too",
    askSecondHint: "On this computer, before anything is sent.",
    toSecond: "No name shows: over to a colleague",
    second: "A second look",
    secondLead:
      "Let somebody else look who has not seen these pages yet. Nothing has been sent so far.",
    masked: "Strips of the masks",
    unmaskedSecond:
      "They will be sent as they stand here. Look over the whole of each, margins and back sides too, whether it says a name.",
    toLookOver: (count: number): string =>
      count === 1
        ? "1 page without a mask is still to be looked at."
        : `${count} pages without a mask are still to be looked at.`,
    bringIn: (count: number): string => `No name shows: bring in ${countPapers(count)}`,
    bringInNameless: (count: number): string => `Bring in ${countPapers(count)}`,
    touching: (what: string): string => `${what}: drag to paint out more`,
    touchDone: "Done with this page",
  },

  send: {
    going: (count: number): string => `Bringing in ${countPapers(count)}`,
    practice: "Laying out the practice set",
    note: "Only the masked pages are sent. They lie on the board once all of them have arrived.",
    practiceNote: "Twelve answers of an invented class, names painted out already.",
    stopped: "The papers are not on the board yet",
    stored: (stored: number, of: number): string =>
      stored === 0
        ? "Nothing has arrived so far."
        : `${stored} of ${countPages(of)} have arrived and need not be sent again.`,
    waits:
      "They are masked and wait in this browser. You may close this, or the browser, and go on later from the board.",
    later: "Later",
    again: "Try again",
    done: (count: number): string =>
      count === 1 ? "1 paper is on the table" : `${count} papers are on the table`,
    doneDetail: "They lie unsorted, under random codes.",
  },

  waiting: {
    label: "Papers that wait to go in",
    text: (count: number): string =>
      count === 1
        ? "1 paper is waiting to go in. It is masked and kept in this browser."
        : `${count} papers are waiting to go in. They are masked and kept in this browser.`,
    unmasked: (count: number): string =>
      `${countPapers(count)} of that stack had not been masked yet: bring ${count === 1 ? "it" : "them"} in again.`,
    goOn: "Go on",
    letGo: "Let them go",
    letGoTitle: (count: number): string => `Let ${countPapers(count)} go?`,
    letGoText: "They are taken off this computer. Nothing of them is on the board.",
    keep: "Keep them",
    elsewhere: "These papers are being brought in by another tab",
    named: "Their codes are set; who they are by stands in your key book alone.",
    recodedTitle: "Some papers have another code",
    recodedText:
      "While they were waiting, papers came in that had these codes at random. Change them in your key book, or wherever you have noted them.",
    recoded: (asked: string, got: string): string => `${asked} is now ${got}`,
    recodedDone: "I have noted them",
  },

  leave: {
    title: "Stop bringing in papers?",
    text: "Nothing has been put on the board, and what you have done here is let go.",
    stay: "Go on",
    leave: "Stop",
  },
} as const;
