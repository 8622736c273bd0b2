import type { DbClient } from "@/lib/platform/db/client";
import { translateDatabaseError } from "@/lib/platform/db/errors";
import { inChunks, joinSql, sql } from "@/lib/platform/db/sql";
import { AppError } from "@/lib/platform/errors";
import { comparingText } from "./stored-text";

/**
 * The languages that these users chose in Matomo, by login, as Matomo writes them: `de`, `pt-br`, or the empty text
 * (docs/matomo.md#people). A statement of its own and no join: where the table is missing, may not be read or has
 * another collation than `user`, nobody's language is known, and whoever reads the Super Users for an alert still finds
 * them.
 */
export async function readLanguages(db: DbClient, logins: readonly string[]): Promise<Map<string, string>> {
  const rows: Row[] = [];
  for (const chunk of inChunks(logins)) rows.push(...(await languageRows(db, chunk)));
  const chosen = new Map(rows.map(({ login, language }) => [login.toLowerCase(), language]));
  return new Map(
    logins.flatMap((login): [string, string][] => {
      const language = chosen.get(login.toLowerCase());
      return language === undefined ? [] : [[login, language]];
    }),
  );
}

/** The language that this user chose in Matomo, as Matomo writes it; null when that is not known. */
export async function readLanguageOf(db: DbClient, login: string): Promise<string | null> {
  return (await readLanguages(db, [login])).get(login) ?? null;
}

type Row = { login: string; language: string };

async function languageRows(db: DbClient, logins: readonly string[]): Promise<Row[]> {
  try {
    return await comparingText(
      (comparable) => db.$queryRaw<Row[]>`
        SELECT login, language FROM \`matomo_user_language\`
        WHERE ${comparable(sql`login`)} IN (${joinSql(logins)})`,
    );
  } catch (error) {
    const cause = translateDatabaseError(error);
    if (cause instanceof AppError && cause.code === "schema_not_understood") return [];
    throw error;
  }
}
