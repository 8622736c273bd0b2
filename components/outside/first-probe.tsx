"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { Alert } from "@/components/ui/alert";
import type { Viewer } from "@/lib/auth/schema";
import { outsideOfSiteQueryOptions, outsideQueryOptions } from "@/lib/domain/probe/query-options";
import { siteDetailsQueryOptions } from "@/lib/domain/public-access/query-options";
import { isSessionOver } from "@/lib/platform/web/read-json-query-options";
import { type FirstProbeState, firstProbeOf } from "./first-probe-state";
import { ProbeFacts } from "./probe-facts";
import { ProbeNow } from "./probe-now";
import { ProbeTime } from "./probe-time";

const REFETCH_MS = 3_000;
const GIVE_UP_MS = 120_000;

type FirstProbeProps = {
  viewer: Viewer;
  /** one of the sites that were published: its publication says since when */
  first: number;
  /** all of them; null when only how many is known */
  siteIds: readonly number[] | null;
};

/** What anyone can really read of what was just published, as soon as the first probe is there; nobody has to wait for it. */
export function FirstProbe({ viewer, first, siteIds }: FirstProbeProps) {
  const t = useTranslations("outside");
  const headingId = useId();
  const [isLate, setIsLate] = useState(false);
  const [askedCount, setAskedCount] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const publication = useQuery(siteDetailsQueryOptions(first)).data?.site?.publication ?? null;
  const [isThere, setIsThere] = useState(false);
  const { data, error, isError } = useQuery({
    ...outsideQueryOptions(),
    refetchInterval: ({ state: { error: failed } }) =>
      isLate || isThere || isSessionOver(failed) ? false : REFETCH_MS,
  });
  const state = data ? firstProbeOf(data, publication?.since ?? null, siteIds) : null;
  const hasCome = state !== null && state.is !== "waiting";
  useEffect(() => setIsThere(hasCome), [hasCome]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each probe that is asked for is waited for anew
  useEffect(() => {
    setIsLate(false);
    const timer = setTimeout(() => setIsLate(true), GIVE_UP_MS);
    return () => clearTimeout(timer);
  }, [askedCount]);

  return (
    <section aria-labelledby={headingId} className="flex flex-col items-start gap-2 text-sm">
      <h3 id={headingId} className="font-semibold">
        {t("label")}
      </h3>
      <div role="status">
        {isError &&
          (isSessionOver(error) ? <SessionEndedNotice /> : !data && <p className="text-caution">{t("unread")}</p>)}
        {data && !data.isConfigured && <p className="text-ink-soft">{t("notConfigured")}</p>}
        {data?.isConfigured && state && (
          <FirstProbeWords state={state} isLate={isLate} count={siteIds?.length ?? 0} asOf={data.asOf} />
        )}
      </div>
      {isLate && data?.isConfigured && !hasCome && (
        <ProbeNow
          viewer={viewer}
          isProbing={data.isProbing}
          onAsked={() => setAskedCount((count) => count + 1)}
          onProblem={setProblem}
        />
      )}
      {problem !== null && (
        <Alert tone="danger" role="alert">
          {problem}
        </Alert>
      )}
      {state?.is === "seen" && siteIds?.length === 1 && state.readable === 1 && <OnlySite siteId={first} />}
    </section>
  );
}

type FirstProbeWordsProps = { state: FirstProbeState; isLate: boolean; count: number; asOf: string };

function FirstProbeWords({ state, isLate, count, asOf }: FirstProbeWordsProps) {
  const t = useTranslations("outside");
  const moment = () => ("probe" in state ? <ProbeTime iso={state.probe.at} asOf={asOf} /> : null);
  switch (state.is) {
    case "waiting":
      return <p className="text-ink-soft">{t(isLate ? "first.late" : "first.waiting")}</p>;
    case "trouble":
      return (
        <p className="text-caution">
          {t("failed")}. {t(`cause.${state.trouble}.what`)} {t("unknown")}
        </p>
      );
    case "seen": {
      const { readable } = state;
      return (
        <p className={readable < count ? "text-caution" : ""}>{t.rich("first.many", { readable, count, moment })}</p>
      );
    }
    case "seen-in-part":
      return <p>{t.rich("first.tooMany", { count: state.probe.unreadable.total, moment })}</p>;
  }
}

function OnlySite({ siteId }: { siteId: number }) {
  const { data } = useQuery(outsideOfSiteQueryOptions(siteId));
  return data?.probe && !data.isStale ? <ProbeFacts probe={data.probe} /> : null;
}
