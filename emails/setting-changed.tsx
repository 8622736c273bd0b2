import type { Messages } from "@/messages/catalogue";
import type { Author, Common } from "./facts";
import type { FactRow, Letter } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { FRAME, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { fromRow, mistakeNotes, whenRow } from "./wording";

/** Those that have words. A setting without does not compile in lib/messaging/mail/render.tsx. */
type Setting = keyof Messages["mails"]["settingChanged"]["of"];

/** Values: weekly or monthly; optional or required; "off" or a number of periods; addresses, or the empty text. */
export type SettingChangedProps = Common & {
  actor: Author;
  setting: Setting;
  from: string;
  to: string;
};

/** As the app itself says it, or as somebody typed it. */
function valueRow(when: "before" | "now", raw: string, setting: Setting, t: MailTranslator): FactRow {
  const values = { value: raw || "none", count: Number(raw) || 0, typed: { outside: raw } };
  return {
    label: t.text(`settingChanged.${when}`),
    lines: [t.line(`settingChanged.of.${setting}.value`, values)],
    isOfThisChange: true,
  };
}

/** Alert: a setting that decides what Super Users are alerted of, or what publishing requires, was changed. */
export function settingChangedLetter(props: SettingChangedProps, t: MailTranslator): Letter {
  const { actor, at, from, host, links, setting, to } = props;
  const values = { to: to || "none", count: Number(to) || 0 };
  return {
    subject: subjectOf(`settingChanged.of.${setting}.subject`, { host, who: actor.login, values }, t),
    tone: "calm",
    headline: t.line(`settingChanged.of.${setting}.headline`, { ...values, who: { outside: actor.login } }),
    lead: [t.line(`settingChanged.of.${setting}.lead`, values)],
    button: { label: t.text("frame.review", { count: 1 }), href: links.activity },
    notes: mistakeNotes(t.line("settingChanged.setBack"), actor, t),
    rows: [valueRow("before", from, setting, t), valueRow("now", to, setting, t), whenRow(at, t), fromRow(actor, t)],
    at,
    host,
  };
}

export default previewOf(settingChangedLetter, {
  ...FRAME,
  at: { utc: "2026-11-26 10:02 UTC", local: "2026-11-26 11:02 (Europe/Berlin)" },
  actor: { login: "anna", ip: "203.0.113.7", browser: null },
  setting: "reminder-cadence",
  from: "weekly",
  to: "monthly",
} satisfies SettingChangedProps);
