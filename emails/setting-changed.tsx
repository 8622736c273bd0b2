import { LetterMail } from "@/emails/components/letter-mail";
import type { Author, Common } from "./facts";
import type { Letter, Line } from "./letter";
import { Say } from "./say";
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

type Words = {
  setting: string;
  subject: (host: string) => string;
  headline: string;
  /** goes on after the login of who did it */
  deed: string;
  /** what it means from now on */
  meaning: Line;
};

function reminderWords({ from, to, host }: SettingChangedProps): Words {
  return {
    setting: "How often reminders come",
    subject: (where) => `Reminders changed from ${from} to ${to} on ${where}`,
    headline: `Reminders now come ${to}`,
    deed: ` changed how often every Super User of ${host} is reminded of what is public: ${to} instead of ${from}.`,
    meaning: ["Reminders cannot be turned off."],
  };
}

function secondFactorWords({ from, to, host }: SettingChangedProps): Words {
  const setting = "Second factor for publishing";
  const deed = ` changed what making a site of ${host} public takes. A second factor is ${to} now; it was ${from}.`;
  if (to === "required") {
    return {
      setting,
      subject: (where) => `Publishing takes a second factor now on ${where}`,
      headline: "Publishing takes a second factor now",
      deed,
      meaning: [
        "A password alone makes no site public any more. Super Users without two-factor authentication can still see everything and make sites private. They set it up in Matomo, under Personal, Security.",
      ],
    };
  }
  return {
    setting,
    subject: (where) => `Publishing takes no second factor any more on ${where}`,
    headline: "Publishing takes no second factor any more",
    deed,
    meaning: [
      "Whoever learns the password of a Super User without two-factor authentication can make sites public. You would get an alert, as before.",
    ],
  };
}

const periods = (value: string) => (value === "1" ? "1 period" : `${value} periods`);

function unconfirmedWords({ from, to, host }: SettingChangedProps): Words {
  const setting = "Sites that nobody confirms";
  const before = from === "off" ? "stayed public" : `became private after ${periods(from)}`;
  if (to === "off") {
    return {
      setting,
      subject: (where) => `Unconfirmed sites stay public now on ${where}`,
      headline: "Sites that nobody confirms stay public now",
      deed: ` changed what happens to sites of ${host} that nobody confirms: they stay public. Before, they ${before}.`,
      meaning: [
        "Each reminder still asks for every public site whether it is meant to be. A site that nobody answers for stays public until its end date, or until somebody makes it private.",
      ],
    };
  }
  return {
    setting,
    subject: (where) => `Unconfirmed sites go private after ${periods(to)} on ${where}`,
    headline: `Sites that nobody confirms become private after ${periods(to)}`,
    deed: ` changed what happens to sites of ${host} that nobody confirms: they become private after ${periods(to)}. Before, they ${before}.`,
    meaning: [
      "A period is the time from one reminder to the next, a week or a month. Every Super User is warned before a site becomes private. Keep what is meant to be public in the review.",
    ],
  };
}

function extraWords({ to, host }: SettingChangedProps): Words {
  return {
    setting: "Extra recipients",
    subject: (where) => `Other people get alerts of ${where}`,
    headline: to === "" ? "Only Super Users get alerts now" : "Other people get alerts now",
    deed: ` changed who is told of what becomes public on ${host} besides its Super Users.`,
    meaning: [
      "Whoever is on the list gets every alert and every reminder: names of sites, logins, IP addresses. Whoever was taken off it gets this mail and none after it.",
    ],
  };
}

/** As the portal itself says it, or as somebody typed it. */
function valueLine({ setting }: SettingChangedProps, raw: string): Line {
  if (setting === "extra-recipients") return raw === "" ? ["nobody"] : [{ outside: raw }];
  return [/^\d+$/.test(raw) ? `private after ${periods(raw)}` : raw];
}

const WORDS: Record<Setting, (props: SettingChangedProps) => Words> = {
  "reminder-cadence": reminderWords,
  "second-factor": secondFactorWords,
  "unconfirmed-rule": unconfirmedWords,
  "extra-recipients": extraWords,
};

/** Alert: a setting that decides what Super Users hear, or what publishing takes, was changed. */
export function settingChangedLetter(props: SettingChangedProps, say: Say): Letter {
  const { actor, at, from, host, links, to } = props;
  const words = WORDS[props.setting](props);
  return {
    subject: fitSubject((_, where) => words.subject(where), "", host),
    tone: "calm",
    label: "Setting changed",
    headline: [words.headline],
    lead: [[{ outside: actor.login }, words.deed], words.meaning],
    blocks: [
      {
        type: "facts",
        title: "Who, when and what",
        rows: [
          ...authorRows(actor, at),
          { label: "Setting", lines: [[words.setting]] },
          { label: "Before", lines: [valueLine(props, from)] },
          { label: "Now", lines: [valueLine(props, to)] },
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

export default function SettingChanged({ lang, recipient, ...props }: SettingChangedProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={settingChangedLetter(props, say)} frame={{ say, recipient }} />;
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
