/** A paper by its first page, small, as a sheet that lies on something. What it is called stands beside it. */
import type { PaperId } from "../../shared/base/ids.ts";
import { PageImage } from "../papers/reading/page-image.tsx";
import { useBoard } from "../sync/use-board.tsx";
import styles from "./paper-picture.module.css";

export interface PaperPictureProps {
  readonly paper: PaperId;
  /** CSS pixels. */
  readonly width: number;
  /** It comes out of the stack when the reveal opens. */
  readonly glides?: boolean;
}

export function PaperPicture({ paper, width, glides = false }: PaperPictureProps) {
  const page = useBoard((board) => board.pagesOf.get(paper)?.[0]);
  return (
    <span className={styles["picture"]} style={{ width }} data-glides={glides ? "" : undefined}>
      {page && <PageImage page={page} width={width} alt="" />}
    </span>
  );
}
