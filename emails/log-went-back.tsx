import type { Common, Moment, Sites } from "./facts";
import { noticedRow } from "./known-rows";
import type { Letter } from "./letter";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { fitSubject } from "./subject";
import { makePrivateStep, openButton, sitesBlock } from "./wording";

/** The sites are those that are public now. */
type LogWentBackProps = Common &
  Sites & {
    everySite: boolean;
    lost: { from: number; to: number | null };
    since: Moment | null;
  };

/** Alert: the newest entries of the activity log are gone, and with them what was known of changes made meanwhile. */
export function logWentBackLetter(props: LogWentBackProps, say: Say): Letter {
  const { at, everySite, host, links, lost, since, total } = props;
  const gone = goneValues(lost);
  return {
    subject: fitSubject((_, on) => say.text("logWentBack.subject", { ...gone, host: on }), "", host, say),
    tone: "outside",
    label: say.text("logWentBack.label"),
    headline: say.line("logWentBack.headline", gone),
    lead: [
      say.line("logWentBack.cause", { host: { outside: host } }),
      say.line("logWentBack.meanwhile"),
      ...(everySite ? [say.line("reminder.everySite")] : []),
      say.line("logWentBack.public", { count: total }),
    ],
    blocks: [
      sitesBlock(props, say.text("logWentBack.publicNow"), links.publicAccess, say),
      {
        type: "facts",
        title: say.text("watched.known"),
        rows: [
          { label: say.text("logWentBack.lost"), lines: [say.line("logWentBack.numbers", gone)] },
          {
            label: say.text("logWentBack.lastKept"),
            lines: since
              ? [say.line("logWentBack.number", gone), ...say.moment(since)]
              : [[say.text("logWentBack.none")]],
          },
          noticedRow(at, say),
        ],
      },
      openButton(props, say),
      {
        type: "list",
        title: say.text("frame.whatThisMeans"),
        items: [say.line("logWentBack.numbersAgain"), say.line("logWentBack.twice"), say.line("logWentBack.undone")],
      },
      {
        type: "steps",
        title: say.text("watched.toDo"),
        items: [
          makePrivateStep("baseline.makePrivate", total, say),
          say.line("logWentBack.compare"),
          say.line("logWentBack.askOperator"),
        ],
      },
    ],
    host,
    links,
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
