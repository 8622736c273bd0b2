import type { CommandFacts } from "@/lib/ledger/facts/mail-schema";
import { asTyped } from "@/lib/platform/typed-text-terms";
import { commandLetter } from "./command-letter";
import type { Facts } from "./facts";
import type { ChangeEntry, FactRow, Letter } from "./letter";
import { plain } from "./line";
import type { MailTranslator } from "./mail-translator";
import { aSite, FRAME, previewOf } from "./preview";
import { subjectOf, titled } from "./subject";
import { endOf, fromRow, mistakeNotes } from "./wording";

/** One change in the words of its own alert. What all have in common is said once, below. */
function entryOf(command: CommandFacts, t: MailTranslator): ChangeEntry {
  const { headline, rows, sites } = commandLetter(command, t);
  const end = "until" in command ? [{ label: t.text("frame.end"), lines: [endOf(command.until, t)] }] : [];
  return {
    headline,
    sites: sites?.entries ?? [],
    rows: [...end, ...rows.filter(({ isOfThisChange }) => isOfThisChange)],
  };
}

/** Each address and browser once. */
function fromRows(changes: readonly CommandFacts[], t: MailTranslator): FactRow[] {
  const rows = changes.flatMap(({ actor }) => (actor ? [fromRow(actor, t)] : []));
  const lines = new Map(rows.flatMap((row) => row.lines.map((line) => [plain(line), line])));
  return rows.slice(0, 1).map((row) => ({ ...row, lines: [...lines.values()] }));
}

const opens = (command: CommandFacts) =>
  command.kind === "made-public" || (command.kind === "block-changed" && !command.on && command.total > 0);

/**
 * Alert: many changes of one person within a minute, in one mail. The first of them had a mail of its own. `total` and
 * `opened` count all changes, also those that are not in `changes`; `opened` null: nobody counted.
 */
export function digestLetter(props: Facts<"digest">, t: MailTranslator): Letter {
  const { actor, at, changes, host, links, opened, total: count } = props;
  const who = actor.login;
  const openings = opened?.changes ?? changes.filter(opens).length;
  const rest = count - changes.length;
  const about = { sites: [], total: opened?.sites ?? 0 };
  const title = titled("digest.title", { host, who, values: { count } }, t);
  return {
    ...title,
    // That sites became public is the first thing to know of the mail.
    ...(about.total > 0 && { subject: subjectOf("madePublic.title", { host, who, about }, t) }),
    tone: openings > 0 ? "opened" : "calm",
    lead: [...(openings === 0 ? [] : [t.line("digest.opened", { count: openings })]), t.line("digest.lead")],
    button: { label: t.text("digest.button"), href: links.publicAccess },
    notes: mistakeNotes(actor, t),
    changes: {
      entries: changes.map((command) => entryOf(command, t)),
      more: rest > 0 ? { count: rest, link: links.activity } : null,
    },
    rows: [{ label: t.text("frame.when"), lines: [[t.between(changes[0]?.at ?? at, at)]] }, ...fromRows(changes, t)],
    at,
    host,
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
} satisfies Facts<"digest">);
