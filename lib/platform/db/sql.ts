import { Prisma } from "@/prisma/generated/mysql/client";
import { dialect } from "./client";

export type Sql = Prisma.Sql;
export const sql = Prisma.sql;
export const joinSql = Prisma.join;
/** SQL text as it is: only ever for constants of this code base. */
export const constantSql = Prisma.raw;

/** Ids per statement: about 35 kB of SQL, far below any server's packet limit. */
const CHUNK = 5_000;

/**
 * Ids as SQL literals, for `IN (…)`. Literals, because 10,000 placeholders are slower to bind than to scan; safe,
 * because anything but a whole number from 0 to 2^53 throws.
 */
export function idList(ids: readonly number[]): Sql {
  requireIds(ids);
  return Prisma.raw(ids.length === 0 ? "NULL" : ids.join(","));
}

/** The same ids as SQL text literals, for columns that hold ids as text. */
export function idTexts(ids: readonly number[]): Sql {
  requireIds(ids);
  return Prisma.raw(ids.length === 0 ? "NULL" : `'${ids.join("','")}'`);
}

/** Names made of ids as SQL text literals, each between two constants of this code base that hold no quote. */
export function idNames(ids: readonly number[], before: string, after: string): Sql {
  requireIds(ids);
  return Prisma.raw(ids.length === 0 ? "NULL" : ids.map((id) => `'${before}${id}${after}'`).join(","));
}

/** Rows for `VALUES …`, one for each id, between two constants of this code base, written as SQL. */
export function idRows(ids: readonly number[], before: string, after: string): Sql {
  requireIds(ids);
  return Prisma.raw(ids.map((id) => `(${before},${id},${after})`).join(","));
}

function requireIds(ids: readonly number[]): void {
  for (const id of ids) if (!Number.isSafeInteger(id) || id < 0) throw new RangeError(`not an id: ${id}`);
}

/** `items` cut so that one statement carries at most `size` of them. */
export function inChunks<T>(items: readonly T[], size = CHUNK): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

/**
 * Keeps the rows read from changing until the transaction ends. SQLite has one writer at a time anyway.
 * (Not FOR UPDATE: on Matomo's tables that would ask for more privileges than the portal has.)
 */
export function forShare(): Sql {
  return dialect() === "mysql" ? Prisma.sql`LOCK IN SHARE MODE` : Prisma.empty;
}

/** `INSERT` that leaves a row alone that is there already. */
export function insertIgnore(): Sql {
  return dialect() === "mysql" ? Prisma.sql`INSERT IGNORE` : Prisma.sql`INSERT OR IGNORE`;
}

/**
 * Moments that Matomo stores as text in UTC (docs/matomo.md#times), read as text; null for absent and for zero dates.
 */
export function momentFromText(text: string | null): Date | null {
  if (text === null || text === "" || text.startsWith("0000-")) return null;
  const iso = /[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : `${text.replace(" ", "T")}Z`;
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? null : at;
}
