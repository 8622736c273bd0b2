import { describe, expect, it } from "vitest";
import {
  fateWords,
  feedbackWords,
  secondChannelWords,
  silenceWords,
  stateWords,
  titleWords,
} from "@/components/deliveries/deliveries-words";
import { fates } from "@/lib/deliveries/schema";
import { MAX_TRIES } from "@/lib/outbox/retry-policy";

const MAIL = { attempts: 0, nextAttemptAt: null, sentAt: null, sentVia: null } as const;

describe("a mail in words", () => {
  it("is called by its subject; by its kind while it has none", () => {
    expect(titleWords({ subject: "1 site is public", kind: "made-public" })).toBe("1 site is public");
    expect(titleWords({ subject: null, kind: "reminder" })).toBe("The reminder");
    expect(titleWords({ subject: null, kind: "of-tomorrow" })).toBe("The mail “of-tomorrow”");
  });

  it("says where it stands", () => {
    const nextAttemptAt = "2026-11-24T12:30:00.000Z";
    const sentAt = "2026-11-24T12:00:00.000Z";
    expect(stateWords({ ...MAIL, state: "held" })).toBe("Waits up to a minute to be told together with other changes");
    expect(stateWords({ ...MAIL, state: "folded" })).toBe("Told in a digest");
    expect(stateWords({ ...MAIL, state: "due", nextAttemptAt })).toBe("Waits to go out");
    expect(stateWords({ ...MAIL, state: "due", attempts: 3, nextAttemptAt })).toBe(
      "Waits, try 4 of 10, next at 24 Nov 2026, 12:30 UTC",
    );
    expect(stateWords({ ...MAIL, state: "due", attempts: 3 })).toContain(`of ${MAX_TRIES}`);
    expect(stateWords({ ...MAIL, state: "sent", sentAt, sentVia: "fallback-smtp" })).toBe(
      "Handed over to the fallback mail server at 24 Nov 2026, 12:00 UTC",
    );
    expect(stateWords({ ...MAIL, state: "sent" })).toBe("Handed over");
    expect(stateWords({ ...MAIL, state: "dead" })).toBe("Failed for good");
  });

  it("E20: is said to have arrived only where the provider said so; silence is never called fine", () => {
    expect(fates.filter((fate) => /delivered/i.test(fateWords(fate)))).toEqual(["delivered"]);
    for (const via of ["resend", "smtp", "fallback-smtp", null]) expect(silenceWords(via)).toMatch(/^Not known: /);
    expect(silenceWords("mailbox")).toMatch(/^Not sent on: /);
  });
});

describe("what is configured, in words", () => {
  it("says how the portal learns what became of mails, and what to set", () => {
    expect(feedbackWords("webhook")).toContain("silence proves nothing");
    expect(feedbackWords("polling")).toContain("RESEND_WEBHOOK_SECRET");
    expect(feedbackWords("none")).toContain("stays unknown");
  });

  it("says what the second channel does, and names each part that is not set", () => {
    expect(secondChannelWords({ webhook: true, smtp: true })).not.toMatch(/[A-Z]+_URL/);
    expect(secondChannelWords({ webhook: true, smtp: false })).toContain("no fallback mail server (FALLBACK_SMTP_URL)");
    expect(secondChannelWords({ webhook: false, smtp: true })).toContain("no webhook (ALERT_WEBHOOK_URL)");
    expect(secondChannelWords({ webhook: false, smtp: false })).toContain("nobody is told until somebody looks here");
  });
});
