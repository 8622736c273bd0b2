import { CircleHelp, MailCheck, MailX } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import { Ago } from "@/components/ui/moment";
import { Cell } from "@/components/ui/table";
import type { ExtraReach } from "@/lib/domain/deliveries/schema";
import type { DeliveriesTranslator } from "./deliveries-translator";

const STYLES = {
  unreachable: { tone: "danger", icon: MailX },
  unknown: { tone: "caution", icon: CircleHelp },
  reached: { tone: "neutral", icon: MailCheck },
} as const;

/** Whether a mail would reach an address, why not, and when one last did: the cells that people and addresses share. */
export function ReachCells({ of, asOf, t }: { of: ExtraReach; asOf: string; t: DeliveriesTranslator }) {
  const { reach, why, lastDeliveredAt, lastSentAt } = of;
  return (
    <>
      <Cell label={t("people.short.reach")}>
        <Badge {...STYLES[reach]}>{t(`reach.${reach}`)}</Badge>
        {why && (
          <span className={cn("mt-1 block break-words", reach === "unreachable" ? "text-danger" : "text-ink-soft")}>
            {t(`why.${why}`)}
          </span>
        )}
      </Cell>
      <Cell label={t("people.short.delivered")}>
        {lastDeliveredAt ? (
          <Ago iso={lastDeliveredAt} asOf={asOf} />
        ) : (
          <span className="text-ink-soft">{t("people.notKnown")}</span>
        )}
      </Cell>
      <Cell label={t("people.short.sent")}>
        {lastSentAt ? <Ago iso={lastSentAt} asOf={asOf} /> : <span className="text-ink-soft">{t("people.never")}</span>}
      </Cell>
    </>
  );
}
