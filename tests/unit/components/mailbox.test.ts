import { describe, expect, it } from "vitest";
import { groupMails, type ListedMail } from "@/components/mailbox/group-mails";
import { mailboxPath, readMailboxAddress } from "@/components/mailbox/mailbox-address";

const AT = Date.parse("2026-11-24T12:30:00.000Z");
const mail = (id: string, to: string, secondsBefore = 0, kind: ListedMail["kind"] = "alerts"): ListedMail => ({
  ...{ id, subject: id, to, kind },
  date: new Date(AT - secondsBefore * 1000).toISOString(),
});
const grouped = (...mails: ListedMail[]) => groupMails(mails).map((group) => group.map(({ id }) => id).join(" "));

describe("mails in the mailbox", () => {
  it("of one event stand together: one to each person, within a minute", () => {
    expect(grouped(mail("a", "anna"), mail("b", "bela", 1), mail("c", "cleo", 59))).toEqual(["a b c"]);
    expect(grouped(mail("a", "anna"), mail("b", "bela", 60))).toEqual(["a", "b"]);
  });

  it("of another event stand apart, also in the same minute: somebody gets a second one", () => {
    expect(grouped(mail("a", "anna"), mail("b", "bela"), mail("c", "anna"), mail("d", "bela"))).toEqual(["a b", "c d"]);
  });

  it("of another kind stand apart, and so do those without a date", () => {
    expect(grouped(mail("a", "anna"), mail("b", "bela", 0, "reminders"))).toEqual(["a", "b"]);
    expect(grouped({ ...mail("a", "anna"), date: null }, { ...mail("b", "bela"), date: null })).toEqual(["a", "b"]);
  });
});

describe("the mailbox's address", () => {
  it("is read back as it was written, and says nothing of what is as usual", () => {
    for (const filter of [
      { kind: null, to: null },
      { kind: "reminders", to: "a+b@x.example" },
    ] as const) {
      const params = Object.fromEntries(new URL(mailboxPath(filter), "http://x.example").searchParams);
      expect(readMailboxAddress(params)).toEqual({ ...filter, page: 1 });
    }
    expect(mailboxPath({ kind: null, to: null })).toBe("/mailbox");
  });

  it("that makes no sense is as if it said nothing", () => {
    expect(readMailboxAddress({ kind: "spam", to: ["a"], page: "0" })).toEqual({ kind: null, to: null, page: 1 });
  });
});
