import type { FactRow } from "@/emails/letter";
import { plain } from "@/emails/line";
import type { MailTranslator } from "@/emails/mail-translator";
import { light } from "@/emails/theme";
import { More } from "./more";
import { Words } from "./words";

const cell = { padding: "8px 0", fontSize: "14px", lineHeight: "20px", borderTop: `1px solid ${light.rule}` };

/** Labels on the left, values on the right; each label is the header of its row. */
export function FactsTable({ rows, t }: { rows: readonly FactRow[]; t: MailTranslator }) {
  const label = { ...cell, width: "84px", ...t.padding("end", 12), fontWeight: 400, color: light.muted };
  return (
    <table
      aria-label={t.text("frame.details")}
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ borderCollapse: "collapse" }}
    >
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row" align={t.start} className="muted rule" style={{ ...label, verticalAlign: "top" }}>
              {row.label}
            </th>
            <td valign="top" className="ink rule" style={{ ...cell, color: light.ink, wordBreak: "break-word" }}>
              {row.lines.map((line) => (
                <div key={plain(line)}>
                  <Words line={line} />
                </div>
              ))}
              {row.more ? <More more={row.more} t={t} /> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
