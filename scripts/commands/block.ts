import { runProbe } from "@/lib/domain/probe/run-probe";
import { blockPublicAccess } from "@/lib/domain/public-access/block";
import type { BlockOutcome } from "@/lib/domain/public-access/schema";
import { doJob } from "@/lib/ledger/jobs/do-job";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { env } from "@/lib/platform/env";
import { command } from "@/scripts/command";
import { sentenceOf } from "@/scripts/operator-sentence";

/** Blocks without anybody signing in. Turning it off takes a Super User's password, so no command does that. */
export default command({
  usage: `bin/public-access block

Blocks public access: every public site becomes private at once, nothing can be published, and every Super User is
mailed. To turn it off, sign in to Public Access: that requires a password.

  --help  print this

Exit code: 0 blocked; 1 blocked, but sites stay readable; 2 not blocked, nothing was changed; 3 unknown.`,
  options: {},
  config: "whole",
  lead: "Public access was not blocked. ",
  unknown: "Whether public access is blocked is unknown. ",
  run: async () => {
    const outcome = await inTransaction((tx) => blockPublicAccess(tx, { by: "command", now: now() }));
    console.log(sentencesOf(outcome).join("\n"));
    await afterwards();
    return outcome.stillPublic ? 1 : 0;
  },
});

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
