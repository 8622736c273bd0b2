import type { Author, Common, Sites } from "./facts";
import type { FactRow, Letter } from "./letter";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { withNames } from "./site-names";
import { type StillPublic, unlessStillPublic } from "./still-public";
import { subjectOf } from "./subject";
import { accountSteps, authorRows, openButton, sitesBlock, siteValues } from "./wording";

type Cause = "super-user" | "expired" | "locked" | "unconfirmed";

/** `actor` is null when the portal did it by itself. */
export type MadePrivateProps = Common &
  Sites & { actor: Author | null; cause: Cause; stillPublic?: StillPublic | undefined };

/** Mails that were written before there were causes have no actor and no cause: then it was the end date. */
function causeOf({ cause }: MadePrivateProps) {
  return cause === "super-user" ? "expired" : cause;
}

function whoAndWhen(props: MadePrivateProps, say: Say): FactRow[] {
  const { actor, at } = props;
  if (actor) return authorRows(actor, at, say);
  const who = say.text(`madePrivate.${causeOf(props)}.who`);
  return [
    { label: say.text("frame.who"), lines: [[who]], isAuthor: true },
    { label: say.text("frame.when"), lines: say.moment(at) },
  ];
}

/** Alert: sites were made private, by a Super User in the portal or by the portal itself. */
export function madePrivateLetter(facts: MadePrivateProps, say: Say): Letter {
  const props = { ...facts, sites: withNames(facts.sites, say) };
  const { actor, host, links, total } = props;
  const words = actor ? "superUser" : causeOf(props);
  const values = { count: total, host: { outside: host } };
  const letter: Letter = {
    subject: subjectOf(props, `madePrivate.${words}.subject`, say),
    tone: "closed",
    label: say.text("madePrivate.label"),
    headline: say.line(`madePrivate.${words}.headline`, siteValues(props)),
    lead: [say.line(`madePrivate.${words}.lead`, { ...values, who: { outside: actor?.login ?? "" } })],
    blocks: [
      sitesBlock(props, say.text("frame.theSites", { count: total }), links.activity, say),
      { type: "facts", title: say.text("frame.whoAndWhen"), rows: whoAndWhen(props, say) },
      openButton(props, say),
      {
        type: "list",
        title: say.text("frame.whatThisMeans"),
        items: [say.line("madePrivate.askAgain"), say.line("madePrivate.copiesStay")],
      },
      {
        type: "steps",
        title: say.text(actor ? "frame.notMeant" : "madePrivate.notMeantByPortal"),
        items: [
          say.line(props.cause === "locked" ? "madePrivate.liftTheLock" : "madePrivate.makePublicAgain", {
            count: total,
          }),
          ...(actor ? accountSteps(actor.login, say) : [say.line("frame.tellTheOthers")]),
        ],
      },
    ],
    host,
    links,
  };
  return unlessStillPublic(
    letter,
    props.stillPublic,
    { what: "private", who: actor?.login ?? null, removed: total },
    say,
  );
}

export default previewOf(madePrivateLetter, {
  ...FRAME,
  at: { utc: "2026-11-24 08:10 UTC", local: "2026-11-24 09:10 (Europe/Berlin)" },
  sites: [aSite(12, "Botanical garden", "https://garden.example")],
  total: 1,
  actor: { login: "bela", ip: "2001:db8::17", browser: "Chrome 142 on macOS" },
  cause: "super-user",
} satisfies MadePrivateProps);
