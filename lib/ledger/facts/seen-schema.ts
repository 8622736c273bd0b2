import { z } from "zod";

/** What gives the user `anonymous` a way to sign in, as it is written in the details of a finding. */
const WAYS = { password: "password", "second factor": "second-factor", invitation: "invitation" } as const;

/** What exactly was seen of a finding, without words of any language. */
export const seenSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("rows"), count: z.number().int() }),
  z.object({ type: z.literal("ways"), ways: z.array(z.enum(WAYS)) }),
  /** values and logins as the database holds them, and how many more there are */
  z.object({ type: z.literal("texts"), texts: z.string(), more: z.number().int() }),
]);
type Seen = z.infer<typeof seenSchema>;

/**
 * Reads the details that the portal keeps of a finding, in its table and in the audit log (detect-findings.ts writes them):
 * `3 rows`, `password, second factor`, `admin, write`, `"VIEW", "view " and 2 more`. What has another form is a text.
 * @returns null for an empty one
 */
export function parseFindingDetail(detail: string): Seen | null {
  if (detail === "") return null;
  const rows = /^(\d+) rows?$/.exec(detail);
  if (rows) return { type: "rows", count: Number(rows[1]) };
  const ways = detail.split(", ").map((part) => Object.entries(WAYS).find(([written]) => written === part)?.[1]);
  if (ways.every((way) => way !== undefined)) return { type: "ways", ways };
  const listed = /^(.*["…]) and (\d+) more$/s.exec(detail);
  return { type: "texts", texts: listed?.[1] ?? detail, more: Number(listed?.[2] ?? 0) };
}

/** What was seen, in the facts of a mail; mails that waited while the portal was updated have it as a text. */
export const seenFactSchema = z.union([z.string().transform(parseFindingDetail), seenSchema.nullable()]);
