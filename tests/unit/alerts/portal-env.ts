import { vi } from "vitest";

/** A complete configuration for tests that ask for it. Takes effect when set before the first `env()`. */
export function portalEnv(changes: Record<string, string> = {}): void {
  const variables = {
    DATABASE_URL: "file:./never-opened.db",
    MATOMO_URL: "https://matomo.example/stats/",
    NEXTAUTH_URL: "https://portal.example",
    NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef",
    CRON_SECRET: "0123456789abcdef",
    MAIL_TRANSPORT: "mailbox",
    MAIL_FROM: "alerts@portal.example",
    MAILBOX_DIR: "./never-opened",
    LOG_LEVEL: "silent",
    ...changes,
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
}
