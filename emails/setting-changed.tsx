import type { Facts } from "./facts";
import type { FactRow, Letter } from "./letter";
import type { Line } from "./line";
import type { MailTranslator } from "./mail-translator";
import { FRAME, previewOf } from "./preview";
import { titled } from "./subject";
import { fromRow, mistakeNotes, whenRow } from "./wording";

type SettingChanged = Facts<"setting-changed">;

/** What it was, or is, as the app itself says it or as somebody typed it. */
function valueRow(when: "before" | "now", setting: SettingChanged["setting"], raw: string, t: MailTranslator): FactRow {
  return {
    label: t.text(`settingChanged.${when}`),
    lines: [[t.settingValue(setting, raw) ?? { outside: raw }]],
    isOfThisChange: true,
  };
}

/** What follows from it, where that is not plain. */
function meaningOf({ setting, to }: SettingChanged, t: MailTranslator): Line[] {
  const meaning = (of: "required" | "optional" | "warned" | "everything" | "lastMail") =>
    t.line(`settingChanged.meaning.${of}`);
  if (setting === "second-factor") return [meaning(to === "required" ? "required" : "optional")];
  if (setting === "unconfirmed-rule") return to === "off" ? [] : [meaning("warned")];
  if (setting === "extra-recipients") return [...(to === "" ? [] : [meaning("everything")]), meaning("lastMail")];
  return [];
}

/** Alert: a setting that decides what Super Users are alerted of, or what publishing requires, was changed. */
export function settingChangedLetter(props: SettingChanged, t: MailTranslator): Letter {
  const { actor, at, from, host, links, setting, to } = props;
  const value = t.settingValue(setting, to);
  return {
    ...titled(
      // What somebody typed is too long for a subject.
      value === null ? "settingChanged.titleTyped" : "settingChanged.title",
      { host, who: actor.login, values: { what: t.setting(setting), value: value ?? "" } },
      t,
    ),
    tone: "calm",
    lead: meaningOf(props, t),
    button: { label: t.text("frame.review"), href: links.activity },
    notes: mistakeNotes(actor, t),
    rows: [valueRow("before", setting, from, t), valueRow("now", setting, to, t), whenRow(at, t), fromRow(actor, t)],
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
} satisfies Facts<"setting-changed">);
