import type { Common, Moment, Sites } from "./facts";
import type { Letter } from "./letter";
import { aSite, FRAME, LINKS, previewOf } from "./preview";
import type { Say } from "./say";
import { subjectWithin } from "./subject-within";
import { sitesBlock, siteValues } from "./wording";

type LapseNearProps = Common & Sites & { links: { review: string }; days: number; lapsesAt: Moment };

/** Alert: nobody confirmed these sites, so that they become private soon. */
export function lapseNearLetter(props: LapseNearProps, say: Say): Letter {
  const { at, days, host, lapsesAt, links, total } = props;
  return {
    subject: subjectWithin(props, "lapseNear.subject", say),
    tone: "calm",
    label: say.text("lapseNear.label"),
    headline: say.line("lapseNear.headline", { ...siteValues(props), days }),
    lead: [say.line("lapseNear.lead", { count: total, host: { outside: host } })],
    blocks: [
      sitesBlock(props, say.text("frame.theSites", { count: total }), links.review, say),
      {
        type: "facts",
        title: say.text("frame.when"),
        rows: [
          { label: say.text("lapseNear.privateAt"), lines: say.moment(lapsesAt) },
          { label: say.text("watched.asOf"), lines: say.moment(at) },
        ],
      },
      { type: "button", label: say.text("lapseNear.review"), href: links.review },
      {
        type: "steps",
        title: say.text("watched.toDo"),
        items: [say.line("lapseNear.keep", { count: total }), say.line("lapseNear.ifNot", { count: total })],
      },
    ],
    host,
    links,
  };
}

export default previewOf(lapseNearLetter, {
  ...FRAME,
  at: { utc: "2026-12-05 06:00 UTC", local: "2026-12-05 07:00 (Europe/Berlin)" },
  links: { ...LINKS, review: "https://portal.example/review" },
  sites: [
    aSite(7, "City library & archive", "https://library.example"),
    aSite(44, "مكتبة المدينة", "https://maktaba.example"),
  ],
  total: 2,
  days: 7,
  lapsesAt: { utc: "2026-12-12 23:00 UTC", local: "2026-12-13 00:00 (Europe/Berlin)" },
} satisfies LapseNearProps);
