"use client";

import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Ago } from "@/components/ui/moment";
import { siteChangesQueryOptions } from "@/lib/public-access/query-options";
import type { SiteChanges } from "@/lib/public-access/reading/schema";
import { GlanceFact } from "./glance-fact";

type SinceLastVisitProps = { since: string | null; asOf: string };

/** What became public or private since this person last looked. Its place is kept from the start: nothing moves. */
export function SinceLastVisit({ since, asOf }: SinceLastVisitProps) {
  const say = useTranslations("publicAccess.lastVisit");
  const changes = useQuery({ ...siteChangesQueryOptions(since ?? ""), enabled: since !== null });
  if (since === null) {
    return (
      <GlanceFact icon={History} tone="neutral" label={say("recent")}>
        <ActivityLink />
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
      <ActivityLink />
    </GlanceFact>
  );
}

function Changes({ changes: { madePublic, madePrivate, isComplete } }: { changes: SiteChanges }) {
  const say = useTranslations("publicAccess.lastVisit");
  if (madePublic === 0 && madePrivate === 0 && isComplete) return say("nothing");
  return say(isComplete ? "changes" : "atLeast", { madePublic, madePrivate });
}

function ActivityLink() {
  const say = useTranslations("publicAccess.lastVisit");
  return (
    <Link href="/activity" className="whitespace-nowrap text-accent underline">
      {say("activity")}
    </Link>
  );
}
