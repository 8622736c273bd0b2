import type { Common, Sites, Timestamp } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { aSite, FRAME, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { button, siteList, whenRow } from "./wording";

/** The sites are those that are public now. */
type LogWentBackProps = Common &
  Sites & {
    everySite: boolean;
    lost: { from: number; to: number | null };
    since: Timestamp | null;
  };

/** Alert: the newest entries of the activity log are gone, and with them what was known of changes made meanwhile. */
export function logWentBackLetter(props: LogWentBackProps, t: MailTranslator): Letter {
  const { at, everySite, host, links, lost, since, total } = props;
  const gone = goneValues(lost);
  const kept = since ? t.line("logWentBack.kept", { ...gone, at: t.moment(since) }) : [t.text("logWentBack.none")];
  return {
    subject: subjectOf("logWentBack.subject", { host, values: gone }, t),
    tone: "outside",
    headline: t.line("logWentBack.headline", gone),
    lead: [
      t.line("logWentBack.cause"),
      t.line("logWentBack.meanwhile"),
      ...(everySite ? [t.line("reminder.everySite")] : []),
      t.line("logWentBack.public", { count: total }),
    ],
    button: button("logWentBack.button", props, t),
    notes: [t.line("logWentBack.compare"), t.line("logWentBack.askOperator")],
    sites: siteList(props, links.publicAccess),
    rows: [
      { label: t.text("logWentBack.lastKept"), lines: [kept] },
      whenRow(at, t),
      {
        label: t.text("logWentBack.effects"),
        lines: [t.line("logWentBack.undone"), t.line("logWentBack.twice")],
      },
    ],
    at,
    host,
  };
}

function goneValues({ from, to }: LogWentBackProps["lost"]) {
  const gone = to === null ? "after" : to === from ? "one" : "some";
  return { gone, from, to: to ?? from, last: from - 1 };
}

export default previewOf(logWentBackLetter, {
  ...FRAME,
  at: { utc: "2026-12-01 09:00 UTC", local: "2026-12-01 10:00 (Europe/Berlin)" },
  sites: [aSite(3, "Café Zürich", "https://cafe.example"), aSite(44, "مكتبة المدينة", "https://maktaba.example")],
  total: 2,
  everySite: false,
  lost: { from: 208, to: 210 },
  since: { utc: "2026-12-01 08:52 UTC", local: "2026-12-01 09:52 (Europe/Berlin)" },
} satisfies LogWentBackProps);
