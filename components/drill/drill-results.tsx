"use client";

import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import { ExactMoment } from "@/components/ui/moment";
import type { Drill, Drills } from "@/lib/domain/drill/schema";
import { DrillPerson } from "./drill-person";

type DrillResultsProps = {
  drills: Drills;
  /** whether it is read again while somebody looks; then changes are announced */
  isLive?: boolean;
};

/** What became of the last drill, person by person, and of those before it in a line each. */
export function DrillResults({ drills: { drills, feedback }, isLive = false }: DrillResultsProps) {
  const t = useTranslations("drill");
  const resultLabel = useResultLabel();
  const [newest, ...earlier] = drills;
  if (!newest) return null;
  const { mails, counts } = newest;
  const unlisted = counts.mails - mails.length;
  return (
    <div className="border-line border-t text-sm">
      <div className="flex flex-col gap-2 px-4 py-4 sm:px-6">
        <h3 className="font-medium">{t("last")}</h3>
        <Start drill={newest} />
        <p role={isLive ? "status" : undefined} className="font-medium">
          {resultLabel(counts)}
        </p>
        <WithoutMail logins={newest.withoutMail} />
      </div>
      <ul aria-label={t("people")} className="divide-y divide-line border-line border-t">
        {mails.map((mail) => (
          <DrillPerson key={`${mail.address} ${mail.logins}`} mail={mail} feedback={feedback} />
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-3 gap-y-1 border-line border-t px-4 py-3 text-ink-soft sm:px-6">
        {unlisted > 0 && <span>{t("more", { count: unlisted })}</span>}
        <Link href="/alerts/sent" className="text-accent underline underline-offset-2">
          {t("deliveries")}
        </Link>
      </p>
      {earlier.length > 0 && (
        <div className="flex flex-col gap-1 border-line border-t px-4 py-4 sm:px-6">
          <h3 className="font-medium">{t("earlier")}</h3>
          <ul className="flex flex-col gap-1 text-ink-soft">
            {earlier.map(({ seq, startedAt, counts: then }) => (
              <li key={seq}>
                <ExactMoment iso={startedAt} /> · {resultLabel(then)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Start({ drill: { startedAt, by, site } }: { drill: Drill }) {
  const t = useTranslations("drill");
  return (
    <p className="flex flex-wrap gap-x-2 text-ink-soft">
      <ExactMoment iso={startedAt} />
      <span>{by === null ? t("byServer") : t.rich("byPerson", { who: by, name: apart })}</span>
      {site && <span className="break-words">{t.rich("about", { site: site.name, name: apart })}</span>}
    </p>
  );
}

function WithoutMail({ logins }: { logins: readonly string[] }) {
  const t = useTranslations("drill");
  const format = useFormatter();
  if (logins.length === 0) return null;
  return <Alert tone="danger">{t.rich("withoutMail", { logins: format.list(logins), names: apart })}</Alert>;
}

function apart(words: ReactNode) {
  return <bdi>{words}</bdi>;
}

/** What became of a drill's mails in one line: `4 of 4 test alerts accepted by the mail server, 3 delivered, 1 …`. */
function useResultLabel(): (counts: Drill["counts"]) => string {
  const t = useTranslations("drill");
  const format = useFormatter();
  return ({ mails, accepted, delivered, lost, waiting, unknown }) =>
    format.list(
      [
        t("result", { accepted, mails, delivered }),
        lost > 0 && t("resultLost", { count: lost }),
        unknown > 0 && t("resultUnknown", { count: unknown }),
        waiting > 0 && t("resultWaiting", { count: waiting }),
      ].filter((part) => part !== false),
      { type: "unit" },
    );
}
