import { asTyped, type TypedText } from "@/lib/platform/typed-text-terms";
import type { Author, Common, Sites, Timestamp } from "./facts";
import type { FindingKind } from "./finding-facts";
import { findingName } from "./finding-labels";
import type { Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { siteValues } from "./named";
import { aSite, FRAME, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { button, fromRow, mistakeNotes, reasonRows, siteList, whenRow } from "./wording";

/** `sites` is empty when the issue is about the user `anonymous` itself. `until` is null when it holds until it changes. */
export type AcknowledgedProps = Common &
  Sites & { actor: Author; finding: FindingKind; reason: TypedText; until: Timestamp | null };

/** Alert: a Super User marked an issue as intended. */
export function acknowledgedLetter(props: AcknowledgedProps, t: MailTranslator): Letter {
  const { actor, at, host, links, reason, sites, until } = props;
  const finding = findingName(props.finding, t);
  const about = sites.length > 0 ? "acknowledged.ofSites" : "acknowledged.ofMatomo";
  const values = { ...siteValues(props, t), who: { outside: actor.login }, finding };
  return {
    subject: subjectOf(`${about}.subject`, { host, about: props, who: actor.login, values: { finding } }, t),
    tone: "calm",
    headline: t.line(`${about}.headline`, values),
    lead: [until ? t.line("acknowledged.through", { day: t.lastDay(until) }) : t.line("acknowledged.untilItChanges")],
    button: button("frame.review", props, t),
    notes: mistakeNotes(t.line("acknowledged.fix"), actor, t),
    sites: siteList(props, links.publicAccess),
    rows: [whenRow(at, t), fromRow(actor, t), ...reasonRows(reason, t)],
    at,
    host,
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
