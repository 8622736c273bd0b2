"use client";

import { CircleAlert, CircleHelp, Globe, ShieldCheck, TriangleAlert } from "lucide-react";
import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { useTranslations } from "use-intl";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { cn } from "@/components/ui/class-names";
import { Ago } from "@/components/ui/moment";
import type { Outside } from "@/lib/domain/probe/schema";
import { isSessionOver } from "@/lib/platform/web/read-json-query-options";
import { CanaryNote } from "./canary-note";
import { isOldProbe, outsideStateOf, type SuccessfulProbe, toneOf } from "./outside-state";
import type { UnseenWordsProps } from "./unseen-text";

const UnseenWords = lazy<ComponentType<UnseenWordsProps>>(() =>
  import("./unseen-text").then(
    (file) => ({ default: file.UnseenWords }),
    // Without its file it is still said that nothing is known.
    () => ({ default: () => <OutsideUnread /> }),
  ),
);

const STYLES = {
  calm: { icon: ShieldCheck, style: "text-calm" },
  neutral: { icon: Globe, style: "text-ink-faint" },
  caution: { icon: TriangleAlert, style: "text-caution" },
  danger: { icon: CircleAlert, style: "text-danger" },
};

/** In one line what strangers can read, beside what is public, and how old that news is; while a check is awaited, that. */
export function OutsideLine({ outside, action }: { outside: Outside; action: ReactNode }) {
  const tone = toneOf(outside);
  const { icon: Icon, style } = STYLES[tone];
  const status = outsideStateOf(outside);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="flex min-w-0 flex-1 basis-72 gap-2.5 text-sm">
        <Icon className={cn("mt-0.5 size-4 shrink-0", style)} aria-hidden="true" />
        <div className="flex min-w-0 flex-col gap-0.5">
          {status.is === "seen" && <SeenWords probe={status.probe} asOf={outside.asOf} />}
          {status.is !== "seen" && (
            <Suspense fallback={null}>
              <UnseenWords standing={status} asOf={outside.asOf} />
            </Suspense>
          )}
          {status.is !== "checking" && <CanaryNote canary={outside.canary} />}
        </div>
      </div>
      {action}
    </div>
  );
}

function SeenWords({ probe, asOf }: { probe: SuccessfulProbe; asOf: string }) {
  const t = useTranslations("outside.line");
  if (isOldProbe(probe, asOf)) {
    return <p className="text-caution">{t.rich("old", { job: () => <bdi dir="ltr">/api/cron/probe</bdi> })}</p>;
  }
  const { unexpected, unreadable } = probe;
  return (
    <p>
      {unexpected.total > 0 && (
        <span className="font-medium text-danger">{t("exposed", { count: unexpected.total })} </span>
      )}
      {unreadable.total > 0 && (
        <span className="font-medium text-caution">{t("unreadable", { count: unreadable.total })} </span>
      )}
      {unexpected.total === 0 && unreadable.total === 0 && (
        <span className="font-medium">{t("agrees", { count: probe.readableCount })} </span>
      )}
      <span className="text-ink-soft">
        (<Ago iso={probe.at} asOf={asOf} />)
      </span>
    </p>
  );
}

/** The answer could not be read: not known is not the same as nothing seen. @param error why, where it is known */
export function OutsideUnread({ error = null }: { error?: Error | null }) {
  const t = useTranslations("outside.line");
  if (isSessionOver(error)) return <SessionEndedNotice />;
  return (
    <p role="alert" className="flex gap-2.5 font-medium text-caution text-sm">
      <CircleHelp className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      {t("unread")}
    </p>
  );
}
