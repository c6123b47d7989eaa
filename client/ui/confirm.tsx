/** One question before something that cannot be taken back, or that others will notice. */
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

export interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  /** The words on the buttons say what happens: never "OK". */
  readonly no: string;
  readonly yes: string;
  readonly disabled?: boolean;
  readonly onNo: () => void;
  readonly onYes: () => void;
}

export function Confirm(props: ConfirmProps) {
  const { title, text, no, yes, disabled = false, onNo, onYes } = props;
  return (
    <Dialog
      open
      onClose={onNo}
      size="small"
      title={title}
      footer={
        <>
          <Button variant="quiet" onClick={onNo}>
            {no}
          </Button>
          <Button variant="danger" disabled={disabled} onClick={onYes}>
            {yes}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
