import type { Reader } from "@/lib/db/client";

/** Sentences for the operator. A problem keeps the portal from its work, a warning does not. */
export type Findings = { problems: string[]; warnings: string[] };

/** One thing that has to be so. */
export type Check = (db: Reader) => Promise<Findings>;
