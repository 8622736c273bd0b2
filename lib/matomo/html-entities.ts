import { visibleText } from "@/lib/platform/visible-text";

// Matomo stores names, URLs and groups as htmlspecialchars(…, ENT_QUOTES) leaves them (core/Common.php
// sanitizeInputValue): exactly these five, so exactly these five are undone, in a single pass.
const DECODED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#039": "'", "#39": "'" };
const ENCODED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#039;" };

/** Text as people wrote it, from text as Matomo stores it. Decodes once: `A &amp;amp; B` gives `A &amp; B`. */
export function decodeMatomoText(stored: string): string {
  return stored.replace(/&(amp|lt|gt|quot|#0?39);/g, (whole, name: string) => DECODED[name] ?? whole);
}

/** The same as it may be shown: names are written by whoever may make a site, and must not turn what stands around. */
export function visibleMatomoText(stored: string): string {
  return visibleText(decodeMatomoText(stored));
}

/** Text as Matomo stores it; for search terms that must match stored text. */
export function encodeMatomoText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENCODED[character] ?? character);
}
