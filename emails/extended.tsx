import type { Facts } from "./facts";
import type { MailTranslator } from "./mail-translator";
import { aSite, FRAME, previewOf } from "./preview";
import { letterOnSites, mistakeNotes, publicLine } from "./wording";

/** Alert: a Super User set another end date for public sites, or removed it (then `until` is null). */
export function extendedLetter(props: Facts<"extended">, t: MailTranslator) {
  const { actor, until } = props;
  return letterOnSites(
    props,
    {
      title: until ? "extended.changed" : "extended.removed",
      tone: "opened",
      lead: [publicLine(until, t)],
      notes: mistakeNotes(actor, t),
    },
    t,
  );
}

export default previewOf(extendedLetter, {
  ...FRAME,
  at: { utc: "2026-11-30 13:05 UTC", local: "2026-11-30 14:05 (Europe/Berlin)" },
  sites: [
    aSite(12, "Botanical garden", "https://garden.example"),
    aSite(7, "City library & archive", "https://library.example"),
  ],
  total: 2,
  actor: { login: "anna", ip: "203.0.113.7", browser: "Firefox 145 on Linux" },
  until: { utc: "2027-03-31 22:00 UTC", local: "2027-04-01 00:00 (Europe/Berlin)" },
} satisfies Facts<"extended">);
