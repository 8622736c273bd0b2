import { readFileSync } from "node:fs";
import path from "node:path";

/** A column as `information_schema.columns` gives it; `fallback` is its default as SQL, null where there is none. */
export type Column = {
  name: string;
  type: string;
  nullable: boolean;
  fallback: string | null;
  isCounted: boolean;
};
export type Index = { name: string; isUnique: boolean; columns: string[] };
export type Table = { name: string; columns: Column[]; indexes: Index[] };

/** Installs that ran, and whose tables were recorded: only those that the portal or its tests touch. */
export type Recorded = "4.10.1" | "4.16.1" | "5.2.0-b5";

/**
 * The tables of a Matomo that ran, in the order of its columns. The file's first part has a line for each column
 * (table, column, type, nullable, default, extra), the second for each column of an index (table, index, non-unique,
 * column, prefix).
 */
export function recordedTables(version: Recorded): Table[] {
  const text = readFileSync(path.join(import.meta.dirname, "recorded", `${version}.tsv`), "utf8");
  const [columns = [], indexes = []] = text.split("\n\n").map((part) =>
    part
      .split("\n")
      .filter(Boolean)
      .map((line) => line.split("\t")),
  );
  const tables = new Map<string, Table>();
  for (const [table = "", name = "", type = "", nullable, fallback = "-", extra] of columns) {
    const known = tables.get(table) ?? { name: table, columns: [], indexes: [] };
    tables.set(table, known);
    known.columns.push({
      name,
      type,
      nullable: nullable === "YES",
      fallback: fallback === "-" || fallback === "NULL" ? null : fallback,
      isCounted: extra === "auto_increment",
    });
  }
  for (const [table = "", name = "", nonUnique, column = ""] of indexes) {
    const on = tables.get(table)?.indexes;
    const known = on?.find((index) => index.name === name);
    if (known) known.columns.push(column);
    else on?.push({ name, isUnique: nonUnique === "0", columns: [column] });
  }
  return [...tables.values()];
}
