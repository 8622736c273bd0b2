import type { Actor } from "@/lib/ledger/audit/schema";
import type { SayActivity } from "./activity-words";

/** Who did it: a login, a job of the portal, or somebody not signed in. */
export function actorWords(say: SayActivity, actor: Actor): string {
  switch (actor.type) {
    case "superUser":
      return actor.login;
    case "system":
      return say(`actors.${actor.job}`);
    case "visitor":
      return say("actors.visitor");
  }
}
