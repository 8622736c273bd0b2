import { asTyped, charactersOf, type TypedText } from "@/lib/platform/typed-text-terms";
import { exposureBlock } from "./exposure";
import type { Author, Common, Exposure, Moment, Sites } from "./facts";
import type { Letter } from "./letter";
import { outside } from "./outside";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { subjectOf } from "./subject";
import { accountSteps, authorRows, makePrivateStep, openButton, sitesBlock, siteValues } from "./wording";

export type MadePublicProps = Common &
  Sites & { actor: Author; reason: TypedText; until: Moment | null; exposure: Exposure };

/** Alert: a Super User made sites public in the portal. */
export function madePublicLetter(props: MadePublicProps, say: Say): Letter {
  const { actor, at, exposure, host, links, reason, total, until } = props;
  return {
    subject: subjectOf(props, "madePublic.subject", say),
    tone: "opened",
    label: say.text("madePublic.label"),
    headline: say.line("madePublic.headline", siteValues(props)),
    lead: [say.line("madePublic.lead", { who: { outside: actor.login }, count: total, host: { outside: host } })],
    blocks: [
      sitesBlock(props, say.text("frame.theSites", { count: total }), links.publicAccess, say),
      {
        type: "facts",
        title: say.text("frame.whoWhenWhy"),
        rows: [
          ...authorRows(actor, at, say),
          {
            label: say.text("frame.why"),
            lines: [[charactersOf(reason) === "" ? say.text("frame.noReason") : outside(reason)]],
          },
          { label: say.text("frame.until"), lines: until ? say.moment(until) : [[say.text("frame.noEnd")]] },
        ],
      },
      openButton(props, say),
      exposureBlock(exposure, total, say.text("madePublic.exposure"), say),
      {
        type: "steps",
        title: say.text("frame.notMeant"),
        items: [makePrivateStep("frame.makePrivateAgain", total, say), ...accountSteps(actor.login, say)],
      },
    ],
    host,
    links,
  };
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
} satisfies MadePublicProps);
