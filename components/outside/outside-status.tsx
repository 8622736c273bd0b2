"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Ago } from "@/components/ui/moment";
import { StatusPart } from "@/components/ui/status-part";
import type { Outside } from "@/lib/domain/probe/schema";
import { isOldProbe, outsideStateOf, toneOf } from "./outside-state";
import { ProbeTime } from "./probe-time";
import { useOutside } from "./use-outside";

const HREF = "/settings/status#external-check";
const TONES = { calm: "good", neutral: "neutral", caution: "caution", danger: "danger" } as const;

/** In a few words what anonymous visitors can really read, as far as that is known. */
export function OutsideStatus() {
  const t = useTranslations("outside.status");
  const { outside, isUnread, isProbing } = useOutside();
  const isKnown = outside !== null && !isUnread;
  if (isKnown && outsideStateOf(outside).is === "not-configured") return null;
  const isAwaited = isKnown && (isProbing || outsideStateOf(outside).is === "checking");
  return (
    <StatusPart
      tone={isAwaited ? "neutral" : isKnown ? TONES[toneOf(outside)] : "caution"}
      href={HREF}
      always={isAwaited || outside?.configuredCount === 0}
    >
      {isAwaited ? t("checking") : isKnown ? <Judged outside={outside} /> : t("unread")}
    </StatusPart>
  );
}

function Judged({ outside }: { outside: Outside }): ReactNode {
  const t = useTranslations("outside.status");
  const standing = outsideStateOf(outside);
  if (standing.is === "changed") return t("changed");
  if (standing.is === "trouble") return t("failed");
  if (standing.is !== "seen") return t("never");
  const { probe } = standing;
  if (outside.canary?.state === "open") return t("canary");
  if (probe.unexpected.total > 0) return t("exposed", { count: probe.unexpected.total });
  if (probe.unreadable.total > 0) return t("unreadable", { count: probe.unreadable.total });
  if (probe.readableCount === 0 && !isOldProbe(probe, outside.asOf)) return t("nothing");
  return t.rich(isOldProbe(probe, outside.asOf) ? "stale" : "agrees", {
    ago: () => <Ago iso={probe.at} asOf={outside.asOf} />,
    moment: () => <ProbeTime iso={probe.at} asOf={outside.asOf} />,
  });
}
