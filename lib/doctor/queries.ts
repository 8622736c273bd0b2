import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import type { Language } from "@/messages/catalogue";
import { examine, examineOutside } from "./examine";
import type { SaidSection } from "./schema";
import { sectionsInWords } from "./words";

/** What the health page shows at once. `checkedAt` is ISO 8601. */
export async function readHealth(language: Language): Promise<{ sections: SaidSection[]; checkedAt: string }> {
  const checkedAt = now().toISOString();
  return { sections: sectionsInWords(await examine(db()), language), checkedAt };
}

/** What it shows when those asked over the network have answered, after up to 10 seconds. */
export async function readOutside(language: Language): Promise<SaidSection[]> {
  return sectionsInWords([await examineOutside(db())], language);
}
