/** The field for a frame's name, or for what an image shows, put into its own card on the table. */
import { type KeyboardEvent, useEffect, useRef } from "react";
import { nameShape } from "../../../shared/board/shape-edits.ts";
import type { Shape } from "../../../shared/board/shapes.ts";
import { limits } from "../../../shared/protocol/limits.ts";
import { useSession } from "../../sync/use-board.tsx";
import { words } from "../../words/words.ts";
import styles from "./shape-name.module.css";

export function ShapeName({
  shape,
  onDone,
}: {
  readonly shape: Shape;
  readonly onDone: () => void;
}) {
  const session = useSession();
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  function done(isKept: boolean): void {
    const name = field.current?.value.trim() ?? "";
    if (isDone.current) return;
    isDone.current = true;
    if (isKept && name !== shape.name) {
      session.act((origin) => nameShape(session.doc, shape.id, name, origin));
    }
    onDone();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    event.stopPropagation();
    done(event.key === "Enter");
  }

  return (
    <input
      ref={field}
      className={styles["field"]}
      aria-label={shape.kind === "image" ? words.shapes.imageName : words.shapes.frameName}
      defaultValue={shape.name}
      maxLength={limits.titleLength}
      onKeyDown={onKeyDown}
      onBlur={() => done(true)}
    />
  );
}
