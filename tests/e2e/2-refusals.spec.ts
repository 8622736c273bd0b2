import type { Request } from "@playwright/test";
import { e2eServer } from "@/tests/support/e2e";
import {
  ANNA,
  cron,
  expect,
  expectPublished,
  openPortal,
  openProof,
  publicSiteIds,
  search,
  signIn,
  sql,
  test,
  VIEWER,
} from "./portal";

// The access table is taken away.
test.use({ mayLog: [/no such table: matomo_access/] });

test.describe.configure({ mode: "serial" });

async function aPrivateSite(): Promise<{ id: number; name: string }> {
  const [row] = await sql(
    `SELECT idsite, name FROM matomo_site WHERE name GLOB '[A-Za-z]*' AND name NOT GLOB '*[^A-Za-z ]*'
     AND idsite NOT IN (SELECT idsite FROM matomo_access WHERE login = 'anonymous')
     AND idsite NOT IN (SELECT idsite FROM portal_publication) ORDER BY LENGTH(name) DESC, idsite LIMIT 1`,
  );
  return { id: Number(row?.idsite), name: String(row?.name) };
}

test.describe("signing in", () => {
  test.use({ mayComplain: [/40[13]/] });

  test("a wrong password, an unknown login, an ordinary user and anonymous get one and the same answer", async ({
    page,
  }) => {
    const answers: string[] = [];
    for (const attempt of [
      { ...ANNA, password: "wrong" },
      { login: "nobody", password: "x" },
      VIEWER,
      { login: "anonymous", password: "anonymous" },
    ]) {
      await page.goto("/sign-in");
      await signIn(page, attempt);
      const alert = page.getByRole("alert").filter({ hasText: "." });
      await expect(alert).toBeVisible();
      answers.push((await alert.textContent()) ?? "");
      await expect(page.getByLabel("Login or e-mail address")).toHaveValue(attempt.login);
      await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
    }
    expect(new Set(answers).size).toBe(1);
  });

  test("nobody sees a page or the list without a session, and a link from a mail lands on the site's row", async ({
    page,
  }) => {
    for (const path of ["/public-access", "/activity", "/settings", "/mailbox"]) {
      await page.goto(path);
      await expect(page).toHaveURL(/\/sign-in/);
    }
    expect((await page.request.get("/api/sites")).status()).toBe(401);
    const before = await publicSiteIds();
    const id = before[0] ?? 0;
    await page.goto(`/public-access?site=${id}`);
    await signIn(page, ANNA);
    await expect(page).toHaveURL(new RegExp(`/public-access\\?site=${id}$`));
    await expect(page.locator(`#site-${id}`)).toBeVisible();
    // Its details open over the list, which is hidden from then on.
    await expect(page.locator("main").getByRole("row", { includeHidden: true })).toHaveCount(2);
    expect(await publicSiteIds()).toEqual(before);
  });

  test("at another address than its own the portal takes no password, and says so", async ({ page }) => {
    await page.goto(`${e2eServer().baseUrl.replace("localhost", "127.0.0.1")}/sign-in`);
    await signIn(page, ANNA);
    await expect(page.getByRole("alert").filter({ hasText: "not the configured one" })).toBeVisible();
    await page.goto("/public-access");
    await expect(page).toHaveURL(/\/sign-in/);
  });

  test("a callback to another host is not followed", async ({ page }) => {
    await page.goto("/sign-in?callbackUrl=%2F%2Fevil.example%2F");
    await signIn(page, ANNA);
    await expect(page).toHaveURL(/\/public-access$/);
  });
});

test.describe("publishing", () => {
  test.use({ mayComplain: [/401|ERR_FAILED/] });

  test("is refused with a wrong password; what was typed stays, the password does not; nothing is public", async ({
    page,
  }) => {
    const site = await aPrivateSite();
    const before = await publicSiteIds();
    await openPortal(page);
    await search(page, site.name);
    const proof = await openProof(page, site.name, "a good reason");
    await proof.getByLabel("Your Matomo password").fill("wrong");
    await proof.getByRole("button", { name: "Make 1 site public" }).click();
    const password = proof.getByLabel("Your Matomo password");
    await expect(password).toHaveAttribute("aria-invalid", "true");
    await expect(password).toBeFocused();
    await expect(password).toHaveValue("");
    await expect(proof).toContainText("a good reason");
    expect(await publicSiteIds()).toEqual(before);
  });

  test("cannot be repeated with the request that published: not again, not without Origin, not from elsewhere", async ({
    page,
  }) => {
    const site = await aPrivateSite();
    await openPortal(page);
    await search(page, site.name);
    const proof = await openProof(page, site.name, "to be replayed");
    await proof.getByLabel("Your Matomo password").fill(ANNA.password);
    const published = page.waitForRequest(
      (request) => request.method() === "POST" && "next-action" in request.headers(),
    );
    await proof.getByRole("button", { name: "Make 1 site public" }).click();
    const request = await published;
    await expectPublished(page, 1);
    expect(await publicSiteIds()).toContain(site.id);

    await sql("DELETE FROM matomo_access WHERE idsite = ?", [site.id]);
    await cron("watch");
    const { baseUrl } = e2eServer();
    const cookies = await page.context().cookies();
    const replay = (origin: string | null) =>
      repeat(request, cookies.map(({ name, value }) => `${name}=${value}`).join("; "), origin);
    expect(await (await replay(baseUrl)).text()).toContain("proof_used");
    expect(await (await replay(null)).text()).toContain("foreign_origin");
    expect((await replay("https://evil.example")).status).toBeGreaterThanOrEqual(400);
    expect(await publicSiteIds()).not.toContain(site.id);
  });

  test("with the cookie of a signed-in browser alone changes nothing", async ({ page }) => {
    const site = await aPrivateSite();
    await openPortal(page);
    await search(page, site.name);
    const proof = await openProof(page, site.name, "with the cookie alone");
    await proof.getByLabel("Your Matomo password").fill(ANNA.password);
    const before = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    await page.route("**/*", (route) =>
      "next-action" in route.request().headers() ? route.abort() : route.continue(),
    );
    const attempted = page.waitForRequest((request) => "next-action" in request.headers());
    await proof.getByRole("button", { name: "Make 1 site public" }).click();
    const request = await attempted;
    const answer = await (await repeat(request, before, e2eServer().baseUrl)).text();
    expect(answer).toContain("session_ended");
    expect(await publicSiteIds()).not.toContain(site.id);
  });
});

test.describe("when Matomo's tables cannot be read", () => {
  test.use({ mayComplain: [/503/] });

  test("the page says that it cannot know, and never that nothing is public", async ({ page }) => {
    await openPortal(page);
    await sql("ALTER TABLE matomo_access RENAME TO matomo_access_away");
    try {
      await page.goto("/public-access");
      await expect(
        page.getByText(/which sites are public is unknown|cannot know which sites are public/).first(),
      ).toBeVisible();
      await expect(page.locator("body")).not.toContainText(/\b0 of \d+ sites/);
      expect((await page.request.get("/api/sites")).status()).toBe(503);
    } finally {
      await sql("ALTER TABLE matomo_access_away RENAME TO matomo_access");
    }
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("sites are public");
  });
});

test("cron routes are closed without the secret", async ({ page }) => {
  for (const job of ["watch", "deliver", "reminders"]) {
    expect((await page.request.get(`/api/cron/${job}`)).status()).toBe(401);
    expect(
      (await page.request.get(`/api/cron/${job}`, { headers: { authorization: "Bearer undefined" } })).status(),
    ).toBe(401);
  }
});

test("E34: a cron route answers directly with a slash at its end too: a cron service follows no redirect", async ({
  request,
}) => {
  const { cronSecret } = e2eServer();
  for (const path of ["/api/cron/watch", "/api/cron/watch/"]) {
    const answer = await request.get(path, { maxRedirects: 0, headers: { authorization: `Bearer ${cronSecret}` } });
    expect(answer.status()).toBe(200);
    expect(await answer.json()).toMatchObject({ job: "watch" });
  }
});

test.describe("a page whose reads are refused from now on", () => {
  // The browser says itself that a read was answered 401.
  test.use({ mayComplain: [/401/] });

  test("a session ends when its user is no Super User any more", async ({ page }) => {
    await openPortal(page);
    await sql("UPDATE matomo_user SET superuser_access = 0 WHERE login = ?", [ANNA.login]);
    try {
      await page.goto("/activity");
      await expect(page).toHaveURL(/\/sign-in/);
    } finally {
      await sql("UPDATE matomo_user SET superuser_access = 1 WHERE login = ?", [ANNA.login]);
    }
  });
});

test("after signing out the session is dead, also where its cookie was kept", async ({ page }) => {
  await openPortal(page);
  // What the page still asks for at that moment is refused, which the browser reports.
  await page.waitForLoadState("networkidle");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await fetch(`${e2eServer().baseUrl}/api/sites`, { headers: { cookie } })).status).toBe(401);
});

/** The same request once more, from outside the browser, with another Origin. */
function repeat(request: Request, cookie: string, origin: string | null): Promise<Response> {
  const {
    "next-action": action = "",
    "content-type": type = "",
    "next-router-state-tree": tree = "",
  } = request.headers();
  const headers = {
    "next-action": action,
    "content-type": type,
    "next-router-state-tree": tree,
    accept: "text/x-component",
    cookie,
  };
  return fetch(request.url(), {
    method: "POST",
    body: request.postData(),
    headers: origin === null ? headers : { ...headers, origin },
  });
}
