/** A page's small picture as it stands after turning. The picture itself is never made anew for a turn. */
import type { IntakePage } from "./intake-state.ts";
import styles from "./page-thumb.module.css";

export interface PageThumbProps {
  readonly page: Pick<IntakePage, "thumb" | "shape" | "turn">;
  readonly alt: string;
}

export function PageThumb({ page, alt }: PageThumbProps) {
  const { thumb, shape, turn } = page;
  const onItsSide = turn % 2 === 1;
  return (
    <span className={styles["thumb"]} style={{ ["--shape" as string]: shape }}>
      {thumb && (
        <img
          src={thumb}
          alt={alt}
          draggable={false}
          decoding="async"
          style={
            turn === 0
              ? undefined
              : {
                  width: onItsSide ? `${100 * shape}%` : "100%",
                  height: onItsSide ? `${100 / shape}%` : "100%",
                  transform: `translate(-50%, -50%) rotate(${turn * 90}deg)`,
                }
          }
        />
      )}
    </span>
  );
}
