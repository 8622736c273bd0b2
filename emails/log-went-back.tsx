import type { Common, Sites, Timestamp } from "./facts";
import type { Letter } from "./letter";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
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
export function logWentBackLetter(props: LogWentBackProps, say: Say): Letter {
  const { at, everySite, host, links, lost, since, total } = props;
  const gone = goneValues(lost);
  const kept = since
    ? say.line("logWentBack.kept", { ...gone, at: say.moment(since) })
    : [say.text("logWentBack.none")];
  return {
    subject: subjectOf("logWentBack.subject", { host, values: gone }, say),
    tone: "outside",
    headline: say.line("logWentBack.headline", gone),
    lead: [
      say.line("logWentBack.cause"),
      say.line("logWentBack.meanwhile"),
      ...(everySite ? [say.line("reminder.everySite")] : []),
      say.line("logWentBack.public", { count: total }),
    ],
    button: button("logWentBack.button", props, say),
    notes: [say.line("logWentBack.compare"), say.line("logWentBack.askOperator")],
    sites: siteList(props, links.publicAccess),
    rows: [
      { label: say.text("logWentBack.lastKept"), lines: [kept] },
      whenRow(at, say),
      {
        label: say.text("logWentBack.effects"),
        lines: [say.line("logWentBack.undone"), say.line("logWentBack.twice")],
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
