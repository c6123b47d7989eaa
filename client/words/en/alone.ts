/** The words of sorting alone: starting, the view for it, the reveal. They come with it, and not with the first page. */
const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;
const papers = (count: number): string => counted(count, "paper", "papers");

export const alone = {
  /* Starting. */
  goOn: "Go on sorting",
  someChoices: "Choices …",
  choicesText:
    "Everybody sorts for themselves. Nobody sees where a colleague puts a paper until one of you reveals it.",
  start: "Start",
  cancel: "Not now",
  which: "Which papers",
  whichOf: {
    unsorted: (count: number): string => `Unsorted (${count})`,
    selected: (count: number): string => `Selected (${count})`,
    all: (count: number): string => `All (${count})`,
  },
  whichPile: (name: string, count: number): string => `${name} (${count})`,
  pilesOf: "Into which piles",
  fewPiles: "Choose two piles at least.",
  ordered: "These piles",
  orders: { ordered: "are steps, in this order", thematic: "are ideas of equal rank" },
  time: "Time to take",
  times: (minutes: number): string => (minutes === 0 ? "No clock" : `${minutes} min`),
  sharing: "Who reads what",
  sharings: {
    all: "Everybody reads every paper",
    two: "Two read each paper",
    three: "Three read each paper",
  },
  sharedOut: (members: number, least: number, most: number): string =>
    least === most
      ? `Shared out among the ${members} of you here: ${papers(least)} each.`
      : `Shared out among the ${members} of you here: ${least} or ${papers(most)} each.`,
  short: (count: number, each: number): string =>
    `There are too few of you here: ${papers(count)} will be read by fewer than ${each}.`,
  guessChoice: "Ask each for a guess before the reveal",
  namedChoice: "Show names in the reveal",
  namedHelp: "Otherwise it shows how many placed a paper where, and not who.",
  nothing: "There are no unsorted papers. Choose which ones to sort.",

  /* While it is on. */
  bar: "Sorting alone",
  startedBy: (name: string): string => `${name} began sorting alone.`,
  youStarted: "You are sorting alone first.",
  finished: (done: number, of: number): string => `${done} of ${of} finished`,
  rests: (isWithheld: boolean): string =>
    isWithheld
      ? "These papers rest on the table until the reveal, without tags and numbers."
      : "These papers rest on the table until the reveal.",
  sort: "Sort",
  revealNow: "Reveal now",
  revealHelp: (left: number): string =>
    left > 0
      ? "Not everybody has finished. What they have placed so far is shown too."
      : "Everybody’s piles are shown to everybody at once.",
  notRevealed: "The reveal did not reach the server. Try again when you are connected.",
  layOut: "Lay them on the table",
  laidOut: (count: number): string => `${papers(count)} put where you sorted them`,
  more: "More about this round",
  end: "End it without a reveal",
  ended: "The round was ended. What each of you put down stays your own.",
  moreTime: "Take 5 minutes more",
  noClock: "Stop the clock",
  timeLeft: (minutes: number): string =>
    minutes > 1 ? `About ${minutes} min left` : "About 1 min left",
  timeOver: "The time is over. Go on as long as you like.",

  /* Later, for whoever was not there. */
  lateTitle: (count: number): string => `Your team has sorted ${papers(count)}.`,
  lateText: "Sort them yourself before you look?",
  lateSort: "Sort first",
  lateLook: "Just look",
  lateShow: "Add mine, and see theirs",

  /* The view. */
  view: "Sort alone",
  back: "Back to the board",
  left: (count: number): string => (count === 1 ? "1 left" : `${count} left`),
  paper: (code: string): string => `Paper ${code}`,
  saidPaper: (code: string, left: number): string => `Paper ${code}. ${left} left.`,
  pages: (count: number): string => counted(count, "page", "pages"),
  pageAlt: (code: string, page: number, of: number): string =>
    of > 1 ? `Page ${page} of ${of} of paper ${code}` : `Paper ${code}`,
  piles: "Piles",
  liesHere: "You put it here",
  unsure: "Not sure",
  unsureHelp: "Mark this paper as one you are not sure of",
  skip: "Come back later",
  done: "I am done",
  doneHelp: "What you have not placed stays so",
  previous: "Previous paper",
  undo: "Take back",
  asList: "As a list",
  listText: "Choose a pile for each paper. Nobody sees it before the reveal.",
  notPlaced: "Not yet placed",
  whole: "Whole paper",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  swipe: "Swipe the paper towards a pile, or press one.",
  wheel: "Wheel: zoom. Keys 1 to 9: piles.",

  /* Done. */
  doneTitle: (count: number): string =>
    count === 1 ? "You have placed the paper." : `You have placed all ${count} papers.`,
  doneText: "Press a paper to look at it again.",
  guess: (count: number): string =>
    `Before you look: how many of the ${count} will you all agree on?`,
  guessNone: "No guess",
  isUnsure: "not sure",

  /* The reveal. */
  revealTitle: (agreed: number, talk: number): string =>
    talk === 0
      ? agreed === 1
        ? "You agreed on 1 paper"
        : `You agreed on all ${agreed} papers`
      : `You agreed on ${agreed}. Talk about ${talk === 1 ? "this one" : `these ${talk}`}.`,
  revealView: "The reveal",
  agreedIn: (name: string, count: number): string => `${name}: ${papers(count)} all agree on`,
  noneHere: "None all agree on",
  toTalkAbout: "To talk about",
  readOnce: "Read by one person only",
  unread: (count: number): string => `${papers(count)} nobody placed. They stay where they are.`,
  minePlaced: "your reading",
  unsureCount: (count: number): string =>
    count === 1 ? "1 was not sure" : `${count} were not sure`,
  guesses: (guesses: readonly number[], of: number): string =>
    `Guessed: ${guesses.join(", ")} of ${of}.`,
  read: (code: string): string => `Read ${code}`,
  toTable: "To the table",
  talkNow: (count: number): string =>
    count === 1 ? "Talk about this one" : `Talk about these ${count}`,
  summary: (agreed: number, talk: number): string =>
    talk === 0
      ? `You agreed on ${agreed}.`
      : `You agreed on ${agreed}. ${talk === 1 ? "1 paper is" : `${talk} papers are`} still to talk about.`,
  close: "Put this line away",
  someone: "Somebody",
} as const;
