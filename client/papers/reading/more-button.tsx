/** The three dots that open a menu of what else can be done. */
import { Ellipsis } from "lucide-react";
import { IconButton, type IconButtonProps } from "../../ui/button.tsx";

export function MoreButton(props: Omit<IconButtonProps, "icon">) {
  return <IconButton size="small" tooltipSide="left" {...props} icon={Ellipsis} />;
}
