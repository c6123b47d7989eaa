import { describe, expect, test } from "vitest";
import { checkedUrl, linkFrom } from "../../../shared/text/links.ts";

describe("a link", () => {
  test("to a page or to a letter box may exist, exactly as it was written", () => {
    for (const url of [
      "https://example.org",
      "HTTP://EXAMPLE.ORG/a?b=c#d",
      "https://example.org:8080/a(b)/'c'/%20?q=ä",
      "https://de.wikipedia.org/wiki/Übung",
      "https://[2001:db8::1]/",
      "mailto:ann@example.org?subject=Scale",
    ]) {
      expect(checkedUrl(url)).toBe(url);
    }
  });

  test("of any other kind is refused, however it is disguised", () => {
    const disguises = [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      " javascript:alert(1)",
      "\u0001javascript:alert(1)",
      "\ufeffjavascript:alert(1)",
      "\u200bjavascript:alert(1)",
      "java\tscript:alert(1)",
      "java\nscript:alert(1)",
      "java\u00adscript:alert(1)",
      "javascript\u2028:alert(1)",
      "javascript&colon;alert(1)",
      "&#106;avascript:alert(1)",
      "javascript://example.org/%0aalert(1)",
      "%6aavascript:alert(1)",
      "vbscript:msgbox(1)",
      "data:text/html,<script>alert(1)</script>",
      "data:text/html;base64,PHNjcmlwdD4=",
      "blob:https://example.org/1",
      "file:///etc/passwd",
      "view-source:https://example.org",
      "feed:javascript:alert(1)",
      "//example.org",
      "/api/teams",
      "example.org",
      "#here",
      "",
      "https:",
      "https://",
      "https:///example.org",
      "https:example.org",
      "https:\\\\example.org",
      "https://example.org/a b",
      " https://example.org",
      "https://example.org\n",
      "https://example.org/\u202egpj.exe",
      "https://example\u200b.org",
      'https://example.org/"onmouseover="alert(1)',
      "https://example.org/<script>",
      "mailto:",
      "mailto:ann",
      "mailto:?body=x@y",
      `https://example.org/${"a".repeat(3_000)}`,
    ];
    expect(disguises.filter((url) => checkedUrl(url) !== undefined)).toEqual([]);
  });

  test("that is no string is refused", () => {
    for (const value of [undefined, null, 1, true, {}, ["https://example.org"], new String("x")]) {
      expect(checkedUrl(value)).toBeUndefined();
    }
  });
});

describe("what somebody types as a link", () => {
  test("is completed where its meaning is plain", () => {
    expect(linkFrom(" example.org ")).toBe("https://example.org");
    expect(linkFrom("www.example.org/a?b")).toBe("https://www.example.org/a?b");
    expect(linkFrom("ann@example.org")).toBe("mailto:ann@example.org");
    expect(linkFrom("http://example.org")).toBe("http://example.org");
  });

  test("is no link otherwise", () => {
    const typed = ["", "scale", "see 3.14", "javascript:alert(1)", "a b.org", "x.y", "e.g."];
    expect(typed.filter((some) => linkFrom(some) !== undefined)).toEqual([]);
  });
});
