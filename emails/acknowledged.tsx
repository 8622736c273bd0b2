import { asTyped } from "@/lib/platform/typed-text-terms";
import type { Facts } from "./facts";
import { findingName } from "./finding-labels";
import type { MailTranslator } from "./mail-translator";
import { aSite, FRAME, previewOf } from "./preview";
import { letterOnSites, mistakeNotes, reasonRows } from "./wording";

/** Alert: a Super User marked an issue as intended, of sites or (then there are none) of the user `anonymous` itself. */
export function acknowledgedLetter(props: Facts<"acknowledged">, t: MailTranslator) {
  const { actor, reason, sites, until } = props;
  const finding = findingName(props.finding, t);
  const end = until ? t.line("frame.through", { day: t.lastDay(until) }) : t.line("acknowledged.untilItChanges");
  return letterOnSites(
    props,
    {
      title: "acknowledged.title",
      ...(sites.length === 0 && { values: { sites: finding } }),
      tone: "calm",
      lead: [t.line("acknowledged.lead", { finding, end })],
      notes: mistakeNotes(actor, t),
      rows: reasonRows(reason, t),
    },
    t,
  );
}

export default previewOf(acknowledgedLetter, {
  ...FRAME,
  at: { utc: "2026-12-10 09:05 UTC", local: "2026-12-10 10:05 (Europe/Berlin)" },
  sites: [aSite(31, "Staff intranet", "https://intranet.example")],
  total: 1,
  actor: { login: "bela", ip: "2001:db8::17", browser: "Chrome 142 on macOS" },
  finding: "duplicate-rows",
  reason: asTyped("Left by the import of last week; the supplier cleans it up"),
  until: { utc: "2026-12-31 23:00 UTC", local: "2027-01-01 00:00 (Europe/Berlin)" },
} satisfies Facts<"acknowledged">);
