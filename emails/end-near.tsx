import type { Common, Site } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { siteValues } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { button, fromSite, siteList, whenRow } from "./wording";

/** `until` of a site is the last day on which it is public: `2026-12-11`. */
type EndNearProps = Common & { days: number; sites: readonly (Site & { until: string })[]; total: number };

/** Alert: the end date of public sites comes in a week, or a day. */
export function endNearLetter(props: EndNearProps, t: MailTranslator): Letter {
  const { at, days, host, links, sites } = props;
  const values = { ...siteValues(props, t), days };
  return {
    subject: subjectOf("endNear.subject", { host, about: props, values: { days } }, t),
    tone: "calm",
    headline: t.line("endNear.headline", values),
    lead: [t.line("endNear.lead", values)],
    button: button("endNear.button", props, t),
    notes: [t.line("endNear.embedded", values)],
    sites: {
      ...siteList(props, links.publicAccess),
      entries: sites.map((site) => ({
        ...fromSite(site),
        details: [t.line("frame.through", { day: t.day(site.until) })],
      })),
    },
    rows: [whenRow(at, t)],
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
