import { describe, expect, it } from "vitest";
import { letterText } from "@/emails/letter-text";
import { plain } from "@/emails/line";
import { MailTranslator } from "@/emails/mail-translator";
import { type MailFacts, mailFactsSchema, RECIPIENT_MARK } from "@/lib/ledger/facts/mail-schema";
import { letterOf, renderMail } from "@/lib/messaging/mail/render";
import { languages, messagesIn } from "@/messages/catalogue";
import { EXAMPLES, factsWith, hrefs, KINDS, oneLine, sites, visible } from "./facts";
import { factsSaid } from "./facts-said";
import { mailOf } from "./mail-of";

/** Where the sites of a mail are, and what its button opens. */
function linksOf(facts: MailFacts, t: MailTranslator): string[] {
  const changes = facts.kind === "digest" ? facts.changes : [];
  const sites = [facts, ...changes].flatMap((one) => ("sites" in one ? one.sites.map((site) => site.link) : []));
  return [...sites, letterOf(facts, t).button.href];
}

/** What a letter looks like without what no reader sees of it. */
const seen = (html: string) => html.replace(/<(title|head)>.*?<\/\1>|<div[^>]*data-skip.*?<\/div>/gs, "");

/** What an inbox shows beside the subject: what React Email hides at the top, without the padding after it. */
const preheaderOf = (html: string) => visible(`<body>${/<div[^>]*data-skip[^>]*>(.*?)<\/?div/s.exec(html)?.[1] ?? ""}`);

const LONG_HOST = `${"very-long.".repeat(20)}stats.example`;
const ARABIC = "ه".repeat(90);

describe.each(languages())("in %s", (language) => {
  const { direction, formats } = messagesIn(language).language;
  const graphemes = new Intl.Segmenter(formats, { granularity: "grapheme" });
  const width = (line: string) => [...graphemes.segment(line.replace(/[\u200E\u200F\u2066-\u2069]/g, ""))].length;

  const t = new MailTranslator(language);
  // What goes the other way than the words around it.
  const other = direction === "rtl" ? "Shop-24" : "مكتبة";
  const alone = new RegExp(`(?<!\u2068[^\u2069\n]*)${other}`);

  describe.each(KINDS)("the mail $kind", (facts) => {
    it("E22: says every fact in the HTML and in the text", async () => {
      const mail = await mailOf(facts, language);
      const [html, text] = [visible(mail.html), oneLine(mail.text)];
      const all = factsSaid(facts, language);
      expect(all.length).toBeGreaterThan(2);
      expect(all.filter((fact) => !html.includes(fact))).toEqual([]);
      expect(all.filter((fact) => !text.includes(fact))).toEqual([]);
    });

    it("carries the same links in the HTML and in the text", async () => {
      const mail = await mailOf(facts, language);
      expect(linksOf(facts, t).filter((link) => !hrefs(mail.html).includes(link))).toEqual([]);
      expect(linksOf(facts, t).filter((link) => !mail.text.includes(link))).toEqual([]);
    });

    it("writes each address in the text alone on its line, with nothing around it", async () => {
      const { text } = await mailOf(facts, language);
      expect(text.split("\n").filter((line) => line.includes("://") && !/^ *https?:\/\/\S+$/.test(line))).toEqual([]);
      expect(text).not.toMatch(/:\/\/\S*[\p{Cf}]/u);
    });

    it("has a second line for the inbox that ends with a word, and says so where more follows", async () => {
      const { html } = await mailOf(facts, language);
      const letter = letterOf(facts, t);
      const lead = oneLine((letter.lead.length > 0 ? letter.lead : [letter.headline]).map(plain).join(" "));
      const shown = oneLine(preheaderOf(html));
      expect(width(shown)).toBeLessThanOrEqual(140);
      if (shown === lead) return;
      expect(shown).toMatch(/\S…$/);
      const kept = shown.slice(0, -1);
      expect(lead.startsWith(kept)).toBe(true);
      expect(lead[kept.length]).toBe(" ");
    });

    it("E27: has a subject of one line and at most 78 characters that ends with the host", async () => {
      const { subject } = await mailOf(facts, language);
      expect(subject.length).toBeLessThanOrEqual(78);
      expect(oneLine(subject)).toMatch(/stats\.example$/);
    });

    it("E22: keeps the lines of the text at 78 columns, long words excepted", async () => {
      const { text } = await mailOf(facts, language);
      expect(text.split("\n").filter((line) => width(line) > 78 && line.trim().includes(" "))).toEqual([]);
    });

    it("E29: names its language and direction, suits light and dark, and loads nothing from anywhere", async () => {
      const { html } = await mailOf(facts, language);
      for (const part of ["html", "body"]) {
        expect(html).toMatch(new RegExp(`<${part}[^>]* dir="${direction}"`));
        expect(html).toMatch(new RegExp(`<${part}[^>]* lang="${language}"`));
      }
      expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
      expect(html).toContain("prefers-color-scheme:dark");
      expect(html).not.toMatch(/<img|<link|src=|url\(|@import/i);
    });

    it("leaves the recipient's place open in both parts, and nowhere in the subject", async () => {
      const mail = await mailOf(facts, language);
      expect(mail.html.split(RECIPIENT_MARK)).toHaveLength(2);
      expect(mail.text.split(RECIPIENT_MARK)).toHaveLength(2);
      expect(mail.subject).not.toContain(RECIPIENT_MARK);
    });

    it("E27, E30: cuts long words from outside in the subject, and sets them apart from ours", () => {
      const long = { ...factsWith(facts, () => `${other} ${other.repeat(15)}`), host: LONG_HOST };
      const letter = letterOf(long, t);
      expect(letter.subject.length).toBeLessThanOrEqual(78);
      expect(oneLine(letter.subject)).toMatch(/ts\.example$/);
      for (const part of [letter.subject, letterText(letter, { t, recipient: "" })]) expect(part).not.toMatch(alone);
    });
  });

  it.each(Object.values(EXAMPLES))("E30: sets words from outside apart in the HTML too ($kind)", async (facts) => {
    const { html } = await renderMail(
      factsWith(facts, () => other),
      language,
    );
    expect(seen(html).replaceAll(`<bdi>${other}</bdi>`, "")).not.toContain(other);
  });

  it.each(Object.values(EXAMPLES))("renders to the same bytes every time ($kind)", async (facts) => {
    expect(await renderMail(facts, language)).toEqual(await mailOf(facts, language));
  });

  it.each(Object.values(EXAMPLES).filter((facts) => "sites" in facts))(
    "E29: 50 sites of 1,000 are named, below 98 kB ($kind)",
    async (facts) => {
      const { html, text } = await renderMail(
        withSites(facts, (id) => `Site ${id}`),
        language,
      );
      expect(Buffer.byteLength(html)).toBeLessThan(98_000);
      for (const part of [html, text]) expect(part).toContain("site-50.example");
    },
  );

  it.each(Object.values(EXAMPLES).filter((facts) => "sites" in facts))(
    "E28, E29: with names of 90 Arabic letters it stays below 98 kB, and counts alike in both parts ($kind)",
    async (facts) => {
      const { html, text } = await renderMail(
        withSites(facts, () => ARABIC),
        language,
      );
      expect(Buffer.byteLength(html)).toBeLessThan(98_000);
      const named = html.split(`<bdi>${ARABIC}</bdi></a>`).length - 1;
      expect(named).toBeGreaterThanOrEqual(20);
      const more = (1000 - named).toLocaleString(formats);
      for (const part of [visible(html), oneLine(text)]) expect(part).toContain(more);
    },
  );
});

/** The same mail about 1,000 sites, of which it is given 50. */
function withSites(facts: MailFacts, name: (id: number) => string): MailFacts {
  const many = sites(1000, name);
  const [like] = facts.kind === "reminder" ? facts.sites : [];
  const detail = { type: "texts", texts: "admin", more: 0 };
  const named = many.sites.map((site) => ({ detail, until: "2026-12-11", ...like, ...site }));
  return mailFactsSchema.parse({ ...facts, sites: named, total: 1000 });
}

it("lists are indented and columns aligned at the side where lines begin", async () => {
  const arabic = (await renderMail(EXAMPLES.digest, "ar")).html;
  expect(arabic).not.toMatch(/<[uo]l[^>]*padding-left/);
  expect(arabic).toMatch(/<ol[^>]*padding-right:26px/);
  expect(arabic).toMatch(/<th[^>]* align="right"/);
  const english = (await renderMail(EXAMPLES.digest, "en")).html;
  expect(english).toMatch(/<ol[^>]*padding-left:26px/);
  expect(english).toMatch(/<th[^>]* align="left"/);
});
