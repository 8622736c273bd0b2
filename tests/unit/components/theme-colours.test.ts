import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast } from "@/tests/support/contrast";

const css = readFileSync("app/globals.css", "utf8");

/** Each colour of globals.css as it is in light and in dark. */
const colours = new Map<string, Record<"light" | "dark", string>>();
for (const [, name = "", light = "", dark = ""] of css.matchAll(/--([a-z-]+): light-dark\((#\w{6}), (#\w{6})\);/g)) {
  colours.set(name, { light, dark });
}
for (const [, name = "", both = ""] of css.matchAll(/--([a-z-]+): (#\w{6});/g)) {
  colours.set(name, { light: both, dark: both });
}

function contrastIn(theme: "light" | "dark", one: string, other: string): number {
  const [first = "", second = ""] = [one, other].map((name) => colours.get(name)?.[theme]);
  return contrast(first, second);
}

const GROUNDS = ["canvas", "surface", "surface-sunken"];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it.each([
    ...["ink", "ink-soft", "ink-faint"].flatMap((ink) => GROUNDS.map((ground) => [ink, ground])),
    ["accent", "surface"],
    ["accent", "accent-soft"],
    ["on-accent", "accent-fill"],
    ["on-accent", "accent-fill-strong"],
    ["danger", "surface"],
    ["danger", "danger-soft"],
    ["ink", "danger-soft"],
    ["on-danger", "danger-fill"],
    ["on-danger", "danger-fill-strong"],
    ["caution", "caution-soft"],
    ["ink", "caution-soft"],
    ["calm", "surface"],
  ])("%s can be read on %s", (ink = "", ground = "") => {
    expect(contrastIn(theme, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...GROUNDS, "danger-soft", "caution-soft", "accent-soft"])(
    "the ring around what has the focus stands out on %s",
    (ground) => expect(contrastIn(theme, "accent", ground)).toBeGreaterThanOrEqual(3),
  );

  it.each(["canvas", "surface"])("the edge of a field stands out on %s", (ground) =>
    expect(contrastIn(theme, "line-strong", ground)).toBeGreaterThanOrEqual(3),
  );
});
