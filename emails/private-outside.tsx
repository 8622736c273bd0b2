import type { Common, Sites, Traces } from "./facts";
import type { Letter } from "./letter";
import { siteValues } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { subjectOf } from "./subject";
import { tracesRows } from "./traces";
import { button, siteList, whenRow, withNames } from "./wording";

type PrivateOutsideProps = Common & Sites & { traces?: Traces | undefined };

/** Alert: the watch found that public sites were made private, and not here. */
export function privateOutsideLetter(facts: PrivateOutsideProps, say: Say): Letter {
  const props = { ...facts, sites: withNames(facts.sites, say) };
  const { at, host, links, total, traces } = props;
  const values = siteValues(props, say);
  return {
    subject: subjectOf("privateOutside.subject", { host, about: props }, say),
    tone: "closed",
    headline: say.line("privateOutside.headline", values),
    lead: [say.line("privateOutside.lead", values)],
    button: button("frame.review", props, say),
    notes: [say.line("madePrivate.publishAgain", values), say.line("watched.nobodyKnows")],
    sites: siteList(props, links.activity),
    rows: [
      ...(traces
        ? [
            // A row that is gone is believed at the next check, which is when the mail was written.
            { label: say.text("watched.happened"), lines: [[say.between(traces.from, traces.to)]] },
            { label: say.text("watched.confirmed"), lines: [[say.moment(at)]] },
            ...tracesRows(traces, { total, link: links.activity }, say),
          ]
        : [whenRow(at, say)]),
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
