/** A pile's own mark on its own colour, so that piles are told apart by shape as well; for eyes only. */
import {
  Bean,
  Circle,
  Inbox,
  Leaf,
  Sprout,
  Square,
  Star,
  TreeDeciduous,
  Triangle,
} from "lucide-react";
import type { PileMark as Mark, Pile } from "../../shared/sorting/piles.ts";
import type { Icon } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import styles from "./pile-mark.module.css";

export const pileIcons: { readonly [mark in Mark]: Icon } = {
  seedling: Bean,
  sprout: Sprout,
  tree: TreeDeciduous,
  circle: Circle,
  square: Square,
  triangle: Triangle,
  star: Star,
  leaf: Leaf,
};

export function PileMark(props: {
  /** Undefined for the unsorted. */
  readonly pile: Pick<Pile, "mark" | "colour"> | undefined;
  readonly size?: "usual" | "small";
}) {
  const { pile, size = "usual" } = props;
  const Icon = pile ? pileIcons[pile.mark] : Inbox;
  return (
    <span className={classes(styles["mark"], styles[size], styles[pile?.colour ?? "slate"])}>
      <Icon size={size === "small" ? 14 : 18} strokeWidth={1.9} aria-hidden />
    </span>
  );
}
