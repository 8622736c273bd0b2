/**
 * Where `part` stands in `text`, whatever its case and accents, as databases mostly compare; null when it does not seem
 * to be there. It decides nothing but what is marked.
 */
export function markOf(text: string, part: string): { start: number; end: number } | null {
  const wanted = plain(part.trim());
  if (wanted === "") return null;
  // Each character by itself, so that places in the plain text lead back to the text.
  const characters = Array.from(text);
  const plains = characters.map(plain);
  const at = plains.join("").indexOf(wanted);
  if (at < 0) return null;
  let place = 0;
  let start = -1;
  let length = 0;
  for (const [index, character] of characters.entries()) {
    if (start < 0 && place + (plains[index]?.length ?? 0) > at) start = length;
    // An accent of its own belongs to the letter before it.
    if (start >= 0 && place >= at + wanted.length && plains[index] !== "") return { start, end: length };
    place += plains[index]?.length ?? 0;
    length += character.length;
  }
  return { start, end: length };
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
