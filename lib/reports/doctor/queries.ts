import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import type { Language } from "@/messages/catalogue";
import { checkEngines } from "./check-database";
import { examine, examineOutside } from "./examine";
import type { SaidLine, SaidSection } from "./schema";
import { lineInWords, sectionsInWords } from "./words";

/** What the health page shows at once. `checkedAt` is ISO 8601. */
export async function readHealth(language: Language): Promise<{ sections: SaidSection[]; checkedAt: string }> {
  const checkedAt = now().toISOString();
  return { sections: sectionsInWords(await examine(db()), language), checkedAt };
}

/** The tables for whose sake publishing is refused, in words; empty when there are none. One statement. */
export function readEngineTrouble(language: Language): Promise<SaidLine[]> {
  return withDatabaseErrors(async () => {
    const lines = await checkEngines(db());
    return lines.filter(({ verdict }) => verdict !== "good").map((line) => lineInWords(line, language));
  });
}

/** What it shows when those asked over the network have answered, after up to 10 seconds. */
export async function readOutside(language: Language): Promise<SaidSection[]> {
  return sectionsInWords([await examineOutside(db())], language);
}
