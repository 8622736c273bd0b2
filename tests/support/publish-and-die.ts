// A portal process that publishes one site and is killed right after a statement has reached the database.
// Arguments: session id, proof id, site id, a part of the statement; "-" lives on. The database is in the environment.
import { statementChannel } from "@/lib/db/statement-channel";
import { doSteppedUp } from "@/lib/deed";
import { grantDeed } from "@/lib/public-access/deeds";
import { BROWSER, grantInput } from "./people";

const [sessionId = "", proofId = "", siteId = "", lastStatement = ""] = process.argv.slice(2);

let reached = false;
statementChannel.subscribe((sql) => {
  // Killed as the next statement sets out: this one has been answered.
  if (reached) process.kill(process.pid, "SIGKILL");
  reached = String(sql).replace(/\s+/g, " ").includes(lastStatement);
});

const call = { origin: new URL(process.env.NEXTAUTH_URL ?? "").origin, sessionId, proofId, request: BROWSER };
const result = await doSteppedUp(grantDeed, call, grantInput([Number(siteId)]));
process.stdout.write(JSON.stringify(result));
process.exit(0);
