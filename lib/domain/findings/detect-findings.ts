import type { SiteFindingKind } from "@/lib/ledger/facts/finding-terms";
import type { AnonymousRows } from "@/lib/matomo/odd-rows";
import type { AnonymousUser } from "@/lib/matomo/users";
import { visibleJson } from "@/lib/platform/escape-invisible";
import { type SeenFinding, WORSE_LEVELS } from "./policy";

/**
 * What is wrong with rows of anonymous (from docs/matomo.md#access-rows on), each kind once for each site. Rows that
 * say `noaccess` are as good as none; of a site that is gone every row counts, for its id may be given again.
 */
export function detectFindings(rows: readonly AnonymousRows[]): SeenFinding[] {
  const bySite = new Map<number, AnonymousRows[]>();
  for (const row of rows) bySite.set(row.siteId, [...(bySite.get(row.siteId) ?? []), row]);
  return [...bySite].flatMap(([siteId, ofSite]) => judgeSite(String(siteId), ofSite));
}

function judgeSite(subject: string, rows: readonly AnonymousRows[]): SeenFinding[] {
  const seen: SeenFinding[] = [];
  const add = (kind: SiteFindingKind, detail: string) => seen.push({ kind, subject, detail });
  if (rows.some((row) => !row.siteExists)) {
    add("orphan-rows", counted(rows));
    return seen;
  }
  const giving = rows.filter((row) => row.gives !== null);
  const worse = WORSE_LEVELS.filter((level) => giving.some((row) => row.gives === level));
  const spelled = giving.filter((row) => !row.isExact);
  const broken = rows.filter((row) => row.access === null);
  const unknown = rows.filter((row) => row.access !== null && row.gives === null && row.access !== "noaccess");
  if (worse.length > 0) add("writable", worse.join(", "));
  if (spelled.length > 0) add("other-spelling", quotedList(spelled.map((row) => row.login)));
  if (total(giving) > 1) add("duplicate-rows", counted(giving));
  if (broken.length > 0) add("null-access", counted(broken));
  if (unknown.length > 0) add("unclear-access", quotedList(unknown.map((row) => row.access ?? "")));
  return seen;
}

/** What is wrong with the user `anonymous` itself (docs/matomo.md#anonymous). Null when there is no such row. */
export function judgeUser(user: AnonymousUser | null): SeenFinding[] {
  if (user === null) return [{ kind: "anonymous-missing", subject: "", detail: "" }];
  const means = [
    ...(user.hasPassword ? ["password"] : []),
    ...(user.hasSecondFactor ? ["second factor"] : []),
    ...(user.isInvited ? ["invitation"] : []),
  ];
  const seen: SeenFinding[] = [];
  if (!user.isExact) seen.push({ kind: "anonymous-renamed", subject: "", detail: quotedList([user.login]) });
  if (means.length > 0) seen.push({ kind: "anonymous-can-sign-in", subject: "", detail: means.join(", ") });
  if (user.isSuperUser) {
    const detail = `superuser_access = ${user.superUserAccess}`;
    seen.push({ kind: "anonymous-super-user", subject: "", detail });
  }
  return seen;
}

const total = (rows: readonly AnonymousRows[]) => rows.reduce((sum, row) => sum + row.count, 0);

function counted(rows: readonly AnonymousRows[]): string {
  const count = total(rows);
  return `${count} ${count === 1 ? "row" : "rows"}`;
}

/** So many, and of each so many characters, fit the column together. */
const QUOTED = 5;
const QUOTED_LENGTH = 80;

/** Texts from the database with what one does not see made visible: `"anonymous "`, `"VIEW"`. */
function quotedList(texts: readonly string[]): string {
  const distinct = [...new Set(texts)].sort();
  const shown = distinct.slice(0, QUOTED).map(quoted).join(", ");
  return distinct.length > QUOTED ? `${shown} and ${distinct.length - QUOTED} more` : shown;
}

function quoted(text: string): string {
  const characters = [...visibleJson(JSON.stringify(text.toWellFormed()))];
  return characters.length > QUOTED_LENGTH ? `${characters.slice(0, QUOTED_LENGTH).join("")}…` : characters.join("");
}
