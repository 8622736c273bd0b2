import type { Author, Common, Sites } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { siteValues } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import { type StillPublic, unlessStillPublic } from "./still-public";
import { subjectOf } from "./subject";
import { button, fromRow, mistakeNotes, siteList, whenRow, withNames } from "./wording";

type Cause = "super-user" | "expired" | "locked" | "unconfirmed";

/** `actor` is null when the app did it on its own. */
export type MadePrivateProps = Common &
  Sites & { actor: Author | null; cause: Cause; stillPublic?: StillPublic | undefined };

/** Mails that were written before there were causes have no actor and no cause: then it was the end date. */
function causeOf({ actor, cause }: MadePrivateProps) {
  if (actor) return "superUser";
  return cause === "super-user" ? "expired" : cause;
}

/** Alert: sites were made private here, by a Super User or by the app. */
export function madePrivateLetter(facts: MadePrivateProps, t: MailTranslator): Letter {
  const props = { ...facts, sites: withNames(facts.sites, t) };
  const { actor, at, host, links } = props;
  const cause = causeOf(props);
  const who = actor?.login ?? t.text("frame.product");
  const values = { ...siteValues(props, t), who: { outside: who } };
  const again = t.line(cause === "locked" ? "madePrivate.unblockFirst" : "madePrivate.publishAgain", values);
  const letter: Letter = {
    subject: subjectOf(`madePrivate.${cause}.subject`, { host, about: props, who }, t),
    tone: "closed",
    headline: t.line("madePrivate.headline", values),
    lead: [
      ...(cause === "superUser" ? [] : [t.line(`madePrivate.${cause}.why`, values)]),
      t.line("madePrivate.lead", values),
    ],
    button: button("frame.review", props, t),
    notes: actor ? mistakeNotes(again, actor, t) : [again],
    sites: siteList(props, links.activity),
    rows: [whenRow(at, t), ...(actor ? [fromRow(actor, t)] : [])],
    at,
    host,
  };
  return unlessStillPublic(letter, props.stillPublic, { who, removed: props.total }, t);
}

export default previewOf(madePrivateLetter, {
  ...FRAME,
  at: { utc: "2026-11-24 08:10 UTC", local: "2026-11-24 09:10 (Europe/Berlin)" },
  sites: [aSite(12, "Botanical garden", "https://garden.example")],
  total: 1,
  actor: { login: "bela", ip: "2001:db8::17", browser: "Chrome 142 on macOS" },
  cause: "super-user",
} satisfies MadePrivateProps);
