import { exposureRow } from "./exposure";
import type { Common, Exposure, Sites } from "./facts";
import type { Letter } from "./letter";
import { siteValues } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { subjectOf } from "./subject";
import { button, siteList, whenRow } from "./wording";

type BaselineProps = Common & Sites & { exposure: Exposure };

/** Alert, once: what was already public when monitoring started. */
export function baselineLetter(props: BaselineProps, say: Say): Letter {
  const { at, exposure, host, links } = props;
  const values = siteValues(props, say);
  return {
    subject: subjectOf("baseline.subject", { host, about: props }, say),
    tone: "calm",
    headline: say.line("baseline.headline", values),
    lead: [say.line("frame.publicWithoutEnd", values), say.line("baseline.fromNowOn")],
    button: button("frame.reviewSites", props, say),
    notes: [say.line("baseline.question", values)],
    sites: siteList(props, links.publicAccess),
    rows: [whenRow(at, say), exposureRow(exposure, say)],
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
