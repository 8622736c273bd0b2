import { z } from "zod";
import type { FieldCode } from "./errors";
import { asTyped, MAX_TEXT_LENGTH, type TypedText } from "./typed-text-terms";

// C0 and C1 controls, bidirectional overrides and isolates, line separators, and the private-use mark of the mails.
const FORBIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ue000]/u;

/** A letter, a digit or a sign: a text of invisible characters says nothing. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** @param most characters, as people count them */
function isAtMost(most: number) {
  const code: FieldCode = `${"tooLong"} ${most}`;
  return [(text: string) => [...text].length <= most, code] as const;
}
const isPlain = (text: string) => !FORBIDDEN.test(text);
const saysSomething = (text: string) => text === "" || VISIBLE.test(text);

/**
 * A text that a person types and others read, on pages, in mails and in the audit log: one plain line.
 * @param missing the name of the message, in `fields`, for a text that is missing or says nothing
 */
export function typedText(missing: FieldCode, most = MAX_TEXT_LENGTH) {
  return z
    .string(missing)
    .trim()
    .min(1, missing)
    .refine(...isAtMost(most))
    .refine(saysSomething, missing)
    .refine(isPlain, "plainText")
    .transform((text) => asTyped(text));
}

/** The same where nothing need be typed. */
export function typedNote(most = MAX_TEXT_LENGTH) {
  return z
    .string("plainText")
    .trim()
    .refine(...isAtMost(most))
    .refine(saysSomething, "plainText")
    .refine(isPlain, "plainText")
    .transform((text) => asTyped(text));
}

/** The same, and what is missing is empty. */
export const typedNoteSchema = z.string("plainText").default("").pipe(typedNote());

/** A short text that the portal itself gave to a form and gets back, such as the name of a language: plain, too. */
export function givenText(longest: number) {
  return z.string("plainText").max(longest, "plainText").refine(isPlain, "plainText");
}

/** A typed text that was judged before it was stored. */
export const storedTypedText = z.custom<TypedText>((text) => typeof text === "string");
