import type { DbClient } from "@/lib/platform/db/client";
import type { Args, CheckName, Code, Line, Verdict } from "./schema";

/** Looks at one thing and says what it found: at least one line, unless there is nothing of the kind here. */
export type RunCheck = (db: DbClient) => Promise<Line[]> | Line[];

const line =
  (verdict: Verdict) =>
  (check: CheckName, code: Code = "ok", args: Args = {}): Line => ({ check, verdict, code, args });

export const good = line("good");
export const warning = line("warning");
export const bad = line("bad");
export const unknown = line("unknown");
