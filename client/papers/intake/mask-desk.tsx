/** The desk a page lies on while boxes are drawn on it: what lies there, how large, and the page itself. */
import { type ReactNode, useState } from "react";
import { Segmented } from "../../ui/segmented.tsx";
import { papers as paperWords } from "../../words/en/papers.ts";
import styles from "./mask-desk.module.css";
import { MaskEditor, type MaskEditorProps } from "./mask-editor.tsx";

const says = paperWords.names;

export interface MaskDeskProps extends Omit<MaskEditorProps, "view"> {
  /** What is said of the page, before the choice of its size. */
  readonly children: ReactNode;
}

export function MaskDesk({ children, ...editor }: MaskDeskProps) {
  // A finger draws and cannot also scroll, so it starts with the whole page in view.
  const [view, setView] = useState<MaskEditorProps["view"]>(() =>
    matchMedia("(pointer: coarse)").matches ? "whole" : "width",
  );
  return (
    <div className={styles["desk"]}>
      <div className={styles["bar"]}>
        {children}
        <Segmented
          label={says.view}
          hideLabel
          value={view}
          onChange={setView}
          options={[
            { value: "width", label: says.width },
            { value: "whole", label: says.whole },
          ]}
        />
      </div>
      <MaskEditor {...editor} view={view} />
    </div>
  );
}
