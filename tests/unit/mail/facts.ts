import Baseline from "@/emails/baseline";
import type { Frame } from "@/emails/letter";
import MadePrivate from "@/emails/made-private";
import MadePublic from "@/emails/made-public";
import PrivateOutside from "@/emails/private-outside";
import PublicOutside from "@/emails/public-outside";
import Reminder from "@/emails/reminder";
import SettingChanged from "@/emails/setting-changed";
import StepUpLocked from "@/emails/step-up-locked";
import type { FactsOf, MailFacts, MailKind } from "@/lib/mail/schema";

function withoutFrame<P extends Frame>({ lang: _lang, recipient: _recipient, ...facts }: P): Omit<P, keyof Frame> {
  return facts;
}

/** Believable facts of each kind: what the templates themselves are previewed with. */
export const EXAMPLES: { [K in MailKind]: FactsOf<K> } = {
  "made-public": { kind: "made-public", ...withoutFrame(MadePublic.PreviewProps) },
  "made-private": { kind: "made-private", ...withoutFrame(MadePrivate.PreviewProps) },
  "public-outside": { kind: "public-outside", ...withoutFrame(PublicOutside.PreviewProps) },
  "private-outside": { kind: "private-outside", ...withoutFrame(PrivateOutside.PreviewProps) },
  baseline: { kind: "baseline", ...withoutFrame(Baseline.PreviewProps) },
  "setting-changed": { kind: "setting-changed", ...withoutFrame(SettingChanged.PreviewProps) },
  "step-up-locked": { kind: "step-up-locked", ...withoutFrame(StepUpLocked.PreviewProps) },
  reminder: { kind: "reminder", ...withoutFrame(Reminder.PreviewProps) },
};

/** The rule "publishing needs a second factor", brought in or taken away. */
export const secondFactorChanged = (to: "required" | "optional"): MailFacts => ({
  ...EXAMPLES["setting-changed"],
  setting: "second-factor",
  from: to === "required" ? "optional" : "required",
  to,
});

export const KINDS: readonly MailFacts[] = [
  ...Object.values(EXAMPLES),
  secondFactorChanged("required"),
  secondFactorChanged("optional"),
];

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

const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&amp;": "&" };
export const unescapeHtml = (html: string) => html.replace(/&(?:lt|gt|quot|#x27|amp);/g, (one) => ENTITIES[one] ?? one);

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
