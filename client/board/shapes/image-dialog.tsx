/** Putting an image on the table: chosen, looked at for names and faces, painted over where there are any, sent. */
import { FileStack, ImagePlus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { ShapeId } from "../../../shared/base/ids.ts";
import { addShape } from "../../../shared/board/shapes.ts";
import type { PageRect, Size } from "../../../shared/geometry/rect.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { MaskEditor } from "../../papers/intake/mask-editor.tsx";
import { addedBox } from "../../papers/intake/masks.ts";
import { useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { words } from "../../words/words.ts";
import { useHands } from "../board-context.ts";
import { change, select } from "../table-state.ts";
import { createImageBringer, type ImageBringer, type ReadImage } from "./bring-image.ts";
import styles from "./image-dialog.module.css";

const say = words.shapes;
/** Board units of the longer side, as large as a few notes. */
const shownSide = 420;

export interface ImageDialogProps {
  /** One that was dropped or pasted; without, a file is chosen first. */
  readonly file: File | undefined;
  /** The picture is a pupil's paper after all. */
  readonly onPapers: () => void;
  readonly onClose: () => void;
}

type State =
  | { readonly at: "choosing" | "reading" }
  | { readonly at: "refused"; readonly code: ErrorCode }
  | { readonly at: "looking" | "sending"; readonly read: ReadImage; readonly failed?: ErrorCode };

export function ImageDialog({ file, onPapers, onClose }: ImageDialogProps) {
  const session = useSession();
  const hands = useHands();
  const [state, setState] = useState<State>({ at: file ? "reading" : "choosing" });
  const [boxes, setBoxes] = useState<readonly PageRect[]>([]);
  const [name, setName] = useState("");
  const bringer = useRef<ImageBringer>(undefined);
  const sending = useRef<AbortController>(undefined);
  const chooser = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const made = createImageBringer(session.boardId);
    bringer.current = made;
    if (file) void read(file, made);
    return () => {
      sending.current?.abort();
      made.end();
    };
  }, [session, file]);

  async function read(chosen: File, by: ImageBringer): Promise<void> {
    setState({ at: "reading" });
    const found = await by.read(chosen);
    if (bringer.current !== by) return;
    setState(
      typeof found === "string" ? { at: "refused", code: found } : { at: "looking", read: found },
    );
  }

  async function put(from: ReadImage): Promise<void> {
    const stop = new AbortController();
    sending.current = stop;
    setState({ at: "sending", read: from });
    try {
      const stored = await bringer.current?.store(from.image, boxes, stop.signal);
      if (!stored?.ok) {
        return setState({ at: "looking", read: from, failed: stored?.code ?? "unreachable" });
      }
      const { tiers } = stored;
      const largest = tiers.at(-1);
      if (!largest) return setState({ at: "looking", read: from, failed: "upload_failed" });
      const id = session.newId<ShapeId>();
      const by = session.me.memberId;
      const size = shownSize(largest);
      const middle = hands.table.get()?.pointOfView() ?? { x: 0, y: 0 };
      const pos = { x: Math.round(middle.x - size.w / 2), y: Math.round(middle.y - size.h / 2) };
      session.act((origin) =>
        addShape(
          session.doc,
          { id, kind: "image", pos, size, image: largest.hash, tiers, name: name.trim(), by },
          origin,
        ),
      );
      change(hands.state, { tool: "select" });
      select(hands.state, [id]);
      onClose();
    } catch {
      // Rejects only when this dialog was closed, and then there is nobody to tell.
    }
  }

  const isLooking = "read" in state;
  return (
    <Dialog
      open
      sticky
      size="large"
      title={say.imageTitle}
      onClose={onClose}
      footer={
        <>
          {file && (
            <Button icon={FileStack} onClick={onPapers}>
              {say.asPapers}
            </Button>
          )}
          <Button
            variant="primary"
            icon={ImagePlus}
            disabled={state.at === "sending" || state.at === "reading"}
            onClick={() => (isLooking ? void put(state.read) : chooser.current?.click())}
          >
            {state.at === "sending" ? say.sendingImage : isLooking ? say.putImage : say.chooseImage}
          </Button>
        </>
      }
    >
      <input
        ref={chooser}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp,image/heic,image/heif,.heic,.heif"
        aria-label={say.chooseImage}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = "";
          if (chosen && bringer.current) void read(chosen, bringer.current);
        }}
      />
      {isLooking ? (
        <Looking read={state.read} boxes={boxes} onBoxes={setBoxes} name={name} onName={setName} />
      ) : (
        <p className={styles["about"]}>{state.at === "reading" ? say.reading : say.notAnImage}</p>
      )}
      <p role="alert" className={styles["problem"]}>
        {state.at === "refused" && `${say.imageFailed} ${words.refusals[state.code]}`}
        {"failed" in state && state.failed && `${say.imageFailed} ${words.refusals[state.failed]}`}
      </p>
    </Dialog>
  );
}

function Looking(props: {
  readonly read: ReadImage;
  readonly boxes: readonly PageRect[];
  readonly onBoxes: (boxes: readonly PageRect[]) => void;
  readonly name: string;
  readonly onName: (name: string) => void;
}) {
  const { read, boxes, onBoxes, name, onName } = props;
  return (
    <div className={styles["look"]}>
      <p className={styles["about"]}>{say.imageAbout}</p>
      <div className={styles["boxes"]}>
        <Button size="small" onClick={() => onBoxes([...boxes, addedBox(boxes)])}>
          {say.addBox}
        </Button>
        <Button size="small" disabled={boxes.length === 0} onClick={() => onBoxes([])}>
          {say.clearBoxes}
        </Button>
        <span>{say.imageBoxes(boxes.length)}</span>
      </div>
      <div className={styles["picture"]}>
        <MaskEditor
          label={say.imagePage}
          picture={read.url}
          shape={read.size.h / read.size.w}
          boxes={boxes}
          onChange={onBoxes}
          view="whole"
        />
      </div>
      <TextField
        label={say.imageName}
        value={name}
        onChange={(event) => onName(event.target.value)}
      />
    </div>
  );
}

function shownSize({ w, h }: Size): Size {
  const times = shownSide / Math.max(w, h);
  return { w: Math.round(w * times), h: Math.round(h * times) };
}
