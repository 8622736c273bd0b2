"use client";

import { MessagePage } from "@/components/layout/message-page";
import { buttonStyles } from "@/components/ui/button-styles";
import "./globals.css";

/** Nobody knows here which language is wanted: the one sentence that counts, in each. */
const IN_OTHER_LANGUAGES = [
  {
    lang: "de",
    dir: "ltr",
    words:
      "Das Portal konnte nicht angezeigt werden und kann gerade nicht sagen, welche Websites öffentlich sind. Einige sind es vielleicht.",
  },
  {
    lang: "fr",
    dir: "ltr",
    words:
      "Le portail n’a pas pu être affiché et ne peut pas dire pour le moment quels sites sont publics. Certains le sont peut-être.",
  },
  {
    lang: "es",
    dir: "ltr",
    words:
      "No se pudo mostrar el portal y ahora mismo no puede decir qué sitios son públicos. Es muy posible que algunos lo sean.",
  },
  {
    lang: "ar",
    dir: "rtl",
    words: "تعذّر عرض البوابة، ولا تستطيع الآن أن تقول أي المواقع عامة. قد يكون بعضها كذلك.",
  },
] as const;

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
