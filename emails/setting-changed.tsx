import type { Messages } from "@/messages/catalogue";
import type { Author, Common } from "./facts";
import type { Letter } from "./letter";
import type { Line } from "./line";
import { FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { fitSubject } from "./subject";
import { accountSteps, authorRows } from "./wording";

/** Those that have words. A setting without does not compile in lib/messaging/mail/render.tsx. */
type Setting = keyof Messages["mails"]["settingChanged"]["of"];

/** Values: weekly or monthly; optional or required; "off" or a number of periods; addresses, or the empty text. */
export type SettingChangedProps = Common & {
  actor: Author;
  setting: Setting;
  from: string;
  to: string;
};

/** As the portal itself says it, or as somebody typed it. */
function valueLine(setting: Setting, raw: string, say: Say): Line {
  const values = { value: raw || "none", count: Number(raw) || 0, typed: { outside: raw } };
  return say.line(`settingChanged.of.${setting}.value`, values);
}

/** Alert: a setting that decides what Super Users hear, or what publishing takes, was changed. */
export function settingChangedLetter(props: SettingChangedProps, say: Say): Letter {
  const { actor, at, from, host, links, setting, to } = props;
  const values = { from, to: to || "none", before: Number(from) || 0, after: Number(to) || 0 };
  return {
    subject: fitSubject(
      (_, on) => say.text(`settingChanged.of.${setting}.subject`, { ...values, host: on }),
      "",
      host,
      say,
    ),
    tone: "calm",
    label: say.text("settingChanged.label"),
    headline: say.line(`settingChanged.of.${setting}.headline`, values),
    lead: [
      say.line(`settingChanged.of.${setting}.lead`, {
        ...values,
        who: { outside: actor.login },
        host: { outside: host },
      }),
      say.line(`settingChanged.of.${setting}.meaning`, values),
    ],
    blocks: [
      {
        type: "facts",
        title: say.text("settingChanged.whoWhenWhat"),
        rows: [
          ...authorRows(actor, at, say),
          { label: say.text("settingChanged.setting"), lines: [[say.text(`settingChanged.of.${setting}.setting`)]] },
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
