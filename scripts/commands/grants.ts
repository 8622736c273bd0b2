import { dialectOf } from "@/lib/platform/db/client";
import { portalGrants } from "@/lib/platform/db/grants";
import { openForMigration } from "@/lib/platform/db/migration-connection";
import { MigrationError, saidBy } from "@/lib/platform/db/migration-error";
import { mysqlAddress } from "@/lib/platform/db/mysql-address";
import { databaseEnv } from "@/lib/platform/env";
import { command } from "@/scripts/command";

/** Makes no account, and takes nothing away. */
export default command({
  usage: `bin/public-access grants --account ACCOUNT [--apply] [--before-5.4 | --before-4.11]

Prints the rights that the account of Public Access needs, as GRANT statements. Changes nothing without --apply.

  --account      who gets the rights: portal@% or 'portal'@'10.0.0.%'
  --apply        run the statements with the account of DATABASE_URL, which must hold them all and may give them away
  --before-5.4   for a Matomo older than 5.4, which keeps elsewhere when its users were last seen (--apply sees it)
  --before-4.11  for a Matomo older than 4.11, which knows no invitations
  --help         print this`,
  options: {
    account: { type: "string" },
    apply: { type: "boolean" },
    "before-5.4": { type: "boolean" },
    "before-4.11": { type: "boolean" },
  },
  config: "database",
  failed: 1,
  run: async ({ account, apply, "before-4.11": before411 = false, "before-5.4": before54 = before411 }) => {
    if (!account) throw new Error("Say who gets the rights: bin/public-access grants --account portal@127.0.0.1");
    const { DATABASE_URL, MATOMO_TABLE_PREFIX, MATOMO_SALT, WHO_WAS_ACTIVE } = databaseEnv();
    const [database, to] = [databaseIn(DATABASE_URL), quotedAccount(account)];
    const statementsFor = (hasLastSeen: boolean) =>
      portalGrants(database, MATOMO_TABLE_PREFIX, to, {
        pendingInvites: !before411,
        matomoSalt: MATOMO_SALT !== undefined,
        whoWasActive: WHO_WAS_ACTIVE === "off" ? "off" : hasLastSeen ? "pages-and-tokens" : "tokens",
      });
    if (apply) await runAll(DATABASE_URL, `${MATOMO_TABLE_PREFIX}user`, statementsFor);
    else for (const statement of statementsFor(!before54)) console.log(`${statement};`);
  },
});

/** `portal@%` and `'portal'@'%'` both give `'portal'@'%'`. */
function quotedAccount(text: string): string {
  const [, user, host] = /^'?([\w.-]{1,80})'?@'?([\w.:%/-]{1,255})'?$/.exec(text) ?? [];
  if (!user || !host) throw new TypeError(`${text} is no account such as portal@% or 'portal'@'10.0.0.%'.`);
  return `'${user}'@'${host}'`;
}

function databaseIn(url: string): string {
  if (dialectOf(url) === "sqlite") throw new TypeError("DATABASE_URL is a file: SQLite has no accounts and no rights.");
  const { database } = mysqlAddress(url);
  if (!/^[^`\\]+$/.test(database))
    throw new TypeError("DATABASE_URL names no database: mysql://user:password@host:3306/matomo");
  return database;
}

/** Here the database itself says whether its Matomo has the column (since 5.4). */
async function runAll(
  url: string,
  userTable: string,
  statementsFor: (hasLastSeen: boolean) => string[],
): Promise<void> {
  const connection = await openForMigration(url);
  try {
    const columns = await connection.rows(
      "SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ? AND column_name = 'ts_last_seen'",
      [userTable],
    );
    const statements = statementsFor(columns.length > 0);
    for (const statement of statements) await connection.run(statement).catch(refused(statement));
    console.log(`Done: ${statements.length} GRANT statements.`);
  } finally {
    await connection.close(true);
  }
}

function refused(statement: string): (cause: unknown) => never {
  return (cause) => {
    throw new MigrationError(`${statement}\nwas refused: ${saidBy(cause)}\nThose before it are in force.`, { cause });
  };
}
