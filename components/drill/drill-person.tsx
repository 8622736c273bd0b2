"use client";

import { Clock, type LucideIcon, MailCheck, MailX, Send } from "lucide-react";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { useDates } from "@/components/ui/use-dates";
import type { DrillMail, Drills } from "@/lib/domain/drill/schema";

type DrillPersonProps = { mail: DrillMail; feedback: Drills["feedback"] };

/** One test alert: whom it is for, and how far it came. */
export function DrillPerson({ mail, feedback }: DrillPersonProps) {
  const { address, logins, standing, acceptedAt, via, endedAt, problem } = mail;
  const t = useTranslations("drill");
  const format = useFormatter();
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] sm:px-6">
      <div className="min-w-0">
        <p className="break-words font-medium">{logins.length === 0 ? t("extra") : <bdi>{format.list(logins)}</bdi>}</p>
        <p className="break-all text-ink-soft">
          <bdi>{address}</bdi>
        </p>
      </div>
      <div className="min-w-0">
        <ol className="flex flex-wrap gap-1.5">
          {standing === "waiting" && <Step icon={Clock} words={t("standing.waiting")} />}
          {acceptedAt !== null && <Step icon={Send} words={t("standing.accepted")} at={acceptedAt} />}
          {standing === "delivered" && <Step icon={MailCheck} words={t("standing.delivered")} at={endedAt} />}
          {standing === "lost" && <Step icon={MailX} tone="danger" words={t("standing.lost")} at={endedAt} />}
        </ol>
        {standing === "accepted" && (
          <p className="mt-1.5 text-[0.8125rem] text-ink-soft">
            {t(`silence.${via === "mailbox" ? "mailbox" : feedback === "none" ? "none" : "told"}`)}
          </p>
        )}
        {problem !== null && (
          <p className="mt-1.5 break-words text-[0.8125rem] text-ink-soft">
            {t.rich("said", { text: problem, said: (words: ReactNode) => <bdi>{words}</bdi> })}
          </p>
        )}
      </div>
    </li>
  );
}

type StepProps = { icon: LucideIcon; tone?: "neutral" | "danger"; words: string; at?: string | null };

function Step({ icon, tone = "neutral", words, at = null }: StepProps) {
  return (
    <li>
      <Badge icon={icon} tone={tone}>
        <span>
          {words} {at !== null && <TimeOfDay iso={at} />}
        </span>
      </Badge>
    </li>
  );
}

/** To the second: a drill is over within a minute. */
function TimeOfDay({ iso }: { iso: string }) {
  const format = useFormatter();
  const dates = useDates();
  return (
    <time dateTime={iso} title={dates.utc(iso)} className="whitespace-nowrap tabular-nums" suppressHydrationWarning>
      {format.dateTime(new Date(iso), { timeStyle: "medium" })}
    </time>
  );
}
