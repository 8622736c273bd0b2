import { dialect } from "@/lib/db/client";
import { constantSql, needsFourBytes, type Sql, sql } from "@/lib/db/sql";
import { encodeMatomoText } from "./html-entities";

/** Whether a column of Matomo's holds `term` somewhere, in SQL. `%`, `_` and `!` are themselves. */
export function containsText(column: Sql, term: string): Sql {
  const pattern = `%${encodeMatomoText(term).replace(/[!%_]/g, (character) => `!${character}`)}%`;
  return sql`${comparable(column, term)} LIKE ${pattern} ESCAPE '!'`;
}

/**
 * Whether a column of Matomo's reads as `text`, in SQL. It is the column that is decoded, once and as
 * html-entities.ts decodes, since some rows hold plain text: other programs write to Matomo's tables, too. Which
 * letters are alike is for the column's collation to say, as it is when Matomo compares.
 */
export function readsAs(column: Sql, text: string): Sql {
  return sql`${comparable(decoded(column), text)} = ${text}`;
}

/** A column that cannot hold characters of four bytes must not meet them: that is an error, not a "no". */
export function comparable(column: Sql, text: string): Sql {
  return needsFourBytes(text) && dialect() === "mysql" ? sql`CONVERT(${column} USING utf8mb4)` : column;
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
