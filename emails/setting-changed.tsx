import type { Author, Common } from "./facts";
import type { Letter } from "./letter";
import type { Line } from "./line";
import { FRAME, previewOf } from "./preview";
import type { MailKey, Say } from "./say";
import { fitSubject } from "./subject";
import { accountSteps, authorRows } from "./wording";

type Setting = "reminder-cadence" | "second-factor" | "unconfirmed-rule" | "extra-recipients";

/** Values: weekly or monthly; optional or required; "off" or a number of periods; addresses, or the empty text. */
export type SettingChangedProps = Common & {
  actor: Author;
  setting: Setting;
  from: string;
  to: string;
};

/** The messages that tell of a change: the setting's name, what happened, and what it means from now on. */
type Keys = Record<"setting" | "subject" | "headline" | "lead" | "meaning", MailKey>;

function keysOf({ setting, to }: SettingChangedProps): Keys {
  switch (setting) {
    case "reminder-cadence":
      return { setting: "settingChanged.reminders.setting", ...toldIn("settingChanged.reminders") };
    case "second-factor":
      return {
        setting: "settingChanged.secondFactor.setting",
        ...toldIn(`settingChanged.secondFactor.${to === "required" ? "required" : "optional"}`),
      };
    case "unconfirmed-rule":
      return {
        setting: "settingChanged.unconfirmed.setting",
        ...toldIn(`settingChanged.unconfirmed.${to === "off" ? "off" : "on"}`),
      };
    case "extra-recipients":
      return {
        setting: "settingChanged.extraRecipients.setting",
        ...toldIn("settingChanged.extraRecipients"),
        ...(to === "" && {
          subject: "settingChanged.extraRecipients.subjectNobody",
          headline: "settingChanged.extraRecipients.headlineNobody",
        }),
      };
  }
}

type Told =
  | "settingChanged.reminders"
  | "settingChanged.secondFactor.required"
  | "settingChanged.secondFactor.optional"
  | "settingChanged.unconfirmed.off"
  | "settingChanged.unconfirmed.on"
  | "settingChanged.extraRecipients";

function toldIn(room: Told): Omit<Keys, "setting"> {
  return {
    subject: `${room}.subject`,
    headline: `${room}.headline`,
    lead: `${room}.lead`,
    meaning: `${room}.meaning`,
  };
}

const VALUES = ["weekly", "monthly", "optional", "required", "off"] as const;

/** As the portal itself says it, or as somebody typed it. */
function valueLine(setting: Setting, raw: string, say: Say): Line {
  if (setting === "extra-recipients" && raw === "") return [say.text("settingChanged.value.nobody")];
  if (setting === "unconfirmed-rule" && /^\d+$/.test(raw)) {
    return say.line("settingChanged.value.periods", { count: Number(raw) });
  }
  const value = VALUES.find((known) => known === raw);
  return value ? [say.text(`settingChanged.value.${value}`)] : [{ outside: raw }];
}

/** Alert: a setting that decides what Super Users hear, or what publishing takes, was changed. */
export function settingChangedLetter(props: SettingChangedProps, say: Say): Letter {
  const { actor, at, from, host, links, setting, to } = props;
  const keys = keysOf(props);
  const values = { from, to, before: Number(from) || 0, after: Number(to) || 0 };
  return {
    subject: fitSubject((_, on) => say.text(keys.subject, { ...values, host: on }), "", host, say),
    tone: "calm",
    label: say.text("settingChanged.label"),
    headline: say.line(keys.headline, values),
    lead: [
      say.line(keys.lead, { ...values, who: { outside: actor.login }, host: { outside: host } }),
      say.line(keys.meaning),
    ],
    blocks: [
      {
        type: "facts",
        title: say.text("settingChanged.whoWhenWhat"),
        rows: [
          ...authorRows(actor, at, say),
          { label: say.text("settingChanged.setting"), lines: [[say.text(keys.setting)]] },
          { label: say.text("settingChanged.before"), lines: [valueLine(setting, from, say)] },
          { label: say.text("settingChanged.now"), lines: [valueLine(setting, to, say)] },
        ],
      },
      { type: "button", label: say.text("frame.open"), href: links.publicAccess },
      {
        type: "steps",
        title: say.text("frame.notMeant"),
        items: [say.line("settingChanged.setBack"), ...accountSteps(actor.login, say)],
      },
    ],
    host,
    links,
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
