// `npm run -s db:grants -- --account portal@%`: prints the rights with which the portal runs, as GRANT statements for the
// database and the prefix that are configured. With `--apply` it runs them with the account of DATABASE_URL, which must
// hold them all and be allowed to give them away. It makes no account, and takes nothing away. Ends with 1 on a failure.
import { existsSync } from "node:fs";
import { dialectOf } from "@/lib/platform/db/client";
import { portalGrants } from "@/lib/platform/db/grants";
import { openForMigration } from "@/lib/platform/db/migration-connection";
import { MigrationError, saidBy } from "@/lib/platform/db/migration-error";
import { mysqlAddress } from "@/lib/platform/db/mysql-address";
import { databaseEnv } from "@/lib/platform/env";
import { readArguments } from "./arguments.mjs";
import { sentenceOf } from "./operator-sentence";

const USAGE = `npm run -s db:grants -- --account ACCOUNT [--apply] [--before-5.4 | --before-4.11]

Prints the rights that the portal's account needs, as GRANT statements. Changes nothing without --apply.

  --account      who gets the rights: portal@% or 'portal'@'10.0.0.%'
  --apply        run the statements with the account of DATABASE_URL instead of printing them
  --before-5.4   for a Matomo older than 5.4, which keeps elsewhere when its users were last seen (--apply sees it)
  --before-4.11  for a Matomo older than 4.11, which knows no invitations
  --help         print this`;

const { account, apply, pendingInvites, lastSeen } = whatIsAsked();

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { DATABASE_URL, MATOMO_TABLE_PREFIX, MATOMO_SALT, WHO_WAS_ACTIVE } = databaseEnv();
  const [database, to] = [databaseIn(DATABASE_URL), quotedAccount(account)];
  const statementsFor = (hasLastSeen: boolean) =>
    portalGrants(database, MATOMO_TABLE_PREFIX, to, {
      pendingInvites,
      matomoSalt: MATOMO_SALT !== undefined,
      whoWasActive: WHO_WAS_ACTIVE === "off" ? "off" : hasLastSeen ? "pages-and-tokens" : "tokens",
    });
  if (apply) await run(DATABASE_URL, `${MATOMO_TABLE_PREFIX}user`, statementsFor);
  else
    console.log(
      statementsFor(lastSeen)
        .map((statement) => `${statement};`)
        .join("\n"),
    );
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}

function whatIsAsked(): { account: string; apply: boolean; pendingInvites: boolean; lastSeen: boolean } {
  const { values } = readArguments({
    usage: USAGE,
    options: {
      account: { type: "string" },
      apply: { type: "boolean" },
      "before-5.4": { type: "boolean" },
      "before-4.11": { type: "boolean" },
    },
    refused: 1,
  });
  if (!values.account) {
    console.error(USAGE);
    process.exit(1);
  }
  const { account, apply = false, "before-4.11": before411 = false, "before-5.4": before54 = before411 } = values;
  return { account, apply, pendingInvites: !before411, lastSeen: !before54 };
}

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
async function run(url: string, userTable: string, statementsFor: (hasLastSeen: boolean) => string[]): Promise<void> {
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
