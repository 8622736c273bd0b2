import { CRON_JOBS, type CronJobName } from "@/lib/jobs/jobs";
import { variableNames } from "@/lib/platform/env/variables";
import { checkCharacters } from "./check-characters";
import {
  checkDatabase,
  checkEngines,
  checkMigrations,
  checkPrivileges,
  checkTables,
  checkWrites,
} from "./check-database";
import { checkFeedback, checkMailServer, checkMails, checkSecondChannel, checkTransport } from "./check-mail";
import {
  checkAnonymous,
  checkCanary,
  checkCanaryProbe,
  checkReadableProbe,
  checkSuperUsers,
  checkVersion,
} from "./check-matomo";
import { checkMatomoAnswers, checkMatomoClock } from "./check-matomo-answers";
import { checkJob, checkMonitor, checkWatch } from "./check-schedule";
import {
  checkAddress,
  checkHostnames,
  checkNode,
  checkProxies,
  checkRetention,
  checkSecret,
  checkSettings,
  checkStatementKey,
} from "./check-settings";
import { checkClock, checkLog, checkTimeZone } from "./check-time";
import type { RunCheck } from "./line";
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
  run: RunCheck;
};

const MAIL = variableNames.filter(isMailSetting);
const DATABASE = ["DATABASE_URL", "MATOMO_TABLE_PREFIX"];

const secret = (name: Parameters<typeof checkSecret>[0]): Check => ({
  name: "secret",
  args: { name },
  needs: [name],
  run: checkSecret(name),
});

const job = (name: CronJobName): Check => ({
  name: "job",
  args: { job: name },
  needs: ["WATCH_INTERVAL_MINUTES"],
  after: "database",
  run: checkJob(name),
});

const JOBS = Object.keys(CRON_JOBS).filter((name): name is CronJobName => name in CRON_JOBS && name !== "watch");
/** The schedule of each job but the watch. */
export const schedule: readonly Check[] = JOBS.map(job);

/** Those that /api/readyz goes by, too: these, `mails`, and what makes sites public that no row does. */
export const privileges: Check = { name: "rights", needs: [], after: "tables", run: checkPrivileges };
export const migrations: Check = { name: "migrations", needs: [], after: "tables", run: checkMigrations };
export const watch: Check = {
  name: "watch",
  needs: ["WATCH_INTERVAL_MINUTES"],
  after: "database",
  run: checkWatch,
};
export const engines: Check = { name: "engines", needs: [], after: "tables", run: checkEngines };
export const mails: Check = { name: "mails", needs: [], after: "database", run: checkMails };

export const database: Check = { name: "database", needs: DATABASE, run: checkDatabase };
/** It answers, and takes no change. */
export const writes: Check = { name: "database", needs: [], after: "database", run: checkWrites };
export const tables: Check = { name: "tables", needs: [], after: "database", run: checkTables };

/** A probe found the canary readable, and none since found it closed. */
export const canaryProbe: Check = { name: "canaryLook", needs: [], after: "database", run: checkCanaryProbe };

/** The same of the sites that are private by Matomo's tables. */
export const readableProbe: Check = { name: "readableLook", needs: [], after: "database", run: checkReadableProbe };

/** The log lost its newest events lately. */
export const log: Check = { name: "log", needs: [], after: "database", run: checkLog };

/** The user that every stranger is. */
export const anonymous: Check = { name: "anonymous", needs: [], after: "tables", run: checkAnonymous };

/** Everything that is looked at without asking anybody but the database. */
export const CHECKS: Record<Exclude<Group, "outside">, readonly Check[]> = {
  settings: [
    { name: "node", needs: [], run: () => checkNode() },
    { name: "setting", needs: [], run: checkSettings },
    secret("NEXTAUTH_SECRET"),
    secret("CRON_SECRET"),
    secret("METRICS_TOKEN"),
    { name: "retention", needs: ["ORIGIN_RETENTION_DAYS", "MAIL_RETENTION_DAYS"], run: checkRetention },
    { name: "statementKey", needs: ["STATEMENT_KEY"], run: checkStatementKey },
    { name: "address", needs: ["NEXTAUTH_URL", "PROXY_ENDS_TLS"], run: checkAddress },
    { name: "hostnames", needs: ["NEXTAUTH_URL", "MATOMO_URL"], run: checkHostnames },
    { name: "proxies", needs: ["TRUSTED_PROXIES", "PROXY_ENDS_TLS"], run: checkProxies },
  ],
  database: [
    database,
    writes,
    tables,
    privileges,
    migrations,
    engines,
    log,
    { name: "characters", needs: [], after: "tables", run: checkCharacters },
    { name: "timeZone", needs: [], after: "database", run: checkTimeZone },
    { name: "clock", needs: [], after: "database", run: checkClock },
  ],
  matomo: [
    { name: "version", needs: [], after: "tables", run: checkVersion },
    anonymous,
    { name: "superUsers", needs: [], after: "tables", run: checkSuperUsers },
    { name: "canary", needs: ["CANARY_SITE_ID"], after: "tables", run: checkCanary },
    canaryProbe,
    readableProbe,
  ],
  mail: [
    { name: "transport", needs: MAIL, run: checkTransport },
    { name: "feedback", needs: MAIL, run: checkFeedback },
    { name: "secondChannel", needs: MAIL, run: checkSecondChannel },
    mails,
  ],
  schedule: [watch, ...schedule, { name: "monitor", needs: ["HEARTBEAT_URL"], run: checkMonitor }],
};

/** What asks others over the network, and so can take seconds. */
export const OUTSIDE: readonly Check[] = [
  { name: "matomo", needs: ["MATOMO_URL"], run: checkMatomoAnswers },
  { name: "matomoClock", needs: ["MATOMO_URL"], run: checkMatomoClock },
  { name: "mailServer", needs: MAIL, run: checkMailServer },
];
