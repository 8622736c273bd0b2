import type { More as Rest } from "@/emails/letter";
import type { MailTranslator } from "@/emails/mail-translator";
import { light } from "@/emails/theme";

/** How many are not named here, and where they can be seen. */
export function More({ more, t }: { more: Rest; t: MailTranslator }) {
  return (
    <p style={{ margin: 0, padding: "8px 0", fontSize: "14px" }}>
      <a href={more.link} className="link" style={{ color: light.link }}>
        {t.text("frame.more", { count: more.count })}
      </a>
    </p>
  );
}
