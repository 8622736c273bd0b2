import { useFormatter, useTranslations } from "use-intl";
import type { Drill } from "@/lib/domain/drill/schema";

/** What became of a drill's mails in one line: `4 of 4 test alerts accepted by the mail server, 3 delivered, 1 …`. */
export function useResultWords(): (counts: Drill["counts"]) => string {
  const say = useTranslations("drill");
  const format = useFormatter();
  return ({ mails, accepted, delivered, lost, waiting, unknown }) =>
    format.list(
      [
        say("result", { accepted, mails, delivered }),
        lost > 0 && say("resultLost", { count: lost }),
        unknown > 0 && say("resultUnknown", { count: unknown }),
        waiting > 0 && say("resultWaiting", { count: waiting }),
      ].filter((part) => part !== false),
      { type: "unit" },
    );
}
