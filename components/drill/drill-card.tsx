"use client";

import { Siren } from "lucide-react";
import { lazy, Suspense, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { Viewer } from "@/lib/auth/schema";
import type { Drills } from "@/lib/domain/drill/schema";
import { DRILL_STALE_DAYS } from "@/lib/domain/drill/terms";
import { DrillResults } from "./drill-results";
import { mayChange } from "./may-change";

const DrillDialog = lazy(async () => ({ default: (await import("./drill-dialog")).DrillDialog }));
const LiveDrills = lazy(async () => ({ default: (await import("./live-drills")).LiveDrills }));

/** The rehearsal of the alerts: what became of the last one, and the way to begin one. */
export function DrillCard({ viewer, drills }: { viewer: Viewer; drills: Drills }) {
  const t = useTranslations("drill");
  const id = useId();
  const headingRef = useRef<HTMLHeadingElement>(null);
  const dialog = usePageDialog<"begin">(headingRef);
  // Somebody began one here, or tried to while another was under way.
  const [hasBegun, setHasBegun] = useState(false);
  const [newest] = drills.drills;
  const results = <DrillResults drills={drills} />;
  return (
    <section aria-labelledby={id} className="rounded-xl border border-line bg-surface shadow-lift">
      <div className="flex flex-wrap items-start justify-between gap-x-10 gap-y-4 p-4 sm:px-6">
        <div className="max-w-2xl">
          <h2 id={id} ref={headingRef} tabIndex={-1} className="font-semibold">
            {t("title")}
          </h2>
          <p className="mt-1 text-ink-soft text-sm">{t("meaning")}</p>
        </div>
        <Button onClick={() => dialog.show("begin")}>
          <Siren aria-hidden="true" />
          {t("begin")}
        </Button>
      </div>
      {!hasBegun && <DrillHint newest={newest?.startedAt} asOf={drills.asOf} />}
      {hasBegun || mayChange(newest, drills) ? (
        <Suspense fallback={hasBegun ? null : results}>
          <LiveDrills initial={hasBegun ? undefined : drills} />
        </Suspense>
      ) : (
        results
      )}
      {dialog.open && (
        <LazyDialog>
          <DrillDialog
            viewer={viewer}
            onClose={dialog.close}
            onDone={() => {
              dialog.closeDone();
              setHasBegun(true);
            }}
            onRefused={() => setHasBegun(true)}
            returnFocus={dialog.returnFocus}
          />
        </LazyDialog>
      )}
    </section>
  );
}

const DAY_MS = 24 * 3_600_000;

/** That nobody knows whether alerts still arrive. @param newest when the last drill began, ISO 8601 */
export function DrillHint({ newest, asOf }: { newest: string | undefined; asOf: string }) {
  const t = useTranslations("drill");
  if (newest !== undefined && Date.parse(asOf) - Date.parse(newest) <= DRILL_STALE_DAYS * DAY_MS) return null;
  return (
    <div className="px-4 pb-4 sm:px-6">
      <Alert tone="caution">{newest === undefined ? t("never") : t("stale", { days: DRILL_STALE_DAYS })}</Alert>
    </div>
  );
}
