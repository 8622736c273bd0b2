// A portal process that publishes one site and then delivers, and is killed on the way.
// Arguments: session id, proof id, site id, "before" or "after", a part of the statement at which it is killed
// (where no statement has it, it lives on unless somebody else kills it). Database and provider are in the environment.

import { runWithStepUp } from "@/lib/auth/command";
import { grantCommand } from "@/lib/domain/public-access/commands";
import { statementChannel } from "@/lib/platform/db/statement-channel";
import { BROWSER, grantInput } from "./people";

const [sessionId = "", proofId = "", siteId = "", side = "after", lastStatement = "-- none"] = process.argv.slice(2);

let reached = false;
statementChannel.subscribe((sql) => {
  // "After": killed as the next statement sets out, when this one has been answered.
  if (reached) process.kill(process.pid, "SIGKILL");
  reached = String(sql).replace(/\s+/g, " ").includes(lastStatement);
  if (reached && side === "before") process.kill(process.pid, "SIGKILL");
});

const context = { origin: new URL(process.env.NEXTAUTH_URL ?? "").origin, sessionId, proofId, request: BROWSER };
const result = await runWithStepUp(grantCommand, context, grantInput([Number(siteId)]));
if (result.ok) {
  // Only now: most processes die before, and the mails' templates take long to load.
  const { deliverDue } = await import("@/lib/messaging/mail/deliver-due");
  await deliverDue({ escalate: false });
}
process.stdout.write(JSON.stringify(result));
process.exit(0);
