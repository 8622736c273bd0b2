import type { ChangeEntry, Letter } from "@/emails/letter";
import { plain } from "@/emails/line";
import type { Say } from "@/emails/say";
import { light } from "@/emails/theme";
import { More } from "./more";
import { SiteWords } from "./sites";
import { Words } from "./words";

const list = { margin: "12px 0 0", color: light.muted, fontSize: "14px", lineHeight: "21px" };

/** Many changes of one person, in their order. Styles stand on the list, not on each line: 50 of them must fit. */
export function Changes({ changes, say }: { changes: NonNullable<Letter["changes"]>; say: Say }) {
  return (
    <>
      <ol className="muted" style={{ ...list, padding: 0, ...say.padding("start", 26), wordBreak: "break-word" }}>
        {changes.entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a letter never changes its order
          <Change key={index} entry={entry} say={say} />
        ))}
      </ol>
      {changes.more ? <More more={changes.more} say={say} /> : null}
    </>
  );
}

function Change({ entry, say }: { entry: ChangeEntry; say: Say }) {
  return (
    <li style={{ margin: "0 0 14px" }}>
      <b className="ink" style={{ color: light.ink }}>
        <Words line={entry.headline} />
      </b>
      {entry.sites.map((site) => (
        <div key={site.link}>
          <SiteWords entry={site} />
        </div>
      ))}
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
