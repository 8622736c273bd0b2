"use client";

import { Check, CircleHelp } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Outside } from "@/lib/domain/probe/schema";
import { useSiteName } from "./use-site-name";

/** The site that must never be readable: closed, or not known. That it is open stands above everything else. */
export function CanaryNote({ canary }: Pick<Outside, "canary">) {
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
      {canary.trouble && ` ${t(`trouble.${canary.trouble}.what`)} ${t(`trouble.${canary.trouble}.remedy`)}`}
    </p>
  );
}
