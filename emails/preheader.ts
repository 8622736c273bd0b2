const MAX_LENGTH = 140;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What an inbox shows beside the subject: as much of `lead` as fits, up to the end of a word, and "…" where more follows. */
export function preheader(lead: string): string {
  const characters = Array.from(graphemes.segment(lead), ({ segment }) => segment);
  if (characters.length <= MAX_LENGTH) return lead;
  const end = characters.lastIndexOf(" ", MAX_LENGTH - 1);
  // One word that fills the whole line is cut; nothing else is there to show.
  return `${characters
    .slice(0, end > 0 ? end : MAX_LENGTH - 1)
    .join("")
    .trimEnd()}…`;
}
