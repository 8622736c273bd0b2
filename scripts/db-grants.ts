// `npm run -s db:grants -- --account portal@%`: prints the rights with which the portal runs, as GRANT statements for the
// database and the prefix that are configured. With `--apply` it runs them with the account of DATABASE_URL, which must
// hold them all and be allowed to give them away. It makes no account, and takes nothing away. Ends with 1 on a failure.
import { existsSync } from "node:fs";
import { dialectOf } from "@/lib/db/client";
import { type OptionalRights, portalGrants } from "@/lib/db/grants";
import { openForMigration } from "@/lib/db/migration-connection";
import { MigrationError, saidBy } from "@/lib/db/migration-error";
import { mysqlAddress } from "@/lib/db/mysql-address";
import { databaseEnv } from "@/lib/env";
import { readArguments } from "./arguments.mjs";
import { sentenceOf } from "./operator-sentence";

const USAGE = `npm run -s db:grants -- --account ACCOUNT [--apply] [--before-4.11]

Prints the rights that the portal's account needs, as GRANT statements. Changes nothing without --apply.

  --account      who gets the rights: portal@% or 'portal'@'10.0.0.%'
  --apply        run the statements with the account of DATABASE_URL instead of printing them
  --before-4.11  for a Matomo older than 4.11, which knows no invitations
  --help         print this`;

const { account, apply, pendingInvites } = whatIsAsked();

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { DATABASE_URL, MATOMO_TABLE_PREFIX, MATOMO_SALT } = databaseEnv();
  const optional: OptionalRights = { pendingInvites, matomoSalt: MATOMO_SALT !== undefined };
  const statements = portalGrants(databaseIn(DATABASE_URL), MATOMO_TABLE_PREFIX, quotedAccount(account), optional);
  if (apply) await run(DATABASE_URL, statements);
  else console.log(statements.map((statement) => `${statement};`).join("\n"));
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}

function whatIsAsked(): { account: string; apply: boolean; pendingInvites: boolean } {
  const { values } = readArguments({
    usage: USAGE,
    options: { account: { type: "string" }, apply: { type: "boolean" }, "before-4.11": { type: "boolean" } },
    refused: 1,
  });
  if (!values.account) {
    console.error(USAGE);
    process.exit(1);
  }
  return { account: values.account, apply: values.apply ?? false, pendingInvites: !values["before-4.11"] };
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

async function run(url: string, statements: readonly string[]): Promise<void> {
  const connection = await openForMigration(url);
  try {
    for (const statement of statements) await connection.run(statement).catch(refused(statement));
  } finally {
    await connection.close(true);
  }
  console.log(`Done: ${statements.length} GRANT statements.`);
}

function refused(statement: string): (cause: unknown) => never {
  return (cause) => {
    throw new MigrationError(`${statement}\nwas refused: ${saidBy(cause)}\nThose before it are in force.`, { cause });
  };
}
