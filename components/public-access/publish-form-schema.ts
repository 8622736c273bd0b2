import { z } from "zod";
import type { Viewer } from "@/lib/auth/schema";
import { type EndForm, endShape, requireEnd } from "./end-form-schema";
import { typedReasonSchema } from "./typed-reason";

/** A form holds text; the numbers and dates are made of it at the end. */
export type PublishForm = EndForm & {
  reason: string;
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
  const fields = z
    .object({
      reason: typedReasonSchema,
      ...endShape,
      typedCount: z.string(),
      password: z.string().max(1_000, "passwordTooLong"),
      code: z.string().trim().max(40, "codeTooLong"),
    })
    .refine((form) => provesBy === "single-sign-on" || form.password !== "", {
      path: ["password"],
      message: "typePassword",
      when: () => true,
    })
    .refine((form) => provesBy !== "password-and-code" || form.code.trim() !== "", {
      path: ["code"],
      message: "typeCode",
      when: () => true,
    })
    .refine((form) => siteCount === 1 || typedNumber(form.typedCount) === siteCount, {
      path: ["typedCount"],
      message: `Type ${siteCount}: exactly the number of sites that become public.`,
      when: () => true,
    });
  return requireEnd(fields, today);
}

/** `1,000` and ` 1000 ` are a thousand; anything else that is no whole number is null. */
export function typedNumber(text: string): number | null {
  const digits = text.replaceAll(/[\s,.]/g, "");
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
