import { isIncomparable } from "@/lib/platform/db/incomparable";
import { constantSql, type Sql, sql } from "@/lib/platform/db/sql";
import { encodeMatomoText } from "./html-entities";

/** A text column of Matomo's as it is compared: under its own collation, or widened. */
export type Comparable = (column: Sql) => Sql;

const asItIs: Comparable = (column) => column;
const widened: Comparable = (column) => sql`CONVERT(${column} USING utf8mb4)`;

/**
 * Reads rows by text that people typed. Which letters are alike is for each column's collation to say, as it is when
 * Matomo compares. Where a column cannot hold the text at all (Arabic in latin1, an emoji in utf8mb3), the database
 * refuses to compare; then once more with widened columns, of which this one simply holds no such text.
 */
export async function comparingText<T>(read: (comparable: Comparable) => Promise<T>): Promise<T> {
  try {
    return await read(asItIs);
  } catch (error) {
    if (isIncomparable(error)) return read(widened);
    throw error;
  }
}

/** Whether a column of Matomo's holds `term` somewhere, in SQL. `%`, `_` and `!` are themselves. */
export function containsText(column: Sql, term: string): Sql {
  const pattern = `%${encodeMatomoText(term).replace(/[!%_]/g, (character) => `!${character}`)}%`;
  return sql`${column} LIKE ${pattern} ESCAPE '!'`;
}

/**
 * Whether a column of Matomo's reads as `text`, in SQL. It is the column that is decoded, once and as
 * html-entities.ts decodes, since some rows hold plain text: other programs write to Matomo's tables, too.
 */
export function readsAs(column: Sql, text: string): Sql {
  return sql`${decoded(column)} = ${text}`;
}

// `&amp;` last: what it uncovers is text, and is not decoded again.
const ENTITIES = [
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#039;", "''"],
  ["&#39;", "''"],
  ["&amp;", "&"],
] as const;

function decoded(column: Sql): Sql {
  return ENTITIES.reduce(
    (text, [entity, character]) => sql`REPLACE(${text}, ${constantSql(`'${entity}', '${character}'`)})`,
    column,
  );
}
