// `npm run db:restored`: after the portal's tables were loaded from a back-up (docs/operations/upkeep.md). Every Super
// User is notified of that, and of what is public now. Ends with 0, or with 1 and a sentence on stderr.
import { existsSync } from "node:fs";
import { announceRestore } from "@/lib/domain/continuity/announce-restore";
import { disconnect } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { readArguments } from "./arguments.mjs";
import { sentenceOf } from "./operator-sentence";

const USAGE = `npm run db:restored

Run it once after the portal's tables were loaded from a back-up, before the portal starts. It says in the activity log
that what came after its newest entry is gone, and queues a mail to every Super User with what is public now. From then
on mails are those of a new installation; those that were waiting in the back-up stay what they are.

  --help  print this`;

// Of the log only what went wrong.
process.env.LOG_LEVEL ??= "warn";

readArguments({ usage: USAGE });

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  env();
  await announceRestore();
  console.log("Every Super User is notified of the restore and of what is public now.");
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
} finally {
  await disconnect();
}
