"use client";

import { useTranslations } from "use-intl";
import { StatusPart } from "@/components/ui/status-part";
import type { Consequences } from "@/lib/domain/public-access/schema";

type MailStatusProps = {
  mailReach: Consequences["mailReach"];
  /** mails that did not go out */
  undelivered: number;
};

/** Whether everybody who should be alerted would be, and was. That mails stay here is said above every page. */
export function MailStatus({ mailReach, undelivered }: MailStatusProps) {
  const t = useTranslations("publicAccess.status");
  const tReach = useTranslations("mailReach");
  return (
    <>
      {mailReach.is !== "stays-here" && (
        <StatusPart tone={mailReach.is === "everybody" ? "good" : "danger"} href="/alerts">
          {tReach(mailReach.is, mailReach)}
        </StatusPart>
      )}
      {undelivered > 0 && (
        <StatusPart tone="danger" href="/alerts">
          {t("undelivered", { count: undelivered })}
        </StatusPart>
      )}
    </>
  );
}
