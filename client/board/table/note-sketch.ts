/**
 * A note seen from afar: its colour, and its words as words, as bars, or not at all where they would be
 * specks.
 *
 * Lines are broken by a usual width of a letter: from afar nobody reads where they end.
 */
import { type Note, noteSize } from "../../../shared/board/notes.ts";
import type { Sketch } from "../../canvas/far-plane.ts";
import type { CanvasColours } from "./canvas-colours.ts";
import type { NoteItem } from "./table-items.ts";
import { sketchTalk } from "./talk-sketch.ts";

/** As in note-card.module.css, for a note of the usual size. Board units. */
const words = { size: 16, line: 22.4, left: 16, top: 14, letter: 7.6 } as const;
/** Device pixels: from here on words are drawn, and bars. */
const legible = 5.5;
const seen = 1.8;
const roundFrom = 24;

export function createNoteSketch(colours: () => CanvasColours): Sketch<NoteItem> {
  return (frame, { rect, content: { note, box, threads } }) => {
    const { ink, pxPerUnit } = frame;
    const { w, h } = box;
    if (note.turn !== 0) {
      ink.translate(rect.w / 2, rect.h / 2);
      ink.rotate((note.turn * Math.PI) / 180);
      ink.translate(-w / 2, -h / 2);
    }
    const paint = colours().note(note.colour);
    const size = note.size.w / noteSize.w;
    ink.fillStyle = paint.background;
    if (w * pxPerUnit < roundFrom) ink.fillRect(0, 0, w, h);
    else {
      ink.beginPath();
      ink.roundRect(0, 0, w, h, [4 * size, 4 * size, 14 * size, 4 * size]);
      ink.fill();
      ink.lineWidth = 1 / pxPerUnit;
      ink.strokeStyle = paint.line;
      ink.globalAlpha = 0.35;
      ink.stroke();
      ink.globalAlpha = 1;
    }
    sketchTalk(frame, w, threads, colours());
    const letterPx = words.size * size * pxPerUnit;
    if (letterPx < seen || note.words === "") return;
    const room = w / size - 2 * words.left;
    const most = Math.max(1, Math.floor((h / size - 2 * words.top) / words.line + 0.4));
    const lines = linesOf(note, Math.floor(room / words.letter)).slice(0, most);
    ink.fillStyle = paint.text;
    if (letterPx >= legible) {
      ink.font = `${words.size * size}px ${colours().marks.font}`;
      ink.textBaseline = "middle";
      lines.forEach((line, i) => {
        const y = (words.top + words.line * (i + 0.5)) * size;
        ink.fillText(line, words.left * size, y, room * size);
      });
      return;
    }
    ink.globalAlpha = 0.42;
    ink.beginPath();
    lines.forEach((line, i) => {
      const y = (words.top + words.line * (i + 0.5) - words.size * 0.25) * size;
      const length = Math.min(room, line.length * words.letter) * size;
      ink.rect(words.left * size, y, length, words.size * 0.5 * size);
    });
    ink.fill();
    ink.globalAlpha = 1;
  };
}

/** What is in hand is not seen from afar, nor where the words are being written. */
export function isSameNote(before: NoteItem, after: NoteItem): boolean {
  const [a, b] = [before.content, after.content];
  return a.note === b.note && a.threads === b.threads && before.rect.h === after.rect.h;
}

const broken = new WeakMap<Note, { readonly letters: number; readonly lines: readonly string[] }>();

function linesOf(note: Note, letters: number): readonly string[] {
  const known = broken.get(note);
  if (known?.letters === letters) return known.lines;
  const lines = note.words
    .slice(0, 600)
    .split("\n")
    .flatMap((paragraph) => breakLines(paragraph, Math.max(1, letters)));
  broken.set(note, { letters, lines });
  return lines;
}

/** Words in lines of at most so many letters, but for a word that is longer. */
export function breakLines(paragraph: string, letters: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    if (line === "") line = word;
    else if (line.length + 1 + word.length <= letters) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines;
}
