import type { More } from "@/emails/letter";
import type { Say } from "@/emails/say";
import { light } from "@/emails/theme";

const line = { margin: 0, padding: "11px 0", fontSize: "14px", lineHeight: "21px", color: light.muted };

/** How many are not named here, and where they can be seen. */
export function MoreLink({ more, say }: { more: More; say: Say }) {
  return (
    <p className="muted rule" style={{ ...line, borderTop: `1px solid ${light.rule}` }}>
      {say.text("frame.labelled", { label: say.text("frame.more", { count: more.count }), value: "" })}
      <a href={more.link} className="link" style={{ color: light.link }}>
        {say.text("frame.wholeList")}
      </a>
    </p>
  );
}
