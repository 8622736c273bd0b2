import { Button } from "react-email";
import { light } from "@/emails/theme";

/** The one button of a mail. It opens a page and changes nothing. */
export function OpenButton({ label, href }: { label: string; href: string }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0} style={{ marginTop: "24px" }}>
      <tbody>
        <tr>
          <td>
            <Button
              href={href}
              className="button wide"
              style={{
                backgroundColor: light.button.ground,
                color: light.button.ink,
                borderRadius: "8px",
                fontSize: "15px",
                fontWeight: 600,
                padding: "13px 22px",
              }}
            >
              {label}
            </Button>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
