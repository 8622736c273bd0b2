import type { FactRow } from "@/emails/letter";
import { plain } from "@/emails/line";
import type { Say } from "@/emails/say";
import { light } from "@/emails/theme";
import { SectionTitle } from "./section-title";
import { Words } from "./words";

const cell = { padding: "9px 0", fontSize: "14px", lineHeight: "21px", borderTop: `1px solid ${light.rule}` };

/** Labels on the left, values on the right; each label is the header of its row. */
export function FactsTable({ title, rows, say }: { title: string; rows: readonly FactRow[]; say: Say }) {
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      <table
        aria-label={title}
        width="100%"
        cellPadding={0}
        cellSpacing={0}
        border={0}
        style={{ borderCollapse: "collapse" }}
      >
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th
                scope="row"
                align={say.start}
                className="muted rule"
                style={{
                  ...cell,
                  width: "92px",
                  verticalAlign: "top",
                  ...say.padding("end", 16),
                  fontWeight: 400,
                  color: light.muted,
                }}
              >
                {row.label}
              </th>
              <td valign="top" className="ink rule" style={{ ...cell, color: light.ink, wordBreak: "break-word" }}>
                {row.lines.map((line, index) => (
                  <div
                    key={plain(line)}
                    className={index === 0 ? "ink" : "muted"}
                    style={index === 0 ? undefined : { color: light.muted }}
                  >
                    <Words line={line} />
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
