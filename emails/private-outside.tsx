import type { Facts } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { aSite, FRAME, previewOf } from "./preview";
import { tracesRows } from "./traces";
import { letterOnSites, mistakeNotes, withNames } from "./wording";

/** Alert: monitoring found that public sites were made private, and not here. */
export function privateOutsideLetter(props: Facts<"private-outside">, t: MailTranslator): Letter {
  const { at, links, sites, total, traces } = props;
  const letter = letterOnSites(
    { ...props, sites: withNames(sites, t) },
    {
      title: "privateOutside.title",
      tone: "closed",
      lead: [t.line("frame.closed"), t.line("watched.notRecorded")],
      notes: [...mistakeNotes(null, t), t.line("watched.nobodyKnows")],
      list: links.activity,
    },
    t,
  );
  if (!traces) return letter;
  // A row that is gone is believed at the next check, which is when the mail was written.
  const between = { label: t.text("watched.happened"), lines: [[t.between(traces.from, traces.to)]] };
  const confirmed = { label: t.text("watched.confirmed"), lines: [[t.moment(at)]] };
  return { ...letter, rows: [between, confirmed, ...tracesRows(traces, { total, link: links.activity }, t)] };
}

export default previewOf(privateOutsideLetter, {
  ...FRAME,
  at: { utc: "2026-11-25 03:20 UTC", local: "2026-11-25 04:20 (Europe/Berlin)" },
  sites: [
    aSite(31, "Staff intranet", "https://intranet.example"),
    aSite(7, "City library & archive", "https://library.example"),
  ],
  total: 2,
} satisfies Facts<"private-outside">);
