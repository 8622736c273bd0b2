"use client";

import { CircleHelp, Globe, ShieldAlert, ShieldCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/class-names";
import { Ago } from "@/components/ui/moment";
import type { Outside } from "@/lib/probe/schema";
import { CanaryNote } from "./canary-note";
import { LookTime } from "./look-time";
import { isOldLook, type SeenLook, standingOf, toneOf } from "./outside-standing";

const LOOKS = {
  calm: { icon: ShieldCheck, style: "text-calm" },
  neutral: { icon: Globe, style: "text-ink-faint" },
  caution: { icon: TriangleAlert, style: "text-caution" },
  danger: { icon: ShieldAlert, style: "text-danger" },
};

/** In one line what strangers can read, beside what is public, and how old that news is. */
export function OutsideLine({ outside, action }: { outside: Outside; action: ReactNode }) {
  const tone = toneOf(outside);
  const { icon: Icon, style } = LOOKS[tone];
  const standing = standingOf(outside);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="flex min-w-0 flex-1 basis-72 gap-2.5 text-sm">
        <Icon className={cn("mt-0.5 size-4 shrink-0", style)} aria-hidden="true" />
        <div className="flex min-w-0 flex-col gap-0.5">
          {standing.is === "seen" && <SeenWords look={standing.look} outside={outside} />}
          {standing.is === "trouble" && <TroubleWords {...standing} asOf={outside.asOf} />}
          {standing.is === "never" && <NeverWords />}
          {standing.is === "not-configured" && <NotConfiguredWords />}
          <CanaryNote canary={outside.canary} />
        </div>
      </div>
      {action}
    </div>
  );
}

function SeenWords({ look, outside }: { look: SeenLook; outside: Outside }) {
  const say = useTranslations("outside.line");
  const { asOf } = outside;
  const isOld = isOldLook(look, asOf);
  return (
    <>
      <p>
        <span className="font-medium">
          {say.rich("seen", {
            readable: look.readableCount,
            configured: look.configuredCount,
            moment: () => <LookTime iso={look.at} asOf={asOf} />,
          })}
        </span>{" "}
        <span className="text-ink-faint">
          (<Ago iso={look.at} asOf={asOf} />)
        </span>
      </p>
      <p className="text-ink-soft">
        {look.unexpected.total > 0 && (
          <span className="font-medium text-danger">{say("exposed", { count: look.unexpected.total })} </span>
        )}
        {look.unreadable.total > 0 && (
          <span className="font-medium text-caution">{say("unreadable", { count: look.unreadable.total })} </span>
        )}
        {look.unexpected.total === 0 && look.unreadable.total === 0 && !isOld && `${say("agrees")} `}
        {outside.configuredCount !== look.configuredCount && say("changed", { count: outside.configuredCount })}
      </p>
      {isOld && <p className="text-caution">{say.rich("old", { job: () => <bdi dir="ltr">/api/cron/probe</bdi> })}</p>}
    </>
  );
}

type TroubleWordsProps = Extract<ReturnType<typeof standingOf>, { is: "trouble" }> & { asOf: string };

function TroubleWords({ trouble, since, lastSeen, asOf }: TroubleWordsProps) {
  const say = useTranslations("outside");
  return (
    <>
      <p className="font-medium text-caution">
        {say.rich("line.trouble", {
          moment: () => <LookTime iso={since} asOf={asOf} />,
          what: say(`trouble.${trouble}.what`),
        })}
      </p>
      <p className="text-ink-soft">
        {lastSeen === null
          ? say("line.neverSeen")
          : say.rich("line.lastSeen", {
              moment: () => <LookTime iso={lastSeen.at} asOf={asOf} />,
              readable: lastSeen.readableCount,
            })}
      </p>
    </>
  );
}

function NeverWords() {
  const say = useTranslations("outside.line");
  return (
    <>
      <p className="font-medium text-caution">{say("never")}</p>
      <p className="text-ink-soft">{say.rich("neverDo", { job: () => <bdi dir="ltr">/api/cron/probe</bdi> })}</p>
    </>
  );
}

function NotConfiguredWords() {
  const say = useTranslations("outside.line");
  return (
    <>
      <p className="text-ink-soft">{say("notConfigured")}</p>
      <p className="max-w-3xl text-[0.8125rem] text-ink-faint">{say("notConfiguredDo")}</p>
    </>
  );
}

/** The answer could not be read: not known is not the same as nothing seen. */
export function OutsideUnread() {
  const say = useTranslations("outside.line");
  return (
    <p role="alert" className="flex gap-2.5 font-medium text-caution text-sm">
      <CircleHelp className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      {say("unread")}
    </p>
  );
}
