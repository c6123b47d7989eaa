/** The words of pen, highlighter and eraser: how broad they are, and what is erased. */
export const ink = {
  widths: { fine: "Fine", medium: "Medium", broad: "Broad" },
  widthOf: (tool: string): string => `Width of the ${tool.toLowerCase()}`,
  anotherWidth: "Another width of pen or highlighter",
  eraser: "What the eraser takes",
  eraserModes: { whole: "Whole strokes", part: "Only what it touches" },
  otherEraser: {
    whole: "Erase whole strokes",
    part: "Erase only what is touched",
  },
  eraserHelp: "Erase whole strokes, or only what is touched",
} as const;
