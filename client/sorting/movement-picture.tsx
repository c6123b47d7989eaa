/** What moved as a picture: bands as wide as how many went, from the earlier set's piles to the later one's. For eyes; the table says the same. */
import type { SetMovement } from "../../shared/sorting/sets.ts";
import { words } from "../words/words.ts";
import { bandsOf, pictureHeight } from "./movement-bands.ts";
import styles from "./movement-picture.module.css";

export interface MovementPictureProps {
  readonly moved: SetMovement;
  /** What the earlier and the later papers are called. */
  readonly from: string;
  readonly to: string;
}

const width = 360;
const ends = 96;

export function MovementPicture({ moved, from, to }: MovementPictureProps) {
  const counts = moved.cells.map((row) => row.map((cell) => cell.length));
  const { bands, stacks } = bandsOf(counts);
  if (bands.length === 0) return null;
  const [left, right] = [ends, width - ends];
  const middle = (left + right) / 2;
  return (
    <figure className={styles["figure"]} aria-hidden>
      <figcaption className={styles["caption"]}>
        <span>{from}</span>
        <span>{to}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${pictureHeight}`} className={styles["picture"]}>
        {bands.map((band) => (
          <g key={`${band.from}-${band.to}`} data-colour={moved.from[band.from]?.colour}>
            <path
              className={styles["band"]}
              d={`M${left} ${band.left}C${middle} ${band.left} ${middle} ${band.right} ${right} ${band.right}V${band.right + band.size}C${middle} ${band.right + band.size} ${middle} ${band.left + band.size} ${left} ${band.left + band.size}Z`}
            />
            <text
              className={styles["count"]}
              x={left + 10}
              y={band.left + band.size / 2}
              dominantBaseline="central"
            >
              {band.count}
            </text>
          </g>
        ))}
        {(["left", "right"] as const).map((side) =>
          stacks[side].map(({ at, size }, i) => {
            const pile = (side === "left" ? moved.from : moved.to)[i];
            if (size === 0 || !pile) return null;
            return (
              <g key={`${side}${pile.id}`} data-colour={pile.colour}>
                <rect
                  className={styles["stack"]}
                  x={side === "left" ? left - 6 : right}
                  y={at}
                  width={6}
                  height={size}
                />
                <text
                  className={styles["name"]}
                  x={side === "left" ? left - 12 : right + 12}
                  y={at + size / 2}
                  textAnchor={side === "left" ? "end" : "start"}
                  dominantBaseline="central"
                >
                  {words.board.pileName(pile)}
                </text>
              </g>
            );
          }),
        )}
      </svg>
    </figure>
  );
}
