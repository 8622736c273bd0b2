"use client";

import { Mail } from "lucide-react";
import { useTranslations } from "use-intl";
import { UnreachableList } from "@/components/access-change/unreachable-list";
import { Alert } from "@/components/ui/alert";
import type { Consequences } from "@/lib/domain/public-access/schema";

/** Who hears of it, and who would not. */
export function WhoHears({ login, consequences }: { login: string; consequences: Consequences }) {
  const t = useTranslations("publish");
  const tReach = useTranslations("mailReach");
  const { recipientCount, unreachable, mailReach } = consequences;
  if (recipientCount === 0) {
    return (
      <Alert tone="danger" title={tReach("nobody")}>
        {t("hear.nobodyMeaning")}
      </Alert>
    );
  }
  return (
    <section className="flex flex-col gap-3 text-sm">
      <h3 className="font-semibold">{t("hear.title")}</h3>
      <p className="flex gap-2.5">
        <Mail className="mt-0.5 size-4 shrink-0 text-ink-faint" aria-hidden="true" />
        <span>
          {t("hear.mails", { count: recipientCount })}{" "}
          {unreachable.some((one) => one.login === login) ? null : t("hear.you")}
        </span>
      </p>
      {unreachable.length > 0 && (
        <Alert tone="danger" title={tReach(mailReach.is, mailReach)}>
          <UnreachableList unreachable={unreachable} />
        </Alert>
      )}
    </section>
  );
}
