import type { DbClient } from "@/lib/platform/db/client";
import { undoStatement } from "@/lib/platform/db/engines";
import { readTablesWithoutUndo } from "@/lib/platform/db/undo";
import { bad, good } from "./line";
import type { Line } from "./schema";

/** Whether every table that is written while publishing can undo a change that fails half way. */
export async function checkEngines(db: DbClient): Promise<Line[]> {
  const found = (await readTablesWithoutUndo(db)).map(({ table, engine }) =>
    engine === null
      ? bad("engines", "engineUnseen", { table })
      : bad("engines", "engineCannotUndo", { table, found: engine, words: undoStatement(table) }),
  );
  return found.length > 0 ? found : [good("engines", "enginesGood")];
}
