import { useId } from "react";
import { Link } from "@/components/ui/link";
import type { DeliveriesPage } from "@/lib/domain/deliveries/schema";
import { type DeliveriesTranslator, ReachTable } from "./reach-table";

type ExtraSectionProps = Pick<DeliveriesPage, "extra" | "asOf"> & { t: DeliveriesTranslator };

/** Those who are notified besides the Super Users, and whether a mail would reach them. */
export function ExtraSection({ extra, asOf, t }: ExtraSectionProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3">
      <div>
        <h2 id={headingId} className="font-semibold text-lg">
          {t("extra.heading")}
        </h2>
        <p className="max-w-2xl text-ink-soft text-sm">
          {t.rich("extra.meaning", {
            link: (words) => (
              <Link href="/settings" className="underline">
                {words}
              </Link>
            ),
          })}
        </p>
      </div>
      {extra.length > 0 && (
        <div className="overflow-clip rounded-xl border border-line bg-surface shadow-lift">
          <ReachTable label={t("extra.heading")} rows={extra} asOf={asOf} t={t} />
        </div>
      )}
    </section>
  );
}
