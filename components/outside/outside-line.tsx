"use client";

import { Check, CircleAlert, CircleHelp, Globe, ShieldCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { cn } from "@/components/ui/class-names";
import { Ago } from "@/components/ui/moment";
import type { Outside } from "@/lib/domain/probe/schema";
import { isSessionOver } from "@/lib/platform/web/read-json-query-options";
import { isOldProbe, type OutsideState, outsideStateOf, type SuccessfulProbe, toneOf } from "./outside-state";
import { ProbeTime } from "./probe-time";
import { useSiteName } from "./use-site-name";
import { verdictOf } from "./verdict-label";

const STYLES = {
  calm: { icon: ShieldCheck, style: "text-calm" },
  neutral: { icon: Globe, style: "text-ink-faint" },
  caution: { icon: TriangleAlert, style: "text-caution" },
  danger: { icon: CircleAlert, style: "text-danger" },
};
const JOB = { job: () => <bdi dir="ltr">/api/cron/probe</bdi> };

/** In one line what anyone can read, beside what is public, and how old that news is; while a check is awaited, that. */
export function OutsideLine({ outside, action }: { outside: Outside; action: ReactNode }) {
  const { icon: Icon, style } = STYLES[toneOf(outside)];
  const status = outsideStateOf(outside);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="flex min-w-0 flex-1 basis-72 gap-2.5 text-sm">
        <Icon className={cn("mt-0.5 size-4 shrink-0", style)} aria-hidden="true" />
        <div className="flex min-w-0 flex-col gap-0.5">
          {status.is === "seen" ? (
            <Seen probe={status.probe} asOf={outside.asOf} />
          ) : (
            <Unseen status={status} asOf={outside.asOf} />
          )}
          {status.is !== "checking" && <CanaryNote canary={outside.canary} />}
        </div>
      </div>
      {action}
    </div>
  );
}

function Seen({ probe, asOf }: { probe: SuccessfulProbe; asOf: string }) {
  const t = useTranslations("outside");
  if (isOldProbe(probe, asOf)) {
    return (
      <p className="text-caution">
        {t.rich("old", JOB)} {t("unknown")}
      </p>
    );
  }
  return (
    <p>
      {verdictOf(t, probe).map(({ text, tone }) => (
        <span key={text} className={cn("me-2 font-medium", tone)}>
          {text}
        </span>
      ))}
      <span className="text-ink-soft">
        (<Ago iso={probe.at} asOf={asOf} />)
      </span>
    </p>
  );
}

type UnseenProps = { status: Exclude<OutsideState, { is: "seen" }>; asOf: string };

/** Why it is unknown what anyone can read, and when that was seen last. */
function Unseen({ status, asOf }: UnseenProps) {
  const t = useTranslations("outside");
  switch (status.is) {
    case "checking":
      return <p className="text-ink-soft">{t("checking")}</p>;
    case "not-configured":
      return (
        <>
          <p className="text-ink-soft">{t("notConfigured")}</p>
          <p className="max-w-3xl text-[0.8125rem] text-ink-faint">{t("notConfiguredDo")}</p>
        </>
      );
    case "never":
    case "changed":
      return (
        <>
          <p className="font-medium text-caution">{t(status.is)}</p>
          <p>
            {t("unknown")} {status.is === "never" && t.rich("neverDo", JOB)}
          </p>
        </>
      );
    case "trouble": {
      const { trouble, likelyReason: reason, since, lastSeen } = status;
      return (
        <>
          <p className="font-medium text-caution">
            {t.rich("failing", {
              moment: () => <ProbeTime iso={since} asOf={asOf} />,
              what: t(`cause.${trouble}.what`),
            })}
          </p>
          <p>
            {lastSeen === null
              ? t("neverSeen")
              : t.rich("lastSeen", { moment: () => <ProbeTime iso={lastSeen.at} asOf={asOf} /> })}{" "}
            {t("unknown")} {t(`cause.${trouble}.remedy`)}
          </p>
          {reason !== null && reason !== "unknown" && (
            <p>
              {t("probably")} {t(`cause.${reason}.what`)} {t(`cause.${reason}.remedy`)}
            </p>
          )}
        </>
      );
    }
  }
}

/** The site that must never be readable: closed, or unknown. That it is open stands above everything else. */
function CanaryNote({ canary }: Pick<Outside, "canary">) {
  const t = useTranslations("outside");
  const nameOf = useSiteName();
  if (canary === null || canary.state === "open") return null;
  const isClosed = canary.state === "closed";
  const Icon = isClosed ? Check : CircleHelp;
  return (
    <p className={isClosed ? "text-[0.8125rem] text-ink-faint" : "font-medium text-caution"}>
      <Icon className="me-1 inline size-3.5 align-[-0.125em]" aria-hidden="true" />
      {t.rich(`canary.${isClosed ? "closed" : "unknown"}`, {
        site: nameOf(canary),
        name: (name) => <bdi>{name}</bdi>,
      })}
      {canary.trouble && ` ${t(`cause.${canary.trouble}.what`)} ${t(`cause.${canary.trouble}.remedy`)}`}
    </p>
  );
}

/** The answer could not be read: not known is not the same as nothing seen. @param error why, where it is known */
export function OutsideUnread({ error }: { error: Error | null }) {
  const t = useTranslations("outside");
  if (isSessionOver(error)) return <SessionEndedNotice />;
  return (
    <p role="alert" className="flex gap-2.5 text-caution text-sm">
      <CircleHelp className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <span>
        <span className="block font-medium">{t("unread")}</span> {t("unknown")}
      </span>
    </p>
  );
}
