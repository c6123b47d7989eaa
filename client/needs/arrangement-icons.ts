/** The ways a pile's papers can lie, as icons. */
import { GalleryHorizontalEnd, Layers, LayoutGrid } from "lucide-react";
import type { Arrangement } from "../../shared/sorting/piles.ts";
import type { Icon } from "../ui/button.tsx";

export const arrangementIcons: { readonly [how in Arrangement]: Icon } = {
  grid: LayoutGrid,
  fan: GalleryHorizontalEnd,
  stack: Layers,
};
