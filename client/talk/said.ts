/** What is said aloud about the talk: the view that stands around a thread holds the place for it. */
import { createContext, use } from "react";

export const SaidContext = createContext<(words: string) => void>(() => {});

export const useSaid = (): ((words: string) => void) => use(SaidContext);
