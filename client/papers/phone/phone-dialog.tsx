/** "Use a phone": the code to point it at, and what has come from it so far. The line ends with the dialog. */
import { Check, Smartphone, TriangleAlert } from "lucide-react";
import { encodeQR } from "qr";
import { useEffect, useState } from "react";
import { useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useStore } from "../../ui/store.ts";
import { phone as says } from "../../words/en/phone.ts";
import { words } from "../../words/words.ts";
import styles from "./phone-dialog.module.css";
import { browserPorts, type ComputersLine, openPhoneLine } from "./phone-line.ts";
import { canSeal } from "./sealed.ts";

export interface PhoneDialogProps {
  readonly onPicture: (picture: File) => void;
  readonly onClose: () => void;
}

export function PhoneDialog({ onPicture, onClose }: PhoneDialogProps) {
  const [tries, setTries] = useState(0);
  return (
    <Dialog
      open
      sticky
      size="medium"
      title={says.title}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          {says.done}
        </Button>
      }
    >
      {canSeal() ? (
        <Line key={tries} onPicture={onPicture} onAgain={() => setTries(tries + 1)} />
      ) : (
        <p className={styles["problem"]}>{says.needsHttps}</p>
      )}
    </Dialog>
  );
}

function Line(props: {
  readonly onPicture: PhoneDialogProps["onPicture"];
  readonly onAgain: () => void;
}) {
  const { onPicture, onAgain } = props;
  const { boardId } = useSession();
  const [line] = useState(() => {
    let count = 0;
    // Named by number: what the phone called it stays there.
    const take = (picture: ArrayBuffer): void =>
      onPicture(new File([picture], says.fileName(++count)));
    return openPhoneLine(boardId, take, browserPorts);
  });
  useEffect(() => () => line.close(), [line]);
  return <OpenLine line={line} onAgain={onAgain} />;
}

function OpenLine(props: { readonly line: ComputersLine; readonly onAgain: () => void }) {
  const state = useStore(props.line.state);
  if (state.is === "opening") return <p className={styles["status"]}>{says.opening}</p>;
  if (state.is === "ended") {
    return (
      <div className={styles["ended"]}>
        <p role="alert">{state.why === "access_ended" ? says.ended : words.refusals[state.why]}</p>
        {state.received > 0 && <p>{says.received(state.received)}</p>}
        <Button icon={Smartphone} onClick={props.onAgain}>
          {says.again}
        </Button>
      </div>
    );
  }
  const link = `${location.origin}/phone#${state.code}`;
  const isOnlyHere = /^(localhost|127\.|\[::1\])/.test(location.host);
  const time = new Date(state.until).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
  return (
    <div className={styles["open"]}>
      {state.isJoined ? (
        <span className={styles["phone"]} aria-hidden>
          <Smartphone size={72} strokeWidth={1.3} />
        </span>
      ) : (
        <Code of={link} />
      )}
      <div className={styles["beside"]}>
        <ol className={styles["steps"]}>
          {says.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <output className={styles["status"]}>
          {state.isDown && (
            <span className={styles["down"]}>
              <TriangleAlert size={18} aria-hidden /> {says.down}
            </span>
          )}
          <span>{state.isJoined ? says.joined : says.waiting}</span>
          {state.received > 0 && (
            <strong className={styles["received"]}>
              <Check size={18} aria-hidden /> {says.received(state.received)}
            </strong>
          )}
          {state.unreadable > 0 && <span>{says.unreadable(state.unreadable)}</span>}
        </output>
      </div>
      <div className={styles["foot"]}>
        {isOnlyHere && !state.isJoined && <p className={styles["problem"]}>{says.onlyHere}</p>}
        {!state.isJoined && <CopyField label={says.link} value={link} />}
        <p className={styles["private"]}>{says.private}</p>
        <p className={styles["private"]}>{says.until(time)}</p>
        {state.isJoined && (
          <Button variant="quiet" icon={Smartphone} onClick={props.onAgain}>
            {says.again}
          </Button>
        )}
      </div>
    </div>
  );
}

function Code({ of }: { readonly of: string }) {
  const squares = encodeQR(of, "raw", { ecc: "medium", border: 2 });
  const size = squares.length;
  const path = squares
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      className={styles["code"]}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={says.code}
    >
      <path d={path} />
    </svg>
  );
}
