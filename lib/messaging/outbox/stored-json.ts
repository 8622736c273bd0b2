import type { z } from "zod";

/** What is stored as JSON, or null where it is none, or not what it should be: one damaged row stops nobody's mail. */
export function fromStored<T>(type: z.ZodType<T>, json: string): T | null {
  try {
    return type.safeParse(JSON.parse(json)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
