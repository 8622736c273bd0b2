import type { Deed } from "@/lib/auth/deed";
import type { RecentProof } from "@/lib/auth/step-up";
import { type StartedDrill, startDrillSchema } from "./schema";
import { startDrill } from "./start-drill";

/** Beginning a drill, with the password proven within 15 minutes: it mails every Super User. */
export const startDrillDeed: Deed<typeof startDrillSchema, RecentProof, StartedDrill> = {
  name: "start-drill",
  schema: startDrillSchema,
  run: (tx, { superUser, proof, at }, { siteId }) => startDrill(tx, { by: { superUser, proof }, siteId, at }),
};
