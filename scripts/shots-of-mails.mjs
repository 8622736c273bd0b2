import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./ensure-installed.mjs";

const STYLES = [
  { name: "light", width: 680, colorScheme: "light" },
  { name: "dark", width: 680, colorScheme: "dark" },
  { name: "narrow", width: 360, colorScheme: "light" },
  { name: "narrow-dark", width: 360, colorScheme: "dark" },
];

/**
 * Pictures of every mail in every language into `folder`: `reminder.de.dark.png`.
 * @returns what was not taken and why
 */
export async function shootMails(browser, folder) {
  mkdirSync(folder, { recursive: true });
  const pages = mkdtempSync(path.join(tmpdir(), "pa-mails-"));
  try {
    const run = spawnSync(process.execPath, ["--import", "tsx", path.join(root, "scripts/mail-previews.ts"), pages], {
      cwd: root,
      encoding: "utf8",
    });
    if (run.status !== 0) return [{ picture: "Every mail", why: `${run.stdout}${run.stderr}`.trim() }];
    for (const { name, width, colorScheme } of STYLES) {
      // Without a network, as a mail has to be readable.
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 600 }, offline: true });
      const page = await context.newPage();
      for (const file of readdirSync(pages)) {
        await page.goto(pathToFileURL(path.join(pages, file)).href);
        const picture = `${path.basename(file, ".html")}.${name}.png`;
        await page.screenshot({ path: path.join(folder, picture), fullPage: true });
      }
      await context.close();
    }
    return [];
  } finally {
    rmSync(pages, { recursive: true, force: true });
  }
}
