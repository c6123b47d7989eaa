/** The words of the board's commands that are not a button's already, and of the help sheet's groups. */
export const commands = {
  notebook: "Notebook",
  finding: { palette: "Commands and things", find: "Find on the board", outline: "Outline" },

  groups: {
    sorting: "Sorting",
    tools: "Tools",
    objects: "Things on the table",
    editing: "Editing",
    moving: "Moving about",
    together: "Together",
    talk: "Talk",
    board: "The board",
  },
  hands: "Mouse, trackpad and fingers",
  menu: "What can be done here",
  write: "Write on the note",
  writeOn: "Write",
  lookAt: { table: "Look at the table", list: "Look at the list" },
  /** The help sheet's words where they say more than the command's name. */
  help: {
    sendToPile: "Send to that pile",
    sendBack: "Put back to Unsorted",
    arrows: "Go from paper to paper, or move the note or shape in hand",
    extend: "Add the next paper to the selection, or move what is in hand farther",
    open: "Open the paper, write; or put what the tool draws in the middle",
    writeOn: "Write on the note or shape that is selected",
    selectAll: "Select all papers",
    layOut: "Lay out the pile of the paper in hand, for me only",
    anotherWay: "Lay that pile as a grid, a fan or a stack",
    fold: "Fold that pile away, or open it up",
    menu: "What can be done with it",
    nothing: "Put down, select nothing",
    sheet: "This sheet",
    look: "Table or list",
  },
} as const;
