import type { Author, Common, Sites, Timestamp } from "./facts";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { siteValues } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { button, fromRow, mistakeNotes, siteList, whenRow } from "./wording";

/** `until` is null when there is no end any more. */
export type ExtendedProps = Common & Sites & { actor: Author; until: Timestamp | null };

/** Alert: a Super User set another end date for public sites, or took it away. */
export function extendedLetter(props: ExtendedProps, t: MailTranslator): Letter {
  const { actor, at, host, links, until } = props;
  const words = until ? "changed" : "removed";
  const values = { ...siteValues(props, t), who: { outside: actor.login } };
  return {
    subject: subjectOf(`extended.${words}.subject`, { host, about: props, who: actor.login }, t),
    tone: "opened",
    headline: t.line(`extended.${words}.headline`, values),
    lead: [
      until
        ? t.line("extended.changed.lead", { ...values, day: t.lastDay(until) })
        : t.line("extended.removed.lead", values),
    ],
    button: button("frame.review", props, t),
    notes: mistakeNotes(t.line("frame.makePrivate", values), actor, t),
    sites: siteList(props, links.publicAccess),
    rows: [whenRow(at, t), fromRow(actor, t)],
    at,
    host,
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
