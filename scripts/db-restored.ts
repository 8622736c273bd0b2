// `npm run db:restored`: after the portal's tables were loaded from a back-up (docs/operations/upkeep.md). From now on
// mails are those of a new installation. Ends with 0, or with 1 and a sentence on stderr.
import { existsSync } from "node:fs";
import { now } from "@/lib/clock";
import { disconnect } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { beginInstallation } from "@/lib/outbox/identity";
import { readArguments } from "./arguments.mjs";
import { sentenceOf } from "./operator-sentence";

const USAGE = `npm run db:restored

Run it once after the portal's tables were loaded from a back-up, before the portal starts. From then on its mails are
those of a new installation; mails that were waiting in the back-up stay what they are.

  --help  print this`;

// Of the log only what went wrong.
process.env.LOG_LEVEL ??= "warn";

readArguments({ usage: USAGE });

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  env();
  await inTransaction((tx) => beginInstallation(tx, now()));
  console.log("From now on the portal's mails are those of a new installation.");
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
} finally {
  await disconnect();
}
