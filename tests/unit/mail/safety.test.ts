import { describe, expect, it } from "vitest";
import { RECIPIENT_MARK } from "@/lib/ledger/facts/mail-schema";
import { cleanText } from "@/lib/messaging/mail/clean-facts";
import { renderMail } from "@/lib/messaging/mail/render";
import { EXAMPLES, factsWith, hrefs, KINDS, visible } from "./facts";
import { mailOf } from "./mail-of";

const HOSTILE = "a\r\nBcc: eve@evil.example\u0000\u2028\u0085b\u202Ec\u2066d\uE000\u200Ff</td><script>x</script>";
const PAGES = ["/public-access", "/activity", "/review", "/alerts", "/sessions", "/settings"];

describe.each(KINDS)("the mail $kind", (facts) => {
  it("E25, E26: links only to pages of the portal, without a secret or a command in the address", async () => {
    for (const link of hrefs((await mailOf(facts, "en")).html)) {
      const { origin, pathname, searchParams, hash } = new URL(link);
      expect(origin).toBe("https://portal.example");
      expect(PAGES).toContain(pathname);
      expect(hash).toBe("");
      for (const [name, value] of searchParams) expect(`${name}=${value}`).toMatch(/^(site=\d+|state=public)$/);
    }
  });

  it("E25: has no form and no script", async () => {
    expect((await mailOf(facts, "en")).html).not.toMatch(/<form|<input|<script|<button|\son\w+="/i);
  });

  it("E24: offers fewer reminders in reminders alone, and never to unsubscribe", async () => {
    const { html, text } = await mailOf(facts, "en");
    for (const part of [visible(html), text.replace(/\s+/g, " ")]) {
      const offers = facts.kind === "reminder" && facts.cadence === "weekly";
      expect(part).not.toMatch(/unsubscribe/i);
      expect(part.includes("Monthly instead")).toBe(offers);
    }
  });

  it("E30: gains no line, header, direction, mark or markup by any word from outside", async () => {
    const mail = await renderMail(
      factsWith(facts, (value) => `${value}${HOSTILE}`),
      "en",
    );
    expect(mail.subject).not.toMatch(/[\p{Cc}\u2028-\u202E\u2060-\u2067\uE000]/u);
    expect(mail.subject.length).toBeLessThanOrEqual(78);
    expect(`${mail.html}${mail.text}`.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028-\u202E\u2066-\u2067]/u);
    const harmless = cleanText(HOSTILE);
    expect(mail).toEqual(
      await renderMail(
        factsWith(facts, (value) => `${value}${harmless}`),
        "en",
      ),
    );
    expect(mail.html).not.toContain("<script");
    expect(mail.html.split(RECIPIENT_MARK)).toHaveLength(2);
  });
});

describe("whom a mail names", () => {
  it("E12: says of a changed roster who changed, never who else was told", async () => {
    const { html, text } = await renderMail(EXAMPLES["roster-changed"], "en");
    for (const part of [visible(html), text.replace(/\s+/g, " ")]) {
      expect(part).toContain("all Super Users, old and new");
      expect(new Set(part.match(/[\w.]+@[\w.]+/g))).toEqual(
        new Set(["mallory@mail.example", "bela@stats.example", "anna@stats.example", "anna@mail.example"]),
      );
    }
  });
});
