import type { ReactNode } from "react";
import { Body, Container, Head, Html, Preview } from "react-email";
import type { MailTranslator } from "@/emails/mail-translator";
import { fonts, light, styleSheet } from "@/emails/theme";

/** The page of every mail: language, light and dark, one card on a quiet ground. `preview` is the inbox's second line. */
export function Layout(props: { t: MailTranslator; title: string; preview: string; children: ReactNode }) {
  return (
    <Html lang={props.t.language} dir={props.t.direction}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{props.title}</title>
        <style>{styleSheet}</style>
      </Head>
      <Body
        lang={props.t.language}
        dir={props.t.direction}
        className="canvas"
        style={{ backgroundColor: light.canvas, fontFamily: fonts.text, margin: "0", padding: "0" }}
      >
        <Preview useTitleTag={false}>{preheader(props.preview)}</Preview>
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
          <tbody>
            <tr>
              <td className="canvas edge" style={{ backgroundColor: light.canvas, padding: "0 16px 32px" }}>
                <Container style={{ maxWidth: "600px" }}>{props.children}</Container>
              </td>
            </tr>
          </tbody>
        </table>
      </Body>
    </Html>
  );
}

const MAX_LENGTH = 140;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What an inbox shows beside the subject: as much of `lead` as fits, up to the end of a word, and "…" where more follows. */
function preheader(lead: string): string {
  const characters = Array.from(graphemes.segment(lead), ({ segment }) => segment);
  if (characters.length <= MAX_LENGTH) return lead;
  const end = characters.lastIndexOf(" ", MAX_LENGTH - 1);
  // One word that fills the whole line is cut; nothing else is there to show.
  return `${characters
    .slice(0, end > 0 ? end : MAX_LENGTH - 1)
    .join("")
    .trimEnd()}…`;
}
