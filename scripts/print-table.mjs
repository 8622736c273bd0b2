/**
 * Rows as a table in plain text: columns as wide as their longest cell, numbers to the right.
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 */
export function tableText(head, rows) {
  const widths = head.map((title, column) => Math.max(...[title, ...rows.map((row) => row[column])].map(widthOf)));
  const line = (cells, isNumber) =>
    cells
      .map((cell, column) => (isNumber(column) ? `${cell}`.padStart(widths[column]) : `${cell}`.padEnd(widths[column])))
      .join("  ")
      .trimEnd();
  const holdsNumbers = (column) => rows.length > 0 && rows.every((row) => typeof row[column] === "number");
  return [head, ...rows].map((cells) => line(cells, holdsNumbers)).join("\n");
}

function widthOf(cell) {
  return `${cell}`.length;
}
