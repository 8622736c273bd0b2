"use client";

import { useTranslations } from "use-intl";
import { Ago } from "@/components/ui/moment";
import { StatusPart } from "@/components/ui/status-part";
import type { SitesPage } from "@/lib/domain/public-access/schema";
import { watchState } from "./watch-state";

const TONES = { awake: "good", late: "caution", never: "danger" } as const;

/** Whether changes made outside would be noticed. */
export function WatchStatus({ page }: { page: Pick<SitesPage, "watchInterval" | "lastWatchAt" | "asOf"> }) {
  const t = useTranslations("publicAccess.status");
  const state = watchState(page);
  const { lastWatchAt } = page;
  return (
    <StatusPart tone={TONES[state]} href="/settings/status" always>
      {lastWatchAt === null
        ? t("never")
        : t.rich(state === "late" ? "late" : "awake", { ago: () => <Ago iso={lastWatchAt} asOf={page.asOf} /> })}
    </StatusPart>
  );
}
