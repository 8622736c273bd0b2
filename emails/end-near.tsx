import type { Common, Site } from "./facts";
import type { Letter } from "./letter";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { subjectWithin } from "./subject-within";
import { fromSite, openButton, siteValues } from "./wording";

/** `until` of a site is the last day on which it is public: `2026-12-11`. */
type EndNearProps = Common & { days: number; sites: readonly (Site & { until: string })[]; total: number };

/** Alert: the end date of public sites comes in a week, or a day. */
export function endNearLetter(props: EndNearProps, say: Say): Letter {
  const { at, days, host, links, sites, total } = props;
  return {
    subject: subjectWithin(props, "endNear.subject", say),
    tone: "calm",
    label: say.text("endNear.label"),
    headline: say.line("endNear.headline", { ...siteValues(props), days }),
    lead: [say.line("endNear.lead", { count: total, days, host: { outside: host } }), say.line("endNear.nothingToDo")],
    blocks: [
      {
        type: "sites",
        title: say.text("frame.theSites", { count: total }),
        columns: [say.text("frame.site"), say.text("frame.id")],
        entries: sites.map((site) => ({
          ...fromSite(site),
          aside: String(site.id),
          details: [say.line("endNear.until", { until: say.day(site.until) })],
        })),
        more: total > sites.length ? { count: total - sites.length, link: links.publicAccess } : null,
      },
      openButton(props, say),
      {
        type: "facts",
        title: say.text("endNear.thisWarning"),
        rows: [{ label: say.text("watched.asOf"), lines: say.moment(at) }],
      },
      {
        type: "steps",
        title: say.text("watched.toDo"),
        items: [say.line("endNear.longer", { count: total }), say.line("endNear.tell")],
      },
    ],
    host,
    links,
  };
}

export default previewOf(endNearLetter, {
  ...FRAME,
  at: { utc: "2026-12-04 06:00 UTC", local: "2026-12-04 07:00 (Europe/Berlin)" },
  days: 7,
  sites: [
    { ...aSite(12, "Botanical garden", "https://garden.example"), until: "2026-12-11" },
    { ...aSite(44, "مكتبة المدينة", "https://maktaba.example"), until: "2026-12-11" },
  ],
  total: 2,
} satisfies EndNearProps);
