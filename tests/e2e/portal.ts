import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { createClient } from "@libsql/client";
import { test as base, expect, type Page } from "@playwright/test";
import PostalMime from "postal-mime";
import { e2eServer } from "@/tests/support/e2e";

export { expect };

export type Login = { login: string; password: string };
export const ANNA: Login = { login: "anna.berg", password: "nordlicht-anna" };
export const VIEWER: Login = { login: "mira.lund", password: "nordlicht-mira" };
export const SUPER_USERS = ["anna.berg", "jonas.holm", "samira.haddad"].map((login) => `${login}@nordlicht.example`);

/** A browser page whose unexpected console errors and page errors fail the test. */
export const test = base.extend<{ mayComplain: RegExp[] }>({
  mayComplain: [[], { option: true }],
  page: async ({ page, mayComplain }, use) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await use(page);
    expect(complaints.filter((text) => !mayComplain.some((known) => known.test(text)))).toEqual([]);
  },
});

/** Signs in on the sign-in page, wherever it was reached from. */
export async function signIn(page: Page, { login, password }: Login): Promise<void> {
  if (!page.url().includes("/sign-in")) await page.goto("/sign-in");
  await page.getByLabel("Login or e-mail address").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Signs in and waits for the Public access page. */
export async function openPortal(page: Page, login: Login = ANNA): Promise<void> {
  await signIn(page, login);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("public");
}

/** Finds a site by its name; the row has it alone. */
export async function search(page: Page, name: string): Promise<void> {
  await page.getByRole("searchbox").fill(name);
  await expect(page.getByRole("row").filter({ hasText: name })).toHaveCount(1);
}

/** Calls a cron route as an operator's cron does. */
export async function cron(job: "watch" | "deliver" | "reminders"): Promise<Record<string, unknown>> {
  const { baseUrl, cronSecret } = e2eServer();
  const response = await fetch(`${baseUrl}/api/cron/${job}`, { headers: { authorization: `Bearer ${cronSecret}` } });
  expect(response.status).toBe(200);
  return response.json();
}

export type ArrivedMail = { to: string; subject: string; text: string; html: string };

/** Every mail in the mailbox whose subject matches, as it would arrive. */
export async function arrived(subject: RegExp): Promise<ArrivedMail[]> {
  const { mailboxDir } = e2eServer();
  const names = await readdir(mailboxDir).catch(() => []);
  const mails: ArrivedMail[] = [];
  for (const name of names.filter((file) => file.endsWith(".eml"))) {
    const mail = await PostalMime.parse(await readFile(path.join(mailboxDir, name)));
    const to = (mail.to ?? []).map(({ address }) => address ?? "").join(", ");
    mails.push({ to, subject: mail.subject ?? "", text: mail.text ?? "", html: mail.html ?? "" });
  }
  return mails.filter((mail) => subject.test(mail.subject)).sort((a, b) => a.to.localeCompare(b.to));
}

/** Waits until as many mails have arrived, and looks once more that no further one comes. */
export async function expectMails(subject: RegExp, to: readonly string[]): Promise<ArrivedMail[]> {
  await expect.poll(async () => (await arrived(subject)).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(to.length);
  await cron("deliver");
  const mails = await arrived(subject);
  expect(mails.map((mail) => mail.to)).toEqual([...to].sort());
  return mails;
}

/** Runs SQL on the database beside the portal: what anybody with a database client can do. */
export async function sql(statement: string, values: (string | number)[] = []) {
  const client = createClient({ url: e2eServer().databaseUrl });
  try {
    await client.execute("PRAGMA busy_timeout = 5000");
    return (await client.execute({ sql: statement, args: values })).rows;
  } finally {
    client.close();
  }
}

/** The ids of the sites that anybody can read, by the access table. */
export async function publicSiteIds(): Promise<number[]> {
  const rows = await sql(
    "SELECT DISTINCT idsite FROM matomo_access WHERE login = 'anonymous' AND access = 'view' ORDER BY idsite",
  );
  return rows.map((row) => Number(row.idsite));
}
