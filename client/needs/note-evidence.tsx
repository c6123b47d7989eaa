/** Picking what an interpretation on the table stands on. Nobody has to: without evidence it is a reading all the same. */
import { useEffect } from "react";
import type { NoteId } from "../../shared/base/ids.ts";
import { useBoard } from "../sync/use-board.tsx";
import { needs as needWords } from "../words/en/needs.ts";
import { EvidencePicker } from "./evidence-picker.tsx";

export function NoteEvidence(props: { readonly note: NoteId; readonly onClose: () => void }) {
  const { note, onClose } = props;
  const words = useBoard((view) => view.notes.get(note)?.words);
  // Somebody took the note away meanwhile.
  useEffect(() => {
    if (words === undefined) onClose();
  }, [words, onClose]);
  if (words === undefined) return null;
  return (
    <EvidencePicker
      need={{ id: note, words }}
      about={needWords.pickForReading(words.trim())}
      onClose={onClose}
    />
  );
}
