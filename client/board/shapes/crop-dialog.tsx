/**
 * Choosing which part of an image shows, and straightening it. Nothing of the image is lost: what is chosen
 * here can be changed again, and the whole picture put back.
 */
import { Check, Maximize } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import type { ShapeId } from "../../../shared/base/ids.ts";
import { cropImage } from "../../../shared/board/shape-edits.ts";
import type { Shape } from "../../../shared/board/shapes.ts";
import {
  type Cropping,
  frameAround,
  mostStraighten,
  wholePicture,
} from "../../../shared/geometry/cropped.ts";
import { readQuarterTurn } from "../../../shared/geometry/turned-page.ts";
import { sameValue } from "../../../shared/records/records.ts";
import { useBoard, useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { words } from "../../words/words.ts";
import { CropDesk } from "./crop-desk.tsx";
import styles from "./crop-dialog.module.css";

const say = words.shapes;

export interface CropDialogProps {
  /** The image; undefined where none is selected (any more). */
  readonly image: ShapeId | undefined;
  readonly onClose: () => void;
}

export function CropDialog({ image, onClose }: CropDialogProps) {
  const shape = useBoard((view) => image && view.shapes.get(image));
  useEffect(() => {
    if (!shape) onClose();
  }, [shape, onClose]);
  return shape ? <Cropped shape={shape} onClose={onClose} /> : null;
}

function Cropped({ shape, onClose }: { readonly shape: Shape; readonly onClose: () => void }) {
  const session = useSession();
  const [cropping, setCropping] = useState<Cropping>(() => asItIs(shape));
  const [isStraightening, setStraightening] = useState(false);
  const slider = useId();
  const { straighten } = cropping;
  const isWhole = sameValue(cropping, { crop: wholePicture, straighten: 0 });

  function take(): void {
    const now = session.reader.view().shapes.get(shape.id);
    if (now && !sameValue(cropping, asItIs(now))) {
      session.history.boundary();
      session.act((origin) => cropImage(session.doc, now, cropping, origin));
    }
    onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isButton = event.target instanceof HTMLButtonElement;
    if (event.key !== "Enter" || isButton) return;
    event.preventDefault();
    take();
  }

  return (
    <Dialog
      open
      sticky
      size="large"
      title={say.cropTitle}
      description={say.cropAbout}
      onClose={onClose}
      footer={
        <>
          <Button
            icon={Maximize}
            disabled={isWhole}
            onClick={() => setCropping({ crop: wholePicture, straighten: 0 })}
          >
            {say.wholePicture}
          </Button>
          <Button variant="primary" icon={Check} onClick={take}>
            {say.cropDone}
          </Button>
        </>
      }
    >
      {/* Enter takes the crop from wherever the focus is; the button does the same. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles["crop"]} onKeyDown={onKeyDown}>
        <CropDesk
          shape={shape}
          frame={frameAround(shape.crop, { ...shape.pos, ...shape.size })}
          cropping={cropping}
          // As it lies on the table, to the nearest quarter: the same side is up in both places.
          quarter={readQuarterTurn((Math.round(shape.turn / 90) * 90) % 360)}
          isStraightening={isStraightening}
          onCrop={(crop) => setCropping((last) => ({ ...last, crop }))}
        />
        <div className={styles["controls"]}>
          <label htmlFor={slider} className={styles["label"]}>
            {say.straighten}
          </label>
          <input
            id={slider}
            type="range"
            className={styles["slider"]}
            min={-mostStraighten}
            max={mostStraighten}
            step={0.5}
            value={straighten}
            aria-valuetext={say.degrees(straighten)}
            onChange={(event) => {
              const degrees = event.target.valueAsNumber;
              setCropping((last) => ({ ...last, straighten: degrees }));
            }}
            onFocus={() => setStraightening(true)}
            onBlur={() => setStraightening(false)}
          />
          <output htmlFor={slider} className={styles["degrees"]}>
            {say.degrees(straighten)}
          </output>
        </div>
      </div>
    </Dialog>
  );
}

const asItIs = ({ crop, straighten }: Shape): Cropping => ({ crop, straighten });
