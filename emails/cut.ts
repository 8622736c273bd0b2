const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** At most `max` characters, "…" among them where more follows; no letter is torn apart. */
export function cut(value: string, max: number): string {
  if (value.length <= max) return value;
  let kept = "";
  for (const { segment } of graphemes.segment(value)) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** The end of `value`: of a host the part that says whose it is. */
export function cutFront(value: string, max: number): string {
  return value.length <= max ? value : `…${value.slice(value.length - max + 1)}`;
}
