import { z } from "zod";
import { addDays } from "@/components/ui/date-words";
import type { Viewer } from "@/lib/auth/schema";
import { endsOnSchema, reasonSchema } from "@/lib/public-access/schema";

export const fixedEnds = ["30", "90", "365"] as const;
export const ends = [...fixedEnds, "date", "none"] as const;

/** A form holds text; the numbers and dates are made of it at the end. */
export type PublishForm = {
  reason: string;
  end: (typeof ends)[number];
  /** only for "another date" */
  date: string;
  typedCount: string;
  /** empty when proven by single sign-on */
  password: string;
  /** empty for those who have no second factor */
  code: string;
};

export const emptyPublishForm: PublishForm = {
  reason: "",
  end: "90",
  date: "",
  typedCount: "",
  password: "",
  code: "",
};

/** Checks every field at once, so that all that is missing is marked together. `provesBy` says what must be typed. */
export function publishFormSchema(siteCount: number, today: string, provesBy: Viewer["provesBy"]) {
  return z
    .object({
      // A line break of a pasted text becomes a space; the server takes one line only.
      reason: z
        .string()
        .transform((text) => text.replaceAll(/\s*[\r\n]+\s*/g, " "))
        .pipe(reasonSchema),
      end: z.enum(ends, "Choose until when."),
      date: z.string(),
      typedCount: z.string(),
      password: z.string().max(1_000, "This is too long for a password."),
      code: z.string().trim().max(40, "This is too long for a code."),
    })
    .refine((form) => provesBy === "single-sign-on" || form.password !== "", {
      path: ["password"],
      message: "Type your password.",
      when: () => true,
    })
    .refine((form) => provesBy !== "password-and-code" || form.code.trim() !== "", {
      path: ["code"],
      message: "Type your code.",
      when: () => true,
    })
    .refine((form) => form.end !== "date" || endsOnSchema.safeParse(form.date).success, {
      path: ["date"],
      message: "Choose a date.",
      when: () => true,
    })
    .refine((form) => form.end !== "date" || form.date === "" || form.date >= today, {
      path: ["date"],
      message: "This date is in the past. Choose a later one.",
      when: () => true,
    })
    .refine((form) => siteCount === 1 || typedNumber(form.typedCount) === siteCount, {
      path: ["typedCount"],
      message: `Type ${siteCount}: exactly the number of sites that become public.`,
      when: () => true,
    });
}

/** The last public day for what was chosen; null is "no end date". */
export function endsOnFrom(form: Pick<PublishForm, "end" | "date">, today: string): string | null {
  if (form.end === "none") return null;
  return form.end === "date" ? form.date : addDays(today, Number(form.end));
}

/** `1,000` and ` 1000 ` are a thousand; anything else that is no whole number is null. */
export function typedNumber(text: string): number | null {
  const digits = text.replaceAll(/[\s,.]/g, "");
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
