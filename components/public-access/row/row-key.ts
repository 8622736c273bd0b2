const ROWS_AT_ONCE = 10;

/** What a key does on a row of the list: goes to another row, opens the details, chooses, or nothing. */
type RowKey = { does: "go"; to: number } | { does: "open" | "choose" };

/** @param index the row that has the focus, of `count`. `rightToLeft`: the arrow that points into the line is the left one */
export function rowKey(key: string, index: number, count: number, rightToLeft: boolean): RowKey | null {
  const go = (to: number): RowKey => ({ does: "go", to: Math.min(Math.max(to, 0), count - 1) });
  switch (key) {
    case "ArrowDown":
      return go(index + 1);
    case "ArrowUp":
      return go(index - 1);
    case "PageDown":
      return go(index + ROWS_AT_ONCE);
    case "PageUp":
      return go(index - ROWS_AT_ONCE);
    case "Home":
      return go(0);
    case "End":
      return go(count - 1);
    case "Enter":
    case rightToLeft ? "ArrowLeft" : "ArrowRight":
      return { does: "open" };
    case " ":
      return { does: "choose" };
    default:
      return null;
  }
}
