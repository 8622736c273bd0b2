import { LetterMail } from "@/emails/components/letter-mail";
import { exposureBlock } from "./exposure";
import type { Author, Common, Exposure, Moment, Sites } from "./facts";
import type { Letter, PreviewFrame } from "./letter";
import { Say } from "./say";
import { subjectOf } from "./subject";
import { accountSteps, authorRows, makePrivateStep, openButton, sitesBlock, siteValues } from "./wording";

export type MadePublicProps = Common &
  Sites & { actor: Author; reason: string; until: Moment | null; exposure: Exposure };

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
            lines: [[reason === "" ? say.text("frame.noReason") : { outside: reason }]],
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

export default function MadePublic({ lang, recipient, log, ...props }: MadePublicProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={madePublicLetter(props, say)} frame={{ say, recipient, log }} />;
}

MadePublic.PreviewProps = {
  lang: "en",
  recipient: "anna",
  log: { seq: 1234, hash: "a1b2c3d4e5f6" },
  at: { utc: "2026-11-23 22:46 UTC", local: "2026-11-23 23:46 (Europe/Berlin)" },
  host: "stats.example",
  links: {
    publicAccess: "https://portal.example/public-access",
    activity: "https://portal.example/activity",
  },
  sites: [
    {
      id: 12,
      name: "Botanical garden",
      url: "https://garden.example",
      link: "https://portal.example/public-access?site=12",
    },
    {
      id: 7,
      name: "City library & archive",
      url: "https://library.example",
      link: "https://portal.example/public-access?site=7",
    },
  ],
  total: 2,
  actor: { login: "anna", ip: "203.0.113.7", browser: "Firefox 145 on Linux" },
  reason: "Open data day: visitor numbers for the press",
  until: { utc: "2027-02-21 23:00 UTC", local: "2027-02-22 00:00 (Europe/Berlin)" },
  exposure: { visitsLog: "hidden", visitorProfile: "hidden", userIds: "pseudonymised" },
} satisfies MadePublicProps & PreviewFrame;
