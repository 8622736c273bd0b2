import { describe, expect, it } from "vitest";
import { addressTo } from "@/lib/mail/address-to";
import { renderMail } from "@/lib/mail/render";
import { RECIPIENT_MARK } from "@/lib/mail/schema";
import { madePublic, visible } from "./facts";

const rendered = { subject: "s", html: `<p>${RECIPIENT_MARK}</p>`, text: `to ${RECIPIENT_MARK}.` };

describe("addressTo", () => {
  it("names both logins that share an address, in HTML and text", async () => {
    const mail = addressTo(await renderMail(madePublic(), "en"), ["anna", "anna.ops"]);
    expect(visible(mail.html)).toContain(
      "Sent to anna and anna.ops because every Super User of stats.example is told.",
    );
    expect(mail.text).toContain("Sent to anna and anna.ops\nbecause every Super User of stats.example is told.");
    expect(mail.html + mail.text).not.toContain(RECIPIENT_MARK);
  });

  it("names three logins with a comma and an and", () => {
    expect(addressTo(rendered, ["a", "b", "c"]).text).toBe("to a, b and c.");
  });

  it("escapes a login in HTML and leaves it plain in text", () => {
    const mail = addressTo(rendered, ["<b>&\"'"]);
    expect(mail.html).toBe("<p><bdi>&lt;b&gt;&amp;&quot;&#x27;</bdi></p>");
    expect(mail.text).toBe("to <b>&\"'.");
  });

  it("takes a login literally that looks like a replacement pattern", () => {
    expect(addressTo(rendered, ["$&$1$`"]).text).toBe("to $&$1$`.");
  });

  it("keeps a login on one line and free of marks", () => {
    expect(addressTo(rendered, [`a\r\nb\u202E${RECIPIENT_MARK}`]).text).toBe("to a b.");
  });

  it("gives the same bytes for the same mail and logins", () => {
    expect(addressTo(rendered, ["a", "b"])).toEqual(addressTo(rendered, ["a", "b"]));
  });

  it("refuses to address nobody", () => {
    expect(() => addressTo(rendered, [])).toThrow("at least one login");
  });
});
