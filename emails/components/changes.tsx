import type { ChangeEntry, Letter } from "@/emails/letter";
import { plain } from "@/emails/line";
import type { MailTranslator } from "@/emails/mail-translator";
import { light } from "@/emails/theme";
import { More } from "./more";
import { SiteWords } from "./sites";
import { Words } from "./words";

const list = { margin: "12px 0 0", color: light.muted, fontSize: "14px", lineHeight: "21px" };

/** Many changes of one person, in their order. Styles stand on the list, not on each line: 50 of them must fit. */
export function Changes({ changes, t }: { changes: NonNullable<Letter["changes"]>; t: MailTranslator }) {
  return (
    <>
      <ol className="muted" style={{ ...list, padding: 0, ...t.padding("start", 26), wordBreak: "break-word" }}>
        {changes.entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a letter never changes its order
          <Change key={index} entry={entry} t={t} />
        ))}
      </ol>
      {changes.more ? <More more={changes.more} t={t} /> : null}
    </>
  );
}

function Change({ entry, t }: { entry: ChangeEntry; t: MailTranslator }) {
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
          {t.text("frame.labelled", { label: row.label, value: "" })}
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
