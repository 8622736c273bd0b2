import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { keepInMemory } from "./scripts/keep-in-memory.mjs";
import type { MatomoInstall } from "./tests/support/matomo-schema";

// A zone with an odd offset: a time that forgot its zone fails here.
process.env.TZ = "Asia/Kathmandu";
keepInMemory();

const root = import.meta.dirname;
const resolve = { alias: { "@": root } };
const common = {
  root,
  environment: "node",
  // A process for each file would load the same packages hundreds of times; begin-afresh.ts keeps files apart.
  isolate: false,
  setupFiles: ["tests/support/begin-afresh.ts", "tests/support/fail-on-console.ts"],
  restoreMocks: true,
};

const files = (...names: string[]) => names.map((name) => `tests/integration/${name}.test.ts`);

/** `npm run test:matrix`: every file on every kind of installation, before a release. */
const WHOLE_MATRIX = process.env.TEST_MATRIX === "whole";

/**
 * These have a MariaDB of their own, cut the line to it, pause who is at it, or give Matomo's tables what old installations have: once, on
 * Matomo 5.2.
 */
const ONCE_ON_MARIADB = files(
  "cut-commit",
  "database-refuses",
  "faults-database",
  "migrate-at-once",
  "server-modes",
  "tables-as-they-are",
  "tables-without-undo",
  "whole-transactions",
);
/**
 * What says the same on Matomo 4.10, also because it asks Matomo's tables only through what other tests prove there:
 * these run on SQLite and on Matomo 5.2.
 */
const SAME_ON_OLD_TABLES = [
  ...ONCE_ON_MARIADB,
  "tests/attacks/**",
  ...files(
    "activity-export",
    "activity-filter",
    "audit",
    "coverage",
    "cron",
    "database-down",
    "db-grants",
    "deliver",
    "deliveries",
    "deliveries-poll",
    "deliveries-poll-off",
    "deliveries-reach",
    "deliveries-webhook",
    "deliveries-webhook-closed",
    "deliveries-webhook-down",
    "doctor-command",
    "drill",
    "drill-command",
    "earlier-publications",
    "end-warnings",
    "escalation",
    "every-change",
    "every-change-2",
    "exposure",
    "exposure-settings",
    "extend",
    "extra-recipients",
    "half-proven",
    "heartbeat",
    "internal-cron",
    "killed-mid-write",
    "lapse",
    "log-lines",
    "log-went-back",
    "mail-transports",
    "metrics",
    "migrate-killed",
    "monthly-statement",
    "outbox-fallback",
    "outbox-folding",
    "outbox-provider",
    "probe-faults",
    "probe-routes",
    "regrant",
    "sign-out",
    "sites-routes",
    "slow-reminders",
    "unconfirmed-rule",
  ),
];
/**
 * What says the same under any prefix and on every Matomo from 4.11 on: these run on SQLite, on Matomo 5.2 and, but for
 * the above, on Matomo 4.10.
 */
const SAME_UNDER_ANY_PREFIX = [
  ...SAME_ON_OLD_TABLES,
  ...files(
    "canary",
    "consequences",
    "demoted-mid-write",
    "doctor",
    "findings-acknowledged",
    "findings-mended",
    "hostile-text",
    "lock",
    "mail-languages",
    "pause",
    "public-without-rows",
    "readiness",
    "reminders",
    "review",
    "roster",
    "second-factor-rule",
    "sessions-page",
    "sign-in-lock",
    "single-sign-on",
    "sites-details",
    "sites-filters",
    "statements",
    "step-up-limit",
  ),
];

/** What is about the state of a package as a process loads it: in a process of its own. */
const NEEDS_FRESH_PACKAGES = ["tests/unit/instrumentation-client.test.ts"];

function unit(name: string, include: string[], exclude: string[], { isolate } = { isolate: false }) {
  return { resolve, test: { ...common, name, include, exclude, isolate, testTimeout: 20_000 } };
}

/** The same integration tests against one kind of Matomo installation. */
function integration(name: string, install: MatomoInstall, leftOut: readonly string[] = []) {
  return {
    resolve,
    test: {
      ...common,
      name,
      include: ["tests/integration/**/*.test.{ts,tsx}", "tests/attacks/**/*.test.ts"],
      // The demo is SQLite; its data is tested there.
      exclude: [...leftOut, ...(install.dialect === "sqlite" ? [] : ["tests/integration/seed.test.ts"])],
      provide: { matomoInstall: install },
      // Ends what hangs and judges no speed: a busy machine makes tests many times slower.
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

const mysql = { dialect: "mysql", charset: "utf8mb4" } as const;

/** Which Matomo each has: the oldest promised, those that ran and were recorded, and the newest that was read. */
const installations = [
  integration(
    "integration-sqlite",
    { dialect: "sqlite", prefix: "matomo_", version: "6.0", charset: "", collation: "" },
    ONCE_ON_MARIADB,
  ),
  integration("integration-mariadb-matomo", {
    ...mysql,
    prefix: "matomo_",
    version: "5.2",
    collation: "utf8mb4_general_ci",
  }),
  integration(
    "integration-mariadb-piwik",
    { dialect: "mysql", prefix: "piwik_", version: "4.10", charset: "utf8", collation: "utf8_general_ci" },
    WHOLE_MATRIX ? [] : SAME_ON_OLD_TABLES,
  ),
  integration(
    "integration-mariadb-wp",
    { ...mysql, prefix: "wp_matomo_", version: "5.9", collation: "utf8mb4_unicode_520_ci" },
    WHOLE_MATRIX ? [] : SAME_UNDER_ANY_PREFIX,
  ),
  integration(
    "integration-mariadb-noprefix",
    { ...mysql, prefix: "", version: "6.0", collation: "utf8mb4_general_ci" },
    WHOLE_MATRIX ? [] : SAME_UNDER_ANY_PREFIX,
  ),
];
/** The portal on three nodes of Galera, started for it: tests/cluster/setup.ts. */
const cluster = {
  resolve,
  test: {
    ...common,
    name: "cluster",
    include: ["tests/cluster/**/*.test.ts"],
    globalSetup: "tests/cluster/setup.ts",
    // One cluster for all files: what one does to a node, no other must see.
    maxWorkers: 1,
    provide: {
      matomoInstall: {
        ...mysql,
        prefix: "matomo_",
        version: "5.2",
        collation: "utf8mb4_general_ci",
      } satisfies MatomoInstall,
    },
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
};
const ONLY_IN_THE_WHOLE_MATRIX = [
  cluster,
  integration("integration-mariadb-4-16", {
    ...mysql,
    prefix: "piwik_",
    version: "4.16",
    collation: "utf8mb4_general_ci",
  }),
];

export default defineConfig({
  test: {
    // One more than there are cores: databases and deadlines are waited for.
    maxWorkers: availableParallelism() + 1,
    globalSetup: "tests/support/global-setup.ts",
    projects: [
      unit("unit", ["tests/unit/**/*.test.{ts,tsx}"], NEEDS_FRESH_PACKAGES),
      unit("unit-alone", NEEDS_FRESH_PACKAGES, [], { isolate: true }),
      ...installations,
      ...(WHOLE_MATRIX ? ONLY_IN_THE_WHOLE_MATRIX : []),
    ],
  },
});
