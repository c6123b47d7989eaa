/** Beside the piles: not sure, later, back, take back; and how near the paper is. */
import { ArrowLeft, CircleHelp, ClockArrowDown, Maximize, Minus, Plus, Undo2 } from "lucide-react";
import type { ReadingCamera } from "../papers/reading/reading-camera.ts";
import { zoomStep } from "../papers/reading/zoom-bar.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { useStore } from "../ui/store.ts";
import { alone as say } from "../words/en/alone.ts";
import type { OwnSort } from "./own-sort.ts";
import styles from "./sort-acts.module.css";

export function SortActs(props: { readonly sort: OwnSort; readonly camera: ReadingCamera }) {
  const { sort, camera } = props;
  const { unsure, canUndo, at, order } = useStore(sort.state);
  return (
    <div className={styles["acts"]}>
      <Button
        icon={CircleHelp}
        shortcut="u"
        aria-pressed={unsure}
        title={say.unsureHelp}
        onClick={() => sort.toggleUnsure()}
      >
        {say.unsure}
      </Button>
      <Button icon={ClockArrowDown} shortcut="s" onClick={sort.skip}>
        {say.skip}
      </Button>
      <div className={styles["row"]}>
        <IconButton
          label={say.previous}
          icon={ArrowLeft}
          shortcut="arrowleft"
          disabled={at === order[0]}
          onClick={sort.previous}
        />
        <IconButton
          label={say.undo}
          icon={Undo2}
          shortcut="backspace"
          disabled={!canUndo}
          onClick={() => sort.undo()}
        />
        <span className={styles["gap"]} />
        <IconButton
          label={say.zoomOut}
          icon={Minus}
          shortcut="-"
          onClick={() => camera.zoomBy(1 / zoomStep)}
        />
        <IconButton
          label={say.zoomIn}
          icon={Plus}
          shortcut="+"
          onClick={() => camera.zoomBy(zoomStep)}
        />
        <IconButton
          label={say.whole}
          icon={Maximize}
          shortcut="f"
          onClick={() => camera.fit("page")}
        />
      </div>
      <p className={styles["hint"]} data-for="touch">
        {say.swipe}
      </p>
      <p className={styles["hint"]} data-for="mouse">
        {say.wheel}
      </p>
    </div>
  );
}
