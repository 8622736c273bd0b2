import { Download } from "lucide-react";
import { buttonStyles } from "@/components/ui/button-styles";
import type { AuditFilter } from "@/lib/audit/filter/schema";
import { exportPath, filterParams } from "./activity-address";
import type { SayActivity } from "./activity-words";

const FORMATS = ["csv", "json"] as const;

/** Files with everything that matches, and how to check that the log is whole. */
export function ExportLinks({ filter, say }: { filter: AuditFilter; say: SayActivity }) {
  const isFiltered = Object.keys(filterParams(filter)).length > 0;
  return (
    <section
      aria-labelledby="download"
      className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-5 shadow-lift sm:p-6 print:hidden"
    >
      <h2 id="download" className="font-semibold">
        {say("export.title")}
      </h2>
      <div className="flex flex-wrap gap-2">
        {FORMATS.map((format) => (
          <a key={format} href={exportPath(filter, format)} download className={buttonStyles({ size: "sm" })}>
            <Download aria-hidden="true" /> {say(`export.${format}`)}
          </a>
        ))}
      </div>
      <div className="flex max-w-3xl flex-col gap-1 text-ink-soft text-sm">
        <p>{say(isFiltered ? "export.meaningMatching" : "export.meaningAll")}</p>
        <p>
          {say.rich("export.verify", {
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
