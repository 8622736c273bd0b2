import { describe, expect, it } from "vitest";
import { dark, light, type Palette } from "@/emails/theme";

/** WCAG 2.2, relative luminance and contrast. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function pairs(palette: Palette): [string, string, string][] {
  const grounds = { canvas: palette.canvas, card: palette.card, care: palette.care };
  const inks = { ink: palette.ink, muted: palette.muted, link: palette.link };
  return [
    ...Object.entries(grounds).flatMap(([on, ground]) =>
      Object.entries(inks).map(([name, ink]): [string, string, string] => [`${name} on ${on}`, ink, ground]),
    ),
    ["button", palette.button.ink, palette.button.ground],
    ...Object.entries(palette.tones).map(([name, tone]): [string, string, string] => [name, tone.ink, tone.ground]),
  ];
}

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s scheme", (_, palette) => {
  it.each(pairs(palette))("is readable at 4.5:1 or better: %s", (_name, ink, ground) => {
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });
});
