import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createClient, type InArgs } from "@libsql/client";
import { startPortal } from "@/scripts/portal-server.mjs";
import { csrf } from "@/tests/support/csrf";
import { e2eServer } from "@/tests/support/e2e";
import { freePort } from "@/tests/support/mariadb";
import type { Login } from "./portal";

/** Each secret has a value that is found nowhere else, so that it can be looked for. */
export const SECRETS = {
  NEXTAUTH_SECRET: "canary-nextauth-secret-0123456789abcdef",
  CRON_SECRET: "canary-cron-secret-0123456789",
  MATOMO_SALT: "canary-matomo-salt-0123456789",
  OIDC_CLIENT_SECRET: "canary-oidc-client-secret",
  RESEND_API_KEY: "canary-resend-api-key",
  SMTP_URL: "smtp://canary-smtp-user:canary-smtp-password@127.0.0.1:9",
} as const;
export const SECOND_ORIGIN = "https://portal.nordlicht.example";
const SESSION_COOKIE = "__Host-public-access.session";

export type SecondPortal = {
  address: string;
  origin: string;
  databaseUrl: string;
  said: () => string;
  stop: () => Promise<void>;
  query: (statement: string, values?: InArgs) => Promise<Record<string, unknown>[]>;
};

/**
 * The built server once more, on a copy of the demo's database as it is now, so that whatever happens there stays
 * there. Configured for https as behind a proxy; called over plain http.
 */
export async function startSecondPortal(changes: Record<string, string> = {}): Promise<SecondPortal> {
  const folder = mkdtempSync(path.join(tmpdir(), "canary-database-"));
  const databaseUrl = `file:${path.join(folder, "matomo.db")}`;
  const original = createClient({ url: e2eServer().databaseUrl });
  await original.execute({ sql: "VACUUM INTO ?", args: [path.join(folder, "matomo.db")] });
  original.close();
  // What this suite's visitors did in the last minute would count against what may be recorded here.
  const copy = createClient({ url: databaseUrl });
  await copy.execute("PRAGMA journal_mode = WAL");
  await copy.execute("UPDATE portal_audit_event SET at = '2026-01-01T00:00:00.000+00:00' WHERE actor_type = 'visitor'");
  copy.close();
  const port = await freePort();
  const portal = await startPortal({
    ...SECRETS,
    DATABASE_URL: databaseUrl,
    MATOMO_TABLE_PREFIX: "matomo_",
    NEXTAUTH_URL: SECOND_ORIGIN,
    OIDC_ISSUER: "https://id.nordlicht.example",
    OIDC_CLIENT_ID: "portal",
    MAIL_TRANSPORT: "mailbox",
    MAIL_FROM: "Public Access <public-access@nordlicht.example>",
    MAILBOX_DIR: path.join(folder, "mailbox"),
    PORT: String(port),
    HOSTNAME: "127.0.0.1",
    LOG_LEVEL: "debug",
    ...changes,
  });
  const query: SecondPortal["query"] = async (statement, values = []) => {
    const client = createClient({ url: databaseUrl });
    try {
      await client.execute("PRAGMA busy_timeout = 5000");
      const { rows, columns } = await client.execute({ sql: statement, args: values });
      return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
    } finally {
      client.close();
    }
  };
  return {
    address: `http://127.0.0.1:${port}`,
    origin: SECOND_ORIGIN,
    databaseUrl,
    said: portal.said,
    query,
    stop: async () => {
      await portal.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Signs in without a browser. @returns next-auth's answer, and the session's cookie when there is one */
export async function signInBare(
  { address }: SecondPortal,
  { login, password }: Login,
): Promise<{ answer: Response; cookie: string }> {
  const { cookie, csrfToken } = await csrf(address);
  const answer = await fetch(`${address}/api/auth/callback/matomo`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: SECOND_ORIGIN, cookie },
    body: new URLSearchParams({ identifier: login, password, csrfToken, json: "true" }),
  });
  const session = answer.headers.getSetCookie().find((line) => line.startsWith(SESSION_COOKIE));
  return { answer, cookie: session?.split(";")[0] ?? "" };
}
