import { describe, expect, it } from "vitest";
import { mailFactsSchema } from "@/lib/ledger/facts/mail-schema";
import { mailboxOf, unsubscribeHeaders } from "@/lib/messaging/mail/unsubscribe";
import { portalEnv } from "@/tests/unit/alerts/portal-env";

portalEnv();

const kinds = mailFactsSchema.options.map((option) => option.shape.kind.value);
const address = (mailbox: string) => unsubscribeHeaders("reminder", mailbox)["List-Unsubscribe"]?.slice(1, -1) ?? "";

describe("E24: the headers of one click", () => {
  it("stand in reminders: an https address of the portal, and that it takes a POST (RFC 8058, 3.1)", () => {
    expect(unsubscribeHeaders("reminder", "anna@people.example")).toEqual({
      "List-Unsubscribe": expect.stringMatching(
        /^<https:\/\/portal\.example\/api\/reminders\/slow\?m=[\w-]+&s=[\w-]{43}>$/,
      ),
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
  });

  it.each(kinds.filter((kind) => kind !== "reminder"))("stand in no %s: nobody turns alerts off", (kind) => {
    expect(unsubscribeHeaders(kind, "anna@people.example")).toEqual({});
  });

  it("are the same at every try, and for every spelling of the mailbox", () => {
    expect(address("anna@people.example")).toBe(address("anna@people.example"));
    expect(address(" ANNA@people.example\n")).toBe(address("anna@people.example"));
    expect(address("jonas@people.example")).not.toBe(address("anna@people.example"));
  });

  it("fit on a line of a mail, for the longest address that Matomo stores (RFC 5322, 2.1.1)", () => {
    expect(`List-Unsubscribe: <${address(`${"ä".repeat(88)}@mail.example`)}>`.length).toBeLessThan(998);
  });

  it.each(["anna@people.example", "ädä+x@mätomo.example", "o'brien@people.example"])("name %s alone", (mailbox) => {
    expect(mailboxOf(address(mailbox))).toBe(mailbox);
  });
});
