import { describe, expect, it } from "vitest";
import { deliveryEventOf, statusOfLastEvent } from "@/lib/domain/deliveries/resend-events";

const NOW = new Date("2026-11-24T12:00:00Z");
const SAID = "2026-11-24T11:58:00.000Z";

/** As Resend documents them (resend.com/docs/webhooks/event-types). */
function news(type: string, data: object = {}, created_at: unknown = SAID) {
  const common = { email_id: "mail-1", from: "alerts@portal.example", to: ["bela@people.example"], subject: "…" };
  return deliveryEventOf("msg_1", { type, created_at, data: { ...common, ...data } }, NOW);
}
const bounce = (type: string | undefined) => ({ bounce: { type, subType: "General", message: "550 no\r\nsuch user" } });

describe("an event of Resend", () => {
  it.each([
    ["email.delivered", {}, "delivered", ""],
    ["email.delivery_delayed", {}, "delayed", ""],
    ["email.complained", {}, "complained", ""],
    ["email.failed", { failed: { reason: "reached_daily_quota" } }, "failed", "reached_daily_quota"],
    [
      "email.suppressed",
      { suppressed: { type: "OnAccountSuppressionList", message: "It bounced." } },
      "suppressed",
      "OnAccountSuppressionList: It bounced.",
    ],
    ["email.bounced", bounce("Permanent"), "bounced", "Permanent: General: 550 no such user"],
  ])("%s with %j is %s, with the provider's words in one line", (type, data, fate, detail) => {
    expect(news(type, data)).toEqual({ id: "msg_1", providerId: "mail-1", fate, at: new Date(SAID), detail });
  });

  it("E19: of a bounce is a hard one unless it is called transient: then the mail is lost, the address is not", () => {
    for (const type of ["Permanent", "Undetermined", "", undefined]) {
      expect(news("email.bounced", bounce(type))?.fate).toBe("bounced");
    }
    for (const type of ["Transient", "transient"]) expect(news("email.bounced", bounce(type))?.fate).toBe("failed");
    for (const data of [{}, { bounce: null }, { bounce: "no" }, { bounce: { type: 5 } }]) {
      expect(news("email.bounced", data)?.fate).toBe("bounced");
    }
  });

  it.each([
    "email.sent",
    "email.scheduled",
    "email.opened",
    "email.clicked",
    "email.received",
    "email.canceled",
    "email.",
    "email.toString",
    "suppression.added",
    "delivered",
  ])("%s is no news", (type) => {
    expect(news(type)).toBeNull();
  });

  it("about no mail is no news", () => {
    for (const email_id of [undefined, "", 5, ["x"], "x".repeat(201)]) {
      expect(news("email.bounced", { email_id })).toBeNull();
    }
    for (const body of [null, 5, "x", [], {}]) expect(deliveryEventOf("msg_1", body, NOW)).toBeNull();
  });

  it("without a moment, with a wrong one or one to come happened when it was received", () => {
    for (const moment of [null, 5, "yesterday", "2027-01-01T00:00:00Z"]) {
      expect(news("email.bounced", {}, moment)?.at).toEqual(NOW);
    }
  });

  it("fits its columns, whatever its length", () => {
    const long = news("email.failed", { failed: { reason: `${"x".repeat(499)}😀😀` } });
    expect(long?.detail).toHaveLength(500);
    expect(long?.detail.isWellFormed()).toBe(true);
    const event = { type: "email.delivered", data: { email_id: "mail-1" } };
    const ids = ["a", "b"].map((end) => deliveryEventOf(`${"x".repeat(190)}${end}`, event, NOW)?.id);
    expect(ids.map((id) => id?.length)).toEqual([64, 64]);
    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe("E21: what Resend answers when it is asked", () => {
  it.each([
    ["delivered", "delivered"],
    ["opened", "delivered"],
    ["clicked", "delivered"],
    ["delivery_delayed", "delayed"],
    ["bounced", "bounced"],
    ["complained", "complained"],
    ["suppressed", "suppressed"],
    ["failed", "failed"],
    ["canceled", "failed"],
    ["queued", null],
    ["scheduled", null],
    ["sent", null],
    ["undefined", null],
    ["constructor", null],
  ])("%j means %j", (lastEvent, fate) => {
    expect(statusOfLastEvent(lastEvent)).toBe(fate);
  });
});
