import { describe, expect, it } from "vitest";
import { dark, light, type Palette } from "@/emails/theme";
import { contrast } from "@/tests/support/contrast";

function pairs(palette: Palette): [string, string, string][] {
  const grounds = { canvas: palette.canvas, card: palette.card };
  const inks = { ink: palette.ink, muted: palette.muted, link: palette.link };
  return [
    ...Object.entries(grounds).flatMap(([on, ground]) =>
      Object.entries(inks).map(([name, ink]): [string, string, string] => [`${name} on ${on}`, ink, ground]),
    ),
    ["button", palette.button.ink, palette.button.ground],
    ...Object.entries(palette.tones).map(([name, tone]): [string, string, string] => [name, tone, palette.card]),
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
