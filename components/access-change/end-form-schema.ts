import { z } from "zod";
import { addDays } from "@/components/ui/use-dates";
import { endsOnSchema } from "@/lib/domain/public-access/schema";

export const fixedEnds = ["30", "90", "365"] as const;
export const ends = [...fixedEnds, "date", "none"] as const;

/** Until when, as a form holds it. `date` only for "another date" */
export type EndForm = { end: (typeof ends)[number]; date: string };

export const endShape = { end: z.enum(ends, "chooseEnd"), date: z.string() };

/** Refuses "another date" without a date, or with one in the past. Checked with all other fields, not after them. */
export function requireEnd<S extends z.ZodType<EndForm>>(form: S, today: string): S {
  return form
    .refine(({ end, date }) => end !== "date" || endsOnSchema.safeParse(date).success, {
      path: ["date"],
      message: "chooseDate",
      when: () => true,
    })
    .refine(({ end, date }) => end !== "date" || date === "" || date >= today, {
      path: ["date"],
      message: "endInPast",
      when: () => true,
    });
}

/** The last day for what was chosen; null is "no end date". */
export function endsOnFrom(form: EndForm, today: string): string | null {
  if (form.end === "none") return null;
  return form.end === "date" ? form.date : addDays(today, Number(form.end));
}

/** The field that the server's `endsOn` was typed into. */
export function endFieldFor(end: EndForm["end"]): keyof EndForm {
  return end === "date" ? "date" : "end";
}
