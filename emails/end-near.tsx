import type { Facts } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { aSite, FRAME, previewOf } from "./preview";
import { fromSite, letterOnSites } from "./wording";

/** Alert: the end date of public sites comes in a week, or a day. `until` of a site is its last public day. */
export function endNearLetter(props: Facts<"end-near">, t: MailTranslator): Letter {
  const letter = letterOnSites(
    props,
    {
      title: "endNear.title",
      values: { days: t.text("frame.days", { days: props.days }) },
      tone: "calm",
      lead: [t.line("endNear.lead")],
      button: "endNear.button",
      notes: [t.line("endNear.embedded")],
    },
    t,
  );
  const entries = props.sites.map((site) => ({
    ...fromSite(site),
    details: [t.line("frame.through", { day: t.day(site.until) })],
  }));
  return { ...letter, ...(letter.sites && { sites: { ...letter.sites, entries } }) };
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
} satisfies Facts<"end-near">);
