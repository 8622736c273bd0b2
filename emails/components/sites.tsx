import { type SiteEntry, type SiteList, spokenUrl } from "@/emails/letter";
import { plain } from "@/emails/line";
import type { MailTranslator } from "@/emails/mail-translator";
import { light } from "@/emails/theme";
import { More } from "./more";
import { Words } from "./words";

const list = { margin: "6px 0 0", padding: 0, listStyle: "none", fontSize: "14px", lineHeight: "21px" };
const item = { margin: 0, padding: "8px 0", borderTop: `1px solid ${light.rule}`, color: light.muted };

/** The sites, one below the other. Nothing is said of them beside what the list holds. */
export function Sites({ list: { entries, more }, t }: { list: SiteList; t: MailTranslator }) {
  if (entries.length === 0) return null;
  return (
    <>
      <ul className="muted" style={{ ...list, wordBreak: "break-word" }}>
        {entries.map((entry) => (
          <li key={entry.link} className="muted rule" style={item}>
            <SiteWords entry={entry} />
            {entry.alarm ? (
              <b className="alarm" style={{ display: "block", color: light.tones.outside }}>
                <Words line={entry.alarm} />
              </b>
            ) : null}
            {entry.details.map((line) => (
              <div key={plain(line)}>
                <Words line={line} />
              </div>
            ))}
          </li>
        ))}
      </ul>
      {more ? <More more={more} t={t} /> : null}
    </>
  );
}

/** The name leads to the site in Public Access; the site's own address is text. */
export function SiteWords({ entry: { id, link, name, url } }: { entry: SiteEntry }) {
  return (
    <>
      <a href={link} className="ink" style={{ color: light.ink, fontWeight: 600 }}>
        <bdi>{name}</bdi>
      </a>
      {` (${id})`}
      {url === "" ? null : (
        <>
          {" · "}
          <bdi>{spokenUrl(url)}</bdi>
        </>
      )}
    </>
  );
}
