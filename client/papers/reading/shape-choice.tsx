/** The choice that opens beside the region tool: a box, corner by corner, or drawn by hand. */
import { Pentagon, Spline, SquareDashed } from "lucide-react";
import { type RegionShape, regionShapes } from "../../tools/outline-tool.ts";
import type { Icon } from "../../ui/button.tsx";
import { ariaHotkey, showHotkey } from "../../ui/hotkeys.ts";
import { reading as readingWords } from "../../words/en/reading.ts";
import styles from "./ink-choices.module.css";

export const shapeKey = "shift+r";

/** The next of three, and from the last the first again. */
export function nextShape(shape: RegionShape): RegionShape {
  return regionShapes[(regionShapes.indexOf(shape) + 1) % regionShapes.length] ?? "box";
}

const icons: { readonly [shape in RegionShape]: Icon } = {
  box: SquareDashed,
  polygon: Pentagon,
  free: Spline,
};

export function ShapeChoice(props: {
  readonly value: RegionShape;
  readonly onChange: (shape: RegionShape) => void;
}) {
  const { value, onChange } = props;
  return (
    <fieldset className={styles["choices"]} aria-keyshortcuts={ariaHotkey(shapeKey)}>
      <legend className={styles["unseen"]}>{readingWords.shape}</legend>
      {regionShapes.map((shape) => {
        const Icon = icons[shape];
        return (
          <label key={shape} className={styles["choice"]}>
            <input
              type="radio"
              name="region shape"
              checked={shape === value}
              onChange={() => onChange(shape)}
            />
            <Icon size={18} strokeWidth={1.9} aria-hidden />
            <span className={styles["name"]}>{readingWords.shapes[shape]}</span>
          </label>
        );
      })}
      <kbd className={styles["key"]} aria-hidden>
        {showHotkey(shapeKey)}
      </kbd>
    </fieldset>
  );
}
