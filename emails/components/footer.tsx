import { Text } from "react-email";
import { becauseOf, type Letter } from "@/emails/letter";
import { light } from "@/emails/theme";

const small = { margin: "0 0 6px", fontSize: "13px", lineHeight: "20px", color: light.muted };

/** Who this mail goes to and why, and where the rest can be read. Nobody can turn these mails off. */
export function Footer({ letter, recipient }: { letter: Letter; recipient: string }) {
  const link = { color: light.muted, textDecoration: "underline" };
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
      <tbody>
        <tr>
          <td className="pad" style={{ padding: "20px 4px 0" }}>
            <Text className="muted" style={small}>
              Sent to {recipient} {becauseOf(letter)}
            </Text>
            <Text className="muted" style={small}>
              <a href={letter.links.publicAccess} className="muted" style={link}>
                All public sites
              </a>
              {" · "}
              <a href={letter.links.activity} className="muted" style={link}>
                Everything that happened
              </a>
            </Text>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
