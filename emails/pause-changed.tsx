import { LetterMail } from "@/emails/components/letter-mail";
import type { Author, Common, Sites } from "./facts";
import type { FactRow, Letter, Line } from "./letter";
import { Say } from "./say";
import { countSites, fitSubject } from "./subject";
import { accountSteps, authorRows, itOrThem, makePrivateStep, sitesBlock, theseSites, wasOrWere } from "./wording";

type State = "paused" | "resumed" | "dropped";

/** `left`: of the sites that the pause put aside, how many were not made public again. */
export type PauseChangedProps = Common & Sites & { actor: Author; state: State; reason: string | null; left: number };

type Words = {
  tone: Letter["tone"];
  label: string;
  subject: string;
  headline: string;
  /** goes on after the login of who did it */
  deed: string;
  meaning: readonly Line[];
  notMeant: Line;
};

function wordsOf({ host, left, state, total }: PauseChangedProps): Words {
  const sites = countSites(total);
  switch (state) {
    case "paused":
      return {
        tone: "closed",
        label: "Paused",
        subject: `Public access paused: ${sites} made private`,
        headline: `Public access is paused: ${sites} ${wasOrWere(total)} made private`,
        deed: ` paused public access on ${host}. Every public site is private now, and the portal remembers which ones.`,
        meaning: [
          ["Reports, exports and the API ask for a login again. Copies made until now stay where they are."],
          ["Until the pause is over nobody can make a site public in the portal."],
          ["Resuming makes exactly these sites public again, with their reasons and end dates. It takes a password."],
        ],
        notMeant: [
          `Resume in Public Access to make ${theseSites(total)} public again. Until then no report is exposed.`,
        ],
      };
    case "resumed":
      return {
        tone: "opened",
        label: "Resumed",
        subject: `Public access resumed: ${sites} public again`,
        headline: `The pause is over: ${sites} ${total === 1 ? "is" : "are"} public again`,
        deed: ` resumed public access on ${host}. Anyone can read the reports of ${theseSites(total)} again, without a login.`,
        meaning: [
          ["They have the reasons and the end dates that they had before the pause."],
          ...(left === 0
            ? []
            : [
                [
                  `Of the sites that the pause had put aside, ${left} ${left === 1 ? "was" : "were"} not made public again: deleted meanwhile, their end date came, or public already.`,
                ],
              ]),
        ],
        notMeant: makePrivateStep(`make ${theseSites(total)} private, or pause again`),
      };
    case "dropped":
      return {
        tone: "calm",
        label: "Pause dropped",
        subject: `Pause dropped: ${sites} stay${total === 1 ? "s" : ""} private`,
        headline: `The pause is over: ${sites} stay${total === 1 ? "s" : ""} private`,
        deed: ` let go of what the pause on ${host} had put aside. Nothing became public by it.`,
        meaning: [
          [
            `The portal no longer remembers ${theseSites(total)} as paused. ${total === 1 ? "It stays" : "They stay"} private.`,
          ],
          ["Sites can be made public again, one change at a time. Each change is alerted."],
        ],
        notMeant: [
          `Make ${itOrThem(total)} public again in Public Access if ${total === 1 ? "it is" : "they are"} meant to be. Until then no report is exposed.`,
        ],
      };
  }
}

/** Alert: a Super User paused public access, resumed it, or let go of what a pause had put aside. */
export function pauseChangedLetter(props: PauseChangedProps, say: Say): Letter {
  const { actor, at, host, links, reason, state, total } = props;
  const words = wordsOf(props);
  const why: FactRow[] = reason === null ? [] : [{ label: "Why", lines: [[{ outside: reason }]] }];
  return {
    subject: fitSubject((_, where) => `${words.subject} on ${where}`, "", host),
    tone: words.tone,
    label: words.label,
    headline: [words.headline],
    lead: [[{ outside: actor.login }, words.deed]],
    blocks: [
      sitesBlock(
        props,
        total === 1 ? "The site" : "The sites",
        state === "resumed" ? links.publicAccess : links.activity,
      ),
      { type: "facts", title: "Who and when", rows: [...authorRows(actor, at), ...why] },
      { type: "button", label: "Open in Public Access", href: links.publicAccess },
      { type: "list", title: "What this means", items: words.meaning },
      {
        type: "steps",
        title: "If this was not you, or not meant",
        items: [words.notMeant, ...accountSteps(actor.login)],
      },
    ],
    host,
    links,
  };
}

export default function PauseChanged({ lang, recipient, ...props }: PauseChangedProps & PreviewFrame) {
  const say = new Say(lang);
  return <LetterMail letter={pauseChangedLetter(props, say)} frame={{ say, recipient }} />;
}

PauseChanged.PreviewProps = {
  lang: "en",
  recipient: "anna",
  at: { utc: "2 December 2026, 08:40 UTC", local: "2 December 2026, 09:40 Europe/Berlin" },
  host: "stats.example",
  links: {
    publicAccess: "https://portal.example/public-access",
    activity: "https://portal.example/activity",
  },
  sites: [
    {
      id: 12,
      name: "Botanical garden",
      url: "https://garden.example",
      link: "https://portal.example/public-access?site=12",
    },
    {
      id: 7,
      name: "City library & archive",
      url: "https://library.example",
      link: "https://portal.example/public-access?site=7",
    },
    {
      id: 44,
      name: "مكتبة المدينة",
      url: "https://maktaba.example",
      link: "https://portal.example/public-access?site=44",
    },
  ],
  total: 3,
  actor: { login: "anna", ip: "203.0.113.7", browser: "Firefox 145 on Linux" },
  state: "paused",
  reason: "Election week: no numbers before Monday",
  left: 0,
} satisfies PauseChangedProps & Frame;
