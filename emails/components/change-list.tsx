import { type Block, type ChangeEntry, plain } from "@/emails/letter";
import { light } from "@/emails/theme";
import { MoreLink } from "./more-link";
import { SectionTitle } from "./section-title";
import { Words } from "./words";

const list = { margin: 0, padding: "0 0 0 26px", color: light.muted, fontSize: "14px", lineHeight: "21px" };

/** Many changes of one person, in their order. Styles stand on the list, not on each line: 50 of them must fit. */
export function ChangeList({ block }: { block: Extract<Block, { type: "changes" }> }) {
  return (
    <>
      <SectionTitle>{block.title}</SectionTitle>
      <ol className="muted" style={list}>
        {block.entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a letter never changes its order
          <Change key={index} entry={entry} />
        ))}
      </ol>
      {block.more ? <MoreLink more={block.more} /> : null}
    </>
  );
}

function Change({ entry }: { entry: ChangeEntry }) {
  return (
    <li style={{ margin: "0 0 16px", wordBreak: "break-word" }}>
      <b className="ink" style={{ color: light.ink, fontSize: "15px" }}>
        <Words line={entry.headline} />
      </b>
      {entry.sites.map((site) => (
        <div key={site.link}>
          <a href={site.link} className="link" style={{ color: light.link }}>
            <bdi>{site.name}</bdi>
          </a>
          , ID {site.aside}
          {site.url === "" ? null : (
            <>
              , <bdi>{site.url}</bdi>
            </>
          )}
        </div>
      ))}
      {entry.moreSites > 0 ? <div>and {entry.moreSites} more</div> : null}
      {entry.rows.map((row) => (
        <div key={row.label}>
          {row.label}:{" "}
          {row.lines.map((line, index) => (
            <span key={plain(line)}>
              {index > 0 ? " · " : ""}
              <Words line={line} />
            </span>
          ))}
        </div>
      ))}
    </li>
  );
}
