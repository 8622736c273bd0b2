import { beforeEach, describe, expect, it, vi } from "vitest";

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
    vi.resetModules();
    for (const [name, value] of Object.entries(CONFIGURATION)) vi.stubEnv(name, value);
    return () => vi.unstubAllEnvs();
  });

  it.each(["resend", "smtp", "mailbox"])("takes the way out that MAIL_TRANSPORT=%s names", async (transport) => {
    vi.stubEnv("MAIL_TRANSPORT", transport);
    const { configuredSender } = await import("@/lib/messaging/mail/sender");
    expect(configuredSender().name).toBe(transport);
  });

  it("has no mailbox to read while another transport is configured", async () => {
    vi.stubEnv("MAIL_TRANSPORT", "smtp");
    const { listMailbox, mailboxDir } = await import("@/lib/messaging/mail/mailbox");
    expect(mailboxDir()).toBeNull();
    expect(await listMailbox({ page: 1, pageSize: 10 })).toMatchObject({ mails: [], total: 0 });
  });
});
