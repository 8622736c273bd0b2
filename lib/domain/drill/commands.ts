import type { Command } from "@/lib/auth/command";
import type { RecentAuth } from "@/lib/auth/step-up";
import { type StartedDrill, startDrillSchema } from "./schema";
import { startDrill } from "./start-drill";

/** Beginning a drill, with the password proven within 15 minutes: it mails every Super User. */
export const startDrillCommand: Command<typeof startDrillSchema, RecentAuth, StartedDrill> = {
  name: "start-drill",
  schema: startDrillSchema,
  run: (tx, { superUser, proof, now }, { siteId }) => startDrill(tx, { by: { superUser, proof }, siteId, at: now }),
};
