const ARABIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

/** Digits alone, or in groups of three (in India also of two) after the first, with one and the same sign between them. */
const WHOLE = /^\d{1,9}$/;
const GROUPED = /^[1-9]\d{0,2}(?=([\s,.’'\u066c]))(?:\1\d{2,3})*\1\d{3}$/;

/** `1,000`, ` 1000 `, `1.000` and `١٠٠٠` are a thousand; anything else that is no whole number, such as `1.5`, is null. */
export function typedNumber(text: string): number | null {
  const typed = text
    .trim()
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO))
    .replaceAll(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - PERSIAN_ZERO));
  if (WHOLE.test(typed)) return Number(typed);
  const digits = typed.replaceAll(/\D/g, "");
  return GROUPED.test(typed) && WHOLE.test(digits) ? Number(digits) : null;
}
