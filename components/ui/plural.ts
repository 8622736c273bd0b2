const GROUPED = new Intl.NumberFormat("en-GB");

/** `4,312` */
export function grouped(value: number): string {
  return GROUPED.format(value);
}

/** `1 site`, `4,312 sites`. `many` only where an s is not enough. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${grouped(value)} ${value === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined) return "";
  return words.length === 1 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
