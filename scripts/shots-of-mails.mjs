import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./ensure-installed.mjs";

const STYLES = [
  { name: "light", width: 680, colorScheme: "light" },
  { name: "dark", width: 680, colorScheme: "dark" },
  { name: "narrow", width: 390, colorScheme: "light" },
  { name: "narrow-dark", width: 390, colorScheme: "dark" },
];

/**
 * Pictures of every mail in every language into `folder`: `reminder.de.dark.png`.
 * @returns what was not taken and why
 */
export async function shootMails(browser, folder) {
  mkdirSync(folder, { recursive: true });
  const pages = mkdtempSync(path.join(tmpdir(), "pa-mails-"));
  try {
    const failed = writePreviews(pages);
    if (failed) return [{ picture: "Every mail", why: failed }];
    for (const { name, width, colorScheme } of STYLES) {
      // Without a network, as a mail has to be readable.
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 600 }, offline: true });
      const page = await context.newPage();
      for (const file of readdirSync(pages).filter((name) => name.endsWith(".html"))) {
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

/** Writes every mail in every language into `folder`; returns why it could not, or the empty text. */
export function writePreviews(folder) {
  const run = spawnSync(process.execPath, ["--import", "tsx", path.join(root, "scripts/mail-previews.ts"), folder], {
    cwd: root,
    encoding: "utf8",
  });
  return run.status === 0 ? "" : `${run.stdout}${run.stderr}`.trim();
}
