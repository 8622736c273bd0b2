import { requireTestPrograms } from "./test-requirements.mjs";

/**
 * How playwright starts the Chromium of this machine; on Debian as root it is installed when there is none. Nothing that a
 * browser does on its own, such as looking for updates, is done.
 */
export async function launchOptions() {
  const { CHROMIUM_PATH } = await requireTestPrograms();
  const args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"];
  return CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH, args } : { args };
}

/** Signs in with the form, as a person does, and waits until the portal is there. */
export async function signIn(page, address, { login, password }) {
  await page.goto(`${address}/sign-in`);
  await page.locator("input[autocomplete~=username]").fill(login);
  await page.locator("input[type=password]").fill(password);
  await page.locator("form button[type=submit]").click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}
