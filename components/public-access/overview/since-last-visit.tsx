"use client";

import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Ago } from "@/components/ui/moment";
import { siteChangesQueryOptions } from "@/lib/domain/public-access/query-options";
import type { SiteChanges } from "@/lib/domain/public-access/reading-schema";
import { GlanceFact } from "./glance-fact";

type SinceLastVisitProps = {
  since: string | null;
  asOf: string;
  /** the instance's, in which the activity counts days */
  timeZone: string;
};

/** What became public or private since this person last looked. Its place is kept from the start: nothing moves. */
export function SinceLastVisit({ since, asOf, timeZone }: SinceLastVisitProps) {
  const say = useTranslations("publicAccess.lastVisit");
  const changes = useQuery({ ...siteChangesQueryOptions(since ?? ""), enabled: since !== null });
  if (since === null) {
    return (
      <GlanceFact icon={History} tone="neutral" label={say("recent")}>
        <ActivityLink href="/activity" />
      </GlanceFact>
    );
  }
  return (
    <GlanceFact
      icon={History}
      tone={changes.data && changes.data.madePublic > 0 ? "caution" : "neutral"}
      label={say.rich("label", { ago: () => <Ago iso={since} asOf={asOf} /> })}
    >
      <span role="status">
        {changes.isError && say("unknown")}
        {changes.data && <Changes changes={changes.data} />}
      </span>{" "}
      <ActivityLink href={`/activity?kind=public-access&from=${dayOf(since, timeZone)}`} />
    </GlanceFact>
  );
}

function Changes({ changes: { madePublic, madePrivate, isComplete } }: { changes: SiteChanges }) {
  const say = useTranslations("publicAccess.lastVisit");
  if (madePublic === 0 && madePrivate === 0 && isComplete) return say("nothing");
  return say(isComplete ? "changes" : "atLeast", { madePublic, madePrivate });
}

/** `2026-11-24`: the day of a moment, as the address of the activity says it. */
function dayOf(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date(iso));
}

function ActivityLink({ href }: { href: string }) {
  const say = useTranslations("publicAccess.lastVisit");
  return (
    <Link href={href} className="whitespace-nowrap text-accent underline">
      {say("activity")}
    </Link>
  );
}
