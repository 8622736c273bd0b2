import { LetterMail } from "@/emails/components/letter-mail";
import type { Common, Site } from "./facts";
import type { Letter, PreviewFrame } from "./letter";
import { MailTranslator } from "./mail-translator";

/** Where the links of an example lead. */
export const LINKS: Common["links"] = {
  publicAccess: "https://portal.example/public-access",
  activity: "https://portal.example/activity",
};

/** What every example has: to whom it goes, and about which Matomo it is. */
export const FRAME = {
  lang: "en",
  recipient: "anna",
  log: { seq: 1234, hash: "a1b2c3d4e5f6" },
  host: "stats.example",
  links: LINKS,
} satisfies PreviewFrame & Pick<Common, "host" | "links">;

/** A site of an example. */
export function aSite(id: number, name: string, url: string): Site {
  return { id, name, url, link: `${LINKS.publicAccess}?site=${id}` };
}

/** A mail as React Email's preview and the tests show it: its letter, with believable facts. */
export function previewOf<P, Example extends P & PreviewFrame>(
  letterOf: (props: P, t: MailTranslator) => Letter,
  example: Example,
) {
  function Mail(props: P & PreviewFrame) {
    const { lang, recipient, log } = props;
    const t = new MailTranslator(lang);
    return <LetterMail letter={letterOf(props, t)} frame={{ t, recipient, log }} />;
  }
  return Object.assign(Mail, { PreviewProps: example });
}
