import { type Block, plain, type SiteEntry } from "@/emails/letter";
import { light } from "@/emails/theme";
import { Words } from "./words";

type SitesBlock = Extract<Block, { type: "sites" }>;

const head = { padding: "0 0 7px", fontSize: "13px", lineHeight: "18px", fontWeight: 400, color: light.muted };
const cell = { padding: "11px 0", borderTop: `1px solid ${light.rule}`, fontSize: "14px", lineHeight: "21px" };

/** The sites, one a row; the name leads to its row in the portal, the site's own address is text. */
export function SiteTable({ block }: { block: SitesBlock }) {
  if (block.entries.length === 0) return null;
  return (
    <>
      <table
        aria-label={block.title}
        width="100%"
        cellPadding={0}
        cellSpacing={0}
        border={0}
        style={{ borderCollapse: "collapse", marginTop: "28px" }}
      >
        <thead>
          <tr>
            <th scope="col" align="left" className="muted" style={head}>
              {block.columns[0]}
            </th>
            <th
              scope="col"
              align="right"
              className="muted"
              style={{ ...head, width: "72px", whiteSpace: "nowrap", paddingLeft: "16px" }}
            >
              {block.columns[1]}
            </th>
          </tr>
        </thead>
        <tbody>
          {block.entries.map((entry) => (
            <SiteRow key={entry.link} entry={entry} />
          ))}
        </tbody>
      </table>
      {block.more ? (
        <p className="muted rule" style={{ ...cell, margin: 0, color: light.muted }}>
          and {block.more.count} more:{" "}
          <a href={block.more.link} className="link" style={{ color: light.link }}>
            see the whole list
          </a>
        </p>
      ) : null}
    </>
  );
}

function SiteRow({ entry }: { entry: SiteEntry }) {
  return (
    <tr>
      <td className="rule muted" style={{ ...cell, color: light.muted, wordBreak: "break-word" }}>
        <a href={entry.link} className="ink" style={{ color: light.ink, fontSize: "15px", fontWeight: 600 }}>
          <bdi>{entry.name}</bdi>
        </a>
        <br />
        <bdi>{entry.url}</bdi>
        {entry.details.map((line) => (
          <div key={plain(line)}>
            <Words line={line} />
          </div>
        ))}
      </td>
      <td align="right" valign="top" className="rule ink" style={{ ...cell, paddingLeft: "16px", color: light.ink }}>
        {entry.aside}
      </td>
    </tr>
  );
}
