/** Where the browser keeps that somebody wants no shortcuts (WCAG 2.1.4: keys of one character can be turned off). */
const STORED_AS = "public-access.shortcuts";

export type Shortcut = {
  /** what is pressed, one after the other or any of them: `["/"]`, `["↑", "↓"]` */
  keys: readonly string[];
  /** what it does */
  words: string;
};

/** Whether keys of one character do something in this browser. */
export function shortcutsAreOn(): boolean {
  try {
    return window.localStorage.getItem(STORED_AS) !== "off";
  } catch {
    return true;
  }
}

/** Turns them on or off in this browser; for this page only where nothing can be stored. */
export function switchShortcuts(on: boolean): void {
  try {
    if (on) window.localStorage.removeItem(STORED_AS);
    else window.localStorage.setItem(STORED_AS, "off");
  } catch {
    // A browser that stores nothing keeps them on.
  }
}

export type PressedKey = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "defaultPrevented" | "isComposing"
>;

/** What has the focus, as far as it decides whether a key is text: null for the page itself. */
export type FocusedElement = { tag: string; type: string; editable: boolean } | null;

const PRESSED_NOT_TYPED: ReadonlySet<string> = new Set(["checkbox", "radio", "button", "submit", "reset", "range"]);

/** Whether a key is meant for the page: no modifier (Shift may be needed for the character), no text, no dialog. */
export function isForThePage(pressed: PressedKey, focused: FocusedElement, dialogIsOpen: boolean): boolean {
  if (pressed.defaultPrevented || pressed.isComposing || dialogIsOpen) return false;
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return false;
  return !takesText(focused);
}

function takesText(focused: FocusedElement): boolean {
  if (focused === null) return false;
  if (focused.editable || focused.tag === "TEXTAREA" || focused.tag === "SELECT") return true;
  return focused.tag === "INPUT" && !PRESSED_NOT_TYPED.has(focused.type);
}
