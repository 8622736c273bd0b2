import { type Block, type Frame, type Letter, plain } from "@/emails/letter";
import { light } from "@/emails/theme";
import { Bullets, Steps } from "./bullets";
import { ChangeList } from "./change-list";
import { FactsTable } from "./facts-table";
import { Footer } from "./footer";
import { Headline, Masthead } from "./header";
import { Layout } from "./layout";
import { OpenButton } from "./open-button";
import { SiteTable } from "./site-table";

function Part({ block }: { block: Block }) {
  switch (block.type) {
    case "sites":
      return <SiteTable block={block} />;
    case "facts":
      return <FactsTable title={block.title} rows={block.rows} />;
    case "changes":
      return <ChangeList block={block} />;
    case "button":
      return <OpenButton label={block.label} href={block.href} />;
    case "list":
      return <Bullets title={block.title} items={block.items} more={block.more ?? null} />;
    case "steps":
      return <Steps title={block.title} items={block.items} />;
  }
}

/** A letter as HTML. */
export function LetterMail({ letter, frame }: { letter: Letter; frame: Frame }) {
  return (
    <Layout
      lang={frame.lang}
      title={letter.subject}
      preview={letter.lead.map(plain).join(" ")}
      after={<Footer letter={letter} recipient={frame.recipient} />}
    >
      <Masthead host={letter.host} />
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
              <Headline letter={letter} />
              {letter.blocks.map((block, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a letter never changes its order
                <Part key={index} block={block} />
              ))}
            </td>
          </tr>
        </tbody>
      </table>
    </Layout>
  );
}
