"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { UnreachableList } from "@/components/access-change/unreachable-list";
import { Alert } from "@/components/ui/alert";
import { Ago } from "@/components/ui/moment";
import type { Viewer } from "@/lib/auth/schema";
import type { Finding } from "@/lib/domain/findings/schema";
import type { Consequences, SitesPage } from "@/lib/domain/public-access/schema";
import { watchPace, watchState } from "./watch-pace";

type PageWarningsProps = {
  page: SitesPage;
  consequences: Consequences;
  viewer: Viewer;
  /** what the watch found; a warning that one of these says already is not said twice */
  findings: readonly Finding[];
};

/** What a Super User must know before trusting the list, and what to do about it. */
export function PageWarnings({ page, consequences, viewer, findings }: PageWarningsProps) {
  const say = useTranslations("publicAccess.warnings");
  const { anonymousUser } = page;
  const isFound = findings.some((one) => one.kind === `anonymous-${anonymousUser}` && one.needsAttention);
  const { unreachable, secondFactor } = consequences;
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      {anonymousUser !== "present" && !isFound && (
        <Alert tone="danger" title={say(`anonymous.${anonymousUser}.title`)}>
          {say(`anonymous.${anonymousUser}.meaning`)}
        </Alert>
      )}
      {page.undelivered > 0 && (
        <Alert tone="danger" title={say("undelivered.title", { count: page.undelivered })}>
          {say.rich("undelivered.meaning", { link: deliveriesLink })}
        </Alert>
      )}
      <WatchWarning page={page} />
      {!secondFactor.yours && <NoSecondFactor required={secondFactor.required} provesBy={viewer.provesBy} />}
      {unreachable.length > 0 && (
        <Alert tone="danger" title={say("unreachable.title", { count: unreachable.length })}>
          <UnreachableList unreachable={unreachable} />
          {say.rich("unreachable.meaning", { link: deliveriesLink })}
        </Alert>
      )}
    </div>
  );
}

function WatchWarning({ page }: { page: SitesPage }) {
  const say = useTranslations("publicAccess.warnings");
  const state = watchState(page);
  if (state === "awake") return null;
  const { lastWatchAt } = page;
  const job = () => <bdi dir="ltr">/api/cron/watch</bdi>;
  if (lastWatchAt === null) {
    return (
      <Alert tone="danger" title={say("never.title")}>
        {say.rich("never.meaning", { ...watchPace(page), job })}
      </Alert>
    );
  }
  return (
    <Alert tone="caution" title={say.rich("late.title", { ago: () => <Ago iso={lastWatchAt} asOf={page.asOf} /> })}>
      {say.rich("late.meaning", { ...watchPace(page), job })}
    </Alert>
  );
}

/** What it means to sign in without a second factor, and where to get one (S4). */
function NoSecondFactor({ required, provesBy }: { required: boolean; provesBy: Viewer["provesBy"] }) {
  const say = useTranslations("publicAccess.warnings.secondFactor");
  const from = provesBy === "single-sign-on" ? "provider" : "matomo";
  return required ? (
    <Alert tone="danger" title={say("requiredTitle")}>
      {say("required", { from })}
    </Alert>
  ) : (
    <Alert tone="caution" title={say("missingTitle")}>
      {say("missing", { from })}
    </Alert>
  );
}

function deliveriesLink(chunks: ReactNode) {
  return (
    <Link href="/alerts" className="underline">
      {chunks}
    </Link>
  );
}
