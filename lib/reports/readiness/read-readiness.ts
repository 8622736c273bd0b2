import { guardLog } from "@/lib/domain/continuity/guard-log";
import { readFindings } from "@/lib/domain/findings/queries";
import { readOutside } from "@/lib/domain/probe/queries";
import { readLanding } from "@/lib/domain/public-access/landing";
import { listSites } from "@/lib/domain/public-access/queries";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { readLastGoodRun } from "@/lib/ledger/jobs/runs";
import { db } from "@/lib/platform/db/client";
import { translateDatabaseError } from "@/lib/platform/db/errors";
import { logWhyUnreachable } from "@/lib/platform/db/log-why-unreachable";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { whenForgetting } from "@/lib/platform/once-per-process";
import { carriesSecret } from "@/lib/platform/web/carries-secret";
import {
  anonymous,
  canaryProbe,
  engines,
  log,
  mails,
  migrations,
  privileges,
  readableProbe,
  schedule,
  watch,
  writes,
} from "@/lib/reports/doctor/checks";
import type { RunCheck } from "@/lib/reports/doctor/line";
import type { Line } from "@/lib/reports/doctor/schema";
import { lineInWords, sentencesOf } from "@/lib/reports/doctor/words";

/** Sentences for the operator. A problem keeps the portal from its work, a warning does not. */
type Findings = { problems: string[]; warnings: string[] };

/** Each job but the watch. Until that went well once, nothing was ever called, and it says so for all of them. */
const jobs: { run: RunCheck } = {
  run: async (reader) => {
    if ((await readLastGoodRun(reader, "watch")) === null) return [];
    const needed = schedule.filter(({ args }) => args?.job !== "probe" || env().MATOMO_URL !== undefined);
    const lines = (await Promise.all(needed.map(({ run }) => run(reader)))).flat();
    return isStarting() ? lines.filter(({ code }) => code === "jobFails") : lines;
  },
};

const FIRST_TICKS_S = 180;
const RECENT_MS = 5_000;

/** A server that does its jobs itself (CRON=internal) has come to each of them within minutes of its start. */
function isStarting(): boolean {
  return env().CRON === "internal" && process.uptime() < FIRST_TICKS_S;
}

/**
 * Of what the doctor looks at, what decides whether the portal does its work. The cron secret needs no check: without
 * one of 16 characters the server does not start (lib/platform/env.ts).
 */
const CHECKS = [
  writes,
  privileges,
  migrations,
  engines,
  log,
  watch,
  jobs,
  mails,
  anonymous,
  canaryProbe,
  readableProbe,
] as const;

/**
 * Whether the portal could do its work right now, and if not, why, in words for the operator: never the name of a
 * site, a login or a secret. Warnings do not make it unready.
 */
async function readOnce(): Promise<Findings> {
  const found: Findings = { problems: [], warnings: [] };
  const said = (lines: readonly Line[], verdict: "bad" | "warning") =>
    lines.filter((line) => line.verdict === verdict).map((line) => sentencesOf(lineInWords(line, "en")));
  try {
    await unlessNamed(found, "Whether the log went back is unknown", async () => {
      await guardLog();
    });
    for (const { run } of CHECKS) {
      await unlessNamed(found, "A check could not be made", async () => {
        const lines = await run(db());
        found.problems.push(...said(lines, "bad"));
        found.warnings.push(...said(lines, "warning"));
      });
    }
    await unlessNamed(found, "The page with the public sites cannot be shown", readMainPage);
    return found;
  } catch (error) {
    return unreachable(error);
  }
}

/**
 * Does `work`; that it failed is a problem of its own. But a table, column or right that is missing is named by the
 * privileges already, which are looked at first.
 * @throws whatever says that the database cannot be reached
 */
async function unlessNamed(found: Findings, problem: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const cause = translateDatabaseError(error);
    const code = cause instanceof AppError ? cause.code : null;
    if (code === "database_unreachable") throw cause;
    if (code === "schema_not_understood" && found.problems.length > 0) return;
    logger().error({ err: cause }, "a check of readiness failed");
    found.problems.push(`${problem}; the portal's log says why.`);
  }
}

function unreachable(cause: unknown): Findings {
  void logWhyUnreachable();
  logger().error({ err: cause instanceof AppError ? (cause.cause ?? cause) : cause }, "database_unreachable");
  return { problems: ["The database cannot be reached with DATABASE_URL; the portal's log says why."], warnings: [] };
}

let asking: Promise<Findings> | undefined;
let last: { findings: Findings; readAt: number } | undefined;
whenForgetting(() => {
  asking = undefined;
  last = undefined;
});

/** `readOnce`, shared by everybody who asks while it is being answered. */
function readReadiness(): Promise<Findings> {
  asking ??= readOnce()
    .then((findings) => {
      last = { findings, readAt: performance.now() };
      return findings;
    })
    .finally(() => {
      asking = undefined;
    });
  return asking;
}

/** The same, at most 5 seconds old: the address is open to all, and a reading costs more than a hundred statements. */
async function recentReadiness(): Promise<Findings> {
  const isRecent = last !== undefined && performance.now() - last.readAt < RECENT_MS;
  return last && isRecent ? last.findings : readReadiness();
}

/** Reads what the main page shows at first, as it does, and keeps nothing of it. @throws what the page would be told */
async function readMainPage(): Promise<void> {
  await Promise.all([listSites(sitesQuerySchema.parse({})), readFindings(), readLanding(), readOutside()]);
}

/**
 * The answer to "could it do its work?": 200 or 503. Everybody hears yes or no, as of the last 5 seconds;
 * who has the cron secret hears why, as of now.
 * @param authorization the header of that name
 * @param secret X-Cron-Secret
 */
export async function answerReadiness(authorization: string | null, secret: string | null = null): Promise<Response> {
  const isKnown = carriesSecret(authorization, env().CRON_SECRET, secret);
  const { problems, warnings } = await (isKnown ? readReadiness() : recentReadiness());
  const ready = problems.length === 0;
  const status = ready ? "ready" : "not ready";
  const details = isKnown ? { problems, warnings } : {};
  return Response.json({ status, ...details }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
