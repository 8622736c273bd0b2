import type { More } from "@/emails/letter";
import { type Line, plain } from "@/emails/line";
import type { Say } from "@/emails/say";
import { light } from "@/emails/theme";
import { MoreLink } from "./more-link";
import { SectionTitle } from "./section-title";
import { Words } from "./words";

const list = { margin: 0, padding: 0, color: light.ink };
const item = { margin: "0 0 8px", fontSize: "14px", lineHeight: "22px" };

function Items({ items }: { items: readonly Line[] }) {
  return items.map((line) => (
    <li key={plain(line)} style={item}>
      <Words line={line} />
    </li>
  ));
}

/** Things that are so. */
export function Bullets(props: { title: string; items: readonly Line[]; more: More | null; say: Say }) {
  const { title, items, more, say } = props;
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      <ul className="ink" style={{ ...list, ...say.padding("start", 20) }}>
        <Items items={items} />
      </ul>
      {more ? <MoreLink more={more} say={say} /> : null}
    </>
  );
}

/** Things to do, in their order, on a ground of their own. */
export function Steps({ title, items, say }: { title: string; items: readonly Line[]; say: Say }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0} style={{ marginTop: "28px" }}>
      <tbody>
        <tr>
          <td className="care" style={{ backgroundColor: light.care, borderRadius: "10px", padding: "18px 20px 12px" }}>
            <h2
              className="ink"
              style={{ margin: "0 0 10px", fontSize: "16px", lineHeight: "22px", fontWeight: 650, color: light.ink }}
            >
              {title}
            </h2>
            <ol className="ink" style={{ ...list, ...say.padding("start", 20) }}>
              <Items items={items} />
            </ol>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
