import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idempotencyKey } from "@/lib/messaging/outbox/idempotency-key";
import { newIdentity } from "@/lib/messaging/outbox/identity";
import type { MailContent } from "@/lib/messaging/outbox/sender";

const EVENT = { eventKey: "event/3", kind: "public-outside", recipient: "anna@people.example" };
const few = fc.constantFrom("", "a", "b", "a/b", "b@people.example");
const content: fc.Arbitrary<MailContent> = fc.record({
  from: few,
  replyTo: fc.option(few),
  to: few,
  subject: few,
  html: few,
  text: few,
  headers: fc.dictionary(fc.constantFrom("A", "B"), few),
});

/** What can become of one installation: mails queued, its tables kept, and put back to what they were. */
type Step = { do: "queue" | "try-all"; content: MailContent } | { do: "back-up" | "restore" | "begin" };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom("queue" as const, "try-all"), content }),
  fc.record({ do: fc.constantFrom("back-up" as const, "restore", "begin") }),
);

/** Every mail that two installations try, with its key; event numbers come back as they do after a restore. */
function tried(histories: readonly (readonly Step[])[]): { mail: object; key: string }[] {
  const tries: { mail: object; key: string }[] = [];
  for (const [portal, steps] of histories.entries()) {
    let installation = `installation-${portal}`;
    let rows: { identity: string; content: MailContent }[] = [];
    let kept = rows;
    for (const one of steps) {
      if (one.do === "queue") rows = [...rows, { identity: newIdentity(installation), content: one.content }];
      // The configuration may change between two tries, and with it what goes out.
      if (one.do === "try-all")
        rows = rows.map((row) => ({ ...row, content: { ...row.content, from: one.content.from } }));
      if (one.do === "back-up") kept = rows;
      if (one.do === "restore") rows = kept;
      if (one.do === "begin") installation = `${installation}+`;
      for (const row of rows) {
        const mail = { cause: row.identity, ...row.content };
        tries.push({ mail, key: idempotencyKey({ ...EVENT, identity: row.identity }, row.content) });
      }
    }
  }
  return tries;
}

describe("the key of a mail", () => {
  it("is another's only if the mails are one mail, whatever becomes of two installations", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.array(step, { maxLength: 12 }), (one, other) => {
        const mailOf = new Map<string, string>();
        const keyOf = new Map<string, string>();
        for (const { mail, key } of tried([one, other])) {
          const bytes = JSON.stringify(mail);
          expect(mailOf.get(key) ?? bytes).toBe(bytes);
          expect(keyOf.get(bytes) ?? key).toBe(key);
          mailOf.set(key, bytes);
          keyOf.set(bytes, key);
        }
      }),
    );
  });

  it("keeps apart what differs in one place only", () => {
    const base: MailContent = { from: "f", replyTo: null, to: "t", subject: "s", html: "h", text: "x", headers: {} };
    const others: Partial<MailContent>[] = [
      { from: "g" },
      { replyTo: "" },
      { to: "tt" },
      { subject: "" },
      { html: "hx", text: "" },
      { text: "h", html: "x" },
      { headers: { A: "" } },
    ];
    const keys = [{}, ...others].map((other) => idempotencyKey({ ...EVENT, identity: "i/1" }, { ...base, ...other }));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("fits into a header of any provider and holds no address", () => {
    fc.assert(
      fc.property(content, (mail) => {
        const key = idempotencyKey({ ...EVENT, identity: newIdentity("0".repeat(32)) }, mail);
        expect(key).toMatch(/^[0-9a-f/]{1,256}$/);
      }),
    );
  });

  it("of a mail that an older version queued is the one under which that version may have tried it", () => {
    const mail: MailContent = { from: "f", replyTo: null, to: "t", subject: "s", html: "h", text: "x", headers: {} };
    expect(idempotencyKey({ ...EVENT, identity: null }, mail)).toBe("event/3/public-outside/anna@people.example");
    const long = { ...EVENT, recipient: "a".repeat(300), identity: null };
    expect(idempotencyKey(long, mail)).toBe("38fdc5b9b69a51fac37454f826b0b0832f09404333ae3bb034db0391db104e12");
  });
});
