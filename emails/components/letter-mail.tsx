import { Button, Heading, Text } from "react-email";
import type { Frame, Letter } from "@/emails/letter";
import { plain } from "@/emails/line";
import type { MailTranslator } from "@/emails/mail-translator";
import { light } from "@/emails/theme";
import { Changes } from "./changes";
import { FactsTable } from "./facts-table";
import { Footer } from "./footer";
import { Layout } from "./layout";
import { Sites } from "./sites";
import { Words } from "./words";

const note = { margin: "0 0 10px", fontSize: "14px", lineHeight: "21px", color: light.ink };

/** A letter as HTML. */
export function LetterMail({ letter, frame }: { letter: Letter; frame: Frame }) {
  const { t } = frame;
  const { changes, notes, rows, sites, tone } = letter;
  return (
    <Layout
      t={t}
      title={letter.subject}
      preview={(letter.lead.length > 0 ? letter.lead : [letter.headline]).map(plain).join(" ")}
    >
      <p className="muted pad" style={{ margin: 0, padding: "24px 4px 12px", fontSize: "13px", color: light.muted }}>
        {t.text("frame.product")} · <bdi>{letter.host}</bdi>
      </p>
      <table
        role="presentation"
        className={`card frame tone-${tone}`}
        width="100%"
        cellPadding={0}
        cellSpacing={0}
        border={0}
        style={{
          backgroundColor: light.card,
          border: `1px solid ${light.rule}`,
          borderTop: `4px solid ${light.tones[tone]}`,
          borderCollapse: "separate",
          borderRadius: "12px",
        }}
      >
        <tbody>
          <tr>
            <td className="pad" style={{ padding: "24px 28px 20px" }}>
              <Headline letter={letter} t={t} />
              <Button
                href={letter.button.href}
                className="button"
                style={{
                  display: "block",
                  margin: "16px 0",
                  padding: "13px 16px",
                  borderRadius: "9px",
                  backgroundColor: light.button.ground,
                  color: light.button.ink,
                  fontSize: "16px",
                  fontWeight: 600,
                  textAlign: "center",
                }}
              >
                {letter.button.label}
              </Button>
              {notes.map((line) => (
                <Text key={plain(line)} className="ink" style={note}>
                  <Words line={line} />
                </Text>
              ))}
              {sites ? <Sites list={sites} t={t} /> : null}
              {changes ? <Changes changes={changes} t={t} /> : null}
              {rows.length === 0 ? null : <FactsTable rows={rows} t={t} />}
            </td>
          </tr>
        </tbody>
      </table>
      <Footer letter={letter} frame={frame} />
    </Layout>
  );
}

/** What happened, and what it means. */
function Headline({ letter, t }: { letter: Letter; t: MailTranslator }) {
  return (
    <>
      <Heading
        className="ink"
        style={{
          margin: "0 0 8px",
          fontSize: "22px",
          lineHeight: "28px",
          fontWeight: 650,
          // Letters that are joined, as in Arabic, would be torn or pushed into each other.
          letterSpacing: t.direction === "rtl" ? "normal" : "-0.01em",
          color: light.ink,
          wordBreak: "break-word",
        }}
      >
        <Words line={letter.headline} />
      </Heading>
      {letter.lead.map((line) => (
        <Text
          key={plain(line)}
          className="ink"
          style={{ margin: "0 0 6px", fontSize: "16px", lineHeight: "24px", color: light.ink }}
        >
          <Words line={line} />
        </Text>
      ))}
    </>
  );
}
