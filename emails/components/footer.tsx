import { Text } from "react-email";
import type { Letter } from "@/emails/letter";
import type { Say } from "@/emails/say";
import { light } from "@/emails/theme";
import { Words } from "./words";

const small = { margin: "0 0 6px", fontSize: "13px", lineHeight: "20px", color: light.muted };

/** Who this mail goes to and why, and where the rest can be read. Nobody can turn these mails off. */
export function Footer({ letter, recipient, say }: { letter: Letter; recipient: string; say: Say }) {
  const { audience = "everybody", host, links } = letter;
  const link = { color: light.muted, textDecoration: "underline" };
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
      <tbody>
        <tr>
          <td className="pad" style={{ padding: "20px 4px 0" }}>
            <Text className="muted" style={small}>
              <Words line={say.line(`frame.sent.${audience}`, { recipient, host: { outside: host } })} />
            </Text>
            <Text className="muted" style={small}>
              <a href={links.publicAccess} className="muted" style={link}>
                {say.text("frame.allPublicSites")}
              </a>
              {" · "}
              <a href={links.activity} className="muted" style={link}>
                {say.text("frame.everything")}
              </a>
            </Text>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
