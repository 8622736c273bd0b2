"use client";

import { type ComponentProps, type ComponentType, lazy, Suspense, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { OutsideStatus } from "@/components/outside/outside-status";
import type { Consequences, SitesPage } from "@/lib/domain/public-access/schema";
import { MailStatus } from "./mail-status";
import type { VisitStatus } from "./visit-status";
import { WatchStatus } from "./watch-status";

// What the browser alone knows; without its file the line has one part less.
const SinceVisit = lazy<ComponentType<ComponentProps<typeof VisitStatus>>>(() =>
  import("./visit-status").then(
    (file) => ({ default: file.VisitStatus }),
    () => ({ default: () => null }),
  ),
);

type StatusLineProps = { page: SitesPage; login: string; consequences: Consequences };

/** In one line whether what is shown can be trusted; each part leads to its page. A narrow screen leaves out what is good. */
export function StatusLine({ page, login, consequences }: StatusLineProps) {
  const t = useTranslations("publicAccess.status");
  const [inBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  return (
    <ul
      aria-label={t("label")}
      className="flex flex-wrap gap-x-5 gap-y-1 text-[0.8125rem] text-ink-soft leading-5 print:hidden"
    >
      <WatchStatus page={page} />
      <MailStatus mailReach={consequences.mailReach} undelivered={page.undelivered} />
      <OutsideStatus />
      {inBrowser && (
        <Suspense fallback={null}>
          <SinceVisit login={login} asOf={page.asOf} timeZone={consequences.timeZone} />
        </Suspense>
      )}
    </ul>
  );
}
