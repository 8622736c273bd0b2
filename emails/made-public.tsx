import { asTyped, type TypedText } from "@/lib/platform/typed-text-terms";
import { exposureRow } from "./exposure";
import type { Author, Common, Exposure, Sites, Timestamp } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { siteValues } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { button, fromRow, mistakeNotes, reasonRows, siteList, whenRow } from "./wording";

export type MadePublicProps = Common &
  Sites & { actor: Author; reason: TypedText; until: Timestamp | null; exposure: Exposure };

/** Alert: a Super User made sites public here. */
export function madePublicLetter(props: MadePublicProps, t: MailTranslator): Letter {
  const { actor, at, exposure, host, links, reason, until } = props;
  const values = { ...siteValues(props, t), who: { outside: actor.login } };
  return {
    subject: subjectOf("madePublic.subject", { host, about: props, who: actor.login }, t),
    tone: "opened",
    headline: t.line("madePublic.headline", values),
    lead: [
      until
        ? t.line("frame.publicThrough", { ...values, day: t.lastDay(until) })
        : t.line("frame.publicWithoutEnd", values),
    ],
    button: button("frame.review", props, t),
    notes: mistakeNotes(t.line("frame.makePrivate", values), actor, t),
    sites: siteList(props, links.publicAccess),
    rows: [whenRow(at, t), fromRow(actor, t), ...reasonRows(reason, t), exposureRow(exposure, t)],
    at,
    host,
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
