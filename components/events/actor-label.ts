import type { Actor } from "@/lib/ledger/audit/schema";
import type { ActivityTranslator } from "./activity-intl";

/** Who did it: a login, a job of the portal, or somebody not signed in. */
export function actorLabel(t: ActivityTranslator, actor: Actor): string {
  switch (actor.type) {
    case "superUser":
      return actor.login;
    case "system":
      return t(`actors.${actor.job}`);
    case "visitor":
      return t("actors.visitor");
  }
}
