const ARABIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

/** `1,000`, ` 1000 `, `1.000` and `١٠٠٠` are a thousand; anything else that is no whole number is null. */
export function typedNumber(text: string): number | null {
  const digits = text
    .replaceAll(/[\s,.’'\u066c]/g, "")
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO))
    .replaceAll(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - PERSIAN_ZERO));
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
