import Acknowledged from "@/emails/acknowledged";
import Baseline from "@/emails/baseline";
import BlockChanged from "@/emails/block-changed";
import Digest from "@/emails/digest";
import Drill from "@/emails/drill";
import EndNear from "@/emails/end-near";
import Extended from "@/emails/extended";
import Finding from "@/emails/finding";
import LapseNear from "@/emails/lapse-near";
import type { PreviewFrame } from "@/emails/letter";
import LogWentBack from "@/emails/log-went-back";
import MadePrivate from "@/emails/made-private";
import MadePublic from "@/emails/made-public";
import PasswordKnown from "@/emails/password-known";
import PrivateOutside from "@/emails/private-outside";
import PublicOutside from "@/emails/public-outside";
import Reminder from "@/emails/reminder";
import RosterChanged from "@/emails/roster-changed";
import RowsMended from "@/emails/rows-mended";
import SettingChanged from "@/emails/setting-changed";
import StepUpLocked from "@/emails/step-up-locked";
import Unreachable from "@/emails/unreachable";
import { type FindingKind, findingKinds, findingKindsOfSites } from "@/lib/ledger/facts/finding-terms";
import { type FactsOf, type MailFacts, type MailKind, mailFactsSchema } from "@/lib/ledger/facts/mail-schema";
import { isChoice, SETTINGS, type SettingName, settingNames } from "@/lib/ledger/settings/terms";
import { asTyped } from "@/lib/platform/typed-text-terms";

function withoutFrame<P extends PreviewFrame>(props: P): Omit<P, "lang" | "recipient"> {
  const { lang: _lang, recipient: _recipient, ...facts } = props;
  return facts;
}

/** Believable facts of each kind: what the templates themselves are previewed with. */
export const EXAMPLES: { [K in MailKind]: FactsOf<K> } = {
  "made-public": { kind: "made-public", ...withoutFrame(MadePublic.PreviewProps) },
  "made-private": { kind: "made-private", ...withoutFrame(MadePrivate.PreviewProps) },
  "public-outside": { kind: "public-outside", ...withoutFrame(PublicOutside.PreviewProps) },
  "private-outside": { kind: "private-outside", ...withoutFrame(PrivateOutside.PreviewProps) },
  baseline: { kind: "baseline", ...withoutFrame(Baseline.PreviewProps) },
  "log-went-back": { kind: "log-went-back", ...withoutFrame(LogWentBack.PreviewProps) },
  "setting-changed": { kind: "setting-changed", ...withoutFrame(SettingChanged.PreviewProps) },
  "password-known": { kind: "password-known", ...withoutFrame(PasswordKnown.PreviewProps) },
  "step-up-locked": { kind: "step-up-locked", ...withoutFrame(StepUpLocked.PreviewProps) },
  extended: { kind: "extended", ...withoutFrame(Extended.PreviewProps) },
  "block-changed": { kind: "block-changed", ...withoutFrame(BlockChanged.PreviewProps) },
  "rows-mended": { kind: "rows-mended", ...withoutFrame(RowsMended.PreviewProps) },
  acknowledged: { kind: "acknowledged", ...withoutFrame(Acknowledged.PreviewProps) },
  digest: { kind: "digest", ...withoutFrame(Digest.PreviewProps) },
  finding: { kind: "finding", ...withoutFrame(Finding.PreviewProps) },
  "roster-changed": { kind: "roster-changed", ...withoutFrame(RosterChanged.PreviewProps) },
  "end-near": { kind: "end-near", ...withoutFrame(EndNear.PreviewProps) },
  "lapse-near": { kind: "lapse-near", ...withoutFrame(LapseNear.PreviewProps) },
  unreachable: { kind: "unreachable", ...withoutFrame(Unreachable.PreviewProps) },
  drill: { kind: "drill", ...withoutFrame(Drill.PreviewProps) },
  reminder: { kind: "reminder", ...withoutFrame(Reminder.PreviewProps) },
};

/** A setting that was changed. */
export const settingChanged = (setting: SettingName, from: string, to: string): MailFacts => ({
  ...EXAMPLES["setting-changed"],
  ...{ setting, from, to },
});

/** What the watch found, in any of its phases: about one site, or about the user `anonymous` itself. */
export function finding(kind: FindingKind, phase: FactsOf<"finding">["phase"] = "found"): FactsOf<"finding"> {
  const facts: FactsOf<"finding"> = { ...EXAMPLES.finding, finding: kind, phase };
  if (findingKindsOfSites.some((one) => one === kind)) return facts;
  return {
    ...facts,
    sites: [],
    total: 0,
    detail: kind === "anonymous-missing" ? null : { type: "ways", ways: ["password"] },
  };
}

/** One odd change: public, by a row with another spelling that is written twice and gives more than view. */
const odd = (["writable", "other-spelling", "duplicate-rows"] as const).map((kind) => {
  const { finding: found, sites, total, detail } = finding(kind);
  return { finding: found, phase: "found" as const, sites, total, detail };
});
const [, ...lesser] = odd;

const FINDINGS = findingKinds.flatMap((kind) =>
  (["found", "worse", "mended"] as const).map((phase) => finding(kind, phase)),
);

const traced = EXAMPLES["public-outside"].traces ?? missing("traces in the preview of public-outside");

function missing(what: string): never {
  throw new Error(`There are no ${what}.`);
}

/** Each setting, from each of its values to the next one; a typed one from nothing and back. */
const OF_SETTINGS = settingNames.flatMap((setting) => {
  const values = isChoice(setting) ? SETTINGS[setting].oneOf : ["", "security@stats.example, press@stats.example"];
  return values.map((to, at) => settingChanged(setting, values.at(at - 1) ?? to, to));
});

/** Every kind of mail in each of its wordings. */
export const KINDS: readonly MailFacts[] = [
  ...Object.values(EXAMPLES),
  ...FINDINGS,
  { ...EXAMPLES["public-outside"], also: odd },
  { ...EXAMPLES["private-outside"], traces: EXAMPLES["public-outside"].traces },
  { ...EXAMPLES["public-outside"], traces: undefined },
  { ...EXAMPLES["public-outside"], traces: { ...traced, found: null } },
  { ...finding("writable"), also: lesser },
  { ...finding("anonymous-super-user"), also: odd },
  ...OF_SETTINGS,
  { ...EXAMPLES["made-private"], actor: null, cause: "expired" },
  { ...EXAMPLES["made-private"], actor: null, cause: "locked" },
  { ...EXAMPLES["made-private"], actor: null, cause: "unconfirmed" },
  { ...EXAMPLES.extended, until: null },
  { ...EXAMPLES["block-changed"], sites: [], total: 0 },
  { ...EXAMPLES["block-changed"], actor: null },
  { ...EXAMPLES["block-changed"], on: false, sites: [], total: 0, left: 3 },
  { ...EXAMPLES["block-changed"], on: false, reason: asTyped("A visitor's name is in a page title"), left: 2 },
  { ...EXAMPLES["rows-mended"], what: "unclear-removed" },
  { ...EXAMPLES["rows-mended"], what: "orphans-removed" },
  { ...EXAMPLES.acknowledged, until: null },
  { ...EXAMPLES.acknowledged, sites: [], total: 0, finding: "anonymous-renamed" },
  { ...EXAMPLES["log-went-back"], lost: { from: 8, to: 8 }, sites: [], total: 0 },
  { ...EXAMPLES["log-went-back"], lost: { from: 1, to: null }, since: null, everySite: true },
  { ...EXAMPLES["roster-changed"], removed: [], moved: [], total: 1 },
  { ...EXAMPLES["roster-changed"], added: [], moved: [], total: 1 },
  { ...EXAMPLES["roster-changed"], added: [], removed: [], total: 1 },
  { ...EXAMPLES["end-near"], days: 1 },
  { ...EXAMPLES["lapse-near"], days: 1 },
  { ...EXAMPLES.unreachable, logins: ["bela", "carl"], why: "complained" },
  { ...EXAMPLES.unreachable, why: "suppressed" },
  { ...EXAMPLES.drill, site: null, actor: null },
  { ...EXAMPLES.reminder, outside: null },
  {
    ...lookedAt("shown", 2),
    lapse: { at: { utc: "2026-12-13 23:00 UTC", local: "2026-12-14 00:00 (Europe/Berlin)" }, count: 2 },
  },
  { ...EXAMPLES.reminder, outside: { at: EXAMPLES.reminder.at, readable: null, unexpected: 0 } },
  { ...lookedAt("refused"), outside: { at: EXAMPLES.reminder.at, readable: 5, unexpected: 2 } },
  lookedAt("unknown"),
  { ...EXAMPLES.reminder, lapse: null, cadence: "monthly", links: withoutReview(EXAMPLES.reminder.links) },
];

/** What strangers were seen to get of the sites. */
function lookedAt(seen: "shown" | "refused" | "unknown", personal = 0): FactsOf<"reminder"> {
  const sites = EXAMPLES.reminder.sites.map((site) => ({ ...site, outside: { seen, personal } }));
  return { ...EXAMPLES.reminder, sites };
}

function withoutReview({ publicAccess, activity }: FactsOf<"reminder">["links"]) {
  return { publicAccess, activity };
}

export type SiteFacts = FactsOf<"made-public">["sites"][number];

/** `count` sites of a change of `total`, named by `name`. */
export function sites(
  total: number,
  name: (id: number) => string = (id) => `Site ${id}`,
): {
  sites: SiteFacts[];
  total: number;
} {
  const shown = Array.from({ length: Math.min(total, 50) }, (_, index) => index + 1);
  return {
    total,
    sites: shown.map((id) => ({
      id,
      name: name(id),
      url: `https://site-${id}.example`,
      link: `https://portal.example/public-access?site=${id}`,
    })),
  };
}

export const madePublic = (changes: Partial<FactsOf<"made-public">> = {}): MailFacts => ({
  ...EXAMPLES["made-public"],
  ...changes,
});

/** What somebody else typed, as against what the portal itself says. */
const FROM_OUTSIDE = ["name", "reason", "login", "logins", "browser", "texts", "address", "from", "to", "by"];

/** The same facts with every word from outside changed. */
export function factsWith(facts: MailFacts, change: (value: string) => string): MailFacts {
  const walk = (value: unknown, outside: boolean, isSetting: boolean): unknown => {
    if (typeof value === "string") return outside && !isSetting ? change(value) : value;
    if (Array.isArray(value)) return value.map((one) => walk(one, outside, isSetting));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        walk(inner, FROM_OUTSIDE.includes(key), "setting" in value && (key === "from" || key === "to")),
      ]),
    );
  };
  return mailFactsSchema.parse(walk(facts, false, false));
}

const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&amp;": "&" };
export const unescapeHtml = (html: string) => html.replace(/&(?:lt|gt|quot|#x27|amp);/g, (one) => ENTITIES[one] ?? one);

/** What a reader sees of a text: one space where there is space, and no marks of direction. */
export const oneLine = (text: string) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ");

/** What a reader sees of `html`: no tags, no comments, one space where there is space. */
export function visible(html: string): string {
  const body = html.slice(html.indexOf("<body")).replace(/<!--.*?-->/gs, "");
  return unescapeHtml(body.replace(/<\/(?:p|div|td|th|li|h1|h2)>|<br\/>/g, " ").replace(/<[^>]*>/g, "")).replace(
    /\s+/g,
    " ",
  );
}

/** Where the links of `html` lead. */
export const hrefs = (html: string) =>
  Array.from(html.matchAll(/href="([^"]*)"/g), ([, href]) => unescapeHtml(href ?? ""));
