import type { Language, Messages } from "./catalogue";

declare global {
  /** Set by the script in the head of each page (lib/platform/languages/messages-script.ts); missing where it did not arrive. */
  var __messages: { language: Language; messages: Messages } | undefined;
}

/** Takes the catalogue's place in the browser (next.config.js), which has one language at a time. */
export function messagesIn(language: Language): Messages {
  // Caught by the page of last resort: without words no page can be used.
  if (!globalThis.__messages) throw new Error("The messages did not arrive.");
  if (globalThis.__messages.language !== language) window.location.reload();
  return globalThis.__messages.messages;
}
