import { exposureRow } from "./exposure";
import type { Facts } from "./facts";
import type { MailTranslator } from "./mail-translator";
import { aSite, FRAME, previewOf } from "./preview";
import { letterOnSites, publicLine } from "./wording";

/** Alert, once: what was already public when monitoring started. */
export function baselineLetter(props: Facts<"baseline">, t: MailTranslator) {
  return letterOnSites(
    props,
    {
      title: "baseline.title",
      tone: "calm",
      lead: [publicLine(null, t), t.line("frame.stillNeeded")],
      button: "frame.reviewPublic",
      notes: [t.line("baseline.fromNowOn")],
      rows: [exposureRow(props.exposure, t)],
    },
    t,
  );
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
} satisfies Facts<"baseline">);
