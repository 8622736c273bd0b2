"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import { RevokeDialog } from "@/components/access-change/revoke-dialog";
import { StrangerLink } from "@/components/access-change/stranger-link";
import { FirstProbe } from "@/components/outside/first-probe";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { useDates } from "@/components/ui/use-dates";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { Viewer } from "@/lib/auth/schema";
import { siteDetailsQueryOptions } from "@/lib/domain/public-access/query-options";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { AlreadyPublic } from "./already-public";
import { newlyPublic, type Published } from "./published";
import { StepFrame } from "./step-frame";

type DoneStepProps = {
  published: Published;
  /** it is shown again later: what is public now may be something else */
  isEarlier: boolean;
  viewer: Viewer;
  onPrivateAgain: () => void;
};

/** What has become public, who is being told, and the ways on: to see it, or to take it back. */
export function DoneStep({ published, isEarlier, viewer, onPrivateAgain }: DoneStepProps) {
  const t = useTranslations("publish");
  const tCommands = useTranslations("commands");
  const dates = useDates();
  const links = useRef<HTMLAnchorElement>(null);
  const dialog = usePageDialog<readonly NamedSite[]>(links);
  const { outcome, endsOn, isPrivateAgain } = published;
  const { grantedCount, mailCount, unreachable } = outcome;
  const sites = newlyPublic(published, (id) => tCommands("site.unnamed", { id: String(id) }));
  const isPublic = grantedCount > 0 && !isPrivateAgain;
  const [first] = outcome.granted;

  return (
    <StepFrame title={t(titleOf(published, isEarlier), { count: grantedCount, moment: dates.moment(published.at) })}>
      {isPrivateAgain && <Alert role="status">{t("done.undone")}</Alert>}
      {isPublic && (
        <div className="flex flex-col gap-1 text-sm">
          {isEarlier ? (
            <p>{t("done.earlier")}</p>
          ) : (
            <>
              <p>{tCommands("told", { count: mailCount })}</p>
              <p>
                {endsOn === null
                  ? t("done.open", { count: grantedCount })
                  : t("done.until", { count: grantedCount, day: dates.day(endsOn) })}
              </p>
            </>
          )}
        </div>
      )}
      {isPublic && unreachable.length > 0 && (
        <Alert tone="danger" title={t("done.unreachable", { count: unreachable.length })}>
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
      {isPublic && first && grantedCount === 1 && <OnlySite siteId={first.id} />}
      {isPublic && first && (
        <FirstProbe viewer={viewer} first={first.id} siteIds={sites?.map(({ id }) => id) ?? null} />
      )}
      <AlreadyPublic outcome={outcome} />
      {isPublic && sites === null && <p className="text-ink-soft text-sm">{t("done.tooMany")}</p>}
      <div className="flex flex-col gap-2 border-line border-t pt-4 sm:flex-row sm:flex-wrap">
        <Link ref={links} href="/public-access?state=public" className={buttonStyles({ variant: "primary" })}>
          {t("done.see")}
        </Link>
        <Link href="/activity" className={buttonStyles()}>
          {t("done.activity")}
        </Link>
        <Link href="/public-access" className={buttonStyles()}>
          {t("done.more")}
        </Link>
        {isPublic && sites && <Button onClick={() => dialog.show(sites)}>{t("done.undo")}</Button>}
      </div>
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
    </StepFrame>
  );
}

function titleOf({ outcome, isPrivateAgain }: Published, isEarlier: boolean) {
  if (outcome.grantedCount === 0) return "done.nothing";
  if (isPrivateAgain) return isEarlier ? "done.earlierUndoneTitle" : "done.undoneTitle";
  return isEarlier ? "done.earlierTitle" : "done.title";
}

/** The address that was published, to be looked at and handed on. */
function OnlySite({ siteId }: { siteId: number }) {
  const url = useQuery(siteDetailsQueryOptions(siteId)).data?.site?.strangerUrl ?? null;
  return url === null ? null : <StrangerLink url={url} />;
}
