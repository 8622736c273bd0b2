import { describe, expect, it } from "vitest";
import { type FocusedElement, isForThePage, type PressedKey } from "@/components/ui/shortcut-keys";

const slash: PressedKey = {
  key: "/",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  isComposing: false,
};
const on = (tag: string, type = "", editable = false): FocusedElement => ({ tag, type, editable });

describe("a key of one character", () => {
  it.each([null, on("BODY"), on("BUTTON"), on("A"), on("INPUT", "checkbox"), on("INPUT", "radio")])(
    "is the page's with the focus at %j",
    (focused) => expect(isForThePage(slash, focused, false)).toBe(true),
  );

  it.each([
    on("INPUT", "text"),
    on("INPUT", "search"),
    on("INPUT", "password"),
    on("INPUT", "date"),
    on("TEXTAREA"),
    on("SELECT"),
    on("DIV", "", true),
  ])("is text, not a shortcut, at %j", (focused) => expect(isForThePage(slash, focused, false)).toBe(false));

  it("does nothing behind an open dialog", () => expect(isForThePage(slash, null, true)).toBe(false));

  it.each(["ctrlKey", "metaKey", "altKey", "defaultPrevented", "isComposing"] as const)(
    "is left to others with %s",
    (what) => expect(isForThePage({ ...slash, [what]: true }, null, false)).toBe(false),
  );
});
