import { Download } from "lucide-react";
import type { ActivityTranslator } from "@/components/events/activity-intl";
import { buttonStyles } from "@/components/ui/button-styles";
import type { AuditFilter } from "@/lib/ledger/audit/filter-schema";
import { exportPath, filterParams } from "./activity-address";

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

/** What the files hold, and how to check that the log is whole. */
export function ExportNote({ filter, t }: { filter: AuditFilter; t: ActivityTranslator }) {
  const isFiltered = Object.keys(filterParams(filter)).length > 0;
  return (
    <section
      aria-labelledby="files"
      className="rounded-xl border border-line bg-surface p-5 shadow-lift sm:p-6 print:hidden"
    >
      <h2 id="files" className="font-semibold">
        {t("export.what")}
      </h2>
      <div className="mt-1 flex max-w-3xl flex-col gap-1 text-ink-soft text-sm">
        <p>{t(isFiltered ? "export.meaningMatching" : "export.meaningAll")}</p>
        <p>
          {t.rich("export.verify", {
            code: (command) => (
              <code dir="ltr" className="rounded bg-surface-sunken px-1 py-0.5 text-[0.8125rem]">
                {command}
              </code>
            ),
          })}
        </p>
      </div>
    </section>
  );
}
