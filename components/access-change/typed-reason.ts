import { z } from "zod";
import { reasonSchema } from "@/lib/domain/public-access/schema";

/** A reason as it is typed: a line break of a pasted text becomes a space; the server takes one line only. */
export const typedReasonSchema = z
  .string()
  .transform((text) => text.replaceAll(/\s+/g, (blank) => (/[\r\n]/.test(blank) ? " " : blank)))
  .pipe(reasonSchema);
