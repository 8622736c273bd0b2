"use client";

import { Eye, EyeOff, Lock, LockOpen, MailCheck, MailX, Pause, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Ago } from "@/components/ui/moment";
import type { Consequences, SitesPage } from "@/lib/domain/public-access/schema";
import { GlanceFact } from "./glance-fact";
import { SinceLastVisit } from "./since-last-visit";
import { watchPace, watchState } from "./watch-pace";

type GlanceStripProps = {
  page: SitesPage;
  consequences: Consequences;
  /** when this person last saw the page; null: says nothing of it */
  since: string | null;
};

/** What somebody wants to know before reading the list: is it watched, would everybody hear, may anything be public. */
export function GlanceStrip({ page, consequences, since }: GlanceStripProps) {
  const say = useTranslations("publicAccess.glance");
  return (
    <dl
      aria-label={say("label")}
      className="grid divide-y divide-line rounded-xl border border-line bg-surface shadow-lift sm:grid-cols-2 sm:divide-y-0 lg:grid-cols-4"
    >
      <WatchFact page={page} />
      <HearFact consequences={consequences} />
      <PolicyFact page={page} />
      <SinceLastVisit since={since} asOf={page.asOf} timeZone={consequences.timeZone} />
    </dl>
  );
}

const WATCH_STYLES = {
  awake: { icon: Eye, tone: "calm" },
  late: { icon: TriangleAlert, tone: "caution" },
  never: { icon: EyeOff, tone: "danger" },
} as const;

function WatchFact({ page }: { page: SitesPage }) {
  const say = useTranslations("publicAccess.glance");
  const state = watchState(page);
  const { lastWatchAt } = page;
  return (
    <GlanceFact {...WATCH_STYLES[state]} label={say("watch")}>
      {lastWatchAt === null
        ? say("never", watchPace(page))
        : say.rich(state === "late" ? "late" : "awake", {
            ...watchPace(page),
            ago: () => <Ago iso={lastWatchAt} asOf={page.asOf} />,
          })}
    </GlanceFact>
  );
}

function HearFact({ consequences: { superUserCount, unreachable } }: { consequences: Consequences }) {
  const say = useTranslations("publicAccess.glance");
  const reached = superUserCount - unreachable.length;
  const everybody = unreachable.length === 0;
  return (
    <GlanceFact icon={everybody ? MailCheck : MailX} tone={everybody ? "calm" : "danger"} label={say("hear")}>
      {say(everybody ? "everybody" : "notEverybody", { reached, total: superUserCount })}{" "}
      <Link href="/alerts" className="whitespace-nowrap text-accent underline">
        {say("deliveries")}
      </Link>
    </GlanceFact>
  );
}

function PolicyFact({ page: { anonymousUser, lock, pause } }: { page: SitesPage }) {
  const say = useTranslations("publicAccess.glance");
  if (lock) {
    return (
      <GlanceFact icon={Lock} tone="danger" label={say("policy")}>
        {say("locked")}
      </GlanceFact>
    );
  }
  if (pause) {
    return (
      <GlanceFact icon={Pause} tone="caution" label={say("policy")}>
        {say("paused", { count: pause.siteCount })}
      </GlanceFact>
    );
  }
  return (
    <GlanceFact icon={LockOpen} tone="neutral" label={say("policy")}>
      {say("open", { anonymous: anonymousUser })}
    </GlanceFact>
  );
}
