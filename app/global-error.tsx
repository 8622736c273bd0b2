"use client";

import { MessagePage } from "@/components/layout/message-page";
import { buttonStyles } from "@/components/ui/button-styles";
import "./globals.css";

/** Put in by the build (next.config.js): one sentence for each file in messages/ but the English one. */
declare const LAST_RESORT: string;

type Sentence = { lang: string; dir: string; words: string };

/** Nobody knows here which language is wanted: the one sentence that counts, in each. */
const IN_OTHER_LANGUAGES: readonly Sentence[] = JSON.parse(LAST_RESORT);

/** Made when the portal is built, so its scripts carry no nonce and do not run: it works without. */
export default function PortalError() {
  return (
    <html lang="en">
      <body>
        <title>The portal could not be shown · Public Access for Matomo</title>
        <MessagePage title="The portal could not be shown">
          <p>
            Something went wrong, so the portal cannot tell right now which sites are public. Some may well be. The
            details are in the portal's log.
          </p>
          <a href="/" className={buttonStyles({ variant: "primary" })}>
            Try again
          </a>
          <ul className="flex flex-col gap-3 border-line border-t pt-5 text-sm">
            {IN_OTHER_LANGUAGES.map(({ lang, dir, words }) => (
              <li key={lang} lang={lang} dir={dir}>
                {words}
              </li>
            ))}
          </ul>
        </MessagePage>
      </body>
    </html>
  );
}
