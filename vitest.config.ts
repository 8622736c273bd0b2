import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import type { MatomoInstall } from "./prisma/matomo/tables";
import { keepInMemory } from "./scripts/keep-in-memory.mjs";

// A zone with an odd offset: a time that forgot its zone fails here.
process.env.TZ = "Asia/Kathmandu";
keepInMemory();

const root = import.meta.dirname;
const resolve = { alias: { "@": root } };
const withoutRouter = { alias: { "next/navigation": `${root}/tests/support/next-navigation.ts`, ...resolve.alias } };
/** Without Next there is no request: the tests say what it brings. */
const withoutNext = {
  alias: {
    "next/headers": `${root}/tests/support/next-headers.ts`,
    "next/server": `${root}/tests/support/next-server.ts`,
    ...resolve.alias,
  },
};
const common = {
  root,
  environment: "node",
  // A process for each file would load the same modules hundreds of times; begin-afresh.ts keeps files apart.
  isolate: false,
  setupFiles: ["tests/support/begin-afresh.ts", "tests/support/fail-on-console.ts"],
  restoreMocks: true,
};

const files = (...names: string[]) => names.map((name) => `tests/integration/${name}.test.ts`);

/** `npm run test:matrix`: every file on every kind of installation, before a release. */
const WHOLE_MATRIX = process.env.TEST_MATRIX === "whole";

/**
 * Where Matomo's tables are another's under another prefix, collation, character set or version: what reads and writes
 * them, what a person may do to them, and how the portal's own tables come beside them.
 */
const WHERE_TABLES_DIFFER = files(
  "brute-force",
  "changed-sites",
  "findings",
  "grant",
  "mail-languages",
  "migrate",
  "privileges",
  "probe",
  "revoke",
  "roster",
  "schema",
  "second-factor",
  "sign-in",
  "sites-filters",
  "sites-list",
  "table-prefix",
  "watch",
  "who-was-there",
);
/** Which characters fit differs by character set, not by prefix or version. */
const WHERE_CHARACTERS_DIFFER = [...WHERE_TABLES_DIFFER, ...files("hostile-text")];
/** SQLite is the demo's database: what is written in its own dialect, and the demo's data. Its pages are in tests/e2e. */
const WHERE_SQLITE_DIFFERS = [
  ...WHERE_CHARACTERS_DIFFER,
  ...files(
    "activity-filter",
    "audit",
    "coverage",
    "deliver",
    "deliveries",
    "exposure",
    "findings-mended",
    "lapse",
    "lock",
    "mails-have-an-end",
    "metrics",
    "monthly-statement",
    "origins",
    "outbox-folding",
    "pause",
    "readiness",
    "reminders",
    "review",
    "seed",
    "statements",
  ),
];
/** The demo is SQLite; its data is tested there. */
const SQLITE_ALONE = files("seed");
/**
 * These have a MariaDB of their own, cut the line to it, pause who is at it, or give Matomo's tables what old installations
 * have: whatever the kind of installation.
 */
const MARIADB_ALONE = files(
  "cut-commit",
  "database-refuses",
  "faults-database",
  "migrate-at-once",
  "server-modes",
  "tables-as-they-are",
  "tables-without-undo",
  "whole-transactions",
);
const EVERY_FILE = ["tests/integration/**/*.test.{ts,tsx}", "tests/attacks/**/*.test.ts"];
/** What puts another module in place of one, or is about how a process loads it: in a process of its own. */
const NEEDS_OWN_PROCESS = ["action-wiring", "auth/request", "instrumentation-client", "matomo/password"].map(
  (name) => `tests/unit/${name}.test.ts`,
);

function unit(name: string, include: string[], exclude: string[], { isolate } = { isolate: false }) {
  return { resolve: withoutRouter, test: { ...common, name, include, exclude, isolate, testTimeout: 20_000 } };
}

/** Integration tests against one kind of Matomo installation. */
function integration(name: string, install: MatomoInstall, include: readonly string[] = EVERY_FILE) {
  return {
    resolve: withoutNext,
    test: {
      ...common,
      name,
      include: WHOLE_MATRIX ? EVERY_FILE : [...include],
      exclude: install.dialect === "sqlite" ? MARIADB_ALONE : SQLITE_ALONE,
      provide: { matomoInstall: install },
      // Ends what hangs and judges no speed: a busy machine makes tests many times slower.
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

const mysql = { dialect: "mysql", charset: "utf8mb4" } as const;

/**
 * Which Matomo each has: the oldest promised, those that ran and were recorded, and the newest that was read. Every test
 * runs on Matomo 5.2; on the others what could differ there.
 */
const installations = [
  integration(
    "integration-sqlite",
    { dialect: "sqlite", prefix: "matomo_", version: "6.0", charset: "", collation: "" },
    WHERE_SQLITE_DIFFERS,
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
    WHERE_CHARACTERS_DIFFER,
  ),
  integration(
    "integration-mariadb-wp",
    { ...mysql, prefix: "wp_matomo_", version: "5.9", collation: "utf8mb4_unicode_520_ci" },
    WHERE_TABLES_DIFFER,
  ),
  integration(
    "integration-mariadb-noprefix",
    { ...mysql, prefix: "", version: "6.0", collation: "utf8mb4_general_ci" },
    WHERE_TABLES_DIFFER,
  ),
];
/** The portal on three nodes of Galera, started for it: tests/cluster/setup.ts. */
const cluster = {
  resolve: withoutNext,
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
/** What is shipped: built twice, unpacked where nothing but Node is, and installed. */
const release = {
  resolve,
  test: {
    ...common,
    name: "release",
    include: ["tests/release/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 1_800_000,
  },
};
const ONLY_IN_THE_WHOLE_MATRIX = [
  cluster,
  release,
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
      unit("unit", ["tests/unit/**/*.test.{ts,tsx}"], NEEDS_OWN_PROCESS),
      unit("unit-alone", NEEDS_OWN_PROCESS, [], { isolate: true }),
      ...installations,
      ...(WHOLE_MATRIX ? ONLY_IN_THE_WHOLE_MATRIX : []),
    ],
  },
});
