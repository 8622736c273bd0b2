// `npm run block`: blocks public access from the portal's server, without anybody signing in: every public site becomes
// private, nothing can be published, and every Super User is mailed. Turning it off takes a Super User's password, so no
// command does that.
// Ends with 0: it is blocked and nothing is readable by a permission; 1: it is blocked, and something stays readable;
// 2: it is not blocked, and nothing was changed; 3: whether it is blocked is unknown.
import { existsSync } from "node:fs";
import { runProbe } from "@/lib/domain/probe/run-probe";
import { blockPublicAccess } from "@/lib/domain/public-access/block";
import type { BlockOutcome } from "@/lib/domain/public-access/schema";
import { doJob } from "@/lib/ledger/jobs/do-job";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { now } from "@/lib/platform/clock";
import { disconnect } from "@/lib/platform/db/client";
import { inTransaction } from "@/lib/platform/db/transaction";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { readArguments } from "./arguments.mjs";
import { sentenceOf } from "./operator-sentence";

const USAGE = `npm run block

Blocks public access: every public site becomes private at once, nothing can be published, and every Super User is
mailed. To turn it off, sign in to Public Access: that requires a password.

  --help  print this

Exit code: 0 blocked; 1 blocked, but sites stay readable; 2 not blocked, nothing was changed; 3 unknown.`;

// Of the log only what went wrong.
process.env.LOG_LEVEL ??= "warn";

const NOT_BLOCKED = "Public access was not blocked. ";

readArguments({ usage: USAGE, options: {}, lead: NOT_BLOCKED });

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  env();
  const outcome = await inTransaction((tx) => blockPublicAccess(tx, { by: "command", now: now() }));
  console.log(sentencesOf(outcome).join("\n"));
  process.exitCode = outcome.stillPublic ? 1 : 0;
  await afterwards();
} catch (error) {
  const isUnknown = error instanceof AppError && error.code === "outcome_unknown";
  console.error(`${isUnknown ? "Whether public access is blocked is unknown. " : NOT_BLOCKED}${sentenceOf(error)}`);
  process.exitCode = isUnknown ? 3 : 2;
} finally {
  await disconnect();
}

function sentencesOf({ madePrivateCount: count, mailCount, stillPublic }: BlockOutcome): string[] {
  return [
    `Public access is blocked. ${count} ${count === 1 ? "site" : "sites"} made private, ${mailCount} mails queued.`,
    ...(stillPublic?.everySite
      ? ["Every site stays readable: Matomo's user anonymous is a Super User. Set its superuser_access to 0."]
      : []),
    ...(stillPublic && !stillPublic.everySite
      ? [`${stillPublic.count} sites stay readable although no permission says so: see Public Access.`]
      : []),
  ];
}

/** Mails and the external check at once; what fails here, cron does again. */
async function afterwards(): Promise<void> {
  const checks = env().MATOMO_URL === undefined ? [] : [doJob("probe", (lease) => runProbe({ lease }))];
  const [mails] = await Promise.allSettled([deliverDue(), ...checks]);
  if (mails?.status === "rejected") console.error(`Mails are sent by the next delivery. ${sentenceOf(mails.reason)}`);
}
