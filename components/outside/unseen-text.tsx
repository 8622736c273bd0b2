"use client";

import { useTranslations } from "use-intl";
import type { OutsideState } from "./outside-state";
import { ProbeTime } from "./probe-time";

export type UnseenWordsProps = { standing: Exclude<OutsideState, { is: "seen" }>; asOf: string };

/** Why it is not known what strangers read, and when that was seen last. */
export function UnseenWords({ standing: status, asOf }: UnseenWordsProps) {
  switch (status.is) {
    case "trouble":
      return <TroubleWords {...status} asOf={asOf} />;
    case "checking":
    case "changed":
      return <ChangedWords is={status.is} />;
    case "never":
      return <NeverWords />;
    case "not-configured":
      return <NotConfiguredWords />;
  }
}

type TroubleWordsProps = Extract<OutsideState, { is: "trouble" }> & { asOf: string };

function TroubleWords({ trouble, likelyReason: reason, since, lastSeen, asOf }: TroubleWordsProps) {
  const t = useTranslations("outside");
  return (
    <>
      <p className="font-medium text-caution">
        {t.rich("line.trouble", {
          moment: () => <ProbeTime iso={since} asOf={asOf} />,
          what: t(`trouble.${trouble}.what`),
        })}
      </p>
      <p>
        {lastSeen === null
          ? t("line.neverSeen")
          : t.rich("line.lastSeen", {
              moment: () => <ProbeTime iso={lastSeen.at} asOf={asOf} />,
            })}{" "}
        {t(`trouble.${trouble}.remedy`)}
      </p>
      {reason !== null && reason !== "unknown" && (
        <p>
          {t("unreadable.probably")} {t(`reason.${reason}.why`)} {t(`reason.${reason}.remedy`)}
        </p>
      )}
    </>
  );
}

function ChangedWords({ is }: { is: "checking" | "changed" }) {
  const t = useTranslations("outside.line");
  return <p className={is === "checking" ? "text-ink-soft" : "font-medium text-caution"}>{t(is)}</p>;
}

function NeverWords() {
  const t = useTranslations("outside.line");
  return (
    <>
      <p className="font-medium text-caution">{t("never")}</p>
      <p>{t.rich("neverDo", { job: () => <bdi dir="ltr">/api/cron/probe</bdi> })}</p>
    </>
  );
}

function NotConfiguredWords() {
  const t = useTranslations("outside.line");
  return (
    <>
      <p className="text-ink-soft">{t("notConfigured")}</p>
      <p className="max-w-3xl text-[0.8125rem] text-ink-faint">{t("notConfiguredDo")}</p>
    </>
  );
}
