import { z } from "zod";

/** A number in an address: digits alone. `1e3`, ` 1`, `0x10` and the empty text are no numbers there. */
export const digits = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
]);
