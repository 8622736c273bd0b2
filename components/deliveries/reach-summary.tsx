import { CircleHelp, type LucideIcon, MailCheck, MailX } from "lucide-react";
import type { useTranslations } from "use-intl";
import type { DeliveriesPage } from "@/lib/domain/deliveries/schema";
import type { DeliveriesTranslator } from "./reach-table";

type ReachSummaryProps = Pick<DeliveriesPage, "mailReach" | "reachCounts" | "extra"> & {
  t: DeliveriesTranslator;
  tReach: ReturnType<typeof useTranslations<"mailReach">>;
};

/** At a glance: whether alerts reach everybody, and of how many that is not known. Mails that stay here reach nobody. */
export function ReachSummary({ mailReach, reachCounts, extra, t, tReach }: ReachSummaryProps) {
  const { unreachable, unknown } = reachCounts;
  const extraUnreachable = extra.filter((one) => one.reach === "unreachable").length;
  const goesOut = mailReach.is !== "stays-here";
  const styles = stylesOf(unreachable + extraUnreachable, goesOut ? unknown : 1);
  return (
    <section
      aria-label={t("summary.label")}
      className={`flex gap-3 rounded-xl border px-4 py-3.5 text-sm ${styles.box}`}
    >
      <styles.icon className={`mt-1 size-5 shrink-0 ${styles.ink}`} aria-hidden="true" />
      <div className="min-w-0">
        <p className="font-semibold text-base">{tReach(mailReach.is, mailReach)}</p>
        {goesOut && unknown > 0 && <p className="text-ink-soft">{t("summary.unknown", { count: unknown })}</p>}
        {extraUnreachable > 0 && <p>{t("summary.extraUnreachable", { count: extraUnreachable })}</p>}
      </div>
    </section>
  );
}

function stylesOf(lost: number, unknown: number): { icon: LucideIcon; box: string; ink: string } {
  if (lost > 0) return { icon: MailX, box: "border-danger-line bg-danger-soft", ink: "text-danger" };
  const box = "border-line bg-surface shadow-lift";
  return unknown > 0 ? { icon: CircleHelp, box, ink: "text-caution" } : { icon: MailCheck, box, ink: "text-ink-faint" };
}
