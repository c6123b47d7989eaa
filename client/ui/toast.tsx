/**
 * Short messages at the lower edge, from anywhere: `toast({ title })`. The shell mounts `<Toasts/>`
 * once. A problem is announced at once and stays longer; a message with an action stays longer too,
 * and none goes while the pointer or the focus is on it.
 *
 * Owns the messages until what shows them has come (toast-parts.tsx).
 */
import { useCallback, useEffect, useState } from "react";
import type { Toasts as ShownToasts, show } from "./toast-parts.tsx";

export interface ToastMessage {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly kind?: "info" | "good" | "problem";
  readonly action?: { readonly label: string; readonly onSelect: () => void } | undefined;
}

interface Parts {
  readonly show: typeof show;
  readonly Toasts: typeof ShownToasts;
}

/** Taken from the list when it is shown or taken back. */
interface Waiting {
  readonly message: ToastMessage;
  close: () => void;
}

const waiting = new Set<Waiting>();
let shower: typeof show | undefined;
let fetchNow: () => void = () => {};

/** Shows a message; the returned function takes it away again. */
export function toast(message: ToastMessage): () => void {
  if (shower) return shower(message);
  const one: Waiting = { message, close: () => void waiting.delete(one) };
  waiting.add(one);
  fetchNow();
  return () => one.close();
}

/** How long the first page has the line to itself, where nobody fetches them sooner. */
const afterMs = 5_000;

/** What shows messages, fetched ahead: what announces them then stands before there is anything to announce. */
export const fetchToasts = (): Promise<void> => Promise.resolve(fetchNow());

export function Toasts() {
  const [parts, setParts] = useState<Parts | undefined>();

  useEffect(() => {
    fetchNow = () =>
      void import("./toast-parts.tsx").then((come) => setParts(come)).catch(() => {});
    if (waiting.size > 0) fetchNow();
    const timer = setTimeout(fetchNow, afterMs);
    return () => clearTimeout(timer);
  }, []);

  const onReady = useCallback(() => {
    if (!parts) return;
    shower = parts.show;
    for (const one of waiting) one.close = parts.show(one.message);
    waiting.clear();
  }, [parts]);

  if (!parts) return null;
  return <parts.Toasts onReady={onReady} />;
}
