import { dialect, type Reader } from "@/lib/db/client";
import { env } from "@/lib/env";
import { good, unknown, warning } from "./line";
import type { Line } from "./schema";

type Column = { place: string; charset: string; collation: string };

/**
 * How Matomo's tables hold and compare text. One installation can mix collations (facts 1.1), and tables in utf8mb3
 * cannot hold every character (fact 15.16).
 */
export async function checkCharacters(db: Reader): Promise<Line[]> {
  if (dialect() === "sqlite") return [];
  const { MATOMO_TABLE_PREFIX: prefix } = env();
  const columns = await db.$queryRaw<Column[]>`
    SELECT CONCAT(table_name, '.', column_name) AS place, character_set_name AS charset, collation_name AS collation
    FROM information_schema.columns
    WHERE table_schema = DATABASE() AND (
      (table_name IN (${`${prefix}user`}, ${`${prefix}access`}) AND column_name = 'login')
      OR (table_name = ${`${prefix}site`} AND column_name = 'name')
    ) ORDER BY place`;
  // A column without a right on it is not seen; the rights say which.
  if (columns.length < 3) return [unknown("characters", "charactersUnseen")];
  const collations = new Set(columns.map(({ collation }) => collation));
  if (collations.size > 1) {
    const list = columns.map(({ place, collation }) => `${place}: ${collation}`).join(", ");
    return [warning("characters", "charactersMixed", { list })];
  }
  const [collation = ""] = collations;
  const isNarrow = columns.some(({ charset }) => charset === "utf8" || charset === "utf8mb3");
  return [isNarrow ? warning("characters", "charactersNarrow") : good("characters", "charactersGood", { collation })];
}
