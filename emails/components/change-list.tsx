import type { Block, ChangeEntry } from "@/emails/letter";
import { plain } from "@/emails/line";
import type { Say } from "@/emails/say";
import { light } from "@/emails/theme";
import { MoreLink } from "./more-link";
import { SectionTitle } from "./section-title";
import { Words } from "./words";

const list = { margin: 0, padding: 0, color: light.muted, fontSize: "14px", lineHeight: "21px" };

/** Many changes of one person, in their order. Styles stand on the list, not on each line: 50 of them must fit. */
export function ChangeList({ block, say }: { block: Extract<Block, { type: "changes" }>; say: Say }) {
  return (
    <>
      <SectionTitle>{block.title}</SectionTitle>
      <ol className="muted" style={{ ...list, ...say.padding("start", 26) }}>
        {block.entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a letter never changes its order
          <Change key={index} entry={entry} say={say} />
        ))}
      </ol>
      {block.more ? <MoreLink more={block.more} say={say} /> : null}
    </>
  );
}

function Change({ entry, say }: { entry: ChangeEntry; say: Say }) {
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
          {" · "}
          {say.text("frame.siteId", { id: site.aside })}
          {site.url === "" ? null : (
            <>
              {" · "}
              <bdi>{site.url}</bdi>
            </>
          )}
        </div>
      ))}
      {entry.moreSites > 0 ? <div>{say.text("frame.more", { count: entry.moreSites })}</div> : null}
      {entry.rows.map((row) => (
        <div key={row.label}>
          {say.text("frame.labelled", { label: row.label, value: "" })}
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
