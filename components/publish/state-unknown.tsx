"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { isSessionOver } from "@/lib/platform/web/read-json-query-options";
import { namedOf } from "./named-of";
import { type PublicAmong, readPublicAmong } from "./public-among";

type StateUnknownProps = {
  siteIds: readonly number[];
  named: readonly NamedSite[];
  onChecked: (found: PublicAmong) => void;
};

/** It was sent and nothing came back. Nobody is told that nothing happened; there is a way to look. */
export function StateUnknown({ siteIds, named, onChecked }: StateUnknownProps) {
  const t = useTranslations("publish");
  const tCommands = useTranslations("commands");
  const count = siteIds.length;
  const queryClient = useQueryClient();
  const ref = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<"unread" | "session_ended" | null>(null);
  useEffect(() => ref.current?.focus(), []);

  const [check, busy] = useOnceAtATime(async () => {
    setFailure(null);
    try {
      onChecked(await readPublicAmong(queryClient, siteIds));
    } catch (error) {
      setFailure(isSessionOver(error) ? "session_ended" : "unread");
    }
  });

  return (
    <>
      <Alert tone="danger" role="alert" ref={ref} tabIndex={-1} title={t("lost.title", { count })}>
        <div className="flex flex-col items-start gap-3">
          <p>{t("lost.noAnswer", { count })}</p>
          {failure === "unread" && <p role="alert">{t("lost.failed", { count })}</p>}
          {failure === "session_ended" && <SessionEndedNotice />}
          <Button variant="primary" busy={busy} onClick={check}>
            {busy ? t("lost.looking") : t("lost.look", { count })}
          </Button>
        </div>
      </Alert>
      <ChosenSites sites={namedOf(siteIds, named, (id) => tCommands("site.unnamed", { id: String(id) }))} />
    </>
  );
}
