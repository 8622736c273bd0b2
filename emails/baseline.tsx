import { exposureRow } from "./exposure";
import type { Common, Exposure, Sites } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { siteValues } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { button, siteList, whenRow } from "./wording";

type BaselineProps = Common & Sites & { exposure: Exposure };

/** Alert, once: what was already public when monitoring started. */
export function baselineLetter(props: BaselineProps, t: MailTranslator): Letter {
  const { at, exposure, host, links } = props;
  const values = siteValues(props, t);
  return {
    subject: subjectOf("baseline.subject", { host, about: props }, t),
    tone: "calm",
    headline: t.line("baseline.headline", values),
    lead: [t.line("frame.publicWithoutEnd", values), t.line("baseline.fromNowOn")],
    button: button("frame.reviewSites", props, t),
    notes: [t.line("baseline.question", values)],
    sites: siteList(props, links.publicAccess),
    rows: [whenRow(at, t), exposureRow(exposure, t)],
    at,
    host,
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
