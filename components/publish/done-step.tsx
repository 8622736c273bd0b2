"use client";

import { useQuery } from "@tanstack/react-query";
import { lazy, useRef } from "react";
import { useTranslations } from "use-intl";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import { StrangerLink } from "@/components/access-change/stranger-link";
import { FirstProbe } from "@/components/outside/first-probe";
import { useSiteName } from "@/components/outside/use-site-name";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { Link } from "@/components/ui/link";
import { useDates } from "@/components/ui/use-dates";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { Viewer } from "@/lib/auth/schema";
import { siteDetailsQueryOptions } from "@/lib/domain/public-access/query-options";
import type { GrantOutcome } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { newlyPublic, type Published } from "./published";
import { StepFrame } from "./step-frame";

const RevokeDialog = lazy(() =>
  import("@/components/access-change/revoke-dialog").then((file) => ({ default: file.RevokeDialog })),
);

type DoneStepProps = {
  published: Published;
  /** `earlier`: it is shown again later, and what is public now may be something else */
  since: "now" | "earlier" | "undone";
  viewer: Viewer;
  onPrivateAgain: () => void;
};

/** What has become public, who is notified, and the ways on: to see it, or to take it back. */
export function DoneStep({ published, since, viewer, onPrivateAgain }: DoneStepProps) {
  const t = useTranslations("publish");
  const tCommands = useTranslations("commands");
  const dates = useDates();
  const links = useRef<HTMLAnchorElement>(null);
  const dialog = usePageDialog<readonly NamedSite[]>(links);
  const { outcome, endsOn } = published;
  const { grantedCount: count, unreachable } = outcome;
  const sites = newlyPublic(published);
  const isPublic = count > 0 && since !== "undone";
  const [first] = outcome.granted;
  const title = count === 0 ? "nothing" : TITLES[since];

  return (
    <StepFrame title={t(`done.${title}`, { count, moment: dates.moment(published.at) })}>
      {since === "undone" && <Alert role="status">{t("done.undone")}</Alert>}
      {isPublic && since === "earlier" && <p className="text-sm">{t("done.earlier")}</p>}
      {isPublic && since === "now" && (
        <p className="text-sm">
          {tCommands("told", { count: outcome.mailCount })}{" "}
          {endsOn === null ? tCommands("extend.open") : tCommands("extend.until", { day: dates.day(endsOn) })}
        </p>
      )}
      {isPublic && unreachable.length > 0 && (
        <Alert tone="danger" title={t("done.unreachable")}>
          <ul>
            {unreachable.map((login) => (
              <li key={login}>
                <bdi>{login}</bdi>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {isPublic && <ChosenSites sites={sites ?? outcome.granted} />}
      {isPublic && first && count === 1 && <OnlySite siteId={first.id} />}
      {isPublic && first && (
        <FirstProbe viewer={viewer} first={first.id} siteIds={sites?.map(({ id }) => id) ?? null} />
      )}
      <AlreadyPublic outcome={outcome} />
      <div className="flex flex-col gap-2 border-line border-t pt-4 sm:flex-row sm:flex-wrap">
        <Link ref={links} href="/public-access?state=public" className={buttonStyles({ variant: "primary" })}>
          {t("done.see")}
        </Link>
        <Link href="/activity" className={buttonStyles()}>
          {t("done.activity")}
        </Link>
        {isPublic && sites && <Button onClick={() => dialog.show(sites)}>{t("done.undo")}</Button>}
      </div>
      <LazyDialog>
        {dialog.open && (
          <RevokeDialog
            sites={dialog.open}
            viewer={viewer}
            onClose={dialog.close}
            onDone={() => {
              dialog.closeDone();
              onPrivateAgain();
            }}
            onChanged={() => {}}
            returnFocus={dialog.returnFocus}
          />
        )}
      </LazyDialog>
    </StepFrame>
  );
}

const TITLES = { now: "title", earlier: "earlierTitle", undone: "undoneTitle" } as const;

/** The address that was published, to be looked at and handed on. */
function OnlySite({ siteId }: { siteId: number }) {
  const url = useQuery(siteDetailsQueryOptions(siteId)).data?.site?.strangerUrl ?? null;
  return url === null ? null : <StrangerLink url={url} />;
}

const NAMED = 10;

type AlreadyPublicProps = { outcome: Pick<GrantOutcome, "alreadyPublic" | "alreadyPublicCount"> };

/** What was public before, as far as is known since when and by whom: it was left as it was. */
function AlreadyPublic({ outcome: { alreadyPublic, alreadyPublicCount: count } }: AlreadyPublicProps) {
  const t = useTranslations("publish");
  const tCommands = useTranslations("commands");
  const dates = useDates();
  const nameOf = useSiteName();
  if (count === 0) return null;
  const named = alreadyPublic.slice(0, NAMED);
  const more = count - named.length;
  const title = t("sites.already", { count });
  return (
    <section className="flex flex-col gap-2 text-sm">
      <h3 className="font-medium">{title}</h3>
      <ul aria-label={title} className="divide-y divide-line rounded-xl border border-line">
        {named.map((site) => (
          <li key={site.id} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2">
            <bdi className="font-medium">{nameOf(site)}</bdi>
            <span className="text-[0.8125rem] text-ink-soft">
              {site.since !== null && t("done.since", { day: dates.dayOf(site.since) })}{" "}
              {site.grantedBy !== null &&
                t.rich("done.by", { login: site.grantedBy, name: (login) => <bdi>{login}</bdi> })}
            </span>
          </li>
        ))}
        {more > 0 && <li className="px-4 py-2 text-ink-soft">{tCommands("more", { count: more })}</li>}
      </ul>
    </section>
  );
}
