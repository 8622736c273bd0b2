import type { Block, SiteEntry } from "@/emails/letter";
import { plain } from "@/emails/line";
import type { Say } from "@/emails/say";
import { light } from "@/emails/theme";
import { MoreLink } from "./more-link";
import { Words } from "./words";

type SitesBlock = Extract<Block, { type: "sites" }>;

const head = { padding: "0 0 7px", fontSize: "13px", lineHeight: "18px", fontWeight: 400, color: light.muted };
const cell = { padding: "11px 0", borderTop: `1px solid ${light.rule}`, fontSize: "14px", lineHeight: "21px" };

const red = light.tones.outside;
const alarm = {
  display: "inline-block",
  padding: "2px 8px",
  borderRadius: "6px",
  backgroundColor: red.ground,
  color: red.ink,
  fontWeight: 600,
};

/** The sites, one a row; the name leads to its row in the portal, the site's own address is text. */
export function SiteTable({ block, say }: { block: SitesBlock; say: Say }) {
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
            <th scope="col" align={say.start} className="muted" style={head}>
              {block.columns[0]}
            </th>
            <th
              scope="col"
              align={say.end}
              className="muted"
              style={{ ...head, width: "72px", whiteSpace: "nowrap", ...say.padding("start", 16) }}
            >
              {block.columns[1]}
            </th>
          </tr>
        </thead>
        <tbody>
          {block.entries.map((entry) => (
            <SiteRow key={entry.link} entry={entry} say={say} />
          ))}
        </tbody>
      </table>
      {block.more ? <MoreLink more={block.more} say={say} /> : null}
    </>
  );
}

function SiteRow({ entry, say }: { entry: SiteEntry; say: Say }) {
  return (
    <tr>
      <td className="rule muted" style={{ ...cell, color: light.muted, wordBreak: "break-word" }}>
        <a href={entry.link} className="ink" style={{ color: light.ink, fontSize: "15px", fontWeight: 600 }}>
          <bdi>{entry.name}</bdi>
        </a>
        {entry.url === "" ? null : (
          <>
            <br />
            <bdi>{entry.url}</bdi>
          </>
        )}
        {entry.alarm ? (
          <div style={{ padding: "4px 0 2px" }}>
            <span className="tone-outside" style={alarm}>
              <Words line={entry.alarm} />
            </span>
          </div>
        ) : null}
        {entry.details.map((line) => (
          <div key={plain(line)}>
            <Words line={line} />
          </div>
        ))}
      </td>
      <td
        align={say.end}
        valign="top"
        className="rule ink"
        style={{ ...cell, ...say.padding("start", 16), color: light.ink }}
      >
        {entry.aside}
      </td>
    </tr>
  );
}
