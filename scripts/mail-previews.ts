// Writes every mail of emails/ as HTML, with the facts of its preview, in every language there are words for, into the
// folder it is given: `reminder.de.html`, and beside them in `things.json` how many sites, people or changes each names.
// scripts/shots.mjs makes pictures of them, scripts/measure-mails.mjs counts their words.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type ComponentType, createElement } from "react";
import { render } from "react-email";
import { languages } from "@/messages/catalogue";

type Previewed = ComponentType<{ lang: string }> & { PreviewProps?: { lang: string } };

const EMAILS = path.join(import.meta.dirname, "../emails");
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Which folder are the mails to be written to?");

/** What a mail names one by one, and so has words for each of. */
const THINGS = ["sites", "changes", "added", "removed", "moved", "logins"];
const things: Record<string, number> = {};

mkdirSync(folder, { recursive: true });
for (const file of readdirSync(EMAILS).filter((name) => name.endsWith(".tsx"))) {
  const module: { default?: Previewed } = await import(path.join(EMAILS, file));
  const Mail = module.default;
  if (!Mail?.PreviewProps) continue;
  const name = path.basename(file, ".tsx");
  things[name] = Object.entries(Mail.PreviewProps)
    .filter(([key]) => THINGS.includes(key))
    .reduce((sum, [, listed]) => sum + (Array.isArray(listed) ? listed.length : 0), 0);
  for (const lang of languages()) {
    const html = await render(createElement(Mail, { ...Mail.PreviewProps, lang }));
    writeFileSync(path.join(folder, `${name}.${lang}.html`), html);
  }
}
writeFileSync(path.join(folder, "things.json"), JSON.stringify(things));
