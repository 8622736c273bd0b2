import { CRON_JOBS, type CronJobName } from "@/lib/jobs/jobs";
import { variableNames } from "@/lib/platform/env/variables";
import { checkAddress, checkHostnames, checkProxies } from "./check-addresses";
import { checkCanary, checkCanaryLook, checkReadableLook } from "./check-canary";
import { checkCharacters } from "./check-characters";
import { checkDatabase } from "./check-database";
import { checkEngines } from "./check-engines";
import { checkLog } from "./check-log";
import { checkMailServer } from "./check-mail-server";
import { checkMails } from "./check-mails";
import { checkAnonymous, checkSuperUsers, checkVersion } from "./check-matomo";
import { checkMatomoAnswers, checkMatomoClock } from "./check-matomo-answers";
import { checkMigrations } from "./check-migrations";
import { checkNode } from "./check-node";
import { checkPrivileges } from "./check-privileges";
import { checkRetention } from "./check-retention";
import { checkJob, checkMonitor, checkWatch } from "./check-schedule";
import { checkSecret } from "./check-secrets";
import { checkSettings } from "./check-settings";
import { checkStatementKey } from "./check-statement-key";
import { checkTables } from "./check-tables";
import { checkClock, checkTimeZone } from "./check-time";
import { checkFeedback, checkSecondChannel, checkTransport } from "./check-transport";
import { checkWrites } from "./check-writes";
import type { Look } from "./line";
import { isMailSetting } from "./policy";
import type { Args, CheckName, Group } from "./schema";

/** One thing to look at. */
export type Check = {
  name: CheckName;
  /** what its name is said with */
  args?: Args;
  /** the settings without which it cannot be looked at */
  needs: readonly string[];
  /** the database must answer (`database`), with Matomo's tables in it (`tables`) */
  after?: "database" | "tables";
  look: Look;
};

const MAIL = variableNames.filter(isMailSetting);
const DATABASE = ["DATABASE_URL", "MATOMO_TABLE_PREFIX"];

const secret = (name: Parameters<typeof checkSecret>[0]): Check => ({
  name: "secret",
  args: { name },
  needs: [name],
  look: checkSecret(name),
});

const job = (name: CronJobName): Check => ({
  name: "job",
  args: { job: name },
  needs: ["WATCH_INTERVAL_MINUTES"],
  after: "database",
  look: checkJob(name),
});

const JOBS = Object.keys(CRON_JOBS).filter((name): name is CronJobName => name in CRON_JOBS && name !== "watch");
/** The schedule of each job but the watch. */
export const schedule: readonly Check[] = JOBS.map(job);

/** Those that /api/readyz goes by, too: these, `mails`, and what makes sites public that no row does. */
export const privileges: Check = { name: "rights", needs: [], after: "tables", look: checkPrivileges };
export const migrations: Check = { name: "migrations", needs: [], after: "tables", look: checkMigrations };
export const watch: Check = {
  name: "watch",
  needs: ["WATCH_INTERVAL_MINUTES"],
  after: "database",
  look: checkWatch,
};
export const engines: Check = { name: "engines", needs: [], after: "tables", look: checkEngines };
export const mails: Check = { name: "mails", needs: [], after: "database", look: checkMails };

export const database: Check = { name: "database", needs: DATABASE, look: checkDatabase };
/** It answers, and takes no change. */
export const writes: Check = { name: "database", needs: [], after: "database", look: checkWrites };
export const tables: Check = { name: "tables", needs: [], after: "database", look: checkTables };

/** A look from outside found the canary readable, and none since found it closed. */
export const canaryLook: Check = { name: "canaryLook", needs: [], after: "database", look: checkCanaryLook };

/** The same of the sites that are private by Matomo's tables. */
export const readableLook: Check = { name: "readableLook", needs: [], after: "database", look: checkReadableLook };

/** The log lost its newest events lately. */
export const log: Check = { name: "log", needs: [], after: "database", look: checkLog };

/** The user that every stranger is. */
export const anonymous: Check = { name: "anonymous", needs: [], after: "tables", look: checkAnonymous };

/** Everything that is looked at without asking anybody but the database. */
export const CHECKS: Record<Exclude<Group, "outside">, readonly Check[]> = {
  settings: [
    { name: "node", needs: [], look: () => checkNode() },
    { name: "setting", needs: [], look: checkSettings },
    secret("NEXTAUTH_SECRET"),
    secret("CRON_SECRET"),
    secret("METRICS_TOKEN"),
    { name: "retention", needs: ["ORIGIN_RETENTION_DAYS", "MAIL_RETENTION_DAYS"], look: checkRetention },
    { name: "statementKey", needs: ["STATEMENT_KEY"], look: checkStatementKey },
    { name: "address", needs: ["NEXTAUTH_URL", "PROXY_ENDS_TLS"], look: checkAddress },
    { name: "hostnames", needs: ["NEXTAUTH_URL", "MATOMO_URL"], look: checkHostnames },
    { name: "proxies", needs: ["TRUSTED_PROXIES", "PROXY_ENDS_TLS"], look: checkProxies },
  ],
  database: [
    database,
    writes,
    tables,
    privileges,
    migrations,
    engines,
    log,
    { name: "characters", needs: [], after: "tables", look: checkCharacters },
    { name: "timeZone", needs: [], after: "database", look: checkTimeZone },
    { name: "clock", needs: [], after: "database", look: checkClock },
  ],
  matomo: [
    { name: "version", needs: [], after: "tables", look: checkVersion },
    anonymous,
    { name: "superUsers", needs: [], after: "tables", look: checkSuperUsers },
    { name: "canary", needs: ["CANARY_SITE_ID"], after: "tables", look: checkCanary },
    canaryLook,
    readableLook,
  ],
  mail: [
    { name: "transport", needs: MAIL, look: checkTransport },
    { name: "feedback", needs: MAIL, look: checkFeedback },
    { name: "secondChannel", needs: MAIL, look: checkSecondChannel },
    mails,
  ],
  schedule: [watch, ...schedule, { name: "monitor", needs: ["HEARTBEAT_URL"], look: checkMonitor }],
};

/** What asks others over the network, and so can take seconds. */
export const OUTSIDE: readonly Check[] = [
  { name: "matomo", needs: ["MATOMO_URL"], look: checkMatomoAnswers },
  { name: "matomoClock", needs: ["MATOMO_URL"], look: checkMatomoClock },
  { name: "mailServer", needs: MAIL, look: checkMailServer },
];
