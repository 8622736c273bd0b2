import { expect, it } from "vitest";
import { lintPlanted } from "@/tests/support/planted-lint";

// Which file may import which: tests/unit/floors.test.ts. Here is what is about names and words.

it("a room is named from the root, so that it can be read off an import", () => {
  const upwards = ["../db/client", "../../lib/platform/db/client", "./../db/client", "@/lib/x/../db/client"];
  const text = ["./schema", ...upwards].map((name, at) => `import { a${at} } from "${name}";\n`).join("");
  const files = ["lib/domain/review/keep.ts", "lib/domain/review/schema.ts", "app/page.tsx", "components/ui/x.tsx"];
  const lines = lintPlanted(Object.fromEntries(files.map((file) => [file, text])), ["style/noRestrictedImports"]);
  expect(files.map((file) => [...(lines.get(file) ?? [])])).toEqual(files.map(() => [2, 3, 4, 5]));
});

it("pure files leave the clock to the caller", () => {
  const text = 'import { DAY_MS, plus } from "@/lib/platform/clock";\nimport { now } from "@/lib/platform/clock";\n';
  const files = ["lib/domain/periods/policy.ts", "lib/domain/review/lapse-policy.ts", "lib/domain/review/schema.ts"];
  const lines = lintPlanted(Object.fromEntries(files.map((file) => [file, text])), ["style/noRestrictedImports"]);
  expect(files.map((file) => [...(lines.get(file) ?? [])])).toEqual([[2], [2], [2]]);
});

it("process.env is read in lib/platform/env.ts only", () => {
  const text = "export const x = process.env.CRON_SECRET;\n";
  const files = [
    "lib/platform/env.ts",
    "lib/platform/logger.ts",
    "app/page.tsx",
    "components/ui/x.tsx",
    "emails/x.tsx",
    "instrumentation.ts",
  ];
  const lines = lintPlanted(Object.fromEntries(files.map((file) => [file, text])), ["style/noProcessEnv"]);
  expect(files.filter((file) => lines.get(file)?.size)).toEqual(files.slice(1));
});
