import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { portalGrants } from "@/lib/db/grants";

it("the rights in docs/operations.md are exactly those that the tests run under", () => {
  const text = readFileSync(path.join(import.meta.dirname, "../../docs/operations.md"), "utf8");
  const block = /```sql\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
  const printed = block
    .split(";")
    .map((line) => line.trim())
    .filter(Boolean);
  expect(printed).toEqual(portalGrants("matomo", "matomo_", "'portal'@'%'"));
});
