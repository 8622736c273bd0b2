import { Download } from "lucide-react";
import type { ActivityTranslator } from "@/components/events/activity-intl";
import { buttonStyles } from "@/components/ui/button-styles";
import type { AuditFilter } from "@/lib/ledger/audit/filter-schema";
import { exportPath } from "./activity-address";

const FORMATS = ["csv", "json"] as const;

/** Files with everything that matches, beside how many that are. */
export function ExportLinks({ filter, t }: { filter: AuditFilter; t: ActivityTranslator }) {
  return (
    <section aria-labelledby="download" className="flex flex-wrap items-center gap-2 print:hidden">
      <h2 id="download" className="me-1 text-ink-soft text-sm">
        {t("export.title")}
      </h2>
      {FORMATS.map((format) => (
        <a key={format} href={exportPath(filter, format)} download className={buttonStyles({ size: "sm" })}>
          <Download aria-hidden="true" /> {t(`export.${format}`)}
        </a>
      ))}
    </section>
  );
}
