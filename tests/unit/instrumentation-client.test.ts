import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Counts what makes code from text from here on. */
function countMadeFromText() {
  const made = vi.fn();
  vi.stubGlobal(
    "Function",
    new Proxy(Function, {
      construct: (target, args) => {
        made();
        return Reflect.construct(target, args);
      },
    }),
  );
  return made;
}

it("no validator in the browser makes code from text, which the page's policy forbids and the browser would report", async () => {
  const made = countMadeFromText();
  await import("@/instrumentation-client");
  const { z } = await import("zod");

  expect(z.object({ id: z.number() }).parse({ id: 1 })).toEqual({ id: 1 });

  expect(made).not.toHaveBeenCalled();
});
