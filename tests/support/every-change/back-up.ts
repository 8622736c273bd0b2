import { ownerDatabaseUrl, PORTAL_TABLES, rawScript } from "@/tests/support/database";

const copies = PORTAL_TABLES.map((table) => ({ table: `portal_${table}`, copy: `kept_${table}` }));
/** The database that has the tables for it. */
let madeIn = "";

/** Keeps the portal's tables as they are now, as a dump does (docs/operations/upkeep.md). */
export async function backUp(): Promise<void> {
  if (madeIn !== ownerDatabaseUrl()) {
    await rawScript(copies.map(({ table, copy }) => `CREATE TABLE ${copy} AS SELECT * FROM ${table} WHERE 1 = 0`));
    madeIn = ownerDatabaseUrl();
  }
  await replace(copies.map(({ table, copy }) => ({ from: table, to: copy })));
}

/** Puts the portal's tables back to what they were then, as loading the dump does. Matomo's stay as they are. */
export async function putBack(): Promise<void> {
  await replace(copies.map(({ table, copy }) => ({ from: copy, to: table })));
}

async function replace(pairs: readonly { from: string; to: string }[]): Promise<void> {
  await rawScript([
    "BEGIN",
    ...pairs.map(({ to }) => `DELETE FROM ${to}`),
    ...[...pairs].reverse().map(({ from, to }) => `INSERT INTO ${to} SELECT * FROM ${from}`),
    "COMMIT",
  ]);
}
