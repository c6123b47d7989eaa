/**
 * Copying, cutting and pasting at the table: our own things whole, words of other programs as a note,
 * files where files go. Fetched in quiet time; use-clipboard.ts hands it the browser's events.
 *
 * Owns what was last copied in this tab, for the button: a page may not read the clipboard by itself.
 */
import type { NoteId } from "../../../shared/base/ids.ts";
import { addNote, noteSize } from "../../../shared/board/notes.ts";
import { deleteThings } from "../../../shared/board/things.ts";
import type { Point } from "../../../shared/geometry/rect.ts";
import { blocksFromHtml, blocksFromPlain } from "../../text/clipboard.ts";
import { toast } from "../../ui/toast.tsx";
import { words } from "../../words/words.ts";
import type { CommandPort } from "../commands/command.ts";
import { change, select } from "../table-state.ts";
import { type Copies, copiesOf, layDown, packed, unpacked } from "./copies.ts";

const say = words.arranging;
/** What other pages and programs do not know, and so leave alone. */
const ownType = "web application/x-noticeboard";
/** From the original to its duplicate, in board units. */
const aside = 24;

interface Copied {
  /** The board they were copied on. */
  readonly from: string;
  readonly copies: Copies;
}

let lastCopied: Copied | undefined;

/** Puts what is selected on the clipboard; false where there is nothing to copy. */
export function copyTo(data: DataTransfer, port: CommandPort): boolean {
  const { view, state, papers } = port.situation();
  const copies = copiesOf(view, state.selection);
  if (papers.length > 0) toast({ title: say.papersStay });
  if (!copies) return false;
  const from = port.session.boardId;
  lastCopied = { from, copies };
  data.setData(ownType, `${from} ${packed(copies, port.session.newId)}`);
  data.setData("text/plain", plainWords(copies));
  change(port.state, { said: say.copied(copies.things.length) });
  return true;
}

export function cutTo(data: DataTransfer, port: CommandPort): boolean {
  const { things } = port.situation();
  const gone = things.filter(({ locked }) => !locked);
  if (gone.length === 0 || !copyTo(data, port)) return false;
  port.session.act((origin) => deleteThings(port.session.doc, gone, origin));
  return true;
}

/** Returns false where the clipboard holds nothing for the table. */
export function pasteFrom(data: DataTransfer, port: CommandPort): boolean {
  const own = data.getData(ownType);
  const [from = "", pack = ""] = own.split(" ");
  const copies = pack === "" ? undefined : unpacked(pack);
  if (copies) return layFrom(port, { from, copies });
  const html = blocksFromHtml(data.getData("text/html")).blocks;
  const plain = data.getData("text/plain").trim();
  const blocks = html.length > 0 ? html : plain === "" ? [] : blocksFromPlain(plain).blocks;
  if (blocks.length === 0) return false;
  const { session } = port;
  const id = session.newId<NoteId>();
  const at = pointOfView(port);
  const pos = { x: at.x - noteSize.w / 2, y: at.y - noteSize.h / 2 };
  const by = session.me.memberId;
  session.act((origin) => addNote(session.doc, { id, stance: "plain", blocks, pos, by }, origin));
  select(port.state, [id]);
  change(port.state, { said: say.pasted(1) });
  return true;
}

export function pasteByButton(port: CommandPort): void {
  if (lastCopied) layFrom(port, lastCopied);
  else toast({ title: say.nothingToPaste });
}

export function duplicate(port: CommandPort): void {
  const { view, state } = port.situation();
  const copies = copiesOf(view, state.selection);
  if (copies) lay(port, copies, { x: copies.middle.x + aside, y: copies.middle.y + aside });
}

/** An image is one board's own: on another it would be an empty frame. */
function layFrom(port: CommandPort, { from, copies }: Copied): true {
  const isHere = from === port.session.boardId;
  const things = copies.things.filter(
    (copy) => isHere || copy.kind !== "shape" || copy.shape.image === undefined,
  );
  if (things.length < copies.things.length) toast({ title: say.imagesStay });
  return things.length > 0 ? lay(port, { ...copies, things }) : true;
}

function lay(port: CommandPort, copies: Copies, at = pointOfView(port)): true {
  const made = layDown(port.session, copies, at);
  select(port.state, made);
  change(port.state, { said: say.pasted(made.length) });
  return true;
}

const pointOfView = ({ table }: CommandPort): Point => table.get()?.pointOfView() ?? { x: 0, y: 0 };

const plainWords = ({ things }: Copies): string =>
  things
    .flatMap((copy) =>
      copy.kind === "note" ? copy.note.words : copy.kind === "shape" ? copy.shape.words : [],
    )
    .filter((said) => said !== "")
    .join("\n\n");
