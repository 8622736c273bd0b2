import type { Block, Frame, Letter } from "@/emails/letter";
import { plain } from "@/emails/line";
import type { Say } from "@/emails/say";
import { light } from "@/emails/theme";
import { Bullets, Steps } from "./bullets";
import { ChangeList } from "./change-list";
import { FactsTable } from "./facts-table";
import { Footer } from "./footer";
import { Headline, Masthead } from "./header";
import { Layout } from "./layout";
import { OpenButton } from "./open-button";
import { SiteTable } from "./site-table";

function Part({ block, say }: { block: Block; say: Say }) {
  switch (block.type) {
    case "sites":
      return <SiteTable block={block} say={say} />;
    case "facts":
      return <FactsTable title={block.title} rows={block.rows} say={say} />;
    case "changes":
      return <ChangeList block={block} say={say} />;
    case "button":
      return <OpenButton label={block.label} href={block.href} />;
    case "list":
      return <Bullets title={block.title} items={block.items} more={block.more ?? null} say={say} />;
    case "steps":
      return <Steps title={block.title} items={block.items} say={say} />;
  }
}

/** A letter as HTML. */
export function LetterMail({ letter, frame }: { letter: Letter; frame: Frame }) {
  const { say } = frame;
  return (
    <Layout
      say={say}
      title={letter.subject}
      preview={letter.lead.map(plain).join(" ")}
      after={<Footer letter={letter} frame={frame} />}
    >
      <Masthead host={letter.host} say={say} />
      <table
        role="presentation"
        className="card frame"
        width="100%"
        cellPadding={0}
        cellSpacing={0}
        border={0}
        style={{
          backgroundColor: light.card,
          border: `1px solid ${light.rule}`,
          borderCollapse: "separate",
          borderRadius: "14px",
        }}
      >
        <tbody>
          <tr>
            <td className="pad" style={{ padding: "32px 36px 36px" }}>
              <Headline letter={letter} say={say} />
              {letter.blocks.map((block, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a letter never changes its order
                <Part key={index} block={block} say={say} />
              ))}
            </td>
          </tr>
        </tbody>
      </table>
    </Layout>
  );
}
