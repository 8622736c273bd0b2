"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Link } from "@/components/ui/link";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import { isSessionOver } from "@/lib/platform/web/read-json-query-options";
import { forgetDraft, type PublishDraft } from "./draft";
import { namedOf } from "./named-of";
import { type PublicAmong, readPublicAmong } from "./public-among";

type Sent = Pick<PublishDraft, "siteIds" | "named">;

/** It was sent and nothing came back. Nobody is told that nothing happened; there is a way to check. */
export function StateUnknown({ sent, onChecked }: { sent: Sent; onChecked: (found: PublicAmong) => void }) {
  const t = useTranslations("publish.lost");
  const queryClient = useQueryClient();
  const ref = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<"unread" | "session_ended" | null>(null);
  useEffect(() => ref.current?.focus(), []);

  const [check, busy] = useOnceAtATime(async () => {
    setFailure(null);
    try {
      onChecked(await readPublicAmong(queryClient, sent.siteIds));
    } catch (error) {
      setFailure(isSessionOver(error) ? "session_ended" : "unread");
    }
  });

  return (
    <>
      <Alert tone="danger" role="alert" ref={ref} tabIndex={-1} title={t("title")}>
        <div className="flex flex-col items-start gap-3">
          <p>{t("noAnswer")}</p>
          {failure === "unread" && <p role="alert">{t("failed")}</p>}
          {failure === "session_ended" && <SessionEndedNotice />}
          <Button variant="primary" busy={busy} onClick={check}>
            {t(busy ? "checking" : "check")}
          </Button>
        </div>
      </Alert>
      <ChosenSites sites={namedOf(sent.siteIds, sent.named)} />
    </>
  );
}

type FoundStateProps = { sent: Sent; found: PublicAmong; onStartOver: () => void };

/** What was found after the connection was lost: which of exactly these sites are public now. */
export function FoundState({ sent, found, onStartOver }: FoundStateProps) {
  const t = useTranslations("publish");
  const all = sent.siteIds.length;
  const isDone = found.count >= all;
  return (
    <div className="flex flex-col gap-3">
      <Alert tone={found.count === 0 ? "info" : "danger"} role="alert">
        <div className="flex flex-col items-start gap-3">
          <p>
            {t("lost.found", { public: found.count, all })} {!isDone && t("lost.again")}
          </p>
          <div className="flex flex-wrap gap-2">
            {found.count > 0 && (
              // Whoever looks at them is done with it: nothing of it is left to go on with.
              <Link
                href={all === 1 ? `/public-access?site=${sent.siteIds[0]}` : "/public-access?state=public"}
                className={buttonStyles({ size: "sm" })}
                onClick={() => isDone && forgetDraft()}
              >
                {t("done.see")}
              </Link>
            )}
            {isDone && (
              <Link href="/activity" className={buttonStyles({ size: "sm" })} onClick={forgetDraft}>
                {t("done.activity")}
              </Link>
            )}
            <Button size="sm" variant="quiet" onClick={onStartOver}>
              {t("startOver")}
            </Button>
          </div>
        </div>
      </Alert>
      {found.siteIds && found.siteIds.length > 0 && <ChosenSites sites={namedOf(found.siteIds, sent.named)} />}
    </div>
  );
}
