import { CircleHelp, type LucideIcon, MailCheck, MailX } from "lucide-react";
import type { DeliveriesPage } from "@/lib/domain/deliveries/schema";
import type { SayDeliveries } from "./say-deliveries";

type ReachSummaryProps = Pick<DeliveriesPage, "reachCounts" | "extra"> & { say: SayDeliveries };

/** At a glance: how many would hear of a change, how many not, and of how many that is not known. */
export function ReachSummary({ reachCounts, extra, say }: ReachSummaryProps) {
  const { unreachable, unknown, reached } = reachCounts;
  const total = unreachable + unknown + reached;
  const extraUnreachable = extra.filter((one) => one.reach === "unreachable").length;
  const styles = stylesOf(unreachable + extraUnreachable, unknown);
  return (
    <section
      aria-label={say("summary.label")}
      className={`flex gap-3 rounded-xl border px-4 py-3.5 text-sm ${styles.box}`}
    >
      <styles.icon className={`mt-1 size-5 shrink-0 ${styles.ink}`} aria-hidden="true" />
      <div className="min-w-0">
        <p className="font-semibold text-base">
          {say(`summary.${headlineOf(unreachable, unknown)}`, { reached: total - unreachable, total })}
        </p>
        {unreachable > 0 && <p>{say("summary.unreachable", { count: unreachable })}</p>}
        {unknown + reached > 0 && <p className="text-ink-soft">{say("summary.unknown", { count: unknown })}</p>}
        {extraUnreachable > 0 && <p>{say("summary.extraUnreachable", { count: extraUnreachable })}</p>}
        <p className="text-ink-soft">{say("summary.extra", { count: extra.length })}</p>
      </div>
    </section>
  );
}

/** Nobody is said to hear of whom it is not known (E20). */
function headlineOf(unreachable: number, unknown: number) {
  if (unreachable > 0) return unknown > 0 ? "atMost" : "notEverybody";
  return unknown > 0 ? "everybodyPerhaps" : "everybody";
}

function stylesOf(lost: number, unknown: number): { icon: LucideIcon; box: string; ink: string } {
  if (lost > 0) return { icon: MailX, box: "border-danger-line bg-danger-soft", ink: "text-danger" };
  const box = "border-line bg-surface shadow-lift";
  return unknown > 0 ? { icon: CircleHelp, box, ink: "text-caution" } : { icon: MailCheck, box, ink: "text-ink-faint" };
}
