import { describe, expect, it } from "vitest";
import { RECIPIENT_MARK } from "@/lib/ledger/facts/mail-schema";
import { addressTo } from "@/lib/messaging/mail/address-to";
import { renderMail } from "@/lib/messaging/mail/render";
import { madePublic, oneLine, visible } from "./facts";

const rendered = { subject: "s", html: `<p>${RECIPIENT_MARK}</p>`, text: `to ${RECIPIENT_MARK}.` };

describe("addressTo", () => {
  it("names both logins that share an address, in HTML and text", async () => {
    const mail = addressTo(await renderMail(madePublic(), "en"), ["anna", "anna.ops"], "en");
    expect(visible(mail.html)).toContain("To anna and anna.ops, all Super Users and extra recipients.");
    expect(mail.text).toContain("To anna and anna.ops,\nall Super Users and extra recipients.");
    expect(mail.html + mail.text).not.toContain(RECIPIENT_MARK);
  });

  it("names three logins with a comma and an and", () => {
    expect(addressTo(rendered, ["a", "b", "c"], "en").text).toBe("to a, b and c.");
  });

  it.each([
    ["de", "a, b und c"],
    ["fr", "a, b et c"],
    ["es", "a, b y c"],
    ["ar", "\u2068a\u2069 و\u2068b\u2069 و\u2068c\u2069"],
    ["tlh", "a, b and c"],
  ])("joins names as %s does, and in English where that is not spoken", (language, joined) => {
    expect(addressTo(rendered, ["a", "b", "c"], language).text).toBe(`to ${joined}.`);
  });

  it("says the truth to an extra recipient, who is no Super User", async () => {
    const { html, text } = addressTo(await renderMail(madePublic(), "en"), ["security@stats.example"], "en");
    for (const part of [visible(html), oneLine(text)]) {
      expect(part).toContain("To security@stats.example, all Super Users and extra recipients.");
    }
  });

  it("escapes a login in HTML and leaves it plain in text", () => {
    const mail = addressTo(rendered, ["<b>&\"'"], "en");
    expect(mail.html).toBe("<p><bdi>&lt;b&gt;&amp;&quot;&#x27;</bdi></p>");
    expect(mail.text).toBe("to <b>&\"'.");
  });

  it("takes a login literally that looks like a replacement pattern", () => {
    expect(addressTo(rendered, ["$&$1$`"], "en").text).toBe("to $&$1$`.");
  });

  it("keeps a login on one line and free of marks", () => {
    expect(addressTo(rendered, [`a\r\nb\u202E${RECIPIENT_MARK}`], "en").text).toBe("to a b.");
  });

  it("gives the same bytes for the same mail and logins", () => {
    expect(addressTo(rendered, ["a", "b"], "ar")).toEqual(addressTo(rendered, ["a", "b"], "ar"));
  });

  it("refuses to address nobody", () => {
    expect(() => addressTo(rendered, [], "en")).toThrow("at least one login");
  });
});
