import { CircleHelp, MailCheck, MailX } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import { Ago } from "@/components/ui/moment";
import { Cell } from "@/components/ui/table";
import type { ExtraReach } from "@/lib/domain/deliveries/schema";
import type { SayDeliveries } from "./say-deliveries";

const STYLES = {
  unreachable: { tone: "danger", icon: MailX },
  unknown: { tone: "caution", icon: CircleHelp },
  reached: { tone: "neutral", icon: MailCheck },
} as const;

/** Whether a mail would reach an address, why not, and when one last did: the cells that people and addresses share. */
export function ReachCells({ of, asOf, say }: { of: ExtraReach; asOf: string; say: SayDeliveries }) {
  const { reach, why, lastDeliveredAt, lastSentAt } = of;
  return (
    <>
      <Cell label={say("people.short.reach")}>
        <Badge {...STYLES[reach]}>{say(`reach.${reach}`)}</Badge>
        {why && (
          <span className={cn("mt-1 block break-words", reach === "unreachable" ? "text-danger" : "text-ink-soft")}>
            {say(`why.${why}`)}
          </span>
        )}
      </Cell>
      <Cell label={say("people.short.delivered")}>
        {lastDeliveredAt ? (
          <Ago iso={lastDeliveredAt} asOf={asOf} />
        ) : (
          <span className="text-ink-soft">{say("people.notKnown")}</span>
        )}
      </Cell>
      <Cell label={say("people.short.sent")}>
        {lastSentAt ? (
          <Ago iso={lastSentAt} asOf={asOf} />
        ) : (
          <span className="text-ink-soft">{say("people.never")}</span>
        )}
      </Cell>
    </>
  );
}
