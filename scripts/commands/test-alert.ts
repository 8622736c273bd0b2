import { setTimeout as sleep } from "node:timers/promises";
import { readDrills } from "@/lib/domain/drill/queries";
import { hasReachedAll, isSettled, reportOf } from "@/lib/domain/drill/report";
import type { Drill, Drills } from "@/lib/domain/drill/schema";
import { startDrill } from "@/lib/domain/drill/start-drill";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { MINUTE_MS, now, plus, SECOND_MS } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { siteIdSchema } from "@/lib/platform/site-id";
import { command } from "@/scripts/command";
import { sentenceOf } from "@/scripts/operator-sentence";
import { tableText } from "@/scripts/print-table.mjs";

const HOW = "Say: bin/public-access test-alert --site 12 --wait 60 (both may be left out; at most an hour)";

export default command({
  usage: `bin/public-access test-alert [--site ID] [--wait SECONDS]

Sends a marked test alert to everybody who gets every alert, and says when each was accepted and delivered.

  --site  the site that the test alert names
  --wait  how long to wait for answers, in seconds: 60, at most 3600
  --help  print this

Exit code: 0 every mail was accepted; 1 not every one; 2 it could not begin, and nothing was sent;
3 whether it has begun is unknown.`,
  options: { site: { type: "string" }, wait: { type: "string" } },
  config: "whole",
  lead: "The drill could not begin, and no mail was sent. ",
  unknown: "Whether the drill has begun is unknown. ",
  run: async (values) => {
    const wait = Number(values.wait ?? MINUTE_MS / SECOND_MS);
    const site = values.site === undefined ? null : siteIdSchema.safeParse(Number(values.site));
    if (site?.success === false || !Number.isInteger(wait) || wait < 0 || wait > 3_600) throw new Error(HOW);
    const siteId = site?.data ?? null;
    const { seq, mails } = await inTransaction((tx) => startDrill(tx, { by: "command", siteId, at: now() }));
    console.log(
      `The drill has begun: ${mails} ${mails === 1 ? "test alert" : "test alerts"}. Nothing was made public.`,
    );
    return follow(seq, plus(now(), wait * SECOND_MS)).catch(cannotFollow);
  },
});

/** Delivers until nothing more will be known soon, or the time is over. @returns the exit code */
async function follow(seq: number, until: Date): Promise<number> {
  for (;;) {
    await deliverDue();
    const { drill, feedback } = await read(seq);
    if (isSettled(drill, feedback) || now() >= until) {
      const { head, rows, sentences } = reportOf(drill, feedback);
      console.log(["", tableText(head, rows), "", ...sentences].join("\n"));
      return hasReachedAll(drill) ? 0 : 1;
    }
    await sleep(SECOND_MS);
  }
}

async function read(seq: number): Promise<{ drill: Drill; feedback: Drills["feedback"] }> {
  const { drills, feedback } = await readDrills();
  const drill = drills.find((one) => one.seq === seq);
  if (!drill) throw new Error(`no drill ${seq}`);
  return { drill, feedback };
}

function cannotFollow(error: unknown): number {
  console.error(`What became of the mails could not be read; they go out all the same. ${sentenceOf(error)}`);
  return 1;
}
