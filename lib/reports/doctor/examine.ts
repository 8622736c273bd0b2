import type { DbClient } from "@/lib/platform/db/client";
import { translateDatabaseError } from "@/lib/platform/db/errors";
import { settingStates } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { CHECKS, type Check, database, OUTSIDE, tables } from "./checks";
import { unknown } from "./line";
import { worstOf } from "./policy";
import { groups, type Line, type Section } from "./schema";

/**
 * Looks at everything that can be said without asking anybody but the database. Never throws: what cannot be looked at
 * is a line that says so.
 */
export async function examine(db: DbClient): Promise<Section[]> {
  const unsound = unsoundSettings();
  const found = new Map<Check, Line[]>();
  for (const check of [database, tables]) found.set(check, await runCheck(check, db, unsound, found));
  const sections: Section[] = [];
  for (const group of groups) {
    if (group === "outside") continue;
    const lines: Line[] = [];
    for (const check of CHECKS[group]) lines.push(...(found.get(check) ?? (await runCheck(check, db, unsound, found))));
    sections.push({ group, lines });
  }
  return sections;
}

/** Looks at what is seen over the network; takes as long as the slowest of those asked, at most some 10 seconds. */
export async function examineOutside(db: DbClient): Promise<Section> {
  const unsound = unsoundSettings();
  const lines = await Promise.all(OUTSIDE.map((check) => runCheck(check, db, unsound, new Map())));
  return { group: "outside", lines: lines.flat() };
}

function unsoundSettings(): Set<string> {
  return new Set(settingStates().flatMap(({ name, problem }) => (problem === null ? [] : [name])));
}

/** @param found what was found in the database and its tables, where that comes first */
async function runCheck(
  check: Check,
  db: DbClient,
  unsound: ReadonlySet<string>,
  found: ReadonlyMap<Check, Line[]>,
): Promise<Line[]> {
  const hindrance = hindranceOf(check, unsound, found);
  if (hindrance !== null) return [unknown(check.name, "notLooked", { ...check.args, because: hindrance })];
  try {
    return await check.run(db);
  } catch (error) {
    const cause = translateDatabaseError(error);
    const isRefused = cause instanceof AppError && cause.code === "schema_not_understood";
    if (!isRefused) logger().error({ err: cause }, "a check could not be made");
    return [unknown(check.name, isRefused ? "notReadable" : "failed", check.args)];
  }
}

/** The setting that must be mended before this can be looked at; null when nothing stands in the way. */
function hindranceOf(
  { needs, after }: Check,
  unsound: ReadonlySet<string>,
  found: ReadonlyMap<Check, Line[]>,
): string | null {
  const own = needs.find((name) => unsound.has(name));
  if (own !== undefined) return own;
  if (after !== undefined && isAmiss(found.get(database))) {
    return database.needs.find((name) => unsound.has(name)) ?? "DATABASE_URL";
  }
  return after === "tables" && isAmiss(found.get(tables)) ? "MATOMO_TABLE_PREFIX" : null;
}

function isAmiss(lines: readonly Line[] = []): boolean {
  return ["bad", "unknown"].includes(worstOf(lines));
}
