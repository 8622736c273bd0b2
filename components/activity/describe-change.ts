import { exactUtc } from "@/components/ui/date-words";
import { counted, listed } from "@/components/ui/plural";
import type { AuditFacts } from "@/lib/audit/schema";
import { findingKinds } from "@/lib/findings/terms";
import { type Described, described as event } from "./described";
import { findingTitles } from "./finding-titles";

type Change = Extract<AuditFacts, { type: `public-access.${string}` | `finding.${string}` }>;

/** What happened to public access or to the rows behind it, in plain words. */
export function describeChange(facts: Change, who: string): Described {
  const count = facts.type === "public-access.unlocked" ? 0 : facts.siteIds.length;
  const sites = counted(count, "site");
  const were = count === 1 ? "was" : "were";
  switch (facts.type) {
    case "public-access.granted":
      return event("public", `${who} made ${sites} public`, {
        Why: facts.reason,
        Until: untilWords(facts.until, "no end date"),
        "Could not be told": listed(facts.unreachable),
      });
    case "public-access.revoked":
      return event("private", revokedSentence(facts, who), { "Could not be told": listed(facts.unreachable) });
    case "public-access.extended":
      return facts.until === null
        ? event("public", `${who} took away the end date of ${sites}`)
        : event("public", `${who} set another end date for ${sites}`, { Until: exactUtc(facts.until) });
    case "public-access.end-near":
      return event("mail", `The end date of ${sites} comes within ${counted(facts.days, "day")}`);
    case "public-access.kept":
      return event("public", `${who} confirmed that ${sites} ${count === 1 ? "is" : "are"} still meant to be public`, {
        Note: facts.note,
      });
    case "public-access.lapse-near":
      return event("mail", `${sites} that nobody confirmed will become private within ${counted(facts.days, "day")}`, {
        At: exactUtc(facts.lapsesAt),
      });
    case "public-access.locked":
      return event("private", `${who} locked public access: ${count === 0 ? "no site" : sites} became private`, {
        Why: facts.reason,
      });
    case "public-access.unlocked":
      return event("public", `${who} lifted the lock on public access`);
    case "public-access.paused":
      return event("private", `${who} paused public access: ${sites} became private`, { Why: facts.reason });
    case "public-access.resumed":
      return event("public", `${who} resumed public access: ${sites} became public again`, {
        "Not made public again": facts.left > 0 ? counted(facts.left, "site") : null,
      });
    case "public-access.pause-dropped":
      return event("private", `${who} let go of the pause: ${sites} ${count === 1 ? "stays" : "stay"} private`);
    case "public-access.reduced-to-view":
      return event("private", `${who} reduced ${sites} to view: still public, no longer writable`);
    case "public-access.rows-removed":
      return facts.rows === "orphan"
        ? event("private", `${who} removed access rows of ${counted(count, "deleted site")}`)
        : event("private", `${who} removed unclear access rows of ${sites}`);
    case "public-access.baseline":
      return event("public", `${sites} ${were} public before the portal came`);
    case "public-access.granted-outside":
      return event("public", `${sites} ${were} made public outside the portal`);
    case "public-access.revoked-outside":
      return event("private", `${sites} ${were} made private outside the portal`);
    case "finding.opened":
      return event("finding", `The watch found${onSites(count)}: ${titleOf(facts.finding)}`, {
        Seen: seenWords(facts.details),
      });
    case "finding.changed":
      return event("finding", `The watch found a change${onSites(count)}: ${titleOf(facts.finding)}`, {
        "Seen now": seenWords(facts.details),
      });
    case "finding.closed":
      return event("private", `The watch no longer finds${onSites(count)}: ${titleOf(facts.finding)}`);
    case "finding.acknowledged":
      return event("setting", `${who} said that it is intended${onSites(count)}: ${titleOf(facts.finding)}`, {
        Why: facts.reason,
        Until: untilWords(facts.until, "it changes"),
      });
  }
}

function revokedSentence({ cause, siteIds }: Extract<Change, { type: "public-access.revoked" }>, who: string): string {
  const sites = counted(siteIds.length, "site");
  switch (cause) {
    case "super-user":
      return `${who} made ${sites} private`;
    case "expired":
      return `${sites} became private again, because the end date came`;
    case "locked":
      return `${sites} became private again, because public access is locked`;
    case "unconfirmed":
      return `${sites} became private, because nobody confirmed that ${siteIds.length === 1 ? "it is" : "they are"} meant to be public`;
  }
}

function onSites(count: number): string {
  return count === 0 ? "" : ` on ${counted(count, "site")}`;
}

function untilWords(until: string | null, without: string): string {
  return until === null ? without : exactUtc(until);
}

/** Kinds that a later or earlier portal knows keep their own name. */
function titleOf(finding: string): string {
  const kind = findingKinds.find((one) => one === finding);
  return kind ? findingTitles[kind] : `“${finding}”`;
}

/** What was seen, each thing once: `admin`, `2 rows and 3 rows`. */
function seenWords(details: Readonly<Record<string, string>>): string {
  return listed([...new Set(Object.values(details))].filter((detail) => detail !== ""));
}
