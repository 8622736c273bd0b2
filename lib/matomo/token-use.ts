import type { DbClient } from "@/lib/platform/db/client";
import { inChunks, joinSql, momentFromText, sql } from "@/lib/platform/db/sql";
import { decodeMatomoText } from "./html-entities";
import { sameLogin } from "./same-login";

/** A token that was used at least once. `key` of its owner as in same-login.ts. */
type TokenUse = { key: string; description: string; lastUsed: Date };

/**
 * When each token of these people was last used: its owner, what they called it, the moment; never the token itself,
 * which is stored beside it as a hash. One statement for each 5,000 people.
 */
export async function readTokenUse(db: DbClient, logins: readonly string[]): Promise<TokenUse[]> {
  const used: TokenUse[] = [];
  for (const chunk of inChunks(logins)) {
    const rows = await db.$queryRaw<{ same: string; description: string; at: string | null }[]>`
      SELECT ${sameLogin(sql`login`)} AS same, CAST(description AS CHAR) AS description, CAST(last_used AS CHAR) AS at
      FROM \`matomo_user_token_auth\` WHERE last_used IS NOT NULL AND login IN (${joinSql(chunk)})`;
    for (const { same, description, at } of rows) {
      const lastUsed = momentFromText(at);
      if (lastUsed) used.push({ key: same, description: decodeMatomoText(description), lastUsed });
    }
  }
  return used;
}
