import { exposureBlock } from "./exposure";
import type { Common, Exposure, Sites } from "./facts";
import type { Letter } from "./letter";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { subjectOf } from "./subject";
import { makePrivateStep, openButton, sitesBlock } from "./wording";

type BaselineProps = Common & Sites & { exposure: Exposure };

/** Alert, once: what was already public when the portal looked for the first time. */
export function baselineLetter(props: BaselineProps, say: Say): Letter {
  const { at, exposure, host, links, total } = props;
  return {
    subject: subjectOf(props, "baseline.subject", say),
    tone: "calm",
    label: say.text("baseline.label"),
    headline: say.line("baseline.headline", { count: total }),
    lead: [say.line("baseline.lead", { count: total, host: { outside: host } }), say.line("baseline.fromNowOn")],
    blocks: [
      sitesBlock(props, say.text("baseline.alreadyPublic"), links.publicAccess, say),
      {
        type: "facts",
        title: say.text("watched.known"),
        rows: [
          { label: say.text("baseline.firstSeen"), lines: say.moment(at) },
          { label: say.text("frame.who"), lines: [[say.text("watched.notRecorded")]] },
          { label: say.text("frame.until"), lines: [[say.text("frame.noEnd")]] },
        ],
      },
      openButton(props, say),
      exposureBlock(exposure, total, say.text("baseline.exposure"), say),
      {
        type: "steps",
        title: say.text("watched.toDo"),
        items: [say.line("baseline.goThrough", { count: total }), makePrivateStep("baseline.makePrivate", total, say)],
      },
    ],
    host,
    links,
  };
}

export default previewOf(baselineLetter, {
  ...FRAME,
  at: { utc: "2026-11-23 08:00 UTC", local: "2026-11-23 09:00 (Europe/Berlin)" },
  sites: [
    aSite(3, "Café Zürich", "https://cafe.example"),
    aSite(44, "مكتبة المدينة", "https://maktaba.example"),
    aSite(9, "Summer festival 🎪", "https://festival.example"),
  ],
  total: 3,
  exposure: { visitsLog: "shown-on-some", visitorProfile: "hidden", userIds: "shown" },
} satisfies BaselineProps);
