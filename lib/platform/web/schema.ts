import { z } from "zod";

/** What nobody sees and mail programs take into a link: marks and isolates of direction, joiners (Unicode Cf). */
const FORMAT_CHARACTERS = /\p{Cf}/gu;

/** A number in an address: digits alone. `1e3`, ` 1`, `0x10` and the empty text are no numbers there. */
export const digits = z.union([
  z.number(),
  z
    .string()
    .transform((text) => text.replace(FORMAT_CHARACTERS, ""))
    .pipe(z.string().regex(/^\d{1,10}$/))
    .transform(Number),
]);
