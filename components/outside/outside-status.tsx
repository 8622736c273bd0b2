"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Ago } from "@/components/ui/moment";
import { StatusPart } from "@/components/ui/status-part";
import type { Outside } from "@/lib/domain/probe/schema";
import { isOldProbe, outsideStateOf, toneOf } from "./outside-state";
import { ProbeTime } from "./probe-time";
import { useOutside } from "./use-outside";
import { useSiteName } from "./use-site-name";
import { verdictOf } from "./verdict-label";

const HREF = "/settings/status#external-check";
const TONES = { calm: "good", neutral: "neutral", caution: "caution", danger: "danger" } as const;

/** In a few words what anonymous visitors can really read, as far as that is known. */
export function OutsideStatus() {
  const t = useTranslations("outside");
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
  const t = useTranslations("outside");
  const nameOf = useSiteName();
  const status = outsideStateOf(outside);
  if (status.is === "trouble") return t("failed");
  if (status.is !== "seen") return t(status.is === "changed" ? "changed" : "never");
  const { probe } = status;
  const { canary, asOf } = outside;
  if (canary?.state === "open") {
    return t.rich("canary.openTitle", { site: nameOf(canary), name: (name) => <bdi>{name}</bdi> });
  }
  const [worst] = verdictOf(t, probe);
  const isOld = isOldProbe(probe, asOf);
  if (worst && (worst.tone !== "" || (probe.readableCount === 0 && !isOld))) return worst.text;
  return t.rich(isOld ? "stale" : "verified", {
    ago: () => <Ago iso={probe.at} asOf={asOf} />,
    moment: () => <ProbeTime iso={probe.at} asOf={asOf} />,
  });
}
