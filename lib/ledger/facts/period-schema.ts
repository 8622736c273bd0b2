import { z } from "zod";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * The period of a reminder, without words of any language: `2026-11-23`, the Monday of a week, or `2026-11`, a month.
 * Mails that waited while the portal was updated have it in English.
 */
export const periodLabelSchema = z.string().transform(withoutWords);

/** `week of 23 November 2026` and `November 2026` as `2026-11-23` and `2026-11`; anything else as it is. */
function withoutWords(label: string): string {
  const words = /^(?:week of (\d{1,2}) )?([A-Z][a-z]+) (\d{4})$/.exec(label);
  const month = MONTHS.indexOf(words?.[2] ?? "") + 1;
  if (!words || month === 0) return label;
  const day = words[1] ? `-${words[1].padStart(2, "0")}` : "";
  return `${words[3]}-${String(month).padStart(2, "0")}${day}`;
}
