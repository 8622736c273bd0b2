import { asTyped, type TypedText } from "@/lib/platform/typed-text-terms";
import type { Author, Common, Moment, Sites } from "./facts";
import type { FindingKind } from "./finding-facts";
import { findingName } from "./finding-words";
import type { Letter } from "./letter";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { fitSubject, subjectOf } from "./subject";
import { accountSteps, authorRows, openButton, reasonRows, sitesBlock } from "./wording";

/** `sites` is empty when the finding is about the user `anonymous` itself. `until` is null when it holds until it changes. */
export type AcknowledgedProps = Common &
  Sites & { actor: Author; finding: FindingKind; reason: TypedText; until: Moment | null };

function subject(props: AcknowledgedProps, finding: string, say: Say): string {
  if (props.sites.length > 0) return subjectOf(props, "acknowledged.subject", say);
  return fitSubject((_, host) => say.text("acknowledged.subjectOfMatomo", { finding, host }), "", props.host, say);
}

/** Alert: a Super User said that something the watch found is meant to be so. */
export function acknowledgedLetter(props: AcknowledgedProps, say: Say): Letter {
  const { actor, at, host, links, reason, sites, total, until } = props;
  const finding = findingName(props.finding, say);
  const isAboutSites = sites.length > 0;
  const lead = { count: total, host: { outside: host }, ends: until ? "yes" : "no" };
  return {
    subject: subject(props, finding, say),
    tone: "calm",
    label: say.text("acknowledged.label"),
    headline: say.line("acknowledged.headline", { who: { outside: actor.login }, finding }),
    lead: [say.line(isAboutSites ? "acknowledged.lead" : "acknowledged.leadOfMatomo", lead)],
    blocks: [
      sitesBlock(props, say.text("frame.theSites", { count: total }), links.publicAccess, say),
      {
        type: "facts",
        title: say.text("frame.whoWhenWhy"),
        rows: [
          ...authorRows(actor, at, say),
          ...reasonRows(reason, say),
          {
            label: say.text("frame.until"),
            lines: until ? say.moment(until) : [[say.text("acknowledged.untilItChanges")]],
          },
        ],
      },
      openButton(props, say),
      {
        type: "list",
        title: say.text("frame.whatThisMeans"),
        items: [say.line("acknowledged.stays"), say.line("acknowledged.toldAgain")],
      },
      {
        type: "steps",
        title: say.text("frame.notMeant"),
        items: [
          say.line(isAboutSites ? "acknowledged.putInOrder" : "acknowledged.haveItMended", { count: total }),
          ...accountSteps(actor.login, say),
        ],
      },
    ],
    host,
    links,
  };
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
} satisfies AcknowledgedProps);
