import type { Common, Sites, Timestamp } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { siteValues } from "./named";
import { aSite, FRAME, LINKS, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { siteList, whenRow } from "./wording";

type LapseNearProps = Common & Sites & { links: { review: string }; days: number; lapsesAt: Timestamp };

/** Alert: nobody confirmed these sites, so that they become private soon. */
export function lapseNearLetter(props: LapseNearProps, t: MailTranslator): Letter {
  const { at, days, host, lapsesAt, links, total } = props;
  const values = { ...siteValues(props, t), days, day: t.lastDay(lapsesAt) };
  return {
    subject: subjectOf("lapseNear.subject", { host, about: props, values: { days } }, t),
    tone: "calm",
    headline: t.line("lapseNear.headline", values),
    lead: [t.line("lapseNear.lead", values)],
    button: { label: t.text("frame.reviewSites", { count: total }), href: links.review },
    notes: [t.line("lapseNear.keep", values)],
    sites: siteList(props, links.review),
    rows: [whenRow(at, t)],
    at,
    host,
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
