import { asTyped } from "@/lib/platform/typed-text-terms";
import { exposureRow } from "./exposure";
import type { Facts } from "./facts";
import type { MailTranslator } from "./mail-translator";
import { aSite, FRAME, previewOf } from "./preview";
import { letterOnSites, mistakeNotes, publicLine, reasonRows } from "./wording";

/** Alert: a Super User made sites public here. */
export function madePublicLetter(props: Facts<"made-public">, t: MailTranslator) {
  const { actor, exposure, reason, until } = props;
  return letterOnSites(
    props,
    {
      title: "madePublic.title",
      tone: "opened",
      lead: [publicLine(until, t)],
      notes: mistakeNotes(actor, t),
      rows: [...reasonRows(reason, t), exposureRow(exposure, t)],
    },
    t,
  );
}

export default previewOf(madePublicLetter, {
  ...FRAME,
  at: { utc: "2026-11-23 22:46 UTC", local: "2026-11-23 23:46 (Europe/Berlin)" },
  sites: [
    aSite(12, "Botanical garden", "https://garden.example"),
    aSite(7, "City library & archive", "https://library.example"),
  ],
  total: 2,
  actor: { login: "anna", ip: "203.0.113.7", browser: "Firefox 145 on Linux" },
  reason: asTyped("Open data day: visitor numbers for the press"),
  until: { utc: "2027-02-21 23:00 UTC", local: "2027-02-22 00:00 (Europe/Berlin)" },
  exposure: { visitsLog: "hidden", visitorProfile: "hidden", userIds: "pseudonymised" },
} satisfies Facts<"made-public">);
