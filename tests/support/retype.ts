import { matomoTables } from "@/prisma/matomo/tables";
import { matomoInstall, rawRun, rawSql, tablePrefix } from "./database";

const AS_BYTES: Record<string, string> = {
  ...{ varchar: "varbinary", char: "binary" },
  ...{ text: "blob", mediumtext: "mediumblob", longtext: "longblob" },
};
const AS_TEXT = new Map(Object.entries(AS_BYTES).map(([text, bytes]) => [bytes, text]));

/**
 * Gives every text column of Matomo's tables another character set, or none: `bytes`, as a dump that went through
 * binary leaves them. MariaDB only; the data is kept where the character set can hold it.
 */
export async function retype(
  to: "bytes" | "latin1" | "utf8mb4",
  only: readonly string[] = matomoTables(matomoInstall.version),
): Promise<void> {
  for (const table of only) {
    const columns = await rawSql(
      `SELECT column_name AS name, data_type AS kind, column_type AS type, is_nullable AS nullable,
         column_default AS preset
       FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?
         AND data_type IN ('varchar', 'char', 'text', 'mediumtext', 'longtext', 'varbinary', 'binary', 'blob',
           'mediumblob', 'longblob')`,
      [tablePrefix + table],
    );
    if (columns.length === 0) continue;
    const changes = columns.map(({ name, kind, type, nullable, preset }) => {
      const text = AS_TEXT.get(String(kind)) ?? String(kind);
      const wanted = String(type).replace(String(kind), to === "bytes" ? (AS_BYTES[text] ?? text) : text);
      const charset = to === "bytes" ? "" : ` CHARACTER SET ${to}`;
      const rest = nullable === "YES" ? "NULL" : preset === null ? "NOT NULL" : `NOT NULL DEFAULT ${preset}`;
      return `MODIFY \`${name}\` ${wanted}${charset} ${rest}`;
    });
    await rawRun(`ALTER TABLE \`matomo_${table}\` ${changes.join(", ")}`);
  }
}
