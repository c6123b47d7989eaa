/**
 * A field of one line whose words are kept when it is left, or by Enter; Escape puts back what was there.
 * While nothing is written here it shows what a colleague writes.
 */
import { type KeyboardEvent, useState } from "react";
import { limits } from "../../shared/protocol/limits.ts";
import { TextField } from "../ui/text-field.tsx";
import { useKeptOnLeave } from "../ui/use-kept-on-leave.ts";

export interface KeptFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly placeholder?: string | undefined;
  readonly value: string;
  readonly onKeep: (words: string) => void;
  /** The caret goes into it when it appears. */
  readonly startsHere?: boolean;
}

export function KeptField({ value, onKeep, startsHere = false, ...field }: KeptFieldProps) {
  const [written, setWritten] = useState<string | undefined>();

  function keep(): void {
    if (written === undefined) return;
    setWritten(undefined);
    const words = written.trim();
    if (words !== value) onKeep(words);
  }

  useKeptOnLeave(keep);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || written === undefined) return;
    if (event.key === "Enter") keep();
    else if (event.key === "Escape") setWritten(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <TextField
      {...field}
      value={written ?? value}
      maxLength={limits.titleLength}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- only for what was just asked for
      autoFocus={startsHere}
      onChange={(event) => setWritten(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={keep}
    />
  );
}
