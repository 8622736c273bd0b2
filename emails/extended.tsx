import type { Author, Common, Moment, Sites } from "./facts";
import type { Letter } from "./letter";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { subjectOf } from "./subject";
import { accountSteps, authorRows, makePrivateStep, openButton, sitesBlock, siteValues } from "./wording";

/** `until` is null when there is no end any more. */
export type ExtendedProps = Common & Sites & { actor: Author; until: Moment | null };

/** Alert: a Super User set another end date for public sites, or took it away. */
export function extendedLetter(props: ExtendedProps, say: Say): Letter {
  const { actor, at, host, links, total, until } = props;
  const words = until ? "changed" : "takenAway";
  return {
    subject: subjectOf(props, `extended.${words}.subject`, say),
    tone: "opened",
    label: say.text(`extended.${words}.label`),
    headline: say.line(`extended.${words}.headline`, siteValues(props)),
    lead: [
      say.line(`extended.${words}.lead`, { who: { outside: actor.login }, count: total, host: { outside: host } }),
    ],
    blocks: [
      sitesBlock(props, say.text("frame.theSites", { count: total }), links.publicAccess, say),
      {
        type: "facts",
        title: say.text("extended.whoWhenUntil"),
        rows: [
          ...authorRows(actor, at, say),
          {
            label: say.text("frame.until"),
            lines: until ? say.moment(until) : [[say.text("extended.noEndAnyMore")]],
          },
        ],
      },
      openButton(props, say),
      {
        type: "steps",
        title: say.text("frame.notMeant"),
        items: [makePrivateStep("extended.makePrivate", total, say), ...accountSteps(actor.login, say)],
      },
    ],
    host,
    links,
  };
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
} satisfies ExtendedProps);
