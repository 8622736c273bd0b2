import { z } from "zod";
import { siteIdSchema } from "@/lib/platform/site-id";
import { digits } from "@/lib/platform/web/schema";
import { auditKinds } from "./event-terms";

/** In place of a login: everything the portal did by itself, everything somebody did who was not signed in. */
export const WHO_JOBS = "*jobs";
export const WHO_VISITORS = "*visitors";

/** Databases and browsers agree on dates of these years. */
const daySchema = z.iso.date().refine((day) => day >= "1970-01-01" && day <= "2999-12-31", "chooseDate");

/** A field that was left empty asks for nothing. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" ? null : value), schema.nullish().default(null));

/** What is looked for; null: everything. */
export const auditFilterSchema = z.object({
  kind: optional(z.enum(auditKinds)),
  /** a login exactly as it was recorded, WHO_JOBS or WHO_VISITORS */
  who: optional(z.string().max(100)),
  /** first and last day, in the instance's time zone */
  from: optional(daySchema),
  to: optional(daySchema),
  site: optional(digits.pipe(siteIdSchema)),
});
export type AuditFilter = z.output<typeof auditFilterSchema>;

export const AUDIT_PAGE_SIZE = 50;

/** One page of them, as the address of the page and the route say it. */
export const auditQuerySchema = auditFilterSchema.extend({
  page: digits.pipe(z.int().min(1).max(1_000_000)).default(1),
  pageSize: digits.pipe(z.int().min(10).max(200)).default(AUDIT_PAGE_SIZE),
});
export type AuditQuery = z.output<typeof auditQuerySchema>;

export const auditExportSchema = auditFilterSchema.extend({ format: z.enum(["csv", "json"]) });
export type AuditExportQuery = z.output<typeof auditExportSchema>;

/** Everybody an event can be looked for by: logins, in order; at most MAX_ACTORS of them. */
export type AuditActors = { logins: string[]; isCut: boolean };
