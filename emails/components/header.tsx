import { Heading, Text } from "react-email";
import type { Letter } from "@/emails/letter";
import { plain } from "@/emails/line";
import type { Say } from "@/emails/say";
import { light } from "@/emails/theme";
import { Words } from "./words";

/** Which product and Matomo this is about. */
export function Masthead({ host, say }: { host: string; say: Say }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
      <tbody>
        <tr>
          <td
            className="pad ink"
            style={{
              padding: "28px 4px 16px",
              fontSize: "15px",
              color: light.ink,
              fontWeight: 600,
              whiteSpace: "nowrap",
            }}
          >
            {say.text("frame.product")}
          </td>
          <td
            className="pad muted"
            align={say.end}
            style={{ padding: "28px 4px 16px", fontSize: "13px", color: light.muted, wordBreak: "break-word" }}
          >
            <bdi>{host}</bdi>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** What happened, in a label, one big sentence and a short explanation. */
export function Headline({ letter, say }: { letter: Letter; say: Say }) {
  const tone = light.tones[letter.tone];
  return (
    <>
      <Text style={{ margin: "0 0 16px", fontSize: "13px", lineHeight: "18px" }}>
        <span
          className={`tone-${letter.tone}`}
          style={{
            display: "inline-block",
            padding: "4px 10px",
            borderRadius: "999px",
            backgroundColor: tone.ground,
            color: tone.ink,
            fontWeight: 600,
          }}
        >
          {letter.label}
        </span>
      </Text>
      <Heading
        className="ink headline"
        style={{
          margin: "0 0 12px",
          fontSize: "28px",
          lineHeight: "35px",
          fontWeight: 650,
          // Letters that are joined, as in Arabic, would be torn or pushed into each other.
          letterSpacing: say.direction === "rtl" ? "normal" : "-0.02em",
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
          style={{ margin: "0 0 12px", fontSize: "16px", lineHeight: "25px", color: light.ink }}
        >
          <Words line={line} />
        </Text>
      ))}
    </>
  );
}
