import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { createClient } from "@libsql/client";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import PostalMime from "postal-mime";
import { e2eServer, startE2eServer } from "@/tests/support/e2e";

export { expect };

/** With `totpSecret`, the portal asks for a code. */
export type Login = { login: string; password: string; totpSecret?: string; recoveryCodes?: readonly string[] };
export const ANNA: Login = { login: "anna.berg", password: "nordlicht-anna" };
export const VIEWER: Login = { login: "mira.lund", password: "nordlicht-mira" };
export const SUPER_USERS = ["anna.berg", "henrik.dahl", "jonas.holm", "samira.haddad"].map(
  (login) => `${login}@nordlicht.example`,
);

/** The demo's Super User with two-factor authentication, with the secret and the recovery codes that the demo shows. */
export async function henrik(): Promise<Login> {
  const logins: Login[] = JSON.parse(await readFile(e2eServer().loginsFile, "utf8"));
  const found = logins.find((one) => one.totpSecret);
  if (!found) throw new Error("The demo has nobody with two-factor authentication.");
  return found;
}

/**
 * With a server of the file's own on a fresh demo (`e2eServer()`), and a browser page. What the browser complains of fails
 * the test, what the server logs as an error the file, but for what they were told to expect.
 */
export const test = base.extend<{ mayComplain: RegExp[] }, { mayLog: RegExp[]; server: string }>({
  mayLog: [[], { option: true, scope: "worker" }],
  server: [
    async ({ mayLog }, use) => {
      const stop = await startE2eServer();
      await use(e2eServer().baseUrl);
      const logged = await stop();
      expect(logged.filter((line) => !mayLog.some((known) => known.test(line)))).toEqual([]);
    },
    { scope: "worker", auto: true, timeout: 120_000 },
  ],
  baseURL: ({ server }, use) => use(server),
  mayComplain: [[], { option: true }],
  page: async ({ page, mayComplain }, use) => {
    // As if the half minutes of earlier tests had passed: nobody waits for a new code.
    await sql("DELETE FROM portal_burnt_code");
    // The tests find things by their English words, in mails too; those about other languages choose one themselves.
    await sql("UPDATE matomo_user_language SET language = 'en'");
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await use(page);
    expect(complaints.filter((text) => !mayComplain.some((known) => known.test(text)))).toEqual([]);
  },
});

/** Signs in on the sign-in page, wherever it was reached from; with the code where the person has one. */
export async function signIn(page: Page, person: Login): Promise<void> {
  await signInWithPassword(page, person);
  if (!person.totpSecret) return;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Enter your code");
  await page.getByLabel("Your code").fill(await unusedCode(person));
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The first step of signing in alone. */
export async function signInWithPassword(page: Page, { login, password }: Login): Promise<void> {
  if (!page.url().includes("/sign-in")) await page.goto("/sign-in");
  await page.getByLabel("Login or e-mail address").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Types password and, where the person has one, an unused code into the fields of a step-up. */
export async function typeProof(within: Page | Locator, person: Login): Promise<void> {
  await within.getByLabel("Your Matomo password").fill(person.password);
  if (person.totpSecret) await within.getByLabel("Your code").fill(await unusedCode(person));
}

const STEP_MS = 30_000;

/** A code that an authenticator app shows about now and that the portal has not accepted yet. Waits for one if need be. */
export async function unusedCode({ login, totpSecret = "" }: Login): Promise<string> {
  const totp = new TOTP({
    secret: Secret.fromBase32(totpSecret),
    algorithm: "SHA1",
    digits: 6,
    period: STEP_MS / 1000,
  });
  let code: string | undefined;
  const look = async () => {
    const now = Math.floor(Date.now() / STEP_MS);
    for (const step of [now, now + 1]) {
      const burnt = await sql("SELECT 1 FROM portal_burnt_code WHERE id = ?", [burntId(login, step)]);
      code ??= burnt.length === 0 ? totp.generate({ timestamp: step * STEP_MS }) : undefined;
    }
    return code;
  };
  await expect.poll(look, { timeout: 2 * STEP_MS }).toBeDefined();
  return code ?? "";
}

/** How the portal names a time step it has accepted (lib/auth/second-factor.ts). */
function burntId(login: string, step: number): string {
  return createHash("sha256")
    .update(JSON.stringify([login, step]))
    .digest("hex");
}

/** Signs in and waits for the Public access page. */
export async function openPortal(page: Page, login: Login = ANNA): Promise<void> {
  await signIn(page, login);
  // The first page after a start is the slowest.
  await expect(page.getByRole("heading", { level: 1 })).toContainText("public", { timeout: 30_000 });
  await isAwake(page.getByRole("searchbox"));
}

/**
 * Waits until React has taken over what the server sent: until then nothing that is typed or pressed is heard, which a
 * person is too slow to meet and a test on a busy machine is not.
 */
export async function isAwake(element: Locator): Promise<void> {
  const hears = () => element.evaluate((one) => Object.keys(one).some((key) => key.startsWith("__reactProps")));
  await expect.poll(hears, { timeout: 30_000 }).toBe(true);
}

/** Finds a site by its name; the row has it alone. What is pressed before the search has begun may be moved away by it. */
export async function search(page: Page, name: string): Promise<void> {
  await page.getByRole("searchbox").fill(name);
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(page.getByRole("row").filter({ hasText: name })).toHaveCount(1);
}

/** Opens the menu of a site's row, and does one thing of it. */
export async function fromMenu(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole("button", { name: `More actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

/** From the row of a site in the list to the proof of publishing it; nothing is public yet. @returns the step */
export async function openProof(page: Page, name: string | RegExp, reason: string): Promise<Locator> {
  const opener = typeof name === "string" ? `Make public… ${name}` : name;
  const button = page.getByRole("button", { name: opener }).first();
  // The list shows the public sites at first.
  if (!(await button.isVisible())) {
    await page
      .getByRole("navigation", { name: "Sites" })
      .getByRole("link", { name: /^Private/ })
      .click();
  }
  await button.click();
  return walkToProof(page, { count: 1, reason });
}

/** Through the steps of publishing, from the first to the proof, as a person does who reads them. @returns the proof */
export async function walkToProof(page: Page, { count, reason }: { count: number; reason: string }): Promise<Locator> {
  const goOn = (step: string) =>
    page.getByRole("region", { name: step }).getByRole("button", { name: "Continue" }).click();
  await goOn("What it means");
  const why = page.getByRole("region", { name: "Reason and end date" });
  await why.getByLabel("Why?").fill(reason);
  if (count > 1) await why.getByLabel(new RegExp(`^Type ${count} to confirm`)).fill(String(count));
  await goOn("Reason and end date");
  const proof = page.getByRole("region", { name: "Check and publish" });
  await expect(proof).toBeVisible();
  return proof;
}

/** The last step, which says how many sites are public now. */
export async function expectPublished(page: Page, count: number): Promise<Locator> {
  const done = page.getByRole("region", {
    name: count === 1 ? "1 site is public now." : `${count} sites are public now.`,
  });
  await expect(done).toBeVisible();
  return done;
}

/** Calls a cron route as an operator's cron does. */
export async function cron(job: "watch" | "deliver" | "reminders"): Promise<Record<string, unknown>> {
  const { baseUrl, cronSecret } = e2eServer();
  const response = await fetch(`${baseUrl}/api/cron/${job}`, { headers: { authorization: `Bearer ${cronSecret}` } });
  expect(response.status).toBe(200);
  return response.json();
}

type ArrivedMail = { to: string; subject: string; text: string; html: string };

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

/** As if the minute were over in which further changes of one person wait to be told together. */
export async function letTheMinutePass(): Promise<void> {
  await sql("UPDATE portal_message SET created_at = '2026-01-01T00:00:00.000+00:00' WHERE actor IS NOT NULL");
  await cron("deliver");
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
