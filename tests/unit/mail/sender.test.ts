import { beforeEach, describe, expect, it, vi } from "vitest";
import { listMailbox, mailboxDir } from "@/lib/messaging/mail/mailbox";
import { configuredSender } from "@/lib/messaging/mail/sender";
import { forgetAll } from "@/lib/platform/once-per-process";

const CONFIGURATION = {
  DATABASE_URL: "file:./x.db",
  NEXTAUTH_URL: "http://127.0.0.1:3000",
  NEXTAUTH_SECRET: "s".repeat(32),
  CRON_SECRET: "c".repeat(16),
  MAIL_FROM: "alerts@portal.example",
  RESEND_API_KEY: "re_test",
  SMTP_URL: "smtp://127.0.0.1:2525",
  MAILBOX_DIR: "./mailbox",
};

describe("configuredSender", () => {
  beforeEach(() => {
    forgetAll();
    for (const [name, value] of Object.entries(CONFIGURATION)) vi.stubEnv(name, value);
    return () => vi.unstubAllEnvs();
  });

  it.each(["resend", "smtp", "mailbox"])("takes the way out that MAIL_TRANSPORT=%s names", async (transport) => {
    vi.stubEnv("MAIL_TRANSPORT", transport);
    expect(configuredSender().name).toBe(transport);
  });

  it("has no mailbox to read while another transport is configured", async () => {
    vi.stubEnv("MAIL_TRANSPORT", "smtp");
    expect(mailboxDir()).toBeNull();
    expect(await listMailbox()).toEqual([]);
  });
});
