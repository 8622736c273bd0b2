import { LetterMail } from "@/emails/components/letter-mail";
import type { Author, Common } from "./facts";
import type { Frame, Letter } from "./letter";
import { fitSubject } from "./subject";
import { accountSteps, authorRows } from "./wording";

export type SettingChangedProps = Common & { actor: Author; setting: "reminder-cadence"; from: string; to: string };

const SETTING: Record<SettingChangedProps["setting"], string> = { "reminder-cadence": "How often reminders come" };

/** Alert: a setting that decides what Super Users hear was changed. */
export function settingChangedLetter(props: SettingChangedProps): Letter {
  const { actor, at, from, host, links, setting, to } = props;
  return {
    subject: fitSubject((_, where) => `Reminders changed from ${from} to ${to} on ${where}`, "", host),
    tone: "calm",
    label: "Setting changed",
    headline: [`Reminders now come ${to}`],
    lead: [
      [
        { outside: actor.login },
        ` changed how often every Super User of ${host} is reminded of what is public: ${to} instead of ${from}. Reminders cannot be turned off.`,
      ],
    ],
    blocks: [
      {
        type: "facts",
        title: "Who, when and what",
        rows: [
          ...authorRows(actor, at),
          { label: "Setting", lines: [[SETTING[setting]]] },
          { label: "Before", lines: [[from]] },
          { label: "Now", lines: [[to]] },
        ],
      },
      { type: "button", label: "Open in Public Access", href: links.publicAccess },
      {
        type: "steps",
        title: "If this was not you, or not meant",
        items: [["Open Public Access and set it back under Settings."], ...accountSteps(actor.login)],
      },
    ],
    host,
    links,
  };
}

export default function SettingChanged({ lang, recipient, ...props }: SettingChangedProps & Frame) {
  return <LetterMail letter={settingChangedLetter(props)} frame={{ lang, recipient }} />;
}

SettingChanged.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "26 November 2026, 10:02 UTC", local: "26 November 2026, 11:02 Europe/Berlin" },
  host: "stats.example",
  links: {
    publicAccess: "https://portal.example/public-access",
    activity: "https://portal.example/activity",
  },
  actor: { login: "anna", ip: "203.0.113.7", browser: null },
  setting: "reminder-cadence",
  from: "weekly",
  to: "monthly",
} satisfies SettingChangedProps & Frame;
