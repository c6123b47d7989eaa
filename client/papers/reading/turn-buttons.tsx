/** Turning the page that is most in view a quarter, for everybody. */

import { RotateCcw, RotateCw } from "lucide-react";
import { IconButton, type IconButtonProps } from "../../ui/button.tsx";
import { reading as readingWords } from "../../words/en/reading.ts";

/** As at the table and in the list. */
export const turnKeys = { left: "alt+arrowleft", right: "alt+arrowright" } as const;

export interface TurnButtonsProps extends Pick<IconButtonProps, "tooltipSide"> {
  readonly onTurn: (by: 90 | -90) => void;
}

export function TurnButtons({ onTurn, ...rest }: TurnButtonsProps) {
  return (
    <>
      <IconButton
        {...rest}
        size="small"
        label={readingWords.turnLeft}
        icon={RotateCcw}
        shortcut={turnKeys.left}
        onClick={() => onTurn(-90)}
      />
      <IconButton
        {...rest}
        size="small"
        label={readingWords.turnRight}
        icon={RotateCw}
        shortcut={turnKeys.right}
        onClick={() => onTurn(90)}
      />
    </>
  );
}
