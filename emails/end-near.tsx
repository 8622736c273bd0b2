import type { Common, Site } from "./facts";
import type { Letter } from "./letter";
import { siteValues } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { subjectOf } from "./subject";
import { button, fromSite, siteList, whenRow } from "./wording";

/** `until` of a site is the last day on which it is public: `2026-12-11`. */
type EndNearProps = Common & { days: number; sites: readonly (Site & { until: string })[]; total: number };

/** Alert: the end date of public sites comes in a week, or a day. */
export function endNearLetter(props: EndNearProps, say: Say): Letter {
  const { at, days, host, links, sites } = props;
  const values = { ...siteValues(props, say), days };
  return {
    subject: subjectOf("endNear.subject", { host, about: props, values: { days } }, say),
    tone: "calm",
    headline: say.line("endNear.headline", values),
    lead: [say.line("endNear.lead", values)],
    button: button("endNear.button", props, say),
    notes: [say.line("endNear.embedded", values)],
    sites: {
      ...siteList(props, links.publicAccess),
      entries: sites.map((site) => ({
        ...fromSite(site),
        details: [say.line("frame.through", { day: say.day(site.until) })],
      })),
    },
    rows: [whenRow(at, say)],
    at,
    host,
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
