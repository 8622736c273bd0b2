import type { More as Rest } from "@/emails/letter";
import type { Say } from "@/emails/say";
import { light } from "@/emails/theme";

/** How many are not named here, and where they can be seen. */
export function More({ more, say }: { more: Rest; say: Say }) {
  return (
    <p style={{ margin: 0, padding: "8px 0", fontSize: "14px" }}>
      <a href={more.link} className="link" style={{ color: light.link }}>
        {say.text("frame.more", { count: more.count })}
      </a>
    </p>
  );
}
