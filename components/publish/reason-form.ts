import { z } from "zod";
import { type EndForm, endShape, requireEnd } from "@/components/access-change/end-form-schema";
import { typedReasonSchema } from "@/components/access-change/reason-field";
import type { TypedText } from "@/lib/platform/typed-text-terms";
import { typedNumber } from "./typed-number";

/** A form holds text; numbers and dates are made of it at the end. */
export type ReasonForm = EndForm & { reason: string; typedCount: string };
/** What is made of it. */
export type Reasoned = Omit<ReasonForm, "reason"> & { reason: TypedText };

/**
 * Why and until when, and for more than one site how many. All that is missing is marked together.
 * @param typeExactly the sentence at a number that is not `siteCount`
 */
export function reasonFormSchema(siteCount: number, today: string, typeExactly: string) {
  const fields = z
    .object({ reason: typedReasonSchema, ...endShape, typedCount: z.string() })
    .refine((form) => siteCount === 1 || typedNumber(form.typedCount) === siteCount, {
      path: ["typedCount"],
      message: typeExactly,
      when: () => true,
    });
  return requireEnd(fields, today);
}

/** The field of the form that the server's name of a field belongs to. */
export function reasonFieldOf(name: string, end: EndForm["end"]): keyof ReasonForm | null {
  if (name === "reason" || name === "typedCount") return name;
  if (name !== "endsOn") return null;
  return end === "date" ? "date" : "end";
}
