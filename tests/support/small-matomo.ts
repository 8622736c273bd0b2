import { createHash } from "node:crypto";
import { hashSync } from "@node-rs/bcrypt";
import { portalGrants } from "@/lib/platform/db/grants";
import { migrate } from "@/lib/platform/db/migrate";
import { type MatomoInstall, matomoDdl } from "@/prisma/matomo/tables";
import { startMariaDb } from "./mariadb";
import { connectRaw, type RawConnection } from "./raw-connection";

const INSTALL: MatomoInstall = {
  dialect: "mysql",
  prefix: "px7_",
  version: "5.9",
  charset: "utf8mb4",
  collation: "utf8mb4_general_ci",
};
const NAME = "pa_e2e";

export const ANNA = { login: "anna", password: "Grüße & <Küsse>" };

/** `url`: as the portal is configured with it; `raw` has every right. */
export type SmallMatomo = {
  url: string;
  prefix: string;
  raw: RawConnection;
  /** ends the database; `raw` too */
  stop: () => Promise<void>;
};

/**
 * A Matomo on a MariaDB of its own, for servers that are started: three sites, and two Super Users with one password,
 * hashed as Matomo does. The portal's account has exactly the rights of lib/platform/db/grants.ts.
 * @param options.alone nobody installed the portal beside it: `url` may do everything
 */
export async function startSmallMatomo({ alone = false } = {}): Promise<SmallMatomo> {
  const database = await startMariaDb();
  const setup = await connectRaw(database.url);
  await setup.script(`CREATE DATABASE ${NAME} CHARACTER SET ${INSTALL.charset} COLLATE ${INSTALL.collation}`);
  await setup.close();
  const owner = new URL(database.url);
  owner.pathname = `/${NAME}`;
  const raw = await connectRaw(owner.href);
  await raw.script(matomoDdl(INSTALL).join(";\n"));
  if (!alone) {
    await migrate(owner.href, INSTALL.prefix);
    const account = `'${NAME}'@'%'`;
    await raw.script([`CREATE USER ${account}`, ...portalGrants(NAME, INSTALL.prefix, account)].join(";\n"));
  }
  await fill(raw);
  if (alone)
    await raw.run(
      `INSERT INTO ${INSTALL.prefix}option (option_name, option_value, autoload) VALUES ('version_core', ?, 1)`,
      [`${INSTALL.version}.0`],
    );
  else owner.username = NAME;
  let isOver = false;
  return {
    url: owner.href,
    prefix: INSTALL.prefix,
    raw,
    stop: async () => {
      if (isOver) return;
      isOver = true;
      await raw.close();
      await database.stop();
    },
  };
}

async function fill(raw: RawConnection): Promise<void> {
  const md5 = createHash("md5").update(ANNA.password).digest("hex");
  const hash = hashSync(md5, 10).replace("$2b$", "$2y$");
  for (const [login, email, password, flag] of [
    ["anonymous", "anonymous@example.org", "", 0],
    [ANNA.login, "anna@people.example", hash, 1],
    ["jonas", "jonas@people.example", hash, 1],
  ] as const) {
    await raw.run(`INSERT INTO ${INSTALL.prefix}user (login, email, password, superuser_access) VALUES (?, ?, ?, ?)`, [
      ...[login, email, password, flag],
    ]);
  }
  for (const name of ["Energie &amp; Wasser", "متحف الشمال 🎉", "Shop"]) {
    await raw.run(
      `INSERT INTO ${INSTALL.prefix}site (name, main_url, timezone, currency, \`group\`, \`type\`, sitesearch_keyword_parameters,
         sitesearch_category_parameters, excluded_ips, excluded_parameters, excluded_user_agents, excluded_referrers)
       VALUES (?, 'https://site.example', 'UTC', 'EUR', '', 'website', '', '', '', '', '', '')`,
      [name],
    );
  }
}
