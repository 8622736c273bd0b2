import { asTyped } from "@/lib/platform/typed-text-terms";
import { type CommandLetterProps, commandLetter } from "./command-letter";
import type { Common } from "./facts";
import type { ChangeEntry, Letter } from "./letter";
import type { Line } from "./line";
import { aSite, FRAME, previewOf } from "./preview";
import type { Say } from "./say";
import { fitSubject } from "./subject";
import { accountSteps } from "./wording";

/** `total` and `opened` count all changes, also those that are not in `changes`; `opened` null: nobody counted. */
type DigestProps = Common & {
  actor: { login: string };
  total: number;
  opened: { changes: number; sites: number } | null;
  changes: readonly CommandLetterProps[];
};

/** One change in the words of its own alert. Who did it is said once, above. */
function entryOf(command: CommandLetterProps, say: Say): ChangeEntry {
  const { blocks, headline } = commandLetter(command, say);
  return {
    headline,
    sites: blocks.flatMap((block) => (block.type === "sites" ? block.entries : [])),
    moreSites: blocks.reduce((count, block) => count + (block.type === "sites" ? (block.more?.count ?? 0) : 0), 0),
    rows: blocks.flatMap((block) => (block.type === "facts" ? block.rows.filter(({ isAuthor }) => !isAuthor) : [])),
  };
}

const opens = (command: CommandLetterProps) =>
  command.kind === "made-public" || (command.kind === "pause-changed" && command.state === "resumed");

/** That sites became public is the first thing to know of the mail: its subject says so. */
function subjectOf({ actor, host, opened, total: count }: DigestProps, say: Say): string {
  const sites = opened?.sites ?? 0;
  const key = sites > 0 ? "digest.subjectOpened" : "digest.subject";
  return fitSubject((name, on) => say.text(key, { count, sites, name, host: on }), actor.login, host, say);
}

function openedLine(count: number, say: Say): Line[] {
  return count === 0 ? [] : [say.line("digest.opened", { count })];
}

/** Alert: many changes of one person within a minute, in one mail. The first of them had a mail of its own. */
export function digestLetter(props: DigestProps, say: Say): Letter {
  const { actor, at, changes, host, links, total } = props;
  const openings = props.opened?.changes ?? changes.filter(opens).length;
  const rest = total - changes.length;
  const count = { count: total };
  const who = { outside: actor.login };
  return {
    subject: subjectOf(props, say),
    tone: openings > 0 ? "opened" : "calm",
    label: say.text("digest.label"),
    headline: say.line("digest.headline", { ...count, who }),
    lead: [say.line("digest.lead", { ...count, host: { outside: host } }), ...openedLine(openings, say)],
    blocks: [
      { type: "button", label: say.text("frame.open"), href: links.publicAccess },
      {
        type: "changes",
        title: say.text("digest.theChanges", count),
        entries: changes.map((command) => entryOf(command, say)),
        more: rest > 0 ? { count: rest, link: links.activity } : null,
      },
      {
        type: "facts",
        title: say.text("digest.thisMail"),
        rows: [
          { label: say.text("frame.who"), lines: [[who]] },
          { label: say.text("digest.asOf"), lines: say.moment(at) },
        ],
      },
      {
        type: "steps",
        title: say.text("frame.notMeant"),
        items: [say.line("digest.lookOrPause"), ...accountSteps(actor.login, say)],
      },
    ],
    host,
    links,
  };
}

const ANNA = { login: "anna", ip: "203.0.113.7", browser: "Firefox 145 on Linux" };
const AT = { utc: "2026-12-11 16:40 UTC", local: "2026-12-11 17:40 (Europe/Berlin)" };
const COMMON = { at: AT, host: FRAME.host, links: FRAME.links, actor: ANNA };

export default previewOf(digestLetter, {
  ...FRAME,
  at: { utc: "2026-12-11 16:41 UTC", local: "2026-12-11 17:41 (Europe/Berlin)" },
  actor: { login: "anna" },
  total: 12,
  opened: { changes: 1, sites: 9 },
  changes: [
    {
      kind: "made-public",
      ...COMMON,
      sites: [
        aSite(12, "Botanical garden", "https://garden.example"),
        aSite(44, "مكتبة المدينة", "https://maktaba.example"),
      ],
      total: 9,
      reason: asTyped("Open data day: visitor numbers for the press"),
      until: { utc: "2027-03-10 23:00 UTC", local: "2027-03-11 00:00 (Europe/Berlin)" },
      exposure: { visitsLog: "hidden", visitorProfile: "hidden", userIds: "pseudonymised" },
    },
    {
      kind: "made-private",
      ...COMMON,
      cause: "super-user",
      sites: [aSite(7, "City library & archive", "https://library.example")],
      total: 1,
    },
    { kind: "setting-changed", ...COMMON, setting: "reminder-cadence", from: "weekly", to: "monthly" },
  ],
} satisfies DigestProps);
