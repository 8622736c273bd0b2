import { dialectOf } from "@/lib/platform/db/client";
import { portalGrants } from "@/lib/platform/db/grants";
import { openForMigration } from "@/lib/platform/db/migration-connection";
import { MigrationError, saidBy } from "@/lib/platform/db/migration-error";
import { mysqlAddress } from "@/lib/platform/db/mysql-address";
import { databaseEnv } from "@/lib/platform/env";
import { command } from "@/scripts/command";

type Settings = ReturnType<typeof databaseEnv>;

/** Makes no account, and takes nothing away. */
export default command({
  usage: `bin/public-access grants --account ACCOUNT [--apply] [--before-5.4 | --before-4.11]

Prints the rights that the account of Public Access needs, as GRANT statements. Changes nothing without --apply.

  --account      who gets the rights: portal@% or 'portal'@'10.0.0.%'
  --apply        run the statements with the account of DATABASE_URL, which must hold them all and may give them away
  --before-5.4   for a Matomo older than 5.4, which keeps elsewhere when its users were last seen
  --before-4.11  for a Matomo older than 4.11, which knows no invitations. --apply sees both by itself
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
    const to = quotedAccount(account);
    if (apply) console.log(`Done: ${await applyGrants(databaseEnv(), to)} GRANT statements.`);
    else for (const statement of statementsFor(databaseEnv(), to, !before411, !before54)) console.log(`${statement};`);
  },
});

function statementsFor(settings: Settings, account: string, hasInvites: boolean, hasLastSeen: boolean): string[] {
  const { DATABASE_URL, MATOMO_TABLE_PREFIX, MATOMO_SALT, WHO_WAS_ACTIVE } = settings;
  return portalGrants(databaseIn(DATABASE_URL), MATOMO_TABLE_PREFIX, account, {
    pendingInvites: hasInvites,
    matomoSalt: MATOMO_SALT !== undefined,
    whoWasActive: WHO_WAS_ACTIVE === "off" ? "off" : hasLastSeen ? "pages-and-tokens" : "tokens",
  });
}

/** `portal@%` and `'portal'@'%'` both give `'portal'@'%'`. */
export function quotedAccount(text: string): string {
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

/**
 * Gives `account`, quoted as GRANT writes it, the rights for the database of `settings`. The database itself says whether
 * its Matomo knows invitations (4.11) and when its users were last seen (5.4).
 * @returns how many statements there were
 */
export async function applyGrants(settings: Settings, account: string): Promise<number> {
  const connection = await openForMigration(settings.DATABASE_URL);
  try {
    const columns = await connection.rows(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?",
      [`${settings.MATOMO_TABLE_PREFIX}user`],
    );
    const names = columns.map(({ name }) => name);
    const statements = statementsFor(settings, account, names.includes("invite_token"), names.includes("ts_last_seen"));
    for (const statement of statements) await connection.run(statement).catch(refused(statement));
    return statements.length;
  } finally {
    await connection.close(true);
  }
}

function refused(statement: string): (cause: unknown) => never {
  return (cause) => {
    throw new MigrationError(`${statement}\nwas refused: ${saidBy(cause)}\nThose before it are in force.`, { cause });
  };
}
