/** What a phone shows that was pointed at the code: take pictures, put them in order, send them. */
import { ArrowDown, ArrowUp, Camera, Check, Images, Send, X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button, type Icon, IconButton } from "../../ui/button.tsx";
import { usePageTitle } from "../../ui/page-heading.tsx";
import { useStore } from "../../ui/store.ts";
import { useLeaveWarning } from "../../ui/use-leave-warning.ts";
import { phone as says } from "../../words/en/phone.ts";
import { words } from "../../words/words.ts";
import { browserPorts } from "./phone-line.ts";
import styles from "./phone-screen.module.css";
import { createPhoneSender, type PhonePicture, type PhoneSender } from "./phone-sender.ts";
import { canSeal } from "./sealed.ts";
import { smallerPicture } from "./smaller-picture.ts";

export function PhoneScreen() {
  usePageTitle(says.page);
  // A phone that is pointed at another code while this page is open begins anew.
  const code = useSyncExternalStore(onHashChange, () => location.hash.slice(1));
  return (
    <main className={styles["page"]}>
      <h1 className={styles["heading"]}>{says.page}</h1>
      {canSeal() ? <Line key={code} code={code} /> : <Trouble {...says.trouble.insecure} />}
    </main>
  );
}

function onHashChange(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}

const senderFor = (code: string): PhoneSender =>
  createPhoneSender(code, {
    ...browserPorts,
    newId: () => crypto.randomUUID(),
    prepare: smallerPicture,
    memory: sessionStorage,
  });

function Line({ code }: { readonly code: string }) {
  // Not while rendering, which may be done twice: the code lets one in once only.
  const [sender, setSender] = useState<PhoneSender>();
  useEffect(() => {
    const made = senderFor(code);
    // oxlint-disable-next-line react/set-state-in-effect -- there is nothing to show before the line
    setSender(made);
    return () => made.close();
  }, [code]);
  return sender && <Desk sender={sender} />;
}

function Desk({ sender }: { readonly sender: PhoneSender }) {
  const { line, isDown, isSending, pictures } = useStore(sender.state);
  const waits = pictures.filter(({ at }) => at === "kept").length;
  // Closing the page would let go of pictures that the computer does not have.
  useLeaveWarning(pictures.some(({ at }) => at !== "received"));
  const isOver = line !== "open" && line !== "joining";
  return (
    <>
      {isOver && <Trouble {...says.trouble[line]} />}
      {!isOver && (
        <>
          <p className={styles["lead"]}>{says.lead}</p>
          <TakePicture
            className={styles["take"] ?? ""}
            icon={Camera}
            camera
            onTake={(files) => sender.add(files)}
          >
            {says.take}
          </TakePicture>
          <TakePicture
            className={styles["choose"] ?? ""}
            icon={Images}
            onTake={(files) => sender.add(files)}
          >
            {says.choose}
          </TakePicture>
        </>
      )}
      <output className={styles["status"]} data-down={isDown || undefined}>
        {line === "joining" && !isDown && says.joining}
        {isDown ? says.noLine : told(pictures, isSending)}
      </output>
      {pictures.length > 0 && (
        <ol className={styles["pictures"]} aria-label={says.pictures}>
          {pictures.map((picture, i) => (
            <Picture
              key={picture.id}
              picture={picture}
              number={i + 1}
              of={pictures.length}
              sender={isOver ? undefined : sender}
            />
          ))}
        </ol>
      )}
      {!isOver && waits > 0 && (
        <div className={styles["send"]}>
          <Button
            variant="primary"
            size="large"
            icon={Send}
            disabled={line !== "open" || isSending}
            onClick={() => sender.send()}
          >
            {isSending ? says.states.sending : says.send(waits)}
          </Button>
        </div>
      )}
    </>
  );
}

/** What is said of all pictures together. */
function told(pictures: readonly PhonePicture[], isSending: boolean): string {
  const has = pictures.filter(({ at }) => at === "received").length;
  const sending = pictures.findIndex(({ at }) => at === "sending");
  if (isSending && sending >= 0) return says.sending(sending + 1, pictures.length);
  if (has === 0) return "";
  return has === pictures.length ? says.all(has) : says.some(has, pictures.length);
}

function Picture(props: {
  readonly picture: PhonePicture;
  readonly number: number;
  readonly of: number;
  readonly sender: PhoneSender | undefined;
}) {
  const { picture, number, of, sender } = props;
  const { id, at, why } = picture;
  const mayChange = sender !== undefined && (at === "kept" || at === "failed");
  return (
    <li className={styles["picture"]} data-at={at}>
      <Thumb of={picture.file} name={says.picture(number)} />
      <div className={styles["about"]}>
        <p className={styles["number"]}>{says.picture(number)}</p>
        <p className={styles["at"]}>
          {at === "received" && <Check size={18} strokeWidth={2.4} aria-hidden />}
          {why ? `${says.states[at]}: ${words.refusals[why]}` : says.states[at]}
        </p>
        {mayChange && (
          <div className={styles["acts"]}>
            <TakePicture
              className={styles["again"] ?? ""}
              icon={Camera}
              camera
              label={says.retake(number)}
              onTake={([file]) => file && sender.retake(id, file)}
            />
            <IconButton
              label={says.earlier(number)}
              icon={ArrowUp}
              disabled={number === 1}
              onClick={() => sender.move(id, -1)}
            />
            <IconButton
              label={says.later(number)}
              icon={ArrowDown}
              disabled={number === of}
              onClick={() => sender.move(id, 1)}
            />
            <IconButton label={says.remove(number)} icon={X} onClick={() => sender.remove(id)} />
          </div>
        )}
      </div>
    </li>
  );
}

function Thumb({ of, name }: { readonly of: Blob; readonly name: string }) {
  // A picture that is taken again is another one, with an id of its own.
  const [url] = useState(() => URL.createObjectURL(of));
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return <img className={styles["thumb"]} src={url} alt={name} />;
}

/** A button that opens the phone's own camera, or its pictures. */
function TakePicture(props: {
  readonly className: string;
  readonly icon: Icon;
  readonly camera?: boolean;
  /** The name, for a button without words. */
  readonly label?: string;
  readonly onTake: (files: readonly File[]) => void;
  readonly children?: ReactNode;
}) {
  const { className, icon: Icon, camera = false, label, onTake, children } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={label}
        onClick={() => input.current?.click()}
      >
        <Icon size={children ? 26 : 20} strokeWidth={1.9} aria-hidden />
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        multiple={!camera}
        {...(camera && { capture: "environment" as const })}
        onChange={(event) => {
          onTake([...(event.target.files ?? [])]);
          // The same picture may be chosen again.
          event.target.value = "";
        }}
      />
    </>
  );
}

function Trouble(props: { readonly heading: string; readonly text: string }) {
  return (
    <div className={styles["trouble"]} role="alert">
      <h2 className={styles["troubleHeading"]}>{props.heading}</h2>
      <p>{props.text}</p>
    </div>
  );
}
