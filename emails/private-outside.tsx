import type { Common, Sites, Traces } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { siteValues } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { tracesRows } from "./traces";
import { button, siteList, whenRow, withNames } from "./wording";

type PrivateOutsideProps = Common & Sites & { traces?: Traces | undefined };

/** Alert: the watch found that public sites were made private, and not here. */
export function privateOutsideLetter(facts: PrivateOutsideProps, t: MailTranslator): Letter {
  const props = { ...facts, sites: withNames(facts.sites, t) };
  const { at, host, links, total, traces } = props;
  const values = siteValues(props, t);
  return {
    subject: subjectOf("privateOutside.subject", { host, about: props }, t),
    tone: "closed",
    headline: t.line("privateOutside.headline", values),
    lead: [t.line("privateOutside.lead", values)],
    button: button("frame.review", props, t),
    notes: [t.line("madePrivate.publishAgain", values), t.line("watched.nobodyKnows")],
    sites: siteList(props, links.activity),
    rows: [
      ...(traces
        ? [
            // A row that is gone is believed at the next check, which is when the mail was written.
            { label: t.text("watched.happened"), lines: [[t.between(traces.from, traces.to)]] },
            { label: t.text("watched.confirmed"), lines: [[t.moment(at)]] },
            ...tracesRows(traces, { total, link: links.activity }, t),
          ]
        : [whenRow(at, t)]),
    ],
    at,
    host,
  };
}

export default previewOf(privateOutsideLetter, {
  ...FRAME,
  at: { utc: "2026-11-25 03:20 UTC", local: "2026-11-25 04:20 (Europe/Berlin)" },
  sites: [
    aSite(31, "Staff intranet", "https://intranet.example"),
    aSite(7, "City library & archive", "https://library.example"),
  ],
  total: 2,
} satisfies PrivateOutsideProps);
