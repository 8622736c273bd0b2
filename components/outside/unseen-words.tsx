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
  const say = useTranslations("outside");
  return (
    <>
      <p className="font-medium text-caution">
        {say.rich("line.trouble", {
          moment: () => <ProbeTime iso={since} asOf={asOf} />,
          what: say(`trouble.${trouble}.what`),
        })}
      </p>
      <p>
        {lastSeen === null
          ? say("line.neverSeen")
          : say.rich("line.lastSeen", {
              moment: () => <ProbeTime iso={lastSeen.at} asOf={asOf} />,
            })}{" "}
        {say(`trouble.${trouble}.remedy`)}
      </p>
      {reason !== null && reason !== "unknown" && (
        <p>
          {say("unreadable.probably")} {say(`reason.${reason}.why`)} {say(`reason.${reason}.remedy`)}
        </p>
      )}
    </>
  );
}

function ChangedWords({ is }: { is: "checking" | "changed" }) {
  const say = useTranslations("outside.line");
  return <p className={is === "checking" ? "text-ink-soft" : "font-medium text-caution"}>{say(is)}</p>;
}

function NeverWords() {
  const say = useTranslations("outside.line");
  return (
    <>
      <p className="font-medium text-caution">{say("never")}</p>
      <p>{say.rich("neverDo", { job: () => <bdi dir="ltr">/api/cron/probe</bdi> })}</p>
    </>
  );
}

function NotConfiguredWords() {
  const say = useTranslations("outside.line");
  return (
    <>
      <p className="text-ink-soft">{say("notConfigured")}</p>
      <p className="max-w-3xl text-[0.8125rem] text-ink-faint">{say("notConfiguredDo")}</p>
    </>
  );
}
