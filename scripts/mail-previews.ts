// Writes every mail of emails/ as HTML, with the facts of its preview, in every language there are words for, into the
// folder it is given: `reminder.de.html`. scripts/shots.mjs makes pictures of them.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type ComponentType, createElement } from "react";
import { render } from "react-email";
import { languages } from "@/messages/catalogue";

type Previewed = ComponentType<{ lang: string }> & { PreviewProps?: { lang: string } };

const EMAILS = path.join(import.meta.dirname, "../emails");
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Which folder are the mails to be written to?");

mkdirSync(folder, { recursive: true });
for (const file of readdirSync(EMAILS).filter((name) => name.endsWith(".tsx"))) {
  const module: { default?: Previewed } = await import(path.join(EMAILS, file));
  const Mail = module.default;
  if (!Mail?.PreviewProps) continue;
  for (const lang of languages()) {
    const html = await render(createElement(Mail, { ...Mail.PreviewProps, lang }));
    writeFileSync(path.join(folder, `${path.basename(file, ".tsx")}.${lang}.html`), html);
  }
}
