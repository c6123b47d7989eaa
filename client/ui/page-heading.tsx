/**
 * The one h1 of a page. It takes the focus when a page opens in place of another, so that whoever
 * listens or uses keys starts at the top of what is new, and it names the browser's tab.
 */
import { type ReactNode, useEffect, useRef } from "react";
import { words } from "../words/words.ts";
import { classes } from "./classes.ts";
import styles from "./page-heading.module.css";

/** Names the browser's tab after the page; "" leaves the product's name alone. */
export function usePageTitle(page: string): void {
  useEffect(() => {
    document.title = page === "" ? words.ui.product : words.ui.pageTitle(page);
  }, [page]);
}

/** The browser itself starts at the top of the first page. */
let isFirstPage = true;

export interface PageHeadingProps {
  /** The tab's title, where it is not what the heading says. */
  readonly page?: string;
  readonly size?: "usual" | "display" | "unseen";
  readonly children: string | ReactNode;
}

export function PageHeading({ page, size = "usual", children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(page ?? (typeof children === "string" ? children : ""));
  useEffect(() => {
    const active = document.activeElement;
    if (!isFirstPage && (!active || active === document.body)) heading.current?.focus();
    isFirstPage = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={classes(styles["heading"], styles[size])}>
      {children}
    </h1>
  );
}
