import type { Facts } from "./facts";
import type { MailTranslator } from "./mail-translator";
import { aSite, FRAME, LINKS, previewOf } from "./preview";
import { letterOnSites } from "./wording";

/** Alert: nobody confirmed these sites, so that they become private soon. */
export function lapseNearLetter(props: Facts<"lapse-near">, t: MailTranslator) {
  const { days, lapsesAt, links } = props;
  return {
    ...letterOnSites(
      props,
      {
        title: "lapseNear.title",
        values: { days: t.text("frame.days", { days }) },
        tone: "calm",
        lead: [t.line("lapseNear.lead", { day: t.lastDay(lapsesAt) })],
        notes: [],
        list: links.review,
      },
      t,
    ),
    button: { label: t.text("frame.reviewPublic"), href: links.review },
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
} satisfies Facts<"lapse-near">);
