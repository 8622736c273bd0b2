import { Text } from "react-email";
import { type Frame, type Letter, linkOf } from "@/emails/letter";
import { light } from "@/emails/theme";
import { Words } from "./words";

const small = { margin: "0 0 6px", fontSize: "13px", lineHeight: "20px", color: light.muted };

/** Who this mail goes to and why, where the rest can be read, and how far the audit log was. Nobody can turn these mails off. */
export function Footer({ letter, frame }: { letter: Letter; frame: Frame }) {
  const { say, recipient, log } = frame;
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
            {log && (
              <Text className="muted" style={small}>
                <Words line={say.line("frame.log", { link: { outside: linkOf(log) } })} />
              </Text>
            )}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
